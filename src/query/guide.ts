import { SEASONS } from '../core/calendar/seasons.js';
import {
  BAND_FIGURES,
  type CustomerCondition,
  type QueryFilter,
  type QueryInput,
} from '../core/query/query.js';

/** Something that a query can say, in words and as data. */
interface Guided<T> {
  readonly about: string;
  readonly example: T;
}

/** Filters on lines that every shop has, beside those on its dimensions. */
export const LINE_FILTERS: readonly Guided<QueryFilter>[] = [
  {
    about: 'what the whole order comes to, in major units',
    example: { field: 'order-total', range: { from: 500, isOver: true } },
  },
  {
    about: "the order's number among those of its customer: 1 is the first",
    example: { field: 'order-number', range: { from: 2, to: 3 } },
  },
  {
    about: 'orders of new customers (their first), or of returning ones',
    example: { field: 'buyers', values: ['new'] },
  },
  { about: "the customer's segment", example: { field: 'segment', values: ['vip'] } },
  { about: 'weekend, or monday-to-friday', example: { field: 'weekend', values: ['weekend'] } },
  { about: 'monday to sunday', example: { field: 'weekday', values: ['friday', 'saturday'] } },
  { about: 'january to december, of any year', example: { field: 'month-of-year', values: ['december'] } },
  {
    about: `of any year: ${SEASONS.map(s => s.key).join(', ')}`,
    example: { field: 'season', values: ['summer'] },
  },
  {
    about: 'lines without a customer, or another field of the data',
    example: { field: 'without', values: ['customer'] },
  },
  { about: 'order numbers', example: { field: 'order', values: ['A1'] } },
];

/** Conditions on customers; `and`, `or` and `not` join them. */
export const CUSTOMER_FILTERS: readonly Guided<CustomerCondition>[] = [
  { about: 'in one of these segments', example: { kind: 'segment', values: ['vip'] } },
  {
    about:
      'a figure of what they bought, ever or in a period: ' +
      'orders, spent, average-order, units, products, inactive-days, days-to-second (from the first ' +
      'order to the next on a later day); ' +
      'or what is expected of them: expected-orders, probability-alive (0 to 1), lifetime-value',
    example: { kind: 'figure', figure: 'orders', range: { from: 3, isOver: true } },
  },
  { about: 'the day of their first order', example: { kind: 'first-order', period: 'last year' } },
  { about: 'the day of their last order', example: { kind: 'last-order', period: 'last year' } },
  {
    about: 'bought in a period, or what matches all of these filters',
    example: { kind: 'bought', where: [], period: 'last year' },
  },
  {
    about: 'everybody else; also "never bought"',
    example: { kind: 'not', of: { kind: 'bought', where: [], period: 'last 90 days' } },
  },
  {
    about: 'all of these (or, with "or", one of them)',
    example: {
      kind: 'and',
      of: [
        { kind: 'segment', values: ['vip'] },
        { kind: 'figure', figure: 'inactive-days', range: { from: 90 } },
      ],
    },
  },
];

/** Ways to write a period. */
export const PERIODS: readonly string[] = [
  '2025',
  '2025-q4',
  '2025-10',
  '2025-10-03',
  '2025-10..2026-03',
  'last month',
  'this year',
  'last 90 days',
  'since 2025-06',
];

/** Questions and their queries, of fields that every shop with customers has. */
export const EXAMPLES: readonly Guided<QueryInput>[] = [
  {
    about: 'revenue of 2025 against 2024',
    example: { measures: ['revenue'], period: '2025', versus: '2024' },
  },
  {
    about: 'new customers by month',
    example: { rows: 'groups', by: ['month'], measures: ['new-customers'] },
  },
  {
    about: 'the top segment of each quarter by orders',
    example: {
      rows: 'groups',
      by: ['quarter', 'segment'],
      measures: ['orders'],
      rank: { order: 'top', limit: 1, within: 'quarter' },
    },
  },
  {
    about: 'the 20 customers with the most spent who have not ordered for 90 days',
    example: {
      rows: 'customers',
      who: { kind: 'figure', figure: 'inactive-days', range: { from: 90 } },
      rank: { order: 'top', limit: 20, by: 'revenue' },
    },
  },
  {
    about: 'orders over 500',
    example: { rows: 'orders', where: [{ field: 'order-total', range: { from: 500, isOver: true } }] },
  },
  {
    about: 'how many customers ordered once, two or three times, and more often',
    example: {
      rows: 'groups',
      by: ['band'],
      bands: { of: 'orders', ranges: [{ from: 1, to: 1 }, { from: 2, to: 3 }, { from: 4 }] },
      measures: ['customers'],
    },
  },
];

/** How a query is written, for those who write it as JSON. */
export const QUERY_GUIDE = `A query is a JSON object; leave out what is not needed.
rows: "total" (the default), "groups" (with "by", one or two fields), "customers" or "orders" (lists).
measures: keys of measures; the first is what groups are ranked by. Totals and groups need at least one.
period, versus: written like ${PERIODS.map(p => `"${p}"`).join(', ')};
  versus is the period to compare with.
per: "day", "week", "month", "quarter" or "year": measures as averages over all whole ones.
where: filters on lines, each with field and either values or range {from, to, isOver, isUnder};
  not: true keeps all others. A value "*word*" is every value with that word in its name.
who: a condition on customers, with kind.
rank: {order: "top" or "bottom", limit, by: a measure, within: one of the fields in "by"}.
having: [{measure, range}] keeps groups by a measure.
bands: {of, ranges: [range, ...]} are groups of "band", named in "by", of ${BAND_FIGURES.join(', ')}.
show: "share", "running", "growth" (of groups by one period), "yes-no", "place" (of one value), "table".
Money is in major units. Values are written as in the data.`;
