import type { DayRange } from '../../core/calendar/grain.js';
import { idLists, insertLiterals, type Literal } from '../engine/bulk.js';
import { connectionOf, knexForPartsOf, knexOf } from '../engine/connection.js';
import { nextId } from '../engine/key-numbers.js';
import { memoizedPerTransaction } from '../engine/memoize.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';
import { type Dimension, dimensionColumn } from './dimensions.js';
import { linesView } from './lines-view.js';

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

/** The customer that a line's file or source named, where they are joined to another. */
export const KNOWN_AS = 'known_as';

/** What files say beside a line's revenue, in minor units; null where they do not. */
export const PART_COLUMNS = ['discount', 'tax', 'shipping', 'tip', 'cost'] as const;

/** The first and last day of the lines that count; undefined if there are none. */
export const dataExtent = (reader: StoreReader): Promise<DayRange | undefined> =>
  memoizedPerTransaction(reader, 'extent', () => readExtent(reader));

async function readExtent(reader: StoreReader): Promise<DayRange | undefined> {
  const knex = knexForPartsOf(reader);
  if (await linesView(reader)) {
    const chunks = await knex('line_chunks').min({ from: 'first_day' }).max({ to: 'last_day' }).first();
    return chunks?.from == null ? undefined : { from: Number(chunks.from), to: Number(chunks.to) };
  }
  // Two queries in one: SQLite looks one end of an index up at once, but reads all of it for both.
  const row = await knex
    .select({ from: knex('order_lines').min('day'), to: knex('order_lines').max('day') })
    .first();
  return row?.from === null || row?.from === undefined
    ? undefined
    : { from: Number(row.from), to: Number(row.to) };
}

/** A line as it is inserted: its values in the order of the columns. */
export type LineRow = readonly Literal[];

const INDEXED = ['order_id', 'customer_id', 'day'] as const;
/** A load needs this one to replace orders; new lines come at its end, so that updating it costs little. */
const NEEDED = 'order_id';

/** A load of this share of the stored lines drops indexes and makes them again, rather than updating them. */
const LARGE_SHARE = 0.2;

/**
 * Drops indexes of the lines if a load brings so many that making the indexes afterwards is faster: all of
 * them for a first load, which halves its time. If that blocks readers, it is done for a first load only.
 * @returns a function that makes them again
 */
export async function suspendIndexes(
  trx: WriteTransaction,
  { isFirst, coming, there }: { readonly isFirst: boolean; readonly coming: number; readonly there: number },
): Promise<() => Promise<void>> {
  const { changesHoldReaders } = connectionOf(trx).dialect;
  const columns = isFirst
    ? INDEXED
    : coming > there * LARGE_SHARE && !changesHoldReaders
      ? INDEXED.filter(column => column !== NEEDED)
      : [];
  if (columns.length === 0) return async () => {};
  await knexOf(trx).schema.alterTable('order_lines', t => {
    for (const column of columns) t.dropIndex(column);
  });
  return async () => {
    await knexOf(trx).schema.alterTable('order_lines', t => {
      for (const column of columns) t.index(column);
    });
  };
}

/** Adds the customers of these orders, as their lines stand. */
export async function addCustomersOf(
  trx: WriteTransaction,
  orders: Iterable<number>,
  customers: { add(id: number): unknown },
): Promise<void> {
  for (const list of idLists(orders)) {
    const ids: number[] = await knexOf(trx)('order_lines')
      .whereRaw(`order_id in (${list})`)
      .whereNotNull('customer_id')
      .distinct()
      .pluck('customer_id');
    for (const id of ids) customers.add(id);
  }
}

/** Gives the returns of an ingest the first day of the sales in the same orders, where they have any. */
export async function dateReturnsByOrder(
  trx: WriteTransaction,
  ingestId: number,
  orders: Iterable<number>,
): Promise<void> {
  const sales = 'from order_lines s where s.order_id = order_lines.order_id and not s.is_return';
  for (const list of idLists(orders))
    await knexOf(trx).raw(
      `update order_lines set day = (select min(s.day) ${sales})
       where ingest_id = ? and is_return and order_id in (${list}) and exists (select 1 ${sales})`,
      [ingestId],
    );
}

/** Whether any line counts. */
export const hasOrderLines = async (reader: StoreReader): Promise<boolean> =>
  (await knexOf(reader)('order_lines').first('id')) !== undefined;

/** The next free line number; archived lines keep theirs. */
export const nextLineNumber = async (trx: WriteTransaction): Promise<number> =>
  Math.max(await nextId(trx, 'order_lines'), await nextId(trx, 'lines_aside'));

/** Adds lines that count, each in the order of `columns`. */
export const insertOrderLines = (
  trx: WriteTransaction,
  columns: readonly string[],
  lines: readonly LineRow[],
): Promise<void> => insertLiterals(trx, 'order_lines', columns, lines);

/** A line of one order, with the value of one dimension. */
export interface OrderedProduct {
  readonly day: number;
  /** As the file named them, whoever they are joined to. */
  readonly customerId: number | null;
  /** Thousandths. */
  readonly quantity: number;
  /** Minor units. */
  readonly amount: number;
  readonly product: number | null;
}

/** The lines of an order that count, with the ids of their products. */
export const linesOfOrder = (
  reader: StoreReader,
  order: number,
  product: Pick<Dimension, 'id'>,
): Promise<OrderedProduct[]> =>
  knexOf(reader)('order_lines')
    .where({ order_id: order })
    .select('day', 'quantity', 'amount', {
      customerId: knexOf(reader).raw('coalesce(known_as, customer_id)'),
      product: dimensionColumn(product),
    });

/** The orders that an ingest brought lines for, or replaced lines of. */
export async function ordersTouchedBy(reader: StoreReader, ingestId: number): Promise<number[]> {
  const knex = knexOf(reader);
  const rows: { order_id: number }[] = await knex('order_lines')
    .where({ ingest_id: ingestId })
    .distinct('order_id')
    .union(
      knex('lines_aside')
        .where({ ingest_id: ingestId })
        .orWhere({ replaced_by: ingestId })
        .distinct('order_id'),
    );
  return rows.map(r => r.order_id);
}

/**
 * How many orders and customers the lines of an ingest are of that count; how many of the orders have returns
 * only; and how many orders beside them are excluded altogether for their status.
 */
export async function countsOfIngest(
  reader: StoreReader,
  ingestId: number,
): Promise<{
  readonly orders: number;
  readonly returnOrders: number;
  readonly excludedOrders: number;
  readonly customers: number;
}> {
  const knex = knexOf(reader);
  const row = await knex('order_lines')
    .where({ ingest_id: ingestId })
    .select(
      knex.raw(`count(distinct order_id) as orders, count(distinct customer_id) as customers,
        count(distinct case when is_return then null else order_id end) as with_sales`),
    )
    .first();
  const counted = knex({ l: 'order_lines' })
    .whereRaw('l.order_id = a.order_id')
    .where('l.ingest_id', ingestId)
    .select('l.id');
  const excluded = await knex({ a: 'lines_aside' })
    .where('a.ingest_id', ingestId)
    .whereNull('a.replaced_by')
    .whereNotExists(counted)
    .countDistinct({ orders: 'a.order_id' })
    .first();
  const orders = Number(row?.orders ?? 0);
  return {
    orders,
    returnOrders: orders - Number(row?.with_sales ?? 0),
    excludedOrders: Number(excluded?.orders ?? 0),
    customers: Number(row?.customers ?? 0),
  };
}

/** Deletes the lines that an ingest brought, archived ones too. @returns how many */
export async function deleteLinesOf(trx: WriteTransaction, ingestId: number): Promise<number> {
  const knex = knexOf(trx);
  const counted = await knex('order_lines').where({ ingest_id: ingestId }).delete();
  return counted + (await knex('lines_aside').where({ ingest_id: ingestId }).delete());
}

/** The columns of lines, for SQL. */
export const lineColumns = (dimensions: readonly Dimension[]): string =>
  [...LINE_COLUMNS, KNOWN_AS, ...PART_COLUMNS, ...dimensions.map(dimensionColumn)]
    .map(c => `"${c}"`)
    .join(', ');
