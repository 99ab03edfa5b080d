import { insertRows } from '../engine/bulk.js';
import { connectionOf, knexOf } from '../engine/connection.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';

/** An order of a source as it was written last. */
export interface SourceOrderNote {
  /** As the source calls it. */
  readonly key: string;
  /** Tells one state of the order from another. */
  readonly fingerprint: string;
  /** The day of its first line; null for an order without lines. */
  readonly day: number | null;
}

/** The fingerprints of these orders of a source, by key. */
export async function fingerprintsOf(
  reader: StoreReader,
  source: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows: { key: string; fingerprint: string }[] = await knexOf(reader)('source_orders')
    .where({ source })
    .whereRaw(`key in (${connectionOf(reader).dialect.textList})`, [JSON.stringify(keys)])
    .select('key', 'fingerprint');
  return new Map(rows.map(r => [r.key, r.fingerprint]));
}

/** Notes orders as they were read in a run. */
export const noteOrders = (
  trx: WriteTransaction,
  source: string,
  run: number,
  orders: readonly SourceOrderNote[],
): Promise<void> =>
  insertRows(
    trx,
    'source_orders',
    [
      { name: 'source', type: 'text' },
      { name: 'key', type: 'text' },
      { name: 'fingerprint', type: 'text' },
      { name: 'day', type: 'integer' },
      { name: 'run', type: 'integer' },
    ],
    orders.map(o => [source, o.key, o.fingerprint, o.day, run]),
    { key: ['source', 'key'], update: ['fingerprint', 'day', 'run'] },
  );

/** Forgets orders that are gone. */
export async function forgetOrders(
  trx: WriteTransaction,
  source: string,
  keys: readonly string[],
): Promise<void> {
  for (const table of ['source_orders', 'source_problems'])
    await knexOf(trx)(table)
      .where({ source })
      .whereRaw(`key in (${connectionOf(trx).dialect.textList})`, [JSON.stringify(keys)])
      .delete();
}

/**
 * The orders of a source that a full reading has not found, and how many it covers.
 * @param run the run that read them
 * @param since the first day that it covers; all of them unless given
 */
export async function unseenOrders(
  reader: StoreReader,
  source: string,
  run: number,
  since: number | undefined,
): Promise<{ readonly keys: readonly string[]; readonly covered: number }> {
  const covered = () => {
    const query = knexOf(reader)('source_orders').where({ source });
    return since === undefined ? query : query.where('day', '>=', since);
  };
  const row = await covered().count({ n: '*' }).first();
  const keys: string[] = await covered().where('run', '<', run).orderBy('key').pluck('key');
  return { keys, covered: Number(row?.n ?? 0) };
}

/** How many orders a source has in the store. */
export async function countOrders(reader: StoreReader, source: string): Promise<number> {
  const row = await knexOf(reader)('source_orders').where({ source }).count({ n: '*' }).first();
  return Number(row?.n ?? 0);
}

/** The ids of stored orders by their keys in the store; those that it does not have are left out. */
export const ordersWithKeys = (reader: StoreReader, keys: readonly string[]): Promise<number[]> =>
  knexOf(reader)('orders')
    .whereRaw(`key in (${connectionOf(reader).dialect.textList})`, [JSON.stringify(keys)])
    .pluck('id');

/** What orders come to. Amounts as they are stored. */
export interface OrdersTotal {
  readonly orders: number;
  readonly amount: number;
  readonly firstDay: number;
  readonly lastDay: number;
}

/**
 * What these orders come to, by their keys in the store; those without lines that count are left out.
 * @param before only orders of days before this one
 * @returns undefined if there are none
 */
export async function totalOfOrders(
  reader: StoreReader,
  keys: readonly string[],
  before?: number,
): Promise<OrdersTotal | undefined> {
  const query = knexOf(reader)('orders')
    .whereRaw(`key in (${connectionOf(reader).dialect.textList})`, [JSON.stringify(keys)])
    .where('lines', '>', 0);
  if (before !== undefined) query.where('day', '<', before);
  const row = await query
    .count({ orders: '*' })
    .sum({ amount: 'revenue' })
    .min({ first: 'day' })
    .max({ last: 'day' })
    .first();
  const orders = Number(row?.orders ?? 0);
  if (orders === 0) return undefined;
  return {
    orders,
    amount: Number(row?.amount),
    firstDay: Number(row?.first),
    lastDay: Number(row?.last),
  };
}

/** Of these orders, by their keys in the store, those of which a file has replaced what an ingest brought. */
export const replacedByFiles = (
  reader: StoreReader,
  ingestId: number,
  keys: readonly string[],
): Promise<string[]> =>
  knexOf(reader)({ o: 'orders' })
    .whereRaw(`o.key in (${connectionOf(reader).dialect.textList})`, [JSON.stringify(keys)])
    .whereExists(
      knexOf(reader)({ l: 'lines_aside' })
        .whereRaw('l.order_id = o.id and l.ingest_id + 0 = ?', [ingestId])
        .whereNotNull('l.replaced_by')
        .select('l.id'),
    )
    .pluck('o.key');

/** An order that a source gave and that could not be read. */
export interface SourceProblem {
  readonly source: string;
  readonly key: string;
  readonly reason: string;
  /** ISO 8601. */
  readonly since: string;
  readonly isTold: boolean;
}

/** Orders that could not be read, the oldest first. @param source of all unless given */
export async function listProblems(reader: StoreReader, source?: string): Promise<readonly SourceProblem[]> {
  const query = knexOf(reader)('source_problems').orderBy(['since', 'source', 'key']);
  if (source !== undefined) query.where({ source });
  const rows: SourceProblem[] = await query.select('source', 'key', 'reason', 'since', { isTold: 'is_told' });
  return rows.map(r => ({ ...r, isTold: Boolean(r.isTold) }));
}

/** Notes orders that cannot be read; one that was noted before keeps its time. */
export const noteProblems = (
  trx: WriteTransaction,
  source: string,
  since: string,
  problems: readonly { readonly key: string; readonly reason: string }[],
): Promise<void> =>
  insertRows(
    trx,
    'source_problems',
    [
      { name: 'source', type: 'text' },
      { name: 'key', type: 'text' },
      { name: 'reason', type: 'text' },
      { name: 'since', type: 'text' },
    ],
    problems.map(p => [source, p.key, p.reason, since]),
    { key: ['source', 'key'], update: ['reason'] },
  );

/** Says that these problems are solved. */
export async function solveProblems(
  trx: WriteTransaction,
  source: string,
  keys: readonly string[],
): Promise<void> {
  await knexOf(trx)('source_problems')
    .where({ source })
    .whereRaw(`key in (${connectionOf(trx).dialect.textList})`, [JSON.stringify(keys)])
    .delete();
}

/** Notes that all problems of a source were told. */
export async function problemsTold(trx: WriteTransaction, source: string): Promise<void> {
  await knexOf(trx)('source_problems').where({ source }).update({ is_told: true });
}
