import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Knex } from 'knex';
import type { Dialect, Merge } from '../dialect.js';

interface RawConnection {
  exec(sql: string, done: (error: Error | null) => void): void;
}

/**
 * WAL lets questions be answered while a file loads. SQLite's own waiting for a lock blocks one of the few threads
 * that all files are read by, so it is short; `Store.write` waits longer, without a thread.
 */
const PRAGMAS = `
  PRAGMA busy_timeout = 1000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA cache_size = -65536;
`;

const QUIET = { warn: () => {}, error: () => {}, deprecate: () => {}, debug: () => {} };

/** SQLite in one file, `sqlite:PATH`. */
export const sqlite: Dialect = {
  name: 'sqlite',

  connection(url) {
    const filename = url.replace(/^sqlite:(\/\/)?/, '');
    mkdirSync(dirname(filename), { recursive: true });
    return {
      client: 'sqlite3',
      connection: { filename },
      useNullAsDefault: true,
      // What Knex would print is thrown as well, and is said there in our words.
      log: QUIET,
      pool: {
        min: 1,
        max: 4,
        afterCreate: (connection: RawConnection, done: (error: Error | null) => void) =>
          connection.exec(PRAGMAS, done),
      },
    };
  },

  async insertRows(db: Knex, table, columns, rows, onConflict) {
    if (rows.length === 0) return;
    const names = columns.map(c => `"${c.name}"`).join(', ');
    const values = columns.map((_, i) => `value ->> ${i}`).join(', ');
    const verb = onConflict === 'ignore' ? 'insert or ignore' : 'insert';
    await db.raw(
      `${verb} into "${table}" (${names}) select ${values} from json_each(?) where true ${mergeSql(table, onConflict)}`,
      [JSON.stringify(rows)],
    );
  },

  isBusy: error => error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY',

  textList: 'select value from json_each(?)',
};

function mergeSql(table: string, onConflict: 'ignore' | Merge | undefined): string {
  if (onConflict === undefined || onConflict === 'ignore') return '';
  const sets = onConflict.update.map(c => `"${c}" = coalesce(excluded."${c}", "${table}"."${c}")`);
  return `on conflict ("${onConflict.key}") do update set ${sets.join(', ')}`;
}
