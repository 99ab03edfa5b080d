import { existsSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import knexFactory, { type Knex } from 'knex';
import { StoreError } from '../../../core/errors.js';
import { errorCodes } from '../../../core/system-errors.js';
import type { Copies } from '../dialect.js';
import { storeFile } from './sqlite-access.js';
import { sqliteCodes } from './sqlite-trouble.js';

const FIRST_BYTES = 'SQLite format 3\0';
/** What SQLite writes beside a store. */
const BESIDE = ['-wal', '-shm', '-journal'] as const;

/** Copies of a store in one file. */
export const sqliteCopies: Copies = {
  fileOf: storeFile,

  // One statement reads one snapshot; loads that are under way go on and are not in it.
  write: async (db, file) => {
    await db.raw('vacuum into ?', [file]);
  },

  async refuseOther(file) {
    const handle = await open(file, 'r').catch(error => {
      throw errorCodes(error).includes('ENOENT')
        ? new StoreError(`There is no file ${file}.`, 'Name a file that shopkeeper backup wrote.')
        : error;
    });
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(FIRST_BYTES.length), 0);
      if (buffer.toString('latin1', 0, bytesRead) === FIRST_BYTES) return;
    } finally {
      await handle.close();
    }
    throw new StoreError(
      `${file} is no backup of a Shopkeeper store.`,
      'Name a file that shopkeeper backup wrote. Sales files are loaded with shopkeeper ingest.',
    );
  },

  async setAside(file, aside) {
    if (!existsSync(file)) return false;
    await refuseInUse(file);
    await rename(file, aside);
    for (const end of BESIDE)
      if (existsSync(`${file}${end}`)) await rename(`${file}${end}`, `${aside}${end}`);
    return true;
  },
};

/** Leaving the write-ahead log needs the store for oneself, so it fails while any program has it open. */
async function refuseInUse(file: string): Promise<void> {
  const db: Knex = knexFactory({
    client: 'sqlite3',
    connection: { filename: file },
    useNullAsDefault: true,
    log: { warn: () => {}, error: () => {}, deprecate: () => {}, debug: () => {} },
    pool: { min: 0, max: 1 },
  });
  try {
    await db.raw('pragma journal_mode = delete');
  } catch (error) {
    // What cannot be read is in nobody's use: replacing it is what a backup is for.
    if (!sqliteCodes(error).includes('SQLITE_BUSY')) return;
    throw new StoreError(
      `The store ${file} is in use.`,
      'Stop Shopkeeper (every program that has the store open), then restore again. Nothing was changed.',
    );
  } finally {
    await db.destroy();
  }
}
