import type { Column, Unit } from '../core/answer/answer.js';
import { decimalsOf } from '../core/money/currencies.js';
import { toMajor } from '../core/money/money.js';
import type { GroupSums, LinePart } from '../store/scope/sums.js';

/** A figure that sales are measured by, worked out from exact sums. */
export interface Measure {
  readonly key: string;
  readonly label: string;
  /**
   * What stands behind one, and behind another figure in a sentence: `1 order`, `12 orders`, `$40.00 an
   * order`.
   */
  readonly nouns: readonly [one: string, many: string];
  readonly unit: Unit;
  /** An average says little where there is little to average over, and parts of it do not add up. */
  readonly isAverage?: boolean;
  /** @returns money in major units; null where it cannot be said (no orders to average over) */
  of(sums: GroupSums, currency: string): number | null;
}

/** An average in major units, rounded to the decimals that people see; of one, it is the one. */
export const averageOf = (sum: number, count: number, currency: string): number => {
  const decimals = decimalsOf(currency);
  return count === 1
    ? toMajor(sum, decimals)
    : Math.round(sum / count / 10 ** (decimals.stored - decimals.shown)) / 10 ** decimals.shown;
};

/** What stands behind a figure of the measure; nothing behind revenue, which money says itself. */
export const nounAfter = (measure: Measure, value: number): string =>
  measure === revenue ? '' : ` ${measure.nouns[value === 1 ? 0 : 1]}`;

/** The headline if no line has the figure that an average is of, such as a rating. */
export const nothingToAverage = ({ label }: Measure): string =>
  `There is no ${label.toLowerCase().replace(/^avg/, 'average')} to show: no line has one.`;

export const revenue: Measure = {
  key: 'revenue',
  label: 'Revenue',
  nouns: ['of revenue', 'of revenue'],
  unit: 'money',
  of: (s, c) => toMajor(s.revenue, decimalsOf(c)),
};
export const orders: Measure = {
  key: 'orders',
  label: 'Orders',
  nouns: ['order', 'orders'],
  unit: 'count',
  of: s => s.orders,
};
export const lines: Measure = {
  key: 'lines',
  label: 'Lines',
  nouns: ['order line', 'order lines'],
  unit: 'count',
  of: s => s.lines,
};
export const customers: Measure = {
  key: 'customers',
  label: 'Customers',
  nouns: ['customer', 'customers'],
  unit: 'count',
  of: s => s.customers,
};
export const quantity: Measure = {
  key: 'quantity',
  label: 'Quantity',
  nouns: ['unit', 'units'],
  unit: 'count',
  of: s => s.quantity / 1000,
};
export const averageOrderValue: Measure = {
  key: 'averageOrderValue',
  label: 'Avg order',
  nouns: ['an order', 'an order'],
  unit: 'money',
  isAverage: true,
  of: (s, c) => (s.orders === 0 ? null : averageOf(s.revenue, s.orders, c)),
};
export const averageLine: Measure = {
  key: 'averageLine',
  label: 'Avg line',
  nouns: ['a line', 'a line'],
  unit: 'money',
  isAverage: true,
  of: (s, c) => (s.lines === 0 ? null : averageOf(s.revenue, s.lines, c)),
};
/** The mean of the lines' ratings, to two decimals. */
export const averageRating: Measure = {
  key: 'averageRating',
  label: 'Avg rating',
  nouns: ['on average', 'on average'],
  unit: 'number',
  isAverage: true,
  of: s => (s.ratings === 0 ? null : Math.round((s.ratingSum / s.ratings) * 1000) / 1000),
};

export const MEASURES: readonly Measure[] = [
  revenue,
  orders,
  customers,
  averageOrderValue,
  lines,
  averageLine,
  quantity,
];

/** What the shop's files say of a line, beside its amount. */
export interface Recorded {
  /** False where rows are totals of days, which say nothing of orders. */
  readonly orders: boolean;
  readonly customers: boolean;
  readonly quantity: boolean;
  /** Discounts, taxes and the like. */
  readonly parts: ReadonlySet<LinePart>;
}

/**
 * The measures that these sums have: a rating only if lines carry one, orders, customers and quantity only if
 * files do.
 */
export const measuresOf = (total: GroupSums, recorded: Recorded): readonly Measure[] => [
  ...MEASURES.filter(
    m =>
      (recorded.orders || !isOfOrders(m)) &&
      (m !== customers || recorded.customers) &&
      (m !== quantity || recorded.quantity),
  ),
  ...(total.ratings > 0 ? [averageRating] : []),
];

/** Whether a measure counts orders. */
export const isOfOrders = (measure: Measure): boolean => measure === orders || measure === averageOrderValue;

/** A fraction as answers carry it: to six decimals. */
export const fraction = (part: number, whole: number): number | null =>
  // Never minus zero.
  whole === 0 ? null : Math.round((part / whole) * 1e6) / 1e6 + 0;

/** The relative change from `before` to `now`, as a fraction; null where there is nothing to compare with. */
export const changeOf = (now: number | null, before: number | null): number | null =>
  now === null || before === null || before === 0 ? null : fraction(now - before, Math.abs(before));

const SECONDARY: readonly Measure[] = [lines, averageLine, quantity, averageRating];

/** A measure's column; secondary ones are shown where there is room. */
export const measureColumn = (m: Measure): Column => ({
  key: m.key,
  label: m.label,
  unit: m.unit,
  secondary: SECONDARY.includes(m),
});

/** Whether the parts of a whole add up to it: averages do not, nor do distinct orders and customers. */
export const addsUp = ({ key, isAverage }: Measure): boolean =>
  !isAverage && key !== orders.key && key !== customers.key;

/** An average over fewer orders is not ranked with others: one large order would lead. */
export const FEWEST_FOR_AVERAGE = 3;

/**
 * What groups are ranked by, the larger the higher: the measure, or with `isBottom` its opposite. Those that
 * have no value come last, and before them averages over hardly any orders.
 */
export function rankBy(measure: Measure, currency: string, isBottom = false): (sums: GroupSums) => number {
  return sums => {
    const value = measure.of(sums, currency);
    if (value === null) return -Number.MAX_VALUE;
    if (measure.isAverage && sums.orders < FEWEST_FOR_AVERAGE) return -Number.MAX_VALUE / 2;
    return isBottom ? -value : value;
  };
}
