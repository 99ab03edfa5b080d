import { BUY, type Draft, type Pass, PEOPLE, type ReadingContext, take, tidy } from './draft.js';
import { Unanswerable } from './unanswerable.js';
import { filtersIn, type NamedFilters } from './values.js';

const ORDERS = '(?:orders?|baskets?|receipts?|invoices?|transactions?|purchases?)';
const HOLD = '(?:with|have|has|had|contain(?:s|ed|ing)?|includ(?:e|es|ed|ing)|having|hold(?:s|ing)?|of)';
const THINGS = '([\\p{L}\\d&\'"._/ ,-]+?)';
const END = '(?=$|,| (?:in|from|by|per|for|to|since|until|over|under|did|do|were|was|are|each)\\b)';
/** "Orders of both years" are of periods. */
const NO_PERIODS = '(?! (?:years|months|quarters|weeks|days|periods)\\b)';

/** How it is said that an order has several things in it. */
const PATTERNS: readonly RegExp[] = [
  `\\b(${ORDERS}) (?:(?:that|which|we|have|has|had) )*${HOLD} both\\b${NO_PERIODS} ?(?:of )?${THINGS}${END}`,
  `\\b(${ORDERS}) (?:(?:that|which) )*(?:contain(?:s|ed|ing)?|includ(?:e|es|ed|ing)|hold(?:s` +
    `|ing)?) ${THINGS}${END}`,
  `\\b(${ORDERS}) (?:(?:that|which|have|has|had|with) )*${THINGS} (?:together|in (?:the same` +
    `|one) order)${END}`,
  `\\bhow often (?:are|were|is|do|did|have)(?: ${PEOPLE})? ?(?:${BUY} )?${THINGS} (?:(?:been ` +
    `)?(?:bought|ordered|purchased|sold) )?(?:together|in (?:the same|one) (?:order|basket` +
    `|purchase))${END}`,
].map(source => new RegExp(source, 'u'));

/** `orders with both ships and planes`: orders that hold each of them. Read after the periods. */
export const ordersHolding: Pass = async (draft, context) => {
  for (const pattern of PATTERNS) {
    const m = pattern.exec(draft.text);
    if (!m) continue;
    const found = await eachIn(m.at(-1) as string, context);
    if (!found) {
      if (/\bboth\b/.test(m[0]))
        throw new Unanswerable('Which two things should one order hold?', ['sales together'], true);
      continue;
    }
    draft.text = tidy(`${draft.text.slice(0, m.index)} orders ${draft.text.slice(m.index + m[0].length)}`);
    draft.orderHas = found.flatMap(({ goods }) => goods);
    draft.where.push(...found.flatMap(({ others }) => others));
    draft.remarks.push(...found.flatMap(({ remarks }) => remarks));
    draft.isComposed = true;
    draft.isStrong = true;
    asList(draft);
    return;
  }
};

/** They are listed, unless something is to be counted or added up. */
function asList(draft: Draft): void {
  if (/\bhow often\b/.test(draft.whole)) {
    take(draft, /\borders\b/);
    draft.measures.push('orders');
  } else if (
    !/\b(?:how|number|count|revenue|sales|value|worth|average|share|percent|by|per)\b/.test(draft.whole)
  ) {
    take(draft, /^(?:(?:show|list|give|which|find|get)(?: me| us)?(?: all)?(?: the| our)? )?orders\b/);
    draft.rows = 'orders';
  }
}

/** `trucks and buses and ships`: what each of two or more things is; undefined if one is no goods. */
async function eachIn(said: string, context: ReadingContext): Promise<NamedFilters[] | undefined> {
  const words = said
    .replace(/,? (?:and|as well as|plus|&) (?:also )?(?:some |a |an )?/g, ' , ')
    .split(/ ?, ?/)
    .filter(word => word !== '');
  for (let from = 1; from < words.length; from++) {
    const parts = [words.slice(0, from).join(' and '), words.slice(from).join(' and ')];
    const found = await Promise.all(parts.map(part => filtersIn(part, context)));
    if (words.length === 2 && found.every(isOneOf)) return found as NamedFilters[];
    // Of three things each is one, unless two of them are one name.
    if (words.length > 2 && found.every(f => isOneOf(f) && f?.goods[0]?.values?.length === 1))
      return found as NamedFilters[];
  }
  if (words.length < 3) return undefined;
  const each = await Promise.all(words.map(word => filtersIn(word, context)));
  return each.every(isOneOf) ? (each as NamedFilters[]) : undefined;
}

const isOneOf = (found: NamedFilters | undefined): boolean => found?.goods.length === 1;
