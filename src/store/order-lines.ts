import type { Knex } from 'knex';
import { idLists } from './bulk.js';
import type { Dialect } from './dialect.js';
import { type Dimension, dimensionColumn } from './dimensions.js';

/** The columns of order_lines and of lines_aside that are not dimensions. */
export const LINE_COLUMNS = [
  'id',
  'ingest_id',
  'order_id',
  'customer_id',
  'day',
  'quantity',
  'amount',
  'is_return',
] as const;

const INDEXED = ['order_id', 'customer_id', 'day'] as const;
/** What a load needs to replace orders; new lines come at its end, so that keeping it costs little. */
const NEEDED = 'order_id';

/** A load of this share of the lines there are makes indexes anew rather than keeping them up line by line. */
const LARGE_SHARE = 0.2;

/**
 * Takes indexes of the lines away where so many are to come that making them afterwards is faster: all of them for a
 * first load, which takes half the time so. Where that would hold readers up, only for a first load.
 * @returns what makes them again
 */
export async function suspendIndexes(
  trx: Knex,
  { changesHoldReaders }: Dialect,
  { isFirst, coming, there }: { readonly isFirst: boolean; readonly coming: number; readonly there: number },
): Promise<() => Promise<void>> {
  const columns = isFirst
    ? INDEXED
    : coming > there * LARGE_SHARE && !changesHoldReaders
      ? INDEXED.filter(column => column !== NEEDED)
      : [];
  if (columns.length === 0) return async () => {};
  await trx.schema.alterTable('order_lines', t => {
    for (const column of columns) t.dropIndex(column);
  });
  return async () => {
    await trx.schema.alterTable('order_lines', t => {
      for (const column of columns) t.index(column);
    });
  };
}

/** Adds the customers of these orders, as their lines stand. */
export async function addCustomersOf(
  trx: Knex,
  orders: readonly number[],
  customers: Set<number>,
): Promise<void> {
  for (const list of idLists(orders)) {
    const ids: number[] = await trx('order_lines')
      .whereRaw(`order_id in (${list})`)
      .whereNotNull('customer_id')
      .distinct()
      .pluck('customer_id');
    for (const id of ids) customers.add(id);
  }
}

/** Puts the lines of orders aside, since an ingest brought other lines for them. */
export async function putAside(
  trx: Knex,
  dimensions: readonly Dimension[],
  orders: readonly number[],
  ingestId: number,
): Promise<void> {
  const columns = columnList(dimensions);
  for (const list of idLists(orders)) {
    await trx.raw(
      `insert into lines_aside (${columns}, replaced_by) select ${columns}, ? from order_lines where order_id in (${list})`,
      [ingestId],
    );
    await trx.raw(`delete from order_lines where order_id in (${list})`);
    // What was excluded of the orders gives way as well.
    await trx.raw(
      `update lines_aside set replaced_by = ? where replaced_by is null and order_id in (${list})`,
      [ingestId],
    );
  }
}

/** Moves the lines aside that the condition names back among those that count, or the other way. */
export async function moveLines(
  trx: Knex,
  dimensions: readonly Dimension[],
  to: 'order_lines' | 'lines_aside',
  where: string,
  bindings: readonly (string | number)[] = [],
): Promise<void> {
  const columns = columnList(dimensions);
  const from = to === 'order_lines' ? 'lines_aside' : 'order_lines';
  await trx.raw(`insert into ${to} (${columns}) select ${columns} from ${from} where ${where}`, bindings);
  await trx.raw(`delete from ${from} where ${where}`, bindings);
}

/** Makes the totals of these orders again from their lines; an order without lines keeps its row, with none. */
export async function refreshOrders(trx: Knex, orders: readonly number[]): Promise<void> {
  for (const list of idLists(orders)) {
    await trx.raw(`${ORDER_TOTALS} where id in (${list})`);
  }
}

/** The same for all orders. */
export async function refreshAllOrders(trx: Knex): Promise<void> {
  await trx.raw(ORDER_TOTALS);
}

const ORDER_TOTALS = `
  update orders set (lines, revenue, day, is_return, customer_id) = (
    select count(*), coalesce(sum(l.amount), 0), coalesce(min(l.day), orders.day),
           coalesce(min(case when l.is_return then 1 else 0 end), 0) = 1, min(l.customer_id)
    from order_lines l where l.order_id = orders.id)`;

const columnList = (dimensions: readonly Dimension[]): string =>
  [...LINE_COLUMNS, ...dimensions.map(dimensionColumn)].map(c => `"${c}"`).join(', ');
