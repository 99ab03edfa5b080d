import { setTimeout as wait } from 'node:timers/promises';
import knexFactory, { type Knex } from 'knex';
import { migrationSource } from '../../migrations/index.js';
import { shownAddress } from '../config/addresses.js';
import { StoreError } from '../errors.js';
import type { Dialect } from './dialect.js';
import { postgres } from './dialects/postgres.js';
import { sqlite } from './dialects/sqlite.js';

const DIALECTS: readonly Dialect[] = [sqlite, postgres];

/** An open store: the connection pool and what its engine does its own way. */
export interface Store {
  readonly db: Knex;
  readonly dialect: Dialect;
  /** What was read within one moment, and is asked for again and again; only there in `read`. */
  readonly memo?: Map<string, Promise<unknown>>;
  /** What was worked out of the data, by the version of the data that it was worked out of. */
  readonly kept: Map<string, Promise<unknown>>;
  /** Reads everything within from one moment: what is written meanwhile is not seen in half. */
  read<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /**
   * Writes all or nothing. One writer at a time; another waits its turn, for `patienceMs` at most.
   * @throws the engine's error where the lock was not to be had in that time
   */
  write<T>(work: (trx: Knex.Transaction) => Promise<T>, patienceMs?: number): Promise<T>;
  /** A number that grows with every change of the data; answers are cached by it. */
  dataVersion(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Opens the store at `sqlite:PATH` (made where there is none) or `postgres://...`, and brings its tables up to date.
 * @throws StoreError where the URL is not understood or the store cannot be opened
 */
export async function openStore(url: string): Promise<Store> {
  const dialect = DIALECTS.find(d => d.matches(url));
  if (!dialect) {
    throw new StoreError(
      `DATABASE_URL is "${shownAddress(url)}", which is no store Shopkeeper knows.`,
      'Use for example DATABASE_URL=sqlite:data/shopkeeper.sqlite or postgres://user:password@host/database',
    );
  }
  let db: Knex | undefined;
  try {
    db = knexFactory(dialect.connection(url));
    await migrate(db, dialect);
  } catch (error) {
    await db?.destroy();
    throw new StoreError(
      `The store at ${shownAddress(url)} cannot be opened: ${reasonOf(error)}`,
      dialect.name === 'sqlite'
        ? 'Check that DATABASE_URL names a file in a folder that can be written to.'
        : 'Check that DATABASE_URL has the right host, port, user, password and database, and that the server runs.',
      { cause: error },
    );
  }
  return storeOf(db, dialect);
}

/** What went wrong; a refused connection to several addresses has its reasons inside. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(e => reasonOf(e)).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/**
 * Brings the tables up to date. Only where something is to be done is the lock taken: opening a store must not wait
 * for another process that is loading a file.
 */
async function migrate(db: Knex, dialect: Dialect): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      const [, pending]: [unknown[], unknown[]] = await db.migrate.list({ migrationSource });
      if (pending.length > 0) await db.migrate.latest({ migrationSource });
      return;
    } catch (error) {
      if (!dialect.isBusy(error) || Date.now() > deadline) throw error;
      await wait(TRY_AGAIN_MS);
    }
  }
}

/** Reads something once within a moment; anew each time elsewhere. */
export function onceInMoment<T>(store: Pick<Store, 'memo'>, key: string, read: () => Promise<T>): Promise<T> {
  if (!store.memo) return read();
  const known = store.memo.get(key) as Promise<T> | undefined;
  const value = known ?? read();
  if (!known) store.memo.set(key, value);
  return value;
}

/** Most things kept that were worked out of the data; the largest are some megabytes. */
const MOST_KEPT = 12;

/**
 * Works something out once for each version of the data, and gives it again until the data changes. What it gives must not be
 * changed by anybody.
 */
export async function oncePerVersion<T>(
  store: Pick<Store, 'kept' | 'memo' | 'dataVersion'>,
  key: string,
  work: () => Promise<T>,
): Promise<T> {
  const version = await onceInMoment(store, 'data version', () => store.dataVersion());
  const whole = `${version}|${key}`;
  const known = store.kept.get(whole) as Promise<T> | undefined;
  if (known) {
    // The one that was asked for last is forgotten last.
    store.kept.delete(whole);
    store.kept.set(whole, known);
    try {
      return await known;
    } catch {
      // It was somebody else's, whose moment may have ended: our own may do.
    }
  }
  const value = work();
  store.kept.set(whole, value);
  if (store.kept.size > MOST_KEPT) store.kept.delete(store.kept.keys().next().value as string);
  value.catch(() => {
    if (store.kept.get(whole) === value) store.kept.delete(whole);
  });
  return value;
}

/** Two large files at once: the second waits for the first. */
const PATIENCE_MS = 600_000;
const TRY_AGAIN_MS = 100;

function storeOf(db: Knex, dialect: Dialect, kept: Store['kept'] = new Map()): Store {
  return {
    db,
    dialect,
    kept,
    read: work =>
      db.transaction(trx => work({ ...storeOf(trx, dialect, kept), memo: new Map() }), dialect.oneMoment),
    write: (work, patienceMs = PATIENCE_MS) => writeWhenFree(db, dialect, work, patienceMs),
    dataVersion: async () => {
      const row = await db('store_state').where({ key: 'data_version' }).first('value');
      return Number(row?.value ?? 0);
    },
    close: () => db.destroy(),
  };
}

async function writeWhenFree<T>(
  db: Knex,
  dialect: Dialect,
  work: (trx: Knex.Transaction) => Promise<T>,
  patienceMs: number,
): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    let locked = false;
    try {
      return await db.transaction(async trx => {
        await dialect.waitForLock(trx, Math.max(0, deadline - Date.now()));
        // The first statement writes, which takes the lock: upgrading later could fail halfway.
        await trx('store_state').where({ key: 'data_version' }).update({ key: 'data_version' });
        locked = true;
        return work(trx);
      });
    } catch (error) {
      if (locked || !dialect.isBusy(error) || Date.now() >= deadline) throw error;
      await wait(TRY_AGAIN_MS);
    }
  }
}
