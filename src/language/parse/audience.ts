import { AUDIENCE_FORMATS } from '../../answering/audiences/known-formats.js';
import type { ParsedQuery } from '../../answering/question.js';
import type { ShopView } from '../../answering/shop.js';
import { NotUnderstood } from '../../core/errors.js';

/** A text without the tool that its customers are listed for. */
export interface ForAudience {
  readonly audience: string;
  readonly rest: string;
  /** Said as an option, `for:klaviyo`, which means nothing else. */
  readonly isOption: boolean;
}

const OPTION = /(?<!\S)for:\s?"?([\w-]+)"?(?=\s|$)/i;
const NAMES = [...AUDIENCE_FORMATS.values()].flatMap(({ name, aliases }) =>
  [name, ...aliases].map(word => [word, name] as const),
);
const IN_WORDS = new RegExp(
  `\\b(?:(?:as|in) (?:a |an )?(?:file|list|csv|audience) )?(?:for|to|into|as)(?: an?| the)? ` +
    `(${NAMES.map(([word]) => word).join('|')})(?: ads?)?(?: custom)?` +
    '(?: audiences?| lists?| csv| file| import)?' +
    '\\s*[.?!]?$',
  'i',
);

/**
 * Takes `for:klaviyo`, and "for Mailchimp" at the end, out of a text.
 * @throws NotUnderstood if the option names no tool there is
 */
export function takeAudience(text: string): ForAudience | undefined {
  const option = OPTION.exec(text);
  const found = option ?? IN_WORDS.exec(text);
  if (!found) return undefined;
  const said = found[1]?.toLowerCase() ?? '';
  const audience = NAMES.find(([word]) => word === said || word.replaceAll(' ', '-') === said)?.[1];
  if (audience === undefined)
    throw new NotUnderstood(
      `Customers cannot be listed for "${said}", but for ${[...AUDIENCE_FORMATS.keys()].join(', ')}.`,
      ['segment export for:klaviyo'],
    );
  return { audience, rest: text.replace(found[0], ' ').trim(), isOption: option !== null };
}

/** A question of which customers, for a tool; undefined if it lists none. */
export function forAudience(
  asked: ParsedQuery,
  audience: string,
  { questions }: Pick<ShopView, 'questions'>,
): ParsedQuery | undefined {
  const exported = questions.find(q => q.family === 'segment' && q.name === 'export');
  const { page: _page, ...all } = asked;
  if (asked.question.name === 'members' && asked.limit === undefined && exported)
    return { ...all, question: exported, audience };
  if (asked.query && asked.query.rows !== 'customers') return undefined;
  return asked.question.optional.includes('audience') ? { ...all, audience } : undefined;
}
