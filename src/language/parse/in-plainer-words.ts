import { type GroupingField, groupingFields, namesOf } from '../../answering/grouping-fields.js';
import type { ShopView } from '../../answering/shop.js';
import { tokensOf } from '../../core/text/normal-text.js';
import type { Replacement } from '../lexicon/foreign.js';
import { OF_SALESPEOPLE, PLAINER, READ_FIRST, WITHOUT_SALESPEOPLE } from '../lexicon/plainer/plainer.js';
import { LONGEST } from '../understand.js';
import { isPartOfName } from '../values/part-of-name.js';
import { LONGEST_NAME, ValueIndex } from '../values/value-index.js';

/**
 * A text that is not understood, in the plain words for what it says. Words that are the name of a value of
 * this shop, or a single one that stands in such a name, stay.
 * @returns undefined if nothing in it has plainer words
 */
export async function inPlainerWords(text: string, shop: ShopView): Promise<string | undefined> {
  const typed = readable(text);
  if (typed === undefined) return undefined;
  const fields = await groupingFields(shop.store);
  const said = await replaced(
    fieldsInTheirWay(typed, fields),
    hasSalespeople(fields) ? PLAINER : WITHOUT_SALESPEOPLE,
    fields,
    shop,
  );
  return said === typed || said === '' ? undefined : said;
}

/**
 * A text without turns of phrase that would be read as something else.
 * @returns undefined if it has none
 */
export async function withoutFalseFriends(text: string, shop: ShopView): Promise<string | undefined> {
  const typed = readable(text);
  if (typed === undefined) return undefined;
  const some = [...OF_SALESPEOPLE, ...READ_FIRST];
  if (!some.some(([pattern]) => typed.search(pattern) >= 0)) return undefined;
  const fields = await groupingFields(shop.store);
  const said = await replaced(typed, hasSalespeople(fields) ? some : READ_FIRST, fields, shop);
  return said === typed || said === '' ? undefined : said;
}

const SALESPEOPLE = /sales ?(?:person|people|rep|man|agent)|seller|cashier|\brep\b|\bagent\b/i;

const hasSalespeople = (fields: readonly GroupingField[]): boolean =>
  fields.some(field => namesOf(field).some(name => SALESPEOPLE.test(name)));

/** A text as its patterns are written; undefined where names stand in quotes, or parts of a query. */
function readable(text: string): string | undefined {
  if (text.length > LONGEST || /"|[\p{L}\d]:\S/u.test(text)) return undefined;
  return text
    .replace(/\p{Cc}/gu, ' ')
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .replace(/[?!]+|\.+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

async function replaced(
  text: string,
  replacements: readonly Replacement[],
  fields: readonly GroupingField[],
  shop: ShopView,
): Promise<string> {
  const index = await ValueIndex.of(shop.store, fields, tokensOf(text));
  let said = text;
  for (const [pattern, words] of replacements)
    said = said
      .replace(pattern, (match: string, ...others: unknown[]) => {
        // Behind the groups are the place of the match and the text.
        const groups = others.slice(0, -2);
        const instead = words.replace(/\$(\d)/g, (_, n: string) => String(groups[Number(n) - 1] ?? ''));
        return isOfShop(match, instead, index) ? match : instead;
      })
      .replace(/\s+/g, ' ')
      .trim();
  return said;
}

/** Whether words that would be lost are, or alone stand in, the name of a value of the shop. */
function isOfShop(match: string, instead: string, index: ValueIndex): boolean {
  const kept = instead.match(/[\p{L}\d]+/gu) ?? [];
  // "Cancelled" is not lost in a cancel rate.
  const isKept = (word: string) => kept.some(k => k === word || (k.length > 5 && word.startsWith(k)));
  const runs: string[][] = [[]];
  for (const { text } of tokensOf(match))
    if (isKept(text)) runs.push([]);
    else runs.at(-1)?.push(text);
  const lost = runs.flat();
  if (lost.length === 1 && isPartOfName(lost[0] as string, index)) return true;
  return runs.some(run =>
    run.some((_, from) =>
      Array.from({ length: Math.min(LONGEST_NAME, run.length - from) }, (_none, n) =>
        run.slice(from, from + n + 1).join(' '),
      ).some(name => name.length > 2 && index.exact(name).length > 0),
    ),
  );
}

const GROUPED =
  'day|week|month|quarter|year|weekday|hour|quantity|volume|value|revenue|sales|profit|units|age|region|' +
  'price';

/** `sales country wise`, `countrywise sales`: by that field, as is said in India. */
function fieldsInTheirWay(text: string, fields: readonly GroupingField[]): string {
  if (!/wise\b/.test(text)) return text;
  const names = fields
    .flatMap(namesOf)
    .map(name => name.toLowerCase().replace(/[^\p{L}\d]+/gu, '[ -]?'))
    .filter(name => /\p{L}/u.test(name))
    .sort((a, b) => b.length - a.length);
  return text.replace(
    new RegExp(`(?<![\\p{L}\\d])(?:${[...names, GROUPED].join('|')})(?=[ -]?wise\\b)[ -]?wise\\b`, 'gu'),
    said => `by ${said.replace(/[ -]?wise$/, '')}`,
  );
}
