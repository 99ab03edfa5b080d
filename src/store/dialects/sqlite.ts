import { dirname } from 'node:path';
import { closeToOthers, makePrivateFile, makePrivateFolder } from '../../private-file.js';
import type { Dialect } from '../dialect.js';

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
  PRAGMA cache_size = -16384;
`;

const QUIET = { warn: () => {}, error: () => {}, deprecate: () => {}, debug: () => {} };

/** SQLite in one file, `sqlite:PATH`. */
export const sqlite: Dialect = {
  name: 'sqlite',
  matches: url => url.startsWith('sqlite:'),

  connection(url) {
    const filename = url.replace(/^sqlite:(\/\/)?/, '');
    makePrivate(filename);
    return {
      client: 'sqlite3',
      connection: { filename },
      useNullAsDefault: true,
      // What Knex would print is thrown as well, and is said there in our words.
      log: QUIET,
      // A statement holds a whole batch of a file, which is nothing to show.
      compileSqlOnError: false,
      pool: {
        min: 1,
        max: 4,
        afterCreate: (connection: RawConnection, done: (error: Error | null) => void) =>
          connection.exec(PRAGMAS, done),
      },
    };
  },

  changesHoldReaders: false,
  // A transaction in WAL mode reads from one moment by itself.
  oneMoment: {},
  waitForLock: async () => {},
  isBusy: error => error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY',

  jsonRows: { from: 'json_each(?)', value: index => `value ->> ${index}` },
  textList: 'select value from json_each(?)',
};

/** SQLite gives the files beside the store the permissions of the store; those of an older version may be wider. */
function makePrivate(filename: string): void {
  makePrivateFolder(dirname(filename));
  makePrivateFile(filename);
  for (const beside of ['-wal', '-shm', '-journal']) closeToOthers(`${filename}${beside}`);
}
