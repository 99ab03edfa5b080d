import { idLists, insertRows } from '../engine/bulk.js';
import { knexOf } from '../engine/connection.js';
import type { BulkColumn } from '../engine/dialect.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';

const COLUMNS: readonly BulkColumn[] = [
  { name: 'id', type: 'integer' },
  { name: 'key', type: 'text' },
  { name: 'ingest_id', type: 'integer' },
  { name: 'customer_id', type: 'integer' },
  { name: 'day', type: 'integer' },
  { name: 'lines', type: 'integer' },
  { name: 'revenue', type: 'integer' },
  { name: 'is_return', type: 'boolean' },
];

/** An order as its lines add up to it. Money in minor units. */
export interface StoredOrder {
  readonly id: number;
  /** The shop's own id. */
  readonly key: string;
  /** The lowest customer id of its lines. */
  readonly customer: number | null;
  readonly day: number;
  /** Lines that count. */
  readonly lines: number;
  readonly revenue: number;
  /** Whether all of its lines are returns. */
  readonly isReturn: boolean;
}

/** Adds orders that an ingest is the first to bring. */
export const insertOrders = (
  trx: WriteTransaction,
  ingestId: number,
  orders: readonly StoredOrder[],
): Promise<void> =>
  insertRows(
    trx,
    'orders',
    COLUMNS,
    orders.map(o => [
      o.id,
      o.key,
      ingestId,
      o.customer,
      o.day,
      o.lines,
      o.revenue,
      o.lines > 0 && o.isReturn,
    ]),
  );

/** The days of stored orders, by the shop's own id; those that the store does not have are left out. */
export async function daysOfOrders(
  reader: StoreReader,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const rows: { key: string; day: number }[] = await knexOf(reader)('orders')
    .whereIn('key', keys)
    .where('lines', '>', 0)
    .select('key', 'day');
  return new Map(rows.map(r => [r.key, Number(r.day)]));
}

/**
 * Computes the totals of these orders anew from their lines; an order without lines keeps its row, with
 * zeros.
 */
export async function refreshOrders(trx: WriteTransaction, orders: Iterable<number>): Promise<void> {
  for (const list of idLists(orders)) await knexOf(trx).raw(`${ORDER_TOTALS} where id in (${list})`);
}

/** The same for all orders. */
export async function refreshAllOrders(trx: WriteTransaction): Promise<void> {
  await knexOf(trx).raw(ORDER_TOTALS);
}

const ORDER_TOTALS = `
  update orders set (lines, revenue, day, is_return, customer_id) = (
    select count(*), coalesce(sum(l.amount), 0), coalesce(min(l.day), orders.day),
           coalesce(min(case when l.is_return then 1 else 0 end), 0) = 1, min(l.customer_id)
    from order_lines l where l.order_id = orders.id)`;

/** Deletes those of these orders that no line names any more. */
export async function deleteOrdersWithoutLines(
  trx: WriteTransaction,
  orders: readonly number[],
): Promise<void> {
  for (const ids of idLists(orders))
    await knexOf(trx)('orders')
      .whereRaw(`id in (${ids})`)
      .whereRaw(`id not in (select order_id from order_lines where order_id in (${ids}))`)
      .whereRaw(`id not in (select order_id from lines_aside where order_id in (${ids}))`)
      .delete();
}
