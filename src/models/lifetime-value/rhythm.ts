import { quantile } from '../../core/statistics.js';
import { customersIn, type Orders, sortedPlaces } from './histories.js';

/**
 * How often customers who came back do so, and how long they have been silent. Position i is one customer.
 */
export interface Rhythms {
  /** Rising; customers of one order day are left out. */
  readonly customer: Int32Array;
  /** Their usual days between orders. */
  readonly usual: Float64Array;
  /** Days since the last order. */
  readonly silent: Int32Array;
  /** Gaps between orders of all of them, and the median one in days. */
  readonly gaps: number;
  readonly median: number;
  /** Nine in ten gaps were shorter than so many times their customer's usual one. */
  readonly late: number;
  /** Of a thousand gaps of the shop, one was longer than this, in days. */
  readonly longest: number;
}

/**
 * The part of all gaps that a silence must be longer than, relative to the customer's own, to be called
 * late.
 */
const LATE = 0.9;
/** The part of all gaps that a silence must be longer than, in days, before hardly anybody comes back. */
const LONGEST = 0.999;
/** And so many times as long as what makes its customer late: a rare buyer may be silent for long. */
const LONG_LATE = 2;

/** Where a customer stands among the rhythms; undefined of one without a second order day. */
export function placeInRhythms({ customer }: Rhythms, customerId: number): number | undefined {
  let [from, to] = [0, customer.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (customer[middle]! < customerId) from = middle + 1;
    else to = middle;
  }
  return customer[from] === customerId ? from : undefined;
}

/** Whether the customer at a place is overdue: silent for longer than nine in ten of their gaps would be. */
export const isLateAt = ({ usual, silent, late }: Rhythms, place: number): boolean =>
  silent[place]! > usual[place]! * late;

/**
 * Whether the customer at a place has been silent for so long that hardly anybody comes back: for longer than
 * 999 in 1,000 gaps of the shop, and for twice as long as makes them overdue.
 */
export const isLongGoneAt = ({ usual, silent, late, longest }: Rhythms, place: number): boolean =>
  silent[place]! > Math.max(longest, LONG_LATE * late * usual[place]!);

/**
 * Everybody's rhythm up to a day. A customer's usual gap is the mean of their own, with the shop's median
 * counted as one more, so that a single short gap does not make somebody late.
 */
export function rhythmsOf(orders: Orders, through: number): Rhythms {
  const order = sortedPlaces(orders);
  const days: { readonly customer: number; readonly of: readonly number[] }[] = [];
  for (const [from, to] of customersIn(orders, order)) {
    const own = order.subarray(from, to).filter(i => orders.isReturn[i] === 0 && orders.day[i]! <= through);
    const of = [...new Set(Array.from(own, i => orders.day[i]!))];
    if (of.length > 1) days.push({ customer: orders.customer[order[from]!]!, of });
  }
  const gapsOf = (of: readonly number[]) => of.slice(1).map((day, i) => day - of[i]!);
  const all = Float64Array.from(days.flatMap(({ of }) => gapsOf(of))).sort();
  const median = quantile(all, 0.5);
  const usual = Float64Array.from(days, ({ of }) => (of.at(-1)! - of[0]! + median) / of.length);
  const relative = Float64Array.from(
    days.flatMap(({ of }, c) => gapsOf(of).map(gap => gap / usual[c]!)),
  ).sort();
  return {
    customer: Int32Array.from(days, d => d.customer),
    usual,
    silent: Int32Array.from(days, ({ of }) => through - of.at(-1)!),
    gaps: all.length,
    median,
    late: quantile(relative, LATE),
    longest: quantile(all, LONGEST),
  };
}
