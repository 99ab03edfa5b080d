import { toMinor } from '../../core/money/money.js';
import { knexForPartsOf, knexOf } from '../engine/connection.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';
import { storedDecimals } from './amounts.js';
import { refuseInView } from './lines-view.js';

/** One file that was loaded. Money in minor units, days as days. */
export interface Ingest {
  readonly id: number;
  readonly file: string;
  readonly kind: 'sales' | 'customers';
  /** ISO 8601. */
  readonly loadedAt: string;
  readonly rows: number;
  readonly lines: number;
  readonly refused: number;
  readonly ordersReplaced: number;
  /** Orders of this file that later files have replaced since, or customers that newer summaries name. */
  readonly overtaken: number;
  readonly revenue: number;
  /** ISO 4217. */
  readonly currency: string;
  /** Decimals of the minor unit that revenue is in. */
  readonly minorDigits: number;
  readonly firstDay: number;
  readonly lastDay: number;
}

/** What was loaded, the oldest first. */
export async function listIngests(reader: StoreReader): Promise<Ingest[]> {
  const rows = await knexOf(reader)('ingests').orderBy('id').select();
  const overtaken = await overtakenByIngest(reader);
  // One store has one currency.
  const decimals = await storedDecimals(reader, rows[0]?.currency ?? '');
  return rows.map(r => ({
    id: r.id,
    file: r.file_name,
    kind: r.kind,
    loadedAt: r.loaded_at,
    rows: r.rows,
    lines: r.lines,
    refused: r.refused,
    ordersReplaced: r.orders_replaced,
    overtaken: overtaken.get(r.id) ?? 0,
    revenue: toMinor(Number(r.revenue), decimals),
    currency: r.currency,
    minorDigits: decimals.shown,
    firstDay: r.first_day,
    lastDay: r.last_day,
  }));
}

/**
 * By ingest, how many of its orders a later file has replaced, or how many of its customers a newer summary
 * names. Everything of an ingest without an entry still counts.
 * @param ids the ingests to look at; all unless given
 */
export async function overtakenByIngest(
  reader: StoreReader,
  ids?: readonly number[],
): Promise<Map<number, number>> {
  const orders = knexOf(reader)('lines_aside')
    .whereNotNull('replaced_by')
    .groupBy('ingest_id')
    .select({ id: 'ingest_id' }, knexOf(reader).raw('count(distinct order_id) as n'));
  const customers = knexOf(reader)({ s: 'customer_summaries' })
    .whereExists(
      knexOf(reader)({ newer: 'customer_summaries' })
        .whereRaw('newer.customer_id = s.customer_id and newer.ingest_id > s.ingest_id')
        .select('newer.customer_id'),
    )
    .groupBy('ingest_id')
    .select({ id: 'ingest_id' }, knexOf(reader).raw('count(*) as n'));
  if (ids) for (const query of [orders, customers]) query.whereIn('ingest_id', ids);
  const rows: { id: number; n: number }[] = [...(await orders), ...(await customers)];
  return new Map(rows.map(row => [row.id, Number(row.n)]));
}

/** ISO 4217 of what was loaded; undefined if nothing was. */
export async function loadedCurrency(reader: StoreReader): Promise<string | undefined> {
  const row: { currency: string } | undefined = await knexForPartsOf(reader)('ingests').first('currency');
  return row?.currency;
}

/** Whether a file that was loaded had a column of quantities. */
export async function hasQuantityColumn(reader: StoreReader): Promise<boolean> {
  const row: unknown = await knexForPartsOf(reader)('ingests')
    .whereLike('mapping', '%"role":"quantity"%')
    .first('id');
  return row !== undefined;
}

/** Whether a file that was loaded has totals of days, so that its rows are no orders. */
export async function hasTotalsOfPeriods(reader: StoreReader): Promise<boolean> {
  const row: unknown = await knexForPartsOf(reader)('ingests')
    .whereLike('mapping', '%"isOfPeriods":true%')
    .first('id');
  return row !== undefined;
}

/** The numbers of all ingests, rising. */
export const ingestIds = (reader: StoreReader): Promise<number[]> =>
  knexOf(reader)('ingests').orderBy('id').pluck('id');

/** An ingest as it was noted when its file was loaded. */
export interface StoredIngest {
  readonly id: number;
  readonly file: string;
  readonly kind: 'sales' | 'customers';
  readonly currency: string;
  readonly rows: number;
  readonly lines: number;
  readonly ordersReplaced: number;
  /** Orders of which an earlier file held the first lines. */
  readonly ordersContinued: number;
  readonly excluded: number;
  readonly duplicates: number;
  readonly refused: number;
  /** As amounts are stored. */
  readonly revenue: number;
  readonly firstDay: number;
  readonly lastDay: number;
  /** ISO 8601. */
  readonly loadedAt: string;
}

const STORED = {
  id: 'id',
  file: 'file_name',
  kind: 'kind',
  currency: 'currency',
  rows: 'rows',
  lines: 'lines',
  ordersReplaced: 'orders_replaced',
  ordersContinued: 'orders_continued',
  excluded: 'excluded',
  duplicates: 'duplicates',
  refused: 'refused',
  revenue: 'revenue',
  firstDay: 'first_day',
  lastDay: 'last_day',
  loadedAt: 'loaded_at',
};

/** An ingest; undefined if there is none of this number. */
export const ingestById = (reader: StoreReader, id: number): Promise<StoredIngest | undefined> =>
  knexOf(reader)('ingests').where({ id }).first(STORED);

/** The ingests of a content, the newest first. @param contentKey names the content, and how it was read */
export const ingestsOfContent = (reader: StoreReader, contentKey: string): Promise<StoredIngest[]> =>
  knexOf(reader)('ingests').where({ content_hash: contentKey }).orderBy('id', 'desc').select(STORED);

/** The last order of the sales file that was loaded just before an ingest; undefined if there is none. */
export async function lastOrderBefore(reader: StoreReader, ingestId: number): Promise<number | undefined> {
  const row: { last_order_id: number | null } | undefined = await knexOf(reader)('ingests')
    .whereNot({ id: ingestId })
    .where({ kind: 'sales' })
    .orderBy('id', 'desc')
    .first('last_order_id');
  return row?.last_order_id ?? undefined;
}

/** Notes that a file is being loaded. @returns the number of the ingest */
export async function beginIngest(
  trx: WriteTransaction,
  ingest: {
    readonly file: string;
    readonly contentKey: string;
    readonly kind: Ingest['kind'];
    readonly currency: string;
    readonly bytes: number;
    readonly rows: number;
    /** How its columns were read. */
    readonly mapping: unknown;
    readonly loadedAt: string;
  },
): Promise<number> {
  await refuseInView(trx, `Loading ${ingest.file}`);
  const [row] = await knexOf(trx)('ingests')
    .insert({
      file_name: ingest.file.slice(0, 255),
      content_hash: ingest.contentKey,
      kind: ingest.kind,
      currency: ingest.currency,
      bytes: ingest.bytes,
      rows: ingest.rows,
      lines: 0,
      refused: 0,
      orders_replaced: 0,
      first_day: 0,
      last_day: 0,
      revenue: 0,
      mapping: JSON.stringify(ingest.mapping),
      loaded_at: ingest.loadedAt,
    })
    .returning('id');
  return row.id;
}

/** Notes what came of an ingest. */
export async function finishIngest(
  trx: WriteTransaction,
  id: number,
  written: Pick<
    StoredIngest,
    | 'lines'
    | 'refused'
    | 'ordersReplaced'
    | 'ordersContinued'
    | 'excluded'
    | 'duplicates'
    | 'firstDay'
    | 'lastDay'
    | 'revenue'
  > & { readonly lastOrder?: number },
): Promise<void> {
  await knexOf(trx)('ingests').where({ id }).update({
    lines: written.lines,
    refused: written.refused,
    orders_replaced: written.ordersReplaced,
    orders_continued: written.ordersContinued,
    excluded: written.excluded,
    duplicates: written.duplicates,
    last_order_id: written.lastOrder,
    first_day: written.firstDay,
    last_day: written.lastDay,
    revenue: written.revenue,
  });
}

/** Deletes the note of an ingest. */
export async function deleteIngest(trx: WriteTransaction, id: number): Promise<void> {
  await knexOf(trx)('ingests').where({ id }).delete();
}
