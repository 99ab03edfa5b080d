import { quantile } from '../../../core/statistics.js';
import type { OrderList } from '../../../store/lines/index.js';

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
    | {
        readonly count: number;
        readonly q1: number;
        readonly median: number;
        readonly mean: number;
        readonly q3: number;
      }
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
  /** Days from the first order to the next one on another day; undefined if all were on one day. */
  readonly firstGap: number | undefined;
}

/**
 * Several orders on one day count as several, but add no gap between orders.
 * @param boughtBefore who had ordered before these orders, by customer id; nobody unless given
 */
export function repeatOf(orders: OrderList, boughtBefore?: Uint8Array): Repeat {
  const { buyers, gaps } = buyersOf(orders, boughtBefore);
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
    gaps: gapsOf(gaps),
    toSecond: toSecondOf(
      newBuyers.flatMap(b => b.firstGap ?? []),
      newBuyers.length,
    ),
  };
}

/** The customers, and all days between orders of one customer on different days. */
function buyersOf(orders: OrderList, boughtBefore?: Uint8Array): { buyers: Buyer[]; gaps: number[] } {
  const keys = customersAndDays(orders);
  const revenue = revenueByCustomer(orders);
  const buyers: Buyer[] = [];
  const gaps: number[] = [];
  for (let from = 0; from < keys.length; ) {
    const id = Math.floor(keys[from]! / DAYS);
    let firstGap: number | undefined;
    let to = from + 1;
    for (; to < keys.length && keys[to]! < (id + 1) * DAYS; to++) {
      const gap = keys[to]! - keys[to - 1]!;
      if (gap === 0) continue;
      gaps.push(gap);
      firstGap ??= gap;
    }
    buyers.push({ orders: to - from, revenue: revenue[id]!, isNew: boughtBefore?.[id] !== 1, firstGap });
    from = to;
  }
  return { buyers, gaps };
}

/** More days than any data covers. A power of two, so that a double takes customer and day apart exactly. */
const DAYS = 2 ** 20;

/**
 * The customer and the day of each order in one number, by customer and then by day: a typed array of numbers
 * is sorted many times faster than places by a function that compares two.
 */
function customersAndDays({ count, customer, day }: OrderList): Float64Array {
  const first = day.reduce((least, d) => Math.min(least, d), Number.POSITIVE_INFINITY);
  const keys = new Float64Array(count);
  let named = 0;
  for (let i = 0; i < count; i++)
    if (customer[i] !== 0) keys[named++] = customer[i]! * DAYS + (day[i]! - first);
  return keys.subarray(0, named).sort();
}

/** By customer id, in minor units. */
function revenueByCustomer({ count, customer, revenue }: OrderList): Float64Array {
  const highest = customer.reduce((most, id) => Math.max(most, id), 0);
  const sums = new Float64Array(highest + 1);
  for (let i = 0; i < count; i++) sums[customer[i]!] = sums[customer[i]!]! + revenue[i]!;
  return sums;
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
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  return { count: gaps.length, q1: at(0.25), median: at(0.5), q3: at(0.75), mean };
}

function toSecondOf(days: readonly number[], newCustomers: number): Repeat['toSecond'] {
  if (days.length === 0) return undefined;
  return {
    median: quantile(Float64Array.from(days).sort(), 0.5),
    within90: days.filter(d => d <= 90).length / newCustomers,
  };
}
