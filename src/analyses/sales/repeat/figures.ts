import { quantile } from '../../../core/statistics.js';
import type { OrderList } from '../../../store/columns/index.js';

/** How often customers order, and how long they wait. Money in minor units. */
export interface Repeat {
  readonly customers: number;
  /** Customers with two or more of these orders. */
  readonly repeaters: number;
  /** Customers who had ordered before all these orders. */
  readonly knownBefore: number;
  /** Customers whose only order ever is among these. */
  readonly once: { readonly customers: number; readonly revenue: number };
  readonly orders: number;
  readonly revenue: number;
  /** Revenue of customers with two or more orders. */
  readonly repeaterRevenue: number;
  /** Orders that name no customer. */
  readonly withoutCustomer: number;
  /** By number of orders, 1 to MOST (and more). */
  readonly byOrders: readonly OrderCount[];
  /** Days from one order of a customer to the next; undefined if nobody ordered twice on different days. */
  readonly gaps:
    | { readonly count: number; readonly q1: number; readonly median: number; readonly q3: number }
    | undefined;
  /** Days from the first order ever to the second; `within90` is a share of the new customers. */
  readonly toSecond: { readonly median: number; readonly within90: number } | undefined;
}

/** Customers with a number of orders. */
export interface OrderCount {
  readonly orders: number;
  readonly customers: number;
  readonly revenue: number;
}

/** Customers with this many orders or more are counted together. */
export const MOST_ORDERS = 6;

/** What one customer ordered. */
interface Buyer {
  readonly orders: number;
  readonly revenue: number;
  readonly isNew: boolean;
  /** Days between orders on different days. */
  readonly gaps: readonly number[];
}

/**
 * Several orders on one day count as several, but add no gap between orders.
 * @param boughtBefore who had ordered before these orders, by customer id; nobody unless given
 */
export function repeatOf(orders: OrderList, boughtBefore?: Uint8Array): Repeat {
  const buyers = buyersOf(orders, boughtBefore);
  const sumOf = (of: readonly Buyer[]) => of.reduce((sum, b) => sum + b.revenue, 0);
  const repeaters = buyers.filter(b => b.orders > 1);
  const newBuyers = buyers.filter(b => b.isNew);
  const once = newBuyers.filter(b => b.orders === 1);
  const orderCount = buyers.reduce((sum, b) => sum + b.orders, 0);
  return {
    customers: buyers.length,
    repeaters: repeaters.length,
    knownBefore: buyers.length - newBuyers.length,
    once: { customers: once.length, revenue: sumOf(once) },
    orders: orderCount,
    revenue: sumOf(buyers),
    repeaterRevenue: sumOf(repeaters),
    withoutCustomer: orders.count - orderCount,
    byOrders: countsOf(buyers),
    gaps: gapsOf(buyers.flatMap(b => b.gaps)),
    toSecond: toSecondOf(
      newBuyers.flatMap(b => b.gaps[0] ?? []),
      newBuyers.length,
    ),
  };
}

function buyersOf({ count, customer, day, revenue }: OrderList, boughtBefore?: Uint8Array): Buyer[] {
  const places = Array.from({ length: count }, (_, i) => i).filter(i => customer[i] !== 0);
  places.sort((a, b) => customer[a]! - customer[b]! || day[a]! - day[b]!);
  const buyers: Buyer[] = [];
  for (let from = 0; from < places.length; ) {
    const id = customer[places[from] as number] as number;
    const gaps: number[] = [];
    let [to, sum] = [from, 0];
    for (; to < places.length && customer[places[to] as number] === id; to++) {
      const place = places[to]!;
      sum += revenue[place]!;
      const gap = to === from ? 0 : day[place]! - (day[places[to - 1] as number] as number);
      if (gap > 0) gaps.push(gap);
    }
    buyers.push({ orders: to - from, revenue: sum, isNew: boughtBefore?.[id] !== 1, gaps });
    from = to;
  }
  return buyers;
}

function countsOf(buyers: readonly Buyer[]): OrderCount[] {
  const counts = Array.from({ length: MOST_ORDERS }, (_, i) => ({ orders: i + 1, customers: 0, revenue: 0 }));
  for (const { orders, revenue } of buyers) {
    const count = counts[Math.min(orders, MOST_ORDERS) - 1] as { customers: number; revenue: number };
    count.customers++;
    count.revenue += revenue;
  }
  return counts;
}

function gapsOf(gaps: readonly number[]): Repeat['gaps'] {
  if (gaps.length === 0) return undefined;
  const sorted = Float64Array.from(gaps).sort();
  const at = (p: number) => quantile(sorted, p);
  return { count: gaps.length, q1: at(0.25), median: at(0.5), q3: at(0.75) };
}

function toSecondOf(days: readonly number[], newCustomers: number): Repeat['toSecond'] {
  if (days.length === 0) return undefined;
  return {
    median: quantile(Float64Array.from(days).sort(), 0.5),
    within90: days.filter(d => d <= 90).length / newCustomers,
  };
}
