import { setTimeout as wait } from 'node:timers/promises';
import knexFactory, { type Knex } from 'knex';
import { StoreError } from '../../core/errors.js';
import { connectionOf, knexOf } from './connection.js';
import { type Store, wordsOf } from './store.js';

/** Whether the store can be read; the reason is a sentence for people, without secrets. */
export type StoreHealth = { readonly ok: true } | { readonly ok: false; readonly reason: string };

const OK: StoreHealth = { ok: true };

/** Tables that questions read, by the key that finds a row at once. */
const READ_BY_QUESTIONS: Readonly<Record<string, string>> = {
  ingests: 'id',
  calendar: 'day',
  dimensions: 'id',
  dimension_values: 'id',
  customers: 'id',
  customer_totals: 'customer_id',
  orders: 'id',
  order_lines: 'id',
  line_chunks: 'id',
  segment_snapshots: 'id',
};

/** One examination of a kind at a time, shared by all callers, so that they do not pile up if one hangs. */
const underWay = new WeakMap<Store, Map<string, Promise<StoreHealth>>>();

/**
 * Whether questions can be answered: reads a little of every table that they read, through a connection of
 * its own, so that neither cached pages nor a busy pool decide. Takes some milliseconds. Never throws.
 * @param withinMs a store that takes longer is not ok
 */
export const storeHealth = (store: Store, withinMs = 2_000): Promise<StoreHealth> =>
  within(
    withinMs,
    once(store, 'quick', () => examined(store, readALittle)),
    `The store did not answer within ${withinMs / 1_000} seconds.`,
  );

/**
 * Whether the whole of the store is intact, as far as its engine can tell. SQLite reads all of the file, some
 * seconds for a large one, in a thread and a connection of its own: questions go on being answered. Never
 * throws.
 * @param withinMs an examination that takes longer is stopped, and counts as ok
 */
export const storeIntegrity = (store: Store, withinMs = 60_000): Promise<StoreHealth> =>
  once(store, 'whole', () =>
    examined(store, async db => {
      await readALittle(db);
      await connectionOf(store).dialect.examineAll(db, withinMs);
    }),
  );

function once(store: Store, kind: string, examine: () => Promise<StoreHealth>): Promise<StoreHealth> {
  const ofStore = underWay.get(store) ?? new Map<string, Promise<StoreHealth>>();
  underWay.set(store, ofStore);
  const known = ofStore.get(kind);
  if (known) return known;
  const own = examine().finally(() => ofStore.delete(kind));
  ofStore.set(kind, own);
  return own;
}

async function within(ms: number, work: Promise<StoreHealth>, otherwise: string): Promise<StoreHealth> {
  const done = new AbortController();
  const late = wait(ms, { ok: false, reason: otherwise } as const, { signal: done.signal }).catch(() => OK);
  return Promise.race([work, late]).finally(() => done.abort());
}

async function examined(store: Store, work: (db: Knex) => Promise<void>): Promise<StoreHealth> {
  const { url } = store;
  const { dialect, clickHouse } = connectionOf(store);
  try {
    if ((await dialect.identity(url)) !== store.identity) throw moved();
    await clickHouse?.queryEach('select 1 as n');
    // A store on a full disk lets one connection in at a time.
    if (store.access === 'disk full') await store.read(trx => work(knexOf(trx)));
    else await withOwnConnection(store, work);
    return OK;
  } catch (error) {
    const said = wordsOf(dialect, url)(error);
    if (said instanceof StoreError) return { ok: false, reason: `${said.message} ${said.hint ?? ''}`.trim() };
    return { ok: false, reason: 'The store could not be read; shopkeeper doctor tells more.' };
  }
}

const moved = (): StoreError =>
  new StoreError(
    'The file of the store was deleted or replaced while Shopkeeper had it open.',
    'Put it back, or a backup in its place, and restart Shopkeeper.',
  );

async function withOwnConnection(store: Store, work: (db: Knex) => Promise<void>): Promise<void> {
  const { pool, ...config } = connectionOf(store).dialect.connection(store.url, 'read-only');
  const db = knexFactory({ ...config, pool: { ...pool, min: 0, max: 1 } });
  try {
    await work(db);
  } finally {
    await db.destroy();
  }
}

async function readALittle(db: Knex): Promise<void> {
  await db('store_state').where({ key: 'data_version' }).first('value');
  for (const [table, key] of Object.entries(READ_BY_QUESTIONS)) await db(table).orderBy(key, 'desc').first();
  await db.select({ from: db('order_lines').min('day'), to: db('order_lines').max('day') }).first();
  const chunk = await db('line_chunks').orderBy('id', 'desc').first('id');
  if (chunk) await db('line_columns').where({ chunk_id: chunk.id }).select('data');
}
