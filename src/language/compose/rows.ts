import { isActionable } from '../../answering/field-roles.js';
import { findGrain, type GroupingField, plurals } from '../../answering/grouping-fields.js';
import { kebab } from '../../core/text/words.js';
import { RANKED_BY } from '../../query/list-figures.js';
import { asShareOfCustomers } from './customers-share.js';
import { type Draft, type Pass, tidy } from './draft.js';
import { asRest, asSeries } from './ends-and-rest.js';
import { MONEY_KEYS } from './money-measures.js';
import { isAboutPeople } from './people.js';
import { Unanswerable } from './unanswerable.js';

/** `top 10` can be of anything. */
function topOfWhat(
  { order, limit }: NonNullable<Draft['rank']>,
  fields: readonly GroupingField[],
): Unanswerable {
  const [named = 'products', other = 'countries'] = fields
    .filter(f => f.by.kind === 'dimension' && isActionable(f))
    .map(plurals);
  const count = limit > 0 ? ` ${limit}` : '';
  return new Unanswerable(`The ${order}${count} of what?`, [
    `sales ${order}-customers${count}`,
    `sales ${order}-${named}${count}`,
    `sales ${order}-${other}${count}`,
  ]);
}

/** Lists have no profit and the like: "customers by profit" are groups. */
function groupsOfMoney(draft: Draft): void {
  if (draft.rows !== 'customers' && draft.rows !== 'orders') return;
  if (!draft.measures.some(key => MONEY_KEYS.has(key)) || draft.by.length > 0) return;
  draft.by = [draft.rows === 'orders' ? 'order' : 'customer'];
  draft.rows = undefined;
}

/** `all orders from land of toys`: what one customer ordered is a list, unless it is to be counted. */
function ordersOfCustomer(draft: Draft): void {
  const isOne = draft.where.some(f => f.field === 'customer' && !f.not && f.values?.length === 1);
  const isList = new RegExp(
    '^(?:(?:show|list|give|get)(?: me| us)? (?:all |every |the |our )*|all (?:the |our ' +
      String.raw`)?|every )orders?\b`,
  ).test(draft.whole);
  if (!isOne || !isList || draft.rows || draft.by.length > 0 || draft.measures.some(m => m !== 'orders'))
    return;
  draft.rows = 'orders';
  draft.isStrong = true;
}

/** What a ranking is of, where no field is named. */
function rankedOfWhat(draft: Draft, fields: readonly GroupingField[]): void {
  // "Best selling coffee" are products.
  const isSelling = /\bsell(?:ing|ers?)\b/.test(draft.whole) && fields.some(f => f.key === 'product');
  if (draft.rank && isSelling && !draft.rows && draft.by.length === 0 && draft.where.length > 0)
    draft.by.push('product');
  if (draft.rank && !draft.rows && draft.by.length === 0 && draft.who.length === 0 && draft.text === '')
    throw topOfWhat(draft.rank, fields);
}

/** A list is not split, and "by units" is what it is ranked by. */
function asList(draft: Draft): void {
  const other = draft.by.find(key => key !== draft.rows?.slice(0, -1));
  if (other) draft.text = tidy(`${draft.text} by ${other.replaceAll('-', ' ')}`);
  const by = draft.measures.find(m => RANKED_BY[draft.rows as 'customers'].includes(m as 'orders'));
  if (draft.rank && draft.rank.by === undefined && by !== undefined && by !== 'revenue')
    draft.rank = { ...draft.rank, by };
  draft.by = [];
  draft.measures = draft.rows === 'customers' ? draft.measures.filter(m => m === 'units') : [];
  if (draft.rows === 'orders' || draft.who.length > 0 || draft.show.size > 0) draft.isComposed = true;
}

/** "Customers of Madrid, revenue by customer": there is no number of customers in a row of one. */
function eachIsOne(draft: Draft): void {
  if (draft.by.includes('customer') && draft.measures.length > 1)
    draft.measures = draft.measures.filter(m => m !== 'customers');
}

/** Settles what the rows are. Customers are listed where the text is about people and asks for no figure. */
export const rows: Pass = (draft, context) => {
  const { fields } = context;
  const people = isAboutPeople(draft.whole);
  rankedOfWhat(draft, fields);
  const isLimit = draft.rank && draft.rank.limit === 0;
  if (draft.rank && isLimit) draft.rank = { ...draft.rank, limit: draft.rows === 'orders' ? 1 : 10 };
  if (asShareOfCustomers(draft)) return;
  asRest(draft, context);
  asSeries(draft, context);
  groupsOfMoney(draft);
  ordersOfCustomer(draft);
  const hasCustomerValue = draft.where.some(f => f.field === 'customer' && f.not !== true);
  const asksFigure =
    draft.measures.some(m => m !== 'customers') ||
    draft.goal !== undefined ||
    draft.show.has('running') ||
    draft.show.has('share');
  if (
    !draft.rows &&
    draft.by.length === 0 &&
    !asksFigure &&
    (draft.who.length > 0 || draft.show.has('yes-no')) &&
    (people || hasCustomerValue || draft.who.some(c => c.kind === 'segment') || draft.show.has('email'))
  ) {
    draft.rows = 'customers';
    draft.isComposed = true;
  }
  if (draft.rows === 'customers' || draft.rows === 'orders') {
    asList(draft);
    return;
  }
  // A running total runs through a period: by month, unless something else is named.
  if (draft.show.has('running') && draft.by.length === 0) draft.by.push('month');
  eachIsOne(draft);
  if (draft.having.length > 0)
    draft.measures = [...new Set([...draft.having.map(h => h.measure), ...draft.measures])];
  if (
    draft.who.length > 0 ||
    draft.by.some(key => !fields.some(f => kebab(f.key) === key) && !findGrain(key))
  )
    draft.isComposed = true;
  // "Thanksgiving week 2004 vs 2003" is not split by week.
  const isSplit = /\b(?:by|per|each|every|daily|weekly|monthly|quarterly|yearly)\b/.test(draft.whole);
  if (draft.versus && !isSplit) draft.by = draft.by.filter(key => !findGrain(key));
  // Months of two years stand beside each other by their names.
  if (draft.versus) draft.by = draft.by.map(key => (key === 'month' ? 'month-of-year' : key));
  const [first, second] = draft.by;
  const grain = draft.versus ? draft.by.find(findGrain) : undefined;
  if (grain)
    throw new Unanswerable(
      `Two periods are not compared by ${grain} yet; by month, and by other fields, they are.`,
      [`sales trend by ${grain}`],
      true,
    );
  // Time goes first: a row for each month, and within it the others.
  if (first && second && findGrain(second) && !findGrain(first) && !draft.rank)
    draft.by = [second, first, ...draft.by.slice(2)];
  if (draft.by.length > 2) draft.by = draft.by.slice(0, 2);
  draft.rows = draft.by.length > 0 ? 'groups' : 'total';
  countedPeople(draft, people);
  shownInPercent(draft);
};

const OF_MONEY = /\b(?:sales|revenue|turnover|spend\w*|spent|money|orders?|buy\w*|bought)\b/;

/** `vips by country` are so many customers, with what they spent. */
function countedPeople(draft: Draft, people: boolean): void {
  if (draft.rows !== 'groups' || draft.measures.length > 0) return;
  const isSegment = draft.who.some(c => c.kind === 'segment') && !OF_MONEY.test(draft.whole);
  if (isSegment || (people && draft.who.length > 0)) draft.measures = ['customers', 'revenue'];
}

/** "In percent" is of groups, and is said already of shares, rates and changes. */
function shownInPercent(draft: Draft): void {
  // "Average discount % by category" is in percent as it is.
  if (/^(?:mean|median)-/.test(draft.measures[0] ?? '')) return;
  if (!draft.isInPercent || draft.versus || draft.partOf || draft.show.has('growth')) return;
  if (draft.measures.some(key => /rate/.test(key))) return;
  if (draft.rows === 'groups') draft.show.add('share');
  else draft.text = tidy(`${draft.text} percent`);
  draft.isComposed = true;
}
