import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';
import type pg from 'pg';
import { errorCodes } from '../../../core/system-errors.js';
import { whenUsed } from '../../../core/when-used.js';
import type { Dialect } from '../dialect.js';
import { copyBytes } from './postgres-copy.js';
import { postgresTrouble } from './postgres-trouble.js';

/** Longer than waiting for a lock may take, or any one statement of a load. */
const LONGEST_STATEMENT_MS = 15 * 60_000;
const INT8 = 20;
const NUMERIC = 1700;
/** A lock was not to be had in time; or another process made the same table or row at the same time. */
const BUSY = new Set(['55P03', '42P07', '23505', '40P01']);
const CAST = { integer: '::bigint', boolean: '::boolean', text: '' } as const;
const ERASE_PAUSE_MS = 200;
const driver = whenUsed<typeof pg>('pg');
const QUIET = { warn: () => {}, error: () => {}, deprecate: () => {}, debug: () => {} };

/** PostgreSQL, `postgres://USER:PASSWORD@HOST:PORT/DATABASE`. */
export const postgres: Dialect = {
  name: 'postgres',
  matches: url => /^postgres(ql)?:\/\//.test(url),
  // The server knows.
  accessTo: () => 'writable',

  connection: url => ({
    client: 'pg',
    connection: {
      connectionString: url,
      // A connection that was cut without a word must not be waited for without end.
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      query_timeout: LONGEST_STATEMENT_MS,
      // Counts and sums of whole numbers arrive as text, since they might not fit; ours are below 2^53 by
      // design.
      types: {
        getTypeParser: (oid: number, format?: string) =>
          oid === INT8 || oid === NUMERIC
            ? Number
            : driver().types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text'),
      },
    },
    log: QUIET,
    // A statement holds a whole batch of a file: errors would be megabytes long.
    compileSqlOnError: false,
    acquireConnectionTimeout: 10_000,
    pool: { min: 0, max: 10 },
  }),

  identity: async () => undefined,
  // Its server checks what it reads.
  examineAll: async () => {},
  size: async db => {
    const { rows }: { rows: { size: number }[] } = await db.raw(
      'select pg_database_size(current_database()) as size',
    );
    return rows[0]?.size ?? 0;
  },
  eraseTraces,
  isReadOnly: async db => {
    const { rows }: { rows: { on: boolean }[] } = await db.raw(
      "select current_setting('transaction_read_only')::boolean as on",
    );
    return rows[0]?.on === true;
  },
  changesHoldReaders: true,
  readTransaction: { isolationLevel: 'repeatable read' },
  waitForLock: async (trx, patienceMs) => {
    await trx.raw(`set local lock_timeout = ${Math.max(1, Math.round(patienceMs))}`);
  },
  isBusy: error => errorCodes(error).some(code => BUSY.has(code)),
  // Its server needs no space to answer questions.
  mayBeFull: () => false,
  trouble: postgresTrouble,

  readBytes: copyBytes,
  jsonRows: {
    from: 'json_array_elements(?::json)',
    value: (index, type) => `(value ->> ${index})${CAST[type]}`,
  },
  textList: 'select value from json_array_elements_text(?::json)',
};

/**
 * VACUUM FULL copies deleted rows too as long as a transaction may still see them. Its own is one of
 * these: its snapshot is as old as the oldest transaction that runs, in any database of the server.
 */
async function eraseTraces(db: Knex, tables: readonly string[], patienceMs: number): Promise<boolean> {
  const { rows }: { rows: { id: number }[] } = await db.raw('select txid_current() as id');
  const now = rows[0]?.id ?? 0;
  const deadline = Date.now() + patienceMs;
  while (!(await isPast(db, now))) {
    if (Date.now() >= deadline) return false;
    await wait(ERASE_PAUSE_MS);
  }
  // What was in the statistics of a column is replaced as well.
  for (const table of tables) await db.raw('vacuum (full, analyze) ??', [table]);
  return true;
}

/** Whether all transactions before this one have ended, and nobody reads this database as it was then. */
async function isPast(db: Knex, transaction: number): Promise<boolean> {
  const { rows }: { rows: { past: boolean }[] } = await db.raw(
    `select txid_snapshot_xmin(txid_current_snapshot()) >= :transaction and not exists (
       select from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()
         and age(backend_xmin) > age(cast(cast(:transaction % 4294967296 as text) as xid))
     ) as past`,
    { transaction },
  );
  return rows[0]?.past === true;
}
