import { tokensOf } from '../../core/text/normal-text.js';
import { kebab } from '../../core/text/words.js';
import { ValueIndex } from '../values/value-index.js';
import { type Pass, type ReadingContext, tidy } from './draft.js';

const WORD = '((?:[\\p{L}]{3,} )?[\\p{L}]{4,})';
const BESIDE = new RegExp(
  `\\b${WORD}(?: (?:areas?|places?|ones?))? (?:vs|versus|or|and|against|compared (?:to|with)|` +
    `than) (?:the )?${WORD}(?: (?:areas?|places?|ones?))?(?![\\p{L}])`,
  'gu',
);

/** What is asked about them, which their figures answer: ", which is bigger". */
const WHICH = new RegExp(
  '(?:,| -|:)? ?\\b(?:which|what|who)(?: one)? (?:is|are|was|were|sells?|brings?|does) (?:the )?' +
    '(?:bigger|better|larger|more|most|stronger|best|biggest|ahead)(?: (?:for|of|with) us)?',
);

/**
 * `rural vs urban`: words that stand in the names of many values of one field, and mean all of them. Each is
 * a group of its own.
 */
export const partsBeside: Pass = async (draft, context) => {
  for (const m of draft.text.matchAll(BESIDE)) {
    const pair = await pairIn(m[1] as string, m[2] as string, context);
    if (!pair) continue;
    const { field, first, second, before, behind } = pair;
    draft.where.push({ field, values: [`*${first}*`, `*${second}*`] });
    draft.by.push(field);
    draft.show.add('rest');
    draft.isComposed = true;
    draft.isStrong = true;
    const after = draft.text.slice(m.index + m[0].length);
    draft.text = tidy(`${draft.text.slice(0, m.index)} ${before} ${behind} ${after}`.replace(WHICH, ' '));
    return;
  }
};

interface Pair {
  readonly field: string;
  readonly first: string;
  readonly second: string;
  /** The word before the first and behind the second that are not of their names. */
  readonly before: string;
  readonly behind: string;
}

/**
 * Two names of one or two words each: of "revenue spaceboy" and "dolly girl" the last word, and both.
 */
async function pairIn(left: string, right: string, context: ReadingContext): Promise<Pair | undefined> {
  const lefts = [left, left.split(' ').slice(-1).join(' ')];
  const rights = [right, right.split(' ')[0] as string];
  for (const first of new Set(lefts))
    for (const second of new Set(rights)) {
      const field = await fieldOfBoth(first, second, context);
      if (field !== undefined)
        return {
          field,
          first,
          second,
          before: left.slice(0, left.length - first.length).trim(),
          behind: right.slice(second.length).trim(),
        };
    }
  return undefined;
}

/** The field that has several values with each of the two words, and none that is called so. */
async function fieldOfBoth(
  first: string,
  second: string,
  { view, fields }: ReadingContext,
): Promise<string | undefined> {
  const index = await ValueIndex.of(view.store, fields, tokensOf(`${first} ${second}`));
  if (index.exact(first).length + index.exact(second).length > 0) return undefined;
  const keysOf = (word: string) => {
    const counts = new Map<string, number>();
    for (const { field } of index.holding([word])) counts.set(field.key, (counts.get(field.key) ?? 0) + 1);
    return new Set([...counts].filter(([, count]) => count > 1).map(([key]) => key));
  };
  const [a, b] = [keysOf(first), keysOf(second)];
  const both = [...a].filter(key => b.has(key));
  if (both.length === 1 && a.size === 1 && b.size === 1) return kebab(both[0] as string);
  // Products and customers have so many names that a word counts only where it stands in several of them.
  const [one, other] = [first, second].map(words => index.namedWith(words.split(' '))?.values ?? []);
  const keys = new Set([...(one ?? []), ...(other ?? [])].map(({ field }) => field.key));
  const areSeveral = (one?.length ?? 0) > 1 && (other?.length ?? 0) > 1;
  return areSeveral && keys.size === 1 ? kebab([...keys][0] as string) : undefined;
}
