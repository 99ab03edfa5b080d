import { fieldNamed } from '../answering/grouping-fields.js';
import { type ScopePart, scopeText } from '../core/answer/scope.js';
import { showDay } from '../core/calendar/days.js';
import { NotUnderstood, ShopkeeperError } from '../core/errors.js';
import { unitsPerMajor } from '../core/money/currencies.js';
import type { CustomerCondition } from '../core/query/query.js';
import { buyersOf, customerSums, varietyOf } from '../store/scope/customer-sums.js';
import type { LineScope } from '../store/scope/sums.js';
import { daysToSecond } from './days-to-second.js';
import { expectedFigures, isExpectedFigure } from './expected-figures.js';
import { keptBy, opposite } from './filters.js';
import { purchasesEver } from './purchases-ever.js';
import { inRange, rangeWords } from './ranges.js';
import { segmentMarks, segmentTitles } from './segments.js';
import { periodIn, type Setting } from './setting.js';

type Figure = Extract<CustomerCondition, { kind: 'figure' }>;

/** Marks, by customer id, whom a condition is true of; all of them have bought something. */
export async function customersWho(condition: CustomerCondition, setting: Setting): Promise<Uint8Array> {
  const marks = await marksOf(condition, setting);
  const { customer } = await purchasesEver(setting);
  const buyers = new Uint8Array(marks.length);
  for (const id of customer) buyers[id] = marks[id]!;
  return buyers;
}

async function marksOf(condition: CustomerCondition, setting: Setting): Promise<Uint8Array> {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const isAnd = condition.kind === 'and';
      let marks: Uint8Array | undefined;
      for (const part of condition.of) {
        const own = await marksOf(part, setting);
        marks = marks ? (isAnd ? both(marks, own) : either(marks, own)) : own;
      }
      return marks ?? new Uint8Array(setting.highestCustomer + 1);
    }
    case 'not':
      return opposite(await marksOf(condition.of, setting));
    case 'segment':
      return segmentMarks(condition.values, setting);
    case 'figure':
      return byFigure(condition, setting);
    case 'first-order':
    case 'last-order': {
      const { range } = await periodIn(
        condition.period,
        setting.data,
        setting.view.today(),
        setting.fiscalStart,
      );
      const days = (await orderDays(setting))[condition.kind === 'first-order' ? 'first' : 'last'];
      // "Not since" reaches before the data as well as "until" does.
      const from = range.from <= setting.data.from ? -Infinity : range.from;
      // Without an order there is no day, and no comparison with it is true.
      return marksWhere(days, day => day >= from && day <= range.to);
    }
    case 'bought': {
      const { range, kept } = await boughtScope(condition, setting);
      const scope: LineScope = {
        ...(range && { range }),
        filters: kept.flatMap(k => (k.filter ? [k.filter] : [])),
        masks: kept.flatMap(k => (k.mask ? [k.mask] : [])),
      };
      return buyersOf(setting.view.store, scope);
    }
  }
}

async function boughtScope(condition: Extract<CustomerCondition, { kind: 'bought' }>, setting: Setting) {
  const range = await rangeIn(condition.period, setting);
  const kept = [];
  for (const filter of condition.where) kept.push(await keptBy(filter, setting));
  return { range, kept };
}

const rangeIn = async (period: string | undefined, { data, view, fiscalStart }: Setting) =>
  period === undefined ? undefined : (await periodIn(period, data, view.today(), fiscalStart)).range;

/** Marks the places of values that pass a test. */
function marksWhere(values: Float64Array, keeps: (value: number) => boolean): Uint8Array {
  const marks = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) if (keeps(values[i]!)) marks[i] = 1;
  return marks;
}

function both(marks: Uint8Array, others: Uint8Array): Uint8Array {
  const found = new Uint8Array(marks.length);
  for (let i = 0; i < found.length; i++) found[i] = marks[i]! & others[i]!;
  return found;
}

function either(marks: Uint8Array, others: Uint8Array): Uint8Array {
  const found = new Uint8Array(marks.length);
  for (let i = 0; i < found.length; i++) found[i] = marks[i]! | others[i]!;
  return found;
}

/** The first and last order of each customer, by id; NaN without one. */
async function orderDays(setting: Setting): Promise<{ first: Float64Array; last: Float64Array }> {
  const { customer, firstDay, lastDay } = await purchasesEver(setting);
  const first = new Float64Array(setting.highestCustomer + 1).fill(Number.NaN);
  const last = first.slice();
  for (let i = 0; i < customer.length; i++) {
    first[customer[i] as number] = firstDay[i] as number;
    last[customer[i] as number] = lastDay[i] as number;
  }
  return { first, last };
}

async function byFigure(condition: Figure, setting: Setting): Promise<Uint8Array> {
  return marksWhere(await customerFigures(condition, setting), inRange(condition.range));
}

/**
 * A figure of each customer, by id; 0 or none of those who bought nothing in the period. Money in
 * major units.
 */
export async function customerFigures(
  { figure, period }: Pick<Figure, 'figure' | 'period'>,
  setting: Setting,
): Promise<Float64Array> {
  const { view, highestCustomer, asOf } = setting;
  // Who ordered nothing has no average order.
  const values = new Float64Array(highestCustomer + 1).fill(figure === 'average-order' ? Number.NaN : 0);
  const scale = unitsPerMajor(view.currency);
  if (figure === 'inactive-days') {
    const { last } = await orderDays(setting);
    return last.map(day => asOf - day);
  }
  if (figure === 'days-to-second') {
    if (period === undefined) return daysToSecond(setting);
    throw new NotUnderstood(
      'Days from the first order to the second are of all orders, and of no period.',
      [],
    );
  }
  if (isExpectedFigure(figure)) {
    if (period === undefined) return expectedFigures(figure, setting);
    throw new NotUnderstood(`${FIGURE_WORDS[figure]} is of what comes, and of no period that was.`, []);
  }
  const range = await rangeIn(period, setting);
  if (figure === 'products') {
    const product = await fieldNamed('product', view.store);
    if (!product)
      throw new ShopkeeperError('The data names no products.', 'Load a file with a column of products.');
    const scope = { ...(range && { range }), filters: [] };
    return Float64Array.from(await varietyOf(view.store, scope, product.by));
  }
  if (range || figure === 'units') {
    const sums = await customerSums(view.store, { ...(range && { range }), filters: [] });
    for (let id = 0; id < values.length; id++)
      // Whoever has no line has a figure of 0, also where it is an average.
      if (sums.lines[id]! > 0)
        values[id] = figureOf(figure, sums.orders[id]!, sums.revenue[id]! / scale, sums.quantity[id]! / 1000);
    return values;
  }
  const { customer, orders, revenue } = await purchasesEver(setting);
  for (let i = 0; i < customer.length; i++)
    values[customer[i]!] = figureOf(figure, orders[i]!, revenue[i]! / scale, 0);
  return values;
}

function figureOf(figure: Figure['figure'], orders: number, spent: number, units: number): number {
  if (figure === 'orders') return orders;
  if (figure === 'spent') return spent;
  if (figure === 'units') return units;
  return orders === 0 ? Number.NaN : spent / orders;
}

/** What the figures of customers are called. */
export const FIGURE_WORDS: Readonly<Record<Figure['figure'], string>> = {
  orders: 'orders',
  spent: 'spent',
  'average-order': 'average order',
  units: 'units',
  products: 'different products',
  'inactive-days': 'days since the last order',
  'days-to-second': 'days from the first order to the second',
  'expected-orders': 'expected orders',
  'probability-alive': 'probability of still being a customer',
  'lifetime-value': 'expected value',
};

/** ` in 2004`, ` since 2004-03`. */
const ofPeriod = (period: string): string =>
  /^(?:since|until|before|after)\b/.test(period) ? ` ${period}` : ` in ${period}`;

/** A condition as people read it: `segment is VIP and orders over 3`. @throws NotUnderstood */
export async function conditionWords(condition: CustomerCondition, setting: Setting): Promise<string> {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const parts = [];
      for (const part of condition.of) parts.push(await conditionWords(part, setting));
      return parts.join(` ${condition.kind} `);
    }
    case 'not': {
      const inner = condition.of;
      if (inner.kind === 'bought')
        return (await conditionWords(inner, setting)).replace(
          /^bought/,
          inner.period === undefined ? 'never bought' : 'did not buy',
        );
      return `not ${await conditionWords(inner, setting)}`;
    }
    case 'segment':
      return `segment is ${(await segmentTitles(condition.values, setting)).join(' or ')}`;
    case 'figure': {
      const words = `${FIGURE_WORDS[condition.figure]} ${rangeWords(condition.range).join('')}`;
      return condition.period === undefined ? words : words + ofPeriod(condition.period);
    }
    case 'first-order':
    case 'last-order': {
      const { range } = await periodIn(
        condition.period,
        setting.data,
        setting.view.today(),
        setting.fiscalStart,
      );
      const which = condition.kind === 'first-order' ? 'first order' : 'last order';
      if (range.from <= setting.data.from) return `${which} by ${showDay(range.to)}`;
      return `${which} from ${showDay(range.from)} to ${showDay(range.to)}`;
    }
    case 'bought': {
      const { kept } = await boughtScope(condition, setting);
      const what = kept.length === 0 ? '' : ` ${kept.map(k => goodsWords(k.scope)).join(' with ')}`;
      return `bought${what}${condition.period === undefined ? '' : ofPeriod(condition.period)}`;
    }
  }
}

/** What was bought: `product line Ships or Trains`, `status other than Cancelled`. */
export function goodsWords(scope: ScopePart): string {
  if (scope.kind !== 'filter') return scopeText([scope]);
  return `${scope.field} ${scope.isExcluded ? 'other than ' : ''}${scope.values.join(' or ')}`;
}
