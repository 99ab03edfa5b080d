import type { Knex } from 'knex';
import { z } from 'zod';
import type { Day } from '../calendar/days.js';
import { insertLiterals } from '../store/bulk.js';
import { lastOrderDay } from '../store/customer-totals.js';
import { nextId } from '../store/keys.js';
import type { Store } from '../store/store.js';
import { currentMap } from './maps.js';
import { METHOD, type ScoredCustomer, type Snapshot, snapshotAsOf } from './snapshot.js';

const COLUMNS = [
  'snapshot_id',
  'customer_id',
  'r',
  'f',
  'm',
  'last_day',
  'recency',
  'frequency',
  'monetary',
  'segment',
] as const;

/**
 * Works the current segments out again and keeps them, in the transaction that changed the orders: a reader sees
 * the new lines with their new segments or neither. Current means as of the day after the last order;
 * orders that are dated in the future do not count yet.
 */
export async function keepSegments(trx: Knex, today: Day): Promise<void> {
  const map = await currentMap();
  const kept = { map: map.name, method: METHOD };
  await trx('segment_members')
    .whereIn('snapshot_id', trx('segment_snapshots').where(kept).select('id'))
    .delete();
  await trx('segment_snapshots').where(kept).delete();
  const last = await lastOrderDay(trx);
  if (last === undefined) return;
  const snapshot = await snapshotAsOf(trx, map, Math.min(last, today) + 1);
  const id = await nextId(trx, 'segment_snapshots');
  await trx('segment_snapshots').insert({
    id,
    ...kept,
    as_of: snapshot.asOf,
    returns_only: snapshot.returnsOnly,
    notes: JSON.stringify(snapshot.notes),
  });
  const { customers } = snapshot;
  for (let i = 0; i < customers.length; i += AT_ONCE) {
    const rows = customers.slice(i, i + AT_ONCE).map(c => [id, ...memberOf(c)]);
    await insertLiterals(trx, 'segment_members', COLUMNS, rows);
  }
}

const AT_ONCE = 5_000;

const memberOf = (c: ScoredCustomer): (number | string)[] => [
  c.customerId,
  c.r,
  c.f,
  c.m,
  c.lastDay,
  c.recency,
  c.frequency,
  c.monetary,
  c.segment,
];

/** The current segments as they were kept; undefined where nothing was loaded yet. */
export async function currentSnapshot(store: Store): Promise<Snapshot | undefined> {
  const map = await currentMap();
  const kept = await store.db('segment_snapshots').where({ map: map.name, method: METHOD }).first();
  if (!kept) return undefined;
  const rows: Record<string, number | string>[] = await store
    .db('segment_members')
    .where({ snapshot_id: kept.id })
    .orderBy('customer_id');
  return {
    asOf: Number(kept.as_of),
    map,
    returnsOnly: Number(kept.returns_only),
    notes: z.array(z.string()).parse(JSON.parse(kept.notes)),
    customers: rows.map(
      (row): ScoredCustomer => ({
        customerId: Number(row.customer_id),
        r: Number(row.r),
        f: Number(row.f),
        m: Number(row.m),
        lastDay: Number(row.last_day),
        recency: Number(row.recency),
        frequency: Number(row.frequency),
        monetary: Number(row.monetary),
        segment: String(row.segment),
      }),
    ),
  };
}
