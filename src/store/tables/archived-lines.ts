import { idList, idLists, insertLiterals, linesOfPart } from '../engine/bulk.js';
import { knexForPartsOf, knexOf } from '../engine/connection.js';
import { memoizedPerTransaction } from '../engine/memoize.js';
import { partOf } from '../engine/part.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';
import { type Dimension, dimensionColumn, listValues } from './dimensions.js';
import { KNOWN_AS, LINE_COLUMNS, type LineRow, lineColumns, PART_COLUMNS } from './order-lines.js';

/**
 * Lines that are stored but do not count: `replaced_by` is the ingest that brought other lines for their
 * order, or null if the shop excludes their status or they were called off (`cancelled`). The table keeps
 * its first name, `lines_aside`:
 * migrations, and tools that read the database, know it by that name.
 */
const TABLE = 'lines_aside';

/** A status as it is compared: whatever its case and spaces. */
export const statusKey = (status: string): string => status.trim().toLowerCase();

/** The number of lines that are archived because the shop excludes their status. */
export const excludedLines = (reader: StoreReader): Promise<number> =>
  memoizedPerTransaction(reader, 'excluded', async () => {
    const excluded = knexForPartsOf(reader)(TABLE).whereNull('replaced_by').count({ n: '*' });
    const part = partOf(reader);
    if (part) excluded.whereRaw(linesOfPart(part));
    const row = await excluded.first();
    return Number(row?.n ?? 0);
  });

/** Whether any line is archived. */
export const hasArchivedLines = async (reader: StoreReader): Promise<boolean> =>
  (await knexOf(reader)(TABLE).first('id')) !== undefined;

/**
 * Adds lines that do not count: of a status that the shop excludes, or called off; each in the order of
 * `columns`, and then whether it was called off.
 */
export const insertExcludedLines = (
  trx: WriteTransaction,
  columns: readonly string[],
  lines: readonly LineRow[],
): Promise<void> => insertLiterals(trx, TABLE, [...columns, 'cancelled'], lines);

/**
 * Archives the lines of orders, because an ingest brought new lines for them.
 * @param of only the lines that this ingest brought; all unless given
 */
export async function archiveReplacedLines(
  trx: WriteTransaction,
  dimensions: readonly Dimension[],
  orders: readonly number[],
  replacedBy: number,
  of?: number,
): Promise<void> {
  const knex = knexOf(trx);
  const columns = lineColumns(dimensions);
  for (const list of idLists(orders)) {
    const where = `order_id in (${list})${of === undefined ? '' : ` and ingest_id + 0 = ${idList([of])}`}`;
    await knex.raw(
      `insert into ${TABLE} (${columns}, replaced_by) select ${columns}, ? from order_lines where ${where}`,
      [replacedBy],
    );
    await knex.raw(`delete from order_lines where ${where}`);
    // Excluded lines of the orders are replaced as well.
    await knex.raw(`update ${TABLE} set replaced_by = ? where replaced_by is null and ${where}`, [
      replacedBy,
    ]);
  }
}

/**
 * Deletes the lines that an ingest brought for these orders, archived ones too: a source brings an order
 * again and again, and what it was before is of no use.
 */
export async function discardLines(
  trx: WriteTransaction,
  orders: Iterable<number>,
  ingestId: number,
): Promise<void> {
  // + 0 has the order looked up, not all lines of the ingest.
  for (const list of idLists(orders))
    for (const table of ['order_lines', TABLE])
      await knexOf(trx)(table)
        .whereRaw(`order_id in (${list}) and ingest_id + 0 = ${idList([ingestId])}`)
        .delete();
}

/** Restores the lines that an ingest replaced. @returns how many */
export async function restoreReplacedLines(
  trx: WriteTransaction,
  dimensions: readonly Dimension[],
  replacedBy: number,
): Promise<number> {
  // Lines that were called off stay archived.
  const called = await knexOf(trx)(TABLE)
    .where({ replaced_by: replacedBy, cancelled: true })
    .update({ replaced_by: null });
  const where = { replaced_by: replacedBy };
  const row = await knexOf(trx)(TABLE).where(where).count({ n: '*' }).first();
  await moveLines(trx, dimensions, { from: TABLE, to: 'order_lines', where: 'replaced_by = ?' }, [
    replacedBy,
  ]);
  return Number(row?.n ?? 0) + called;
}

/** Has all lines count again that were excluded for their status. */
export const restoreExcludedLines = (
  trx: WriteTransaction,
  dimensions: readonly Dimension[],
): Promise<void> =>
  moveLines(trx, dimensions, {
    from: TABLE,
    to: 'order_lines',
    where: 'replaced_by is null and not cancelled',
  });

/**
 * Archives the lines of one of these statuses.
 * @param orders only lines of these orders; of all unless given
 */
export async function archiveExcludedLines(
  trx: WriteTransaction,
  dimensions: readonly Dimension[],
  statuses: readonly string[],
  orders?: readonly number[],
): Promise<void> {
  const status = dimensions.find(d => d.key === 'status');
  if (!status || statuses.length === 0) return;
  const excluded = new Set(statuses.map(statusKey));
  const values = (await listValues(trx, status)).filter(v => excluded.has(statusKey(v.value)));
  if (values.length === 0) return;
  const within = orders ? ` and order_id in (${idList(orders)})` : '';
  const where = `${dimensionColumn(status)} in (${idList(values.map(v => v.id))})${within}`;
  await moveLines(trx, dimensions, { from: 'order_lines', to: TABLE, where });
}

/** Moves lines between those that count and those that are archived. */
async function moveLines(
  trx: WriteTransaction,
  dimensions: readonly Dimension[],
  { from, to, where }: { readonly from: string; readonly to: string; readonly where: string },
  bindings: readonly number[] = [],
): Promise<void> {
  const columns = lineColumns(dimensions);
  await knexOf(trx).raw(
    `insert into ${to} (${columns}) select ${columns} from ${from} where ${where}`,
    bindings,
  );
  await knexOf(trx).raw(`delete from ${from} where ${where}`, bindings);
}

/**
 * The ingests that an order has lines from, each with the ingest that replaced them (null if they count),
 * the latest first.
 */
export async function ingestsOfOrder(
  trx: WriteTransaction,
  order: number,
): Promise<{ readonly ingestId: number; readonly replacedBy: number | null }[]> {
  const knex = knexOf(trx);
  const rows: { ingest_id: number; replaced_by: number | null }[] = await knex('order_lines')
    .where({ order_id: order })
    .select('ingest_id', knex.raw('cast(null as integer) as replaced_by'))
    .union(knex(TABLE).where({ order_id: order }).select('ingest_id', 'replaced_by'));
  return rows
    .map(row => ({ ingestId: row.ingest_id, replacedBy: row.replaced_by }))
    .sort((a, b) => (b.replacedBy ?? Number.POSITIVE_INFINITY) - (a.replacedBy ?? Number.POSITIVE_INFINITY));
}

/**
 * Copies back the lines of an order that an ingest had replaced, as lines of another ingest.
 * @returns the next free line number
 */
export async function copyReplacedLines(
  trx: WriteTransaction,
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
  const knex = knexOf(trx);
  const ids: number[] = await knex(TABLE)
    .where({ order_id: lines.order, replaced_by: lines.replacedBy })
    .whereNot({ ingest_id: lines.except })
    .orderBy('id')
    .pluck('id');
  const copied = [...LINE_COLUMNS.slice(2), KNOWN_AS, ...PART_COLUMNS, ...dimensions.map(dimensionColumn)]
    .map(c => `"${c}"`)
    .join(', ');
  for (const [i, id] of ids.entries())
    await knex.raw(
      `insert into order_lines ("id", "ingest_id", ${copied})
       select ${idList([lines.nextLine + i])}, ${idList([lines.ingestId])}, ${copied}
       from ${TABLE} where id = ?`,
      [id],
    );
  return lines.nextLine + ids.length;
}

/**
 * Before an ingest is taken back: lines that it replaced, of orders that a later file replaced again, are
 * marked as replaced by that file, so that they do not count again.
 */
export async function passReplacedLinesOn(trx: WriteTransaction, ingestId: number): Promise<void> {
  // + 0 has SQLite look up the order rather than walk through all lines of the ingest for each.
  const later =
    `from ${TABLE} later where later.order_id = ${TABLE}.order_id ` +
    'and later.ingest_id + 0 = ? and later.replaced_by is not null';
  await knexOf(trx).raw(
    `update ${TABLE} set replaced_by = (select max(later.replaced_by) ${later})
     where replaced_by = ? and exists (select 1 ${later})`,
    [ingestId, ingestId, ingestId],
  );
}
