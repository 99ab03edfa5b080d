import { setTimeout as wait } from 'node:timers/promises';
import knexFactory, { type Knex } from 'knex';
import { shownAddress } from '../../core/addresses.js';
import { StoreError } from '../../core/errors.js';
import type { Access, Dialect } from './dialect.js';
import { postgres } from './dialects/postgres.js';
import { sqlite } from './dialects/sqlite.js';
import { type InWords, inPlainWords, speakPlainly } from './error-words.js';
import { migrate, type Patience } from './migrate.js';

const DIALECTS: readonly Dialect[] = [sqlite, postgres];

/** An open store: the connection pool and what its engine does its own way. */
export interface Store {
  readonly db: Knex;
  readonly dialect: Dialect;
  /** Its address, with the password if there is one: not to be shown. */
  readonly url: string;
  readonly access: Access;
  /** What tells its file from another that takes its place; undefined if it is no file. */
  readonly identity: string | undefined;
  /** What was read within one moment, and is asked for again and again; only there in `read`. */
  readonly memo?: Map<string, Promise<unknown>>;
  /** What was worked out of the data, by the version of the data that it was worked out of. */
  readonly kept: Map<string, Promise<unknown>>;
  /** Reads everything within from one moment: what is written meanwhile is not seen in half. */
  read<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /**
   * Writes all or nothing. One writer at a time; another waits its turn, for `patienceMs` at most.
   * @throws StoreError if the lock was not to be had in that time, or the engine fails
   */
  write<T>(work: (trx: Knex.Transaction) => Promise<T>, patienceMs?: number): Promise<T>;
  /** A number that grows with every change of the data; answers are cached by it. */
  dataVersion(): Promise<number>;
  close(): Promise<void>;
}

/** Two large files at once: the second waits for the first. */
const PATIENCE_MS = 600_000;
const TRY_AGAIN_MS = 100;
/** Nobody keeps others from reading for long. */
const OPENING: Patience = { readMs: 30_000, writeMs: PATIENCE_MS };

/**
 * Opens the store at `sqlite:PATH` (made if there is none) or `postgres://...`, and brings its tables up to date. One that is
 * read-only, or on a full disk, is opened for questions.
 * @throws StoreError if the URL is not understood or the store cannot be opened
 */
export async function openStore(url: string, patience = OPENING): Promise<Store> {
  const dialect = dialectOf(url);
  const inWords = wordsOf(dialect, url);
  return inPlainWords(
    error => asOpening(inWords(error), url),
    async () => {
      const access = dialect.accessTo(url);
      try {
        return await openAs(url, access, patience);
      } catch (error) {
        if (access !== 'writable' || !dialect.mayBeFull(error)) throw error;
        return await openAs(url, 'disk full', patience).catch(() => {
          throw error;
        });
      }
    },
  );
}

/** @throws StoreError if the URL is of no engine */
export function dialectOf(url: string): Dialect {
  const dialect = DIALECTS.find(d => d.matches(url));
  if (dialect) return dialect;
  throw new StoreError(
    `DATABASE_URL is "${shownAddress(url)}", which is no store Shopkeeper knows.`,
    'Use for example DATABASE_URL=sqlite:data/shopkeeper.sqlite or postgres://user:password@host/database',
  );
}

/** What every error of the store's engine is turned into. */
export const wordsOf =
  (dialect: Dialect, url: string): InWords =>
  error =>
    error instanceof StoreError ? error : (dialect.trouble(error, url) ?? error);

const asOpening = (error: unknown, url: string): unknown =>
  error instanceof StoreError
    ? error
    : new StoreError(
        `The store ${shownAddress(url)} cannot be opened.`,
        'LOG_LEVEL=debug shows why; please report it.',
        { cause: error },
      );

async function openAs(url: string, access: Access, patience: Patience): Promise<Store> {
  const dialect = dialectOf(url);
  const db = knexFactory(dialect.connection(url, access));
  speakPlainly(db, wordsOf(dialect, url));
  try {
    const isReadOnly = access === 'read-only' || (await dialect.isReadOnly(db));
    await migrate(db, { dialect, shown: shownAddress(url), isReadOnly, patience });
    const identity = await dialect.identity(url);
    return storeOf(db, dialect, { url, access: isReadOnly ? 'read-only' : access, identity });
  } catch (error) {
    await db.destroy();
    throw error;
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

function storeOf(
  db: Knex,
  dialect: Dialect,
  place: Pick<Store, 'url' | 'access' | 'identity'>,
  kept: Store['kept'] = new Map(),
): Store {
  const inWords = wordsOf(dialect, place.url);
  return {
    ...place,
    db,
    dialect,
    kept,
    read: work =>
      inPlainWords(inWords, () =>
        db.transaction(
          trx => work({ ...storeOf(trx, dialect, place, kept), memo: new Map() }),
          dialect.oneMoment,
        ),
      ),
    write: (work, patienceMs = PATIENCE_MS) =>
      inPlainWords(inWords, () => writeWhenFree(db, dialect, work, patienceMs)),
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
