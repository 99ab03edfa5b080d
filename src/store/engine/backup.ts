import { existsSync } from 'node:fs';
import { copyFile, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import knexFactory, { type Knex } from 'knex';
import { shownAddress } from '../../core/addresses.js';
import { StoreError } from '../../core/errors.js';
import { closeToOthers, makePrivateFile, makePrivateFolder } from '../../core/files/private-file.js';
import { connectionOf } from './connection.js';
import type { Copies, Dialect } from './dialect.js';
import { inPlainWords } from './error-words.js';
import { pendingIn } from './migrate.js';
import { dialectOf, type Store, wordsOf } from './store.js';

/** What a store has, for a person to compare. */
export interface Contents {
  readonly ingests: number;
  readonly orders: number;
  readonly lines: number;
  readonly customers: number;
}

/** A backup that was written. */
export interface Backup {
  readonly file: string;
  readonly bytes: number;
  readonly contents: Contents;
}

/** A store that was put back. */
export interface Restored {
  /** The store as it was before; undefined if there was none. */
  readonly aside: string | undefined;
  readonly contents: Contents;
}

/** Long enough for every store that fits on a disk. */
const EXAMINE_MS = 60 * 60_000;

/**
 * Writes all of an open store, as of one moment, to a file that only its owner can read, and reads it back.
 * Questions and loads go on meanwhile.
 * @throws StoreError if the file exists, cannot be written or does not read back; then there is no such file
 */
export async function backupStore(store: Store, file: string): Promise<Backup> {
  const { dialect, knex } = connectionOf(store);
  const copies = copiesOf(dialect, store.url);
  return inPlainWords(wordsOf(dialect, store.url), async () => {
    if (existsSync(file))
      throw new StoreError(`${file} exists already, and is not overwritten.`, 'Name a file that does not.');
    const part = `${file}.part`;
    try {
      makePrivateFolder(dirname(resolve(file)));
      await removePart(part);
      makePrivateFile(part);
      await copies.write(knex, part);
      const contents = await examined(dialect, part);
      await toDisk(part);
      await rename(part, file);
      return { file, bytes: (await stat(file)).size, contents };
    } finally {
      await removePart(part);
    }
  });
}

/**
 * Puts a backup in the place of the store at a URL. The store that was there is kept beside it, under a name
 * with the time.
 * @throws StoreError if the file is no backup, is damaged or of a newer version, or if the store is in use;
 * then nothing is changed
 */
export async function restoreStore(url: string, file: string, now: Date): Promise<Restored> {
  const dialect = dialectOf(url);
  const copies = copiesOf(dialect, url);
  return inPlainWords(wordsOf(dialect, url), async () => {
    const target = copies.fileOf(url);
    if (resolve(file) === resolve(target))
      throw new StoreError(`${file} is the store itself.`, 'Name a file that shopkeeper backup wrote.');
    await copies.refuseOther(file);
    const part = `${target}.part`;
    try {
      makePrivateFolder(dirname(resolve(target)));
      await copyFile(file, part);
      closeToOthers(part);
      const contents = await examined(dialect, part);
      await removeBeside(part);
      await toDisk(part);
      const aside = `${target}.before-${now.toISOString().replace(/[:.-]/g, '').slice(0, 15)}`;
      const wasThere = await copies.setAside(target, aside);
      await rename(part, target);
      return { aside: wasThere ? aside : undefined, contents };
    } finally {
      await removePart(part);
    }
  });
}

function copiesOf({ copies }: Dialect, url: string): Copies {
  if (copies) return copies;
  throw new StoreError(
    `The store ${shownAddress(url)} is PostgreSQL, which has tools of its own for this.`,
    'pg_dump --format=custom --file=shop.dump writes a backup while Shopkeeper runs, ' +
      'pg_restore --clean puts it back (docs/production.md).',
  );
}

/** @throws StoreError if a copy is damaged, no store or of a newer version */
async function examined(dialect: Dialect, file: string): Promise<Contents> {
  const url = `sqlite:${file}`;
  const { pool, ...config } = dialect.connection(url, 'read-only');
  const db = knexFactory({ ...config, pool: { ...pool, min: 0, max: 1 } });
  try {
    await dialect.examineAll(db, EXAMINE_MS);
    if (!(await db.schema.hasTable('knex_migrations')))
      throw new StoreError(`${file.replace(/\.part$/, '')} holds no Shopkeeper store.`, 'Name another file.');
    await pendingIn(db, file);
    return await contentsOf(db);
  } finally {
    await db.destroy();
  }
}

async function contentsOf(db: Knex): Promise<Contents> {
  const count = async (table: string): Promise<number> => {
    const row = await db(table).count({ rows: '*' }).first();
    return Number(row?.rows ?? 0);
  };
  return {
    ingests: await count('ingests'),
    orders: await count('orders'),
    lines: await count('order_lines'),
    customers: await count('customers'),
  };
}

/** What an engine leaves beside a copy that it has read. */
const removeBeside = (file: string): Promise<unknown> =>
  Promise.all(['-wal', '-shm', '-journal'].map(end => rm(`${file}${end}`, { force: true })));

async function removePart(part: string): Promise<void> {
  await removeBeside(part);
  await rm(part, { force: true });
}

/** The bytes are on the disk before the file gets its name: a power cut leaves the whole file, or none. */
async function toDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
