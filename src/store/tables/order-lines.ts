import type { Knex } from 'knex';
import { idList, idLists } from '../engine/bulk.js';
import type { Dialect } from '../engine/dialect.js';
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
  orders: Iterable<number>,
  customers: { add(id: number): unknown },
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

/**
 * Puts the lines of orders aside, since an ingest brought other lines for them.
 * @param of only the lines that this ingest brought; all unless given
 */
export async function putAside(
  trx: Knex,
  dimensions: readonly Dimension[],
  orders: readonly number[],
  ingestId: number,
  of?: number,
): Promise<void> {
  const columns = columnList(dimensions);
  for (const list of idLists(orders)) {
    const where = `order_id in (${list})${of === undefined ? '' : ` and ingest_id + 0 = ${idList([of])}`}`;
    await trx.raw(
      `insert into lines_aside (${columns}, replaced_by) select ${columns}, ? from order_lines where ${where}`,
      [ingestId],
    );
    await trx.raw(`delete from order_lines where ${where}`);
    // What was excluded of the orders gives way as well.
    await trx.raw(`update lines_aside set replaced_by = ? where replaced_by is null and ${where}`, [
      ingestId,
    ]);
  }
}

/** Which ingests an order has lines of, and which one replaced them; null for lines that still stand. */
export async function replacedBy(
  trx: Knex,
  order: number,
): Promise<{ readonly ingestId: number; readonly replacedBy: number | null }[]> {
  const rows: { ingest_id: number; replaced_by: number | null }[] = await trx('order_lines')
    .where({ order_id: order })
    .select('ingest_id', trx.raw('cast(null as integer) as replaced_by'))
    .union(trx('lines_aside').where({ order_id: order }).select('ingest_id', 'replaced_by'));
  return rows
    .map(row => ({ ingestId: row.ingest_id, replacedBy: row.replaced_by }))
    .sort((a, b) => (b.replacedBy ?? Number.POSITIVE_INFINITY) - (a.replacedBy ?? Number.POSITIVE_INFINITY));
}

/**
 * Counts lines again that an ingest replaced, as lines that another one brings.
 * @returns the next free line number
 */
export async function copyReplacedLines(
  trx: Knex,
  dimensions: readonly Dimension[],
  lines: {
    readonly order: number;
    readonly replacedBy: number;
    /** The ingest whose lines are left out. */
    readonly except: number;
    readonly ingestId: number;
    readonly nextLine: number;
  },
): Promise<number> {
  const where = { order_id: lines.order, replaced_by: lines.replacedBy };
  const ids: number[] = await trx('lines_aside')
    .where(where)
    .whereNot({ ingest_id: lines.except })
    .orderBy('id')
    .pluck('id');
  const kept = [...LINE_COLUMNS.slice(2), ...dimensions.map(dimensionColumn)].map(c => `"${c}"`).join(', ');
  for (const [i, id] of ids.entries())
    await trx.raw(
      `insert into order_lines ("id", "ingest_id", ${kept})
       select ${idList([lines.nextLine + i])}, ${idList([lines.ingestId])}, ${kept} from lines_aside where id = ?`,
      [id],
    );
  return lines.nextLine + ids.length;
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
export async function refreshOrders(trx: Knex, orders: Iterable<number>): Promise<void> {
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
