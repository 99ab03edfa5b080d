import type { Unit } from '../core/answer/answer.js';
import { minorDigits } from '../core/money/currencies.js';
import { median } from '../core/statistics.js';
import { type GroupSums, NO_SUMS } from '../store/scope/sums.js';

/**
 * The lines that sums are made of: all; those with a customer; those of customers' orders, their first and their
 * later ones; those of cancelled orders; and returns.
 */
export type Part = 'all' | 'known' | 'buying' | 'first' | 'later' | 'cancelled' | 'returns';

/** What the data must have for a measure. */
export type Needed = 'customers' | 'quantity' | 'ratings' | 'status';

/** What a group has been added up to. */
export interface GroupFigures {
  /** The sums of a part of the lines. */
  of(part: Part): GroupSums;
  /** What each order of the group comes to, ascending, in minor units; empty unless a measure asks for it. */
  readonly orderTotals: Float64Array;
}

/** The figures of a group without lines. */
export const NO_FIGURES: GroupFigures = { of: () => NO_SUMS, orderTotals: new Float64Array(0) };

/** A figure that a query can ask for. Ratios are of sums, never means of ratios. */
export interface QueryMeasure {
  /** `average-order` */
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
  /** What it is, for docs and `describe`. */
  readonly formula: string;
  /** What stands behind a figure in a sentence: `12 orders`. Money says itself. */
  readonly nouns?: readonly [one: string, many: string];
  /** Parts of the lines, beside all of them, that it is made of. */
  readonly parts?: readonly Part[];
  readonly needsOrderTotals?: boolean;
  readonly needs?: readonly Needed[];
  /** Whether the figures of groups add up to that of all of them: revenue does, customers do not. */
  readonly addsUp: boolean;
  /** Money in major units; null where there is nothing to divide by. */
  of(figures: GroupFigures, currency: string): number | null;
}

const major = (minor: number, currency: string): number => minor / 10 ** minorDigits(currency);
const perUnit = (minor: number, by: number, currency: string): number | null =>
  by === 0 ? null : Math.round(minor / by) / 10 ** minorDigits(currency);
const ratio = (part: number, whole: number, decimals = 6): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10 ** decimals) / 10 ** decimals + 0;

/** Every measure, in the order of docs and help. */
export const QUERY_MEASURES: readonly QueryMeasure[] = [
  {
    key: 'revenue',
    label: 'Revenue',
    unit: 'money',
    formula: 'the sum of the lines, net of discounts, without tax and shipping, returns subtracted',
    addsUp: true,
    of: (f, currency) => major(f.of('all').revenue, currency),
  },
  {
    key: 'orders',
    label: 'Orders',
    unit: 'count',
    nouns: ['order', 'orders'],
    formula: 'distinct orders with a line that is no return',
    addsUp: false,
    of: f => f.of('all').orders,
  },
  {
    key: 'units',
    label: 'Units',
    unit: 'count',
    nouns: ['unit', 'units'],
    formula: 'the sum of the quantities, returns subtracted',
    needs: ['quantity'],
    addsUp: true,
    of: f => f.of('all').quantity / 1000,
  },
  {
    key: 'lines',
    label: 'Lines',
    unit: 'count',
    nouns: ['order line', 'order lines'],
    formula: 'order lines, returns among them',
    addsUp: true,
    of: f => f.of('all').lines,
  },
  {
    key: 'customers',
    label: 'Customers',
    unit: 'count',
    nouns: ['customer', 'customers'],
    formula: 'distinct customers on the lines',
    needs: ['customers'],
    addsUp: false,
    of: f => f.of('all').customers,
  },
  {
    key: 'new-customers',
    label: 'New customers',
    unit: 'count',
    nouns: ['new customer', 'new customers'],
    formula: 'customers whose first order ever is among the orders',
    parts: ['first'],
    needs: ['customers'],
    addsUp: false,
    of: f => f.of('first').customers,
  },
  {
    key: 'returning-customers',
    label: 'Returning customers',
    unit: 'count',
    nouns: ['returning customer', 'returning customers'],
    formula: 'customers with an order whose first order ever is not among the orders',
    parts: ['first', 'buying'],
    needs: ['customers'],
    addsUp: false,
    of: f => f.of('buying').customers - f.of('first').customers,
  },
  {
    key: 'repeat-rate',
    label: 'Repeat rate',
    unit: 'share',
    nouns: [
      'of customers had ordered before or ordered again',
      'of customers had ordered before or ordered again',
    ],
    formula: 'customers with a second or later order among the orders / customers with an order',
    parts: ['later', 'buying'],
    needs: ['customers'],
    addsUp: false,
    of: f => ratio(f.of('later').customers, f.of('buying').customers),
  },
  {
    key: 'average-order',
    label: 'Avg order',
    unit: 'money',
    nouns: ['an order', 'an order'],
    formula: 'revenue / orders',
    addsUp: false,
    of: (f, currency) => perUnit(f.of('all').revenue, f.of('all').orders, currency),
  },
  {
    key: 'median-order',
    label: 'Median order',
    unit: 'money',
    nouns: ['for the median order', 'for the median order'],
    formula: 'the middle of what the orders come to',
    needsOrderTotals: true,
    addsUp: false,
    of: (f, currency) => {
      const middle = median(f.orderTotals);
      return middle === null ? null : Math.round(middle) / 10 ** minorDigits(currency);
    },
  },
  {
    key: 'average-line',
    label: 'Avg line',
    unit: 'money',
    nouns: ['a line', 'a line'],
    formula: 'revenue / lines',
    addsUp: false,
    of: (f, currency) => perUnit(f.of('all').revenue, f.of('all').lines, currency),
  },
  {
    key: 'units-per-order',
    label: 'Units per order',
    unit: 'number',
    nouns: ['units per order', 'units per order'],
    formula: 'units / orders',
    needs: ['quantity'],
    addsUp: false,
    of: f => ratio(f.of('all').quantity / 1000, f.of('all').orders, 4),
  },
  {
    key: 'lines-per-order',
    label: 'Lines per order',
    unit: 'number',
    nouns: ['lines per order', 'lines per order'],
    formula: 'lines / orders',
    addsUp: false,
    of: f => ratio(f.of('all').lines, f.of('all').orders, 4),
  },
  {
    key: 'revenue-per-customer',
    label: 'Revenue per customer',
    unit: 'money',
    nouns: ['per customer', 'per customer'],
    formula: 'revenue of lines with a customer / customers',
    parts: ['known'],
    needs: ['customers'],
    addsUp: false,
    of: (f, currency) => perUnit(f.of('known').revenue, f.of('known').customers, currency),
  },
  {
    key: 'orders-per-customer',
    label: 'Orders per customer',
    unit: 'number',
    nouns: ['orders per customer', 'orders per customer'],
    formula: 'orders with a customer / customers with an order',
    parts: ['buying'],
    needs: ['customers'],
    addsUp: false,
    of: f => ratio(f.of('buying').orders, f.of('buying').customers, 4),
  },
  {
    key: 'price-per-unit',
    label: 'Price per unit',
    unit: 'money',
    nouns: ['a unit', 'a unit'],
    formula: 'revenue / units',
    needs: ['quantity'],
    addsUp: false,
    of: (f, currency) => perUnit(f.of('all').revenue * 1000, f.of('all').quantity, currency),
  },
  {
    key: 'cancelled-orders',
    label: 'Cancelled orders',
    unit: 'count',
    nouns: ['cancelled order', 'cancelled orders'],
    formula: 'orders with a line whose status says cancelled',
    parts: ['cancelled'],
    needs: ['status'],
    addsUp: false,
    of: f => f.of('cancelled').orders,
  },
  {
    key: 'cancelled-revenue',
    label: 'Cancelled',
    unit: 'money',
    formula: 'revenue of lines whose status says cancelled',
    parts: ['cancelled'],
    needs: ['status'],
    addsUp: true,
    of: (f, currency) => major(f.of('cancelled').revenue, currency),
  },
  {
    key: 'cancel-rate',
    label: 'Cancel rate',
    unit: 'share',
    nouns: ['of orders are cancelled', 'of orders are cancelled'],
    formula: 'cancelled orders / orders',
    parts: ['cancelled'],
    needs: ['status'],
    addsUp: false,
    of: f => ratio(f.of('cancelled').orders, f.of('all').orders),
  },
  {
    key: 'refunds',
    label: 'Refunds',
    unit: 'money',
    formula: 'what the return lines come to, as a positive amount',
    parts: ['returns'],
    addsUp: true,
    of: (f, currency) => major(-f.of('returns').revenue + 0, currency),
  },
  {
    key: 'return-lines',
    label: 'Return lines',
    unit: 'count',
    nouns: ['return line', 'return lines'],
    formula: 'order lines that are returns',
    addsUp: true,
    of: f => f.of('all').returns,
  },
  {
    key: 'return-rate',
    label: 'Return rate',
    unit: 'share',
    nouns: ['of sales are returned', 'of sales are returned'],
    formula: 'refunds / revenue before refunds',
    parts: ['returns'],
    addsUp: false,
    of: f => ratio(-f.of('returns').revenue, f.of('all').revenue - f.of('returns').revenue),
  },
  {
    key: 'average-rating',
    label: 'Avg rating',
    unit: 'number',
    nouns: ['on average', 'on average'],
    formula: 'the mean of the ratings on the lines',
    needs: ['ratings'],
    addsUp: false,
    of: f => ratio(f.of('all').ratingSum, f.of('all').ratings, 3),
  },
];

/** The measure of this key. */
export const measureCalled = (key: string): QueryMeasure | undefined =>
  QUERY_MEASURES.find(measure => measure.key === key);
