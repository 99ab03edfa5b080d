import { normal, singularOf } from '../../core/text/normal-text.js';
import { scorings } from '../../segments/scoring/method.js';
import { SEGMENTATION_OPTIONS } from '../../segments/segmentation/options.js';

/**
 * One part of a text, the most telling first: a quoted name (also one whose quote is not closed), a mention,
 * a link, an e-mail address, an option or filter with its values, a number or code, a word.
 */
const PART = new RegExp(
  [
    '(?<quoted>"[^"]*(?:"|$)|[“”„«»][^“”„«»]*(?:[“”„«»]|$))',
    '(?<mention><[@#!][^>]*>)',
    '(?<link>\\b(?:https?://|www\\.)\\S+)',
    '(?<email>[^\\s@:,<>"]+@[^\\s@,<>"]+)',
    '(?<name>[\\p{L}][\\p{L}\\d_-]*):(?<values>(?:"[^"]*(?:"|$)|[^\\s"])+)',
    '(?<number>[\\p{L}_]*\\d(?:[\\p{L}\\p{M}\\d_.,:/]|-(?=\\d))*)',
    "(?<word>[\\p{L}\\p{M}_’']+)",
  ].join('|'),
  'gu',
);

/** Options whose values are words of ours: they say nothing about anybody. */
const OPTIONS: ReadonlySet<string> = new Set([
  ...SEGMENTATION_OPTIONS.map(o => o.name),
  'page',
  'parts',
  'quiet',
]);

const masked = (kind: string, text: string): string => `[${kind} ${[...text].length}]`;

/**
 * A text that somebody typed as it may be logged: words of the vocabulary stay, and of all others (names,
 * addresses, numbers, values of filters) only the kind and the number of characters.
 * @param isKnown whether a word, as `normal` writes it, is in the vocabulary
 */
export function redacted(text: string, isKnown: (word: string) => boolean): string {
  const word = (written: string): string => {
    const plain = normal(written);
    return plain !== '' && (isKnown(plain) || isKnown(singularOf(plain))) ? plain : masked('word', written);
  };
  const hyphened = (written: string): string => written.split('-').map(word).join('-');
  const part = (groups: Readonly<Partial<Record<string, string>>>): string => {
    const { quoted, mention, link, email, name, values, number, word: written } = groups;
    if (quoted !== undefined) return masked('quoted', quoted.replace(/["“”„«»]/g, ''));
    if (mention !== undefined) return '[mention]';
    if (link !== undefined) return masked('link', link);
    if (email !== undefined) return masked('e-mail', email);
    if (name !== undefined && values !== undefined) {
      const areOurs = OPTIONS.has(name.toLowerCase()) && /^[\p{L}-]+$/u.test(values);
      return `${hyphened(name)}:${areOurs ? hyphened(values) : masked('value', values)}`;
    }
    return number !== undefined ? masked('number', number) : word(written ?? '');
  };
  let shown = '';
  let from = 0;
  for (const match of text.matchAll(PART)) {
    shown += between(text.slice(from, match.index)) + part(match.groups ?? {});
    from = match.index + match[0].length;
  }
  return (shown + between(text.slice(from))).trim();
}

/** What stands between words: marks of a sentence stay, anything else is a space. */
const between = (text: string): string => text.replace(/[^-\s.,:;?!&+/%]/gu, ' ').replace(/\s+/gu, ' ');

/** Words of options, settings of periods and digests, which no lexicon has. */
export const OTHER_WORDS: readonly string[] = [
  ...[...OPTIONS, ...scorings.keys()].flatMap(name => name.split('-')),
  ...'sales segment segments help preview now subscribe unsubscribe list pause resume digest'.split(' '),
  ...'last this past previous since until till before after between during today yesterday half'.split(' '),
  ...'ytd mtd qtd to date ago recent recently so far year-to-date'.split(/[ -]/),
];
