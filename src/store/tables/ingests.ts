import type { Knex } from 'knex';
import type { Store } from '../engine/store.js';
import { digitsOf } from './amounts.js';

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
export async function listIngests({ db }: Store): Promise<Ingest[]> {
  const rows = await db('ingests').orderBy('id').select();
  const overtaken = await overtakenByIngest(db);
  // One store has one currency.
  const digits = await digitsOf(db, rows[0]?.currency ?? '');
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
    revenue: Number(r.revenue),
    currency: r.currency,
    minorDigits: digits,
    firstDay: r.first_day,
    lastDay: r.last_day,
  }));
}

/**
 * By ingest, how many of its orders a later file has replaced, and how many of its customers a newer summary names. An ingest
 * without an entry still stands as it was loaded.
 * @param ids the ingests to look at; all unless given
 */
export async function overtakenByIngest(db: Knex, ids?: readonly number[]): Promise<Map<number, number>> {
  const orders = db('lines_aside')
    .whereNotNull('replaced_by')
    .groupBy('ingest_id')
    .select({ id: 'ingest_id' }, db.raw('count(distinct order_id) as n'));
  const customers = db({ s: 'customer_summaries' })
    .whereExists(
      db({ newer: 'customer_summaries' })
        .whereRaw('newer.customer_id = s.customer_id and newer.ingest_id > s.ingest_id')
        .select('newer.customer_id'),
    )
    .groupBy('ingest_id')
    .select({ id: 'ingest_id' }, db.raw('count(*) as n'));
  if (ids) for (const query of [orders, customers]) query.whereIn('ingest_id', ids);
  const rows: { id: number; n: number }[] = [...(await orders), ...(await customers)];
  return new Map(rows.map(row => [row.id, Number(row.n)]));
}
