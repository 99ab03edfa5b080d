import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';
import { closeToOthers, makePrivateFile, makePrivateFolder } from '../../../core/files/private-file.js';
import { errorCodes } from '../../../core/system-errors.js';
import type { Access, Dialect } from '../dialect.js';
import { isReadOnlyFile, readOnlyAddress, storeFile } from './sqlite-access.js';
import { sqliteCopies } from './sqlite-copies.js';
import { sqliteCodes, sqliteTrouble } from './sqlite-trouble.js';

interface RawConnection {
  exec(sql: string, done: (error: Error | null) => void): void;
  close(done: (error: Error | null) => void): void;
}

/**
 * The first statements of each connection. While SQLite waits for a lock it blocks one of the few threads
 * that all files are read by, so it waits briefly; `Store.write` waits longer, without a thread.
 */
const PRAGMAS: Readonly<Record<Access, string>> = {
  // WAL lets questions be answered while a file loads.
  writable: 'PRAGMA busy_timeout = 1000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;',
  // Sorting may need temporary files, which a read-only disk cannot take: it sorts in memory.
  'read-only': 'PRAGMA busy_timeout = 1000; PRAGMA temp_store = MEMORY;',
  // The index of the log would be a file, and the disk is full: under an exclusive lock it is kept in memory.
  'disk full': 'PRAGMA locking_mode = EXCLUSIVE; PRAGMA busy_timeout = 1000; PRAGMA temp_store = MEMORY;',
};
const CACHE = 'PRAGMA cache_size = -16384;';

const POOLS: Readonly<Record<Access, Knex.PoolConfig>> = {
  writable: { min: 1, max: 4 },
  'read-only': { min: 1, max: 4 },
  // Closed soon, so that other programs can open the store as well.
  'disk full': { min: 0, max: 1, idleTimeoutMillis: 1_000, reapIntervalMillis: 500 },
};

/**
 * The log cannot be truncated while somebody reads. Questions take seconds, so ten seconds of tries will do.
 */
const ERASE_PAUSE_MS = 200;

const QUIET = { warn: () => {}, error: () => {}, deprecate: () => {}, debug: () => {} };

/** SQLite in one file, `sqlite:PATH`. */
export const sqlite: Dialect = {
  name: 'sqlite',
  matches: url => url.startsWith('sqlite:'),

  accessTo: url => (isReadOnlyFile(storeFile(url)) ? 'read-only' : 'writable'),

  connection(url, access) {
    const file = storeFile(url);
    if (access === 'writable') makePrivate(file);
    return {
      client: 'sqlite3',
      connection:
        access === 'read-only'
          ? { filename: readOnlyAddress(file), flags: ['OPEN_URI'] }
          : { filename: file },
      useNullAsDefault: true,
      // Knex also throws what it logs; the thrown error is put into plain words.
      log: QUIET,
      // A statement holds a whole batch of a file: errors would be megabytes long.
      compileSqlOnError: false,
      pool: {
        ...POOLS[access],
        afterCreate: (connection: RawConnection, done: (error: Error | null) => void) =>
          // Knex forgets a connection that fails here, and it would hold its locks until the process ends.
          connection.exec(PRAGMAS[access] + CACHE, error =>
            error ? connection.close(() => done(error)) : done(null),
          ),
      },
    };
  },

  async identity(url) {
    const found = await stat(storeFile(url)).catch(error => {
      if (errorCodes(error).includes('ENOENT')) return undefined;
      throw error;
    });
    return found && `${found.dev}:${found.ino}`;
  },
  examineAll,
  size: async (_, url) => {
    const sizes = ['', '-wal'].map(end =>
      stat(`${storeFile(url)}${end}`).then(
        found => found.size,
        () => 0,
      ),
    );
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  },
  eraseTraces,
  // `accessTo` has said so before the store was opened.
  isReadOnly: async () => false,
  changesHoldReaders: false,
  // In WAL mode a transaction reads from one snapshot by itself.
  readTransaction: {},
  waitForLock: async () => {},
  isBusy: error => sqliteCodes(error).includes('SQLITE_BUSY'),
  mayBeFull: error => sqliteCodes(error).some(code => code === 'SQLITE_IOERR' || code === 'SQLITE_FULL'),
  trouble: sqliteTrouble,

  readBytes: async (_, query) => query,
  jsonRows: { from: 'json_each(?)', value: index => `value ->> ${index}` },
  textList: 'select value from json_each(?)',
  copies: sqliteCopies,
};

/** Pages keep what was deleted until they are written anew, and the write-ahead log until it is cut. */
async function eraseTraces(db: Knex, _tables: readonly string[], patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  let isWrittenAnew = false;
  for (;;) {
    isWrittenAnew ||= await db.raw('vacuum').then(
      () => true,
      error => {
        if (sqliteCodes(error).includes('SQLITE_BUSY')) return false;
        throw error;
      },
    );
    if (isWrittenAnew) {
      const found: { busy: number }[] = await db.raw('pragma wal_checkpoint(truncate)');
      if (found[0]?.busy === 0) return true;
    }
    if (Date.now() >= deadline) return false;
    await wait(ERASE_PAUSE_MS);
  }
}

/** Checks the structure; comparing indexes with their tables would take many times as long. */
async function examineAll(db: Knex, withinMs: number): Promise<void> {
  const { client }: { client: Knex.Client } = db;
  const connection: { interrupt(): void } = await client.acquireConnection();
  const limit = setTimeout(() => connection.interrupt(), withinMs);
  try {
    const found: { quick_check: string }[] = await db.raw('pragma quick_check(1)').connection(connection);
    if (found[0]?.quick_check !== 'ok')
      throw Object.assign(new Error(found[0]?.quick_check), { code: 'SQLITE_CORRUPT' });
  } catch (error) {
    if (!errorCodes(error).includes('SQLITE_INTERRUPT')) throw error;
  } finally {
    clearTimeout(limit);
    await client.releaseConnection(connection);
  }
}

/**
 * SQLite creates the files beside the store with its permissions; an older version may have left wider ones.
 */
function makePrivate(file: string): void {
  makePrivateFolder(dirname(file));
  makePrivateFile(file);
  for (const beside of ['-wal', '-shm', '-journal']) closeToOthers(`${file}${beside}`);
}
