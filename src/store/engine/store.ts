import { setTimeout as wait } from 'node:timers/promises';
import knexFactory, { type Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { shownAddress } from '../../core/addresses.js';
import { StoreError } from '../../core/errors.js';
import type { LinesAddress } from './clickhouse/address.js';
import type { ClickHouse } from './clickhouse/clickhouse.js';
import { CONNECTION, type Connection } from './connection.js';
import { dataVersion } from './data-version.js';
import type { Access, Dialect } from './dialect.js';
import { postgres } from './dialects/postgres.js';
import { sqlite } from './dialects/sqlite.js';
import { type InWords, inPlainWords, speakPlainly } from './error-words.js';
import { KeptColumns, MOST_KEPT_BYTES } from './kept-columns.js';
import { MOST_MEMOIZED } from './memoize.js';
import { migrate, type Patience } from './migrate.js';
import type { ReadTransaction, StoreReader, WriteTransaction } from './transaction.js';
import { withNothingUnderWay } from './under-way.js';

const DIALECTS: readonly Dialect[] = [sqlite, postgres];

/** An open store. Functions of src/store read through it; it is written to in transactions. */
export interface Store extends StoreReader {
  /** Its address, with the password if there is one: not to be shown. */
  readonly url: string;
  readonly access: Access;
  /** What tells its file from another that takes its place; undefined if it is no file. */
  readonly identity: string | undefined;
  /** Reads everything within in one transaction: what is written meanwhile is not seen in half. */
  read<T>(work: (transaction: ReadTransaction) => Promise<T>): Promise<T>;
  /**
   * Writes all or nothing. One writer at a time; another waits its turn, for `patienceMs` at most.
   * @throws StoreError if the lock was not to be had in that time, or the engine fails
   */
  write<T>(work: (transaction: WriteTransaction) => Promise<T>, patienceMs?: number): Promise<T>;
  /** A number that grows with every change of the data; answers are cached by it. */
  dataVersion(): Promise<number>;
  /** What it takes on its disk, in bytes. */
  size(): Promise<number>;
  close(): Promise<void>;
}

/** Of two large files that are loaded at once, the second waits for the first. */
const PATIENCE_MS = 600_000;
const TRY_AGAIN_MS = 100;
/** No program blocks reading for long. */
const OPENING: Patience = { readMs: 30_000, writeMs: PATIENCE_MS };

/**
 * Opens the store at `sqlite:PATH` (made if there is none) or `postgres://...`, and brings its tables up to
 * date. A store that is read-only, or on a full disk, is opened for questions.
 * @param lines where its order lines are, if they are in ClickHouse, or may be moved
 * @throws StoreError if the URL is not understood or the store cannot be opened
 */
export async function openStore(url: string, patience = OPENING, lines?: LinesAddress): Promise<Store> {
  const dialect = dialectOf(url);
  const inWords = wordsOf(dialect, url);
  return inPlainWords(
    error => asOpening(inWords(error), url),
    async () => {
      const access = dialect.accessTo(url);
      try {
        return await openAs(url, access, patience, lines);
      } catch (error) {
        if (access !== 'writable' || !dialect.mayBeFull(error)) throw error;
        return await openAs(url, 'disk full', patience, lines).catch(() => {
          throw error;
        });
      }
    },
  );
}

/**
 * Opens a store that another process has opened for writing: it must be there and up to date.
 * @throws StoreError if it cannot be read
 */
export function openStoreForReading(url: string, lines?: LinesAddress): Promise<Store> {
  const inWords = wordsOf(dialectOf(url), url);
  return inPlainWords(
    error => asOpening(inWords(error), url),
    () => openAs(url, 'read-only', OPENING, lines),
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

/** Turns errors of the store's engine into ones that people can read. */
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

async function openAs(
  url: string,
  access: Access,
  patience: Patience,
  lines: LinesAddress | undefined,
): Promise<Store> {
  const dialect = dialectOf(url);
  const db = knexFactory(dialect.connection(url, access));
  speakPlainly(db, wordsOf(dialect, url));
  try {
    const isReadOnly = access === 'read-only' || (await dialect.isReadOnly(db));
    await migrate(db, { dialect, shown: shownAddress(url), isReadOnly, patience });
    const identity = await dialect.identity(url);
    const place = { url, access: isReadOnly ? 'read-only' : access, identity } as const;
    return storeOf(
      db,
      dialect,
      place,
      lines && (await import('./clickhouse/clickhouse.js')).clickHouse(lines),
    );
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

function storeOf(
  knex: Knex,
  dialect: Dialect,
  place: Pick<Store, 'url' | 'access' | 'identity'>,
  lines: ClickHouse | undefined,
): Store {
  const inWords = wordsOf(dialect, place.url);
  const byVersion: Connection['byVersion'] = new LRUCache({ max: MOST_MEMOIZED });
  const connection: Connection = {
    knex,
    dialect,
    byVersion,
    ...(lines && { clickHouse: lines }),
    keptColumns: new KeptColumns(MOST_KEPT_BYTES),
  };
  const store: Store = {
    ...place,
    [CONNECTION]: connection,
    read: work =>
      inPlainWords(inWords, () =>
        knex.transaction(
          trx => work({ kind: 'read', [CONNECTION]: { ...connection, knex: trx, memoized: new Map() } }),
          dialect.readTransaction,
        ),
      ),
    write: (work, patienceMs = PATIENCE_MS) =>
      inPlainWords(inWords, () =>
        writeWhenFree(
          connection,
          trx => work({ kind: 'write', [CONNECTION]: { ...connection, knex: trx } }),
          patienceMs,
        ),
      ),
    dataVersion: () => dataVersion(store),
    size: () => inPlainWords(inWords, () => dialect.size(knex, place.url)),
    close: async () => {
      await lines?.close();
      await knex.destroy();
    },
  };
  return store;
}

async function writeWhenFree<T>(
  { knex, dialect }: Connection,
  work: (trx: Knex.Transaction) => Promise<T>,
  patienceMs: number,
): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    let locked = false;
    try {
      return await knex.transaction(async trx => {
        await dialect.waitForLock(trx, Math.max(0, deadline - Date.now()));
        // The first statement writes, which takes the lock: upgrading later could fail halfway.
        await trx('store_state').where({ key: 'data_version' }).update({ key: 'data_version' });
        locked = true;
        return withNothingUnderWay(trx, work);
      });
    } catch (error) {
      if (locked || !dialect.isBusy(error) || Date.now() >= deadline) throw error;
      await wait(TRY_AGAIN_MS);
    }
  }
}
