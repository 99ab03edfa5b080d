import { groupingFields } from '../../answering/grouping-fields.js';
import type { ShopView } from '../../answering/shop.js';
import { type Note, remark } from '../../core/answer/notes.js';
import { NotUnderstood } from '../../core/errors.js';
import { normal } from '../../core/text/normal-text.js';
import { ValueIndex } from './value-index.js';

/** One word: a first name, or the first word of a company's. */
const NAME = "([\\p{L}][\\p{L}'-]{2,})";
/** Words that stand where a name could. */
const NO_NAME = new RegExp(
  '^(?:we|they|you|people|customers?|clients?|buyers?|everyone|everybody|anyone|' +
    'somebody|who|it|this|that|these|those|our|the|my|each|every|all|most|new|how|much|' +
    'many|one|she|her|him|his|last|year|month|week|quarter|today|yesterday|person|shop|' +
    'store|revenue|sales|orders?|segment|at-risk|lost|vips?|loyal)$',
  'i',
);
const BUY = '(?:buy|bought|order|ordered|spend|spent|purchased?|pay|paid)';
/** Where only somebody who buys can be named. */
const PLACES: readonly RegExp[] = [
  `\\b(?:did|does|has|have) ${NAME} (?:ever |last |first |already )?${BUY}\\b`,
  `\\bby product ${NAME}(?=\\s*[?.!]*$| (?:in|since|last|this)\\b)`,
  `\\b(?:orders?|purchases?) (?:of|from|by|for) ${NAME}(?=\\s*[?.!]*$)`,
  `(?:^|\\b(?:all|last|latest|first|show(?: me)?|list) )${NAME}'s (?:(?:last|first|latest) ` +
    `)?(?:orders?|purchases?|spend(?:ing)?|history|profile)\\b`,
  `^when did ${NAME} (?:last |first )?${BUY}\\b`,
  `\\b(?:is|was) ${NAME} (?:an? )?(?:vip|at risk|loyal|lost)\\b`,
].map(source => new RegExp(source, 'iu'));

/** A text with full names, and what has to be said of them. */
export interface FullNames {
  readonly text: string;
  readonly remarks: readonly Note[];
}

/**
 * A text with the full name of a customer in the place of a single word of it, where only a customer can be
 * meant and one fits: "what did anna buy".
 * @throws NotUnderstood if several fit, with each of them as a question
 */
export async function withFullNames(text: string, { store }: ShopView): Promise<FullNames> {
  for (const place of PLACES) {
    const m = place.exec(text);
    const word = m?.[1];
    if (!m || word === undefined || NO_NAME.test(word)) continue;
    const index = await ValueIndex.of(store, await groupingFields(store), []);
    const plain = normal(word);
    if (index.exact(plain).length > 0) continue;
    const found = index.customersWith(plain);
    const [only, ...others] = found.map(({ label, value }) => label ?? value);
    if (only === undefined) continue;
    const at = m.index + m[0].indexOf(word);
    const named = (name: string) =>
      text.slice(0, at) + name.replace(/[",.]/g, '') + text.slice(at + word.length);
    if (others.length === 0)
      return { text: named(only), remarks: [remark(`"${word}" was read as ${only}.`)] };
    const shown = [only, ...others].slice(0, 4);
    throw new NotUnderstood(
      `"${word}" can be one of ${others.length + 1} customers: ` +
        `${shown.join(', ')}${others.length > 3 ? ', ...' : ''}.`,
      shown.map(named),
      true,
    );
  }
  return { text, remarks: [] };
}
