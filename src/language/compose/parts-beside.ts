import { tokensOf } from '../../core/text/normal-text.js';
import { kebab } from '../../core/text/words.js';
import { ValueIndex } from '../values/value-index.js';
import { type Pass, type ReadingContext, tidy } from './draft.js';

const WORD = '([\\p{L}]{4,})';
const BESIDE = new RegExp(
  `\\b${WORD}(?: (?:areas?|places?|ones?))? (?:vs|versus|or|and|against|compared (?:to|with)|` +
    `than) (?:the )?${WORD}(?: (?:areas?|places?|ones?))?(?![\\p{L}])`,
  'gu',
);

/**
 * `rural vs urban`: words that stand in the names of many values of one field, and mean all of them. Each is
 * a group of its own.
 */
export const partsBeside: Pass = async (draft, context) => {
  for (const m of draft.text.matchAll(BESIDE)) {
    const [first, second] = [m[1] as string, m[2] as string];
    const field = await fieldOfBoth(first, second, context);
    if (field === undefined) continue;
    draft.where.push({ field, values: [`*${first}*`, `*${second}*`] });
    draft.by.push(field);
    draft.show.add('rest');
    draft.isComposed = true;
    draft.isStrong = true;
    draft.text = tidy(
      `${draft.text.slice(0, m.index)} ${draft.text.slice(m.index + m[0].length)}`.replace(
        new RegExp(
          String.raw`(?:,| -|:)? ?\b(?:which|what|who)(?: one)? (?:is|are|was|were|sells?|brings?|` +
            String.raw`does) (?:the )?(?:bigger|better|larger|more|most|stronger|best|biggest|` +
            String.raw`ahead)(?: (?:for|of|with) us)?`,
        ),
        ' ',
      ),
    );
    return;
  }
};

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
  return both.length === 1 && a.size === 1 && b.size === 1 ? kebab(both[0] as string) : undefined;
}
