import { knexForPartsOf } from '../engine/connection.js';
import { memoizedByDataVersion } from '../engine/memoize.js';
import { namesFor, partOf } from '../engine/part.js';
import type { StoreReader } from '../engine/transaction.js';
import { type GroupBy, type LineScope, linesOf, type OrderTotals, ordersInView } from '../lines/index.js';

/** What is known of each order as a whole, by order id; of orders that have only returns nothing. */
export interface OrderFacts {
  /** Customer ids; 0 where the order names none. */
  readonly customer: Int32Array;
  /** The first day of its lines; `NO_DAY` where there is no such order. */
  readonly day: Int32Array;
  /** What its lines come to, returns subtracted. Minor units. */
  readonly total: Float64Array;
  /** Which of its customer's orders it is, by day and then by id: 1 is the first; 0 without a customer. */
  readonly number: Int32Array;
}

/** The day of an order that there is not. */
export const NO_DAY = -(2 ** 31);

/** The facts of all orders that count. */
export const orderFacts = (reader: StoreReader): Promise<OrderFacts> =>
  memoizedByDataVersion(reader, 'order facts', async () => {
    const list = await (await linesOf(reader)).orders({ filters: [] });
    let highest = 0;
    for (const id of list.order) highest = Math.max(highest, id);
    const customer = new Int32Array(highest + 1);
    const day = new Int32Array(highest + 1).fill(NO_DAY);
    const total = new Float64Array(highest + 1);
    for (let i = 0; i < list.count; i++) {
      const id = list.order[i] as number;
      customer[id] = list.customer[i] as number;
      day[id] = list.day[i] as number;
      total[id] = list.revenue[i] as number;
    }
    return { customer, day, total, number: numbersOf(customer, day) };
  });

/**
 * The ids of orders by the shop's own ids; those that the store does not have, or that may not be named to
 * whoever reads, are left out.
 */
export async function ordersCalled(
  reader: StoreReader,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const rows: { key: string; id: number }[] =
    (await ordersInView(reader, keys)) ??
    (await knexForPartsOf(reader)('orders')
      .whereIn('key', [...keys])
      .select('key', 'id'));
  return new Map((await ordersInPart(reader, rows)).map(row => [row.key, row.id]));
}

/** Those orders that may be named to whoever reads: with a line in the part of the shop for it. */
export async function ordersInPart<O extends { readonly id: number }>(
  reader: StoreReader,
  orders: readonly O[],
): Promise<readonly O[]> {
  const names = namesFor(reader);
  const part = partOf(names);
  if (!part || orders.length === 0) return orders;
  if (part.anyOf.length === 0) return [];
  const { day } = await orderFacts(names);
  return orders.filter(({ id }) => (day[id] ?? NO_DAY) !== NO_DAY);
}

/** Numbers each customer's orders, the earliest first. */
function numbersOf(customer: Int32Array, day: Int32Array): Int32Array {
  const ids = Int32Array.from(customer.keys()).filter(id => customer[id] !== 0);
  ids.sort((a, b) => (day[a] as number) - (day[b] as number) || a - b);
  let highest = 0;
  for (const id of ids) highest = Math.max(highest, customer[id] as number);
  const counts = new Int32Array(highest + 1);
  const number = new Int32Array(customer.length);
  for (const id of ids) number[id] = ++(counts[customer[id] as number] as number);
  return number;
}

/**
 * What the orders of each group come to, ascending, in minor units: of none, one or two groupings. Of an
 * order in several groups each has its part.
 */
export const orderTotalsOf = async (
  reader: StoreReader,
  scope: LineScope,
  bys: readonly GroupBy[],
): Promise<OrderTotals[]> => (await linesOf(reader)).orderTotals(scope, bys);
