import { quantile } from '../../../core/statistics.js';
import type { OrderList } from '../../../store/columns/index.js';

/** How often customers order, and how long they wait. Money in minor units. */
export interface Repeat {
  readonly customers: number;
  readonly repeaters: number;
  readonly orders: number;
  readonly revenue: number;
  /** Revenue of customers with two or more orders. */
  readonly repeaterRevenue: number;
  /** Orders of customers that no order names. */
  readonly withoutCustomer: number;
  /** By number of orders, 1 to MOST (and more). */
  readonly byOrders: readonly {
    readonly orders: number;
    readonly customers: number;
    readonly revenue: number;
  }[];
  /** Days from one order of a customer to the next; undefined where nobody ordered twice on different days. */
  readonly gaps:
    | { readonly count: number; readonly q1: number; readonly median: number; readonly q3: number }
    | undefined;
  /** Days from the first order to the second. */
  readonly toSecond:
    | { readonly median: number; readonly within30: number; readonly within90: number }
    | undefined;
}

/** Customers with this many orders or more are counted together. */
export const MOST_ORDERS = 6;

/** Orders of one day count as orders each, but as no time between orders. */
export function repeatOf(orders: OrderList): Repeat {
  const places = Array.from({ length: orders.count }, (_, i) => i).filter(i => orders.customer[i] !== 0);
  places.sort(
    (a, b) =>
      (orders.customer[a] as number) - (orders.customer[b] as number) ||
      (orders.day[a] as number) - (orders.day[b] as number),
  );
  const byOrders = Array.from({ length: MOST_ORDERS }, (_, i) => ({
    orders: i + 1,
    customers: 0,
    revenue: 0,
  }));
  const gaps: number[] = [];
  const toSecond: number[] = [];
  let [customers, repeaters, revenue, repeaterRevenue] = [0, 0, 0, 0];
  for (let from = 0; from < places.length; ) {
    let to = from;
    let own = 0;
    let second: number | undefined;
    const customer = orders.customer[places[from] as number];
    for (; to < places.length && orders.customer[places[to] as number] === customer; to++) {
      const place = places[to] as number;
      own += orders.revenue[place] as number;
      if (to === from) continue;
      const gap = (orders.day[place] as number) - (orders.day[places[to - 1] as number] as number);
      if (gap > 0) gaps.push(gap);
      second ??= gap > 0 ? gap : undefined;
    }
    const count = to - from;
    const bucket = byOrders[Math.min(count, MOST_ORDERS) - 1] as { customers: number; revenue: number };
    bucket.customers++;
    bucket.revenue += own;
    customers++;
    revenue += own;
    if (count > 1) {
      repeaters++;
      repeaterRevenue += own;
    }
    if (second !== undefined) toSecond.push(second);
    from = to;
  }
  return {
    customers,
    repeaters,
    orders: places.length,
    revenue,
    repeaterRevenue,
    withoutCustomer: orders.count - places.length,
    byOrders,
    gaps: gapsOf(gaps),
    toSecond: toSecondOf(toSecond, customers),
  };
}

function gapsOf(gaps: readonly number[]): Repeat['gaps'] {
  if (gaps.length === 0) return undefined;
  const sorted = Float64Array.from(gaps).sort();
  const at = (p: number) => quantile(sorted, p);
  return { count: gaps.length, q1: at(0.25), median: at(0.5), q3: at(0.75) };
}

function toSecondOf(days: readonly number[], customers: number): Repeat['toSecond'] {
  if (days.length === 0) return undefined;
  const within = (most: number) => days.filter(d => d <= most).length / customers;
  return {
    median: quantile(Float64Array.from(days).sort(), 0.5),
    within30: within(30),
    within90: within(90),
  };
}
