import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupStore, restoreStore } from '../../src/store/engine/backup.js';
import { openStore, type Store } from '../../src/store/engine/store.js';
import { databaseOf } from '../support/database.js';
import { CORNER_SHOP } from '../support/shop.js';
import { shopAt } from '../support/store-shop.js';

const NOON = new Date('2026-03-29T12:00:00Z');
/** What test/data/corner-shop.csv has, counted by hand. */
const CONTENTS = { ingests: 1, orders: 9, lines: 11, customers: 5 };

describe('a backup', { timeout: 120_000 }, () => {
  let folder: string;
  let file: string;
  let url: string;
  let copy: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shopkeeper-backup-'));
    file = join(folder, 'shop.sqlite');
    url = `sqlite:${file}`;
    copy = join(folder, 'backups', 'monday.sqlite');
    await load(CORNER_SHOP);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const load = async (path: string) => {
    const shop = await shopAt(url);
    await shop.ingest(path);
    await shop.close();
  };
  const withStore = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
    const store = await openStore(url);
    return work(store).finally(() => store.close());
  };
  const backUp = () => withStore(store => backupStore(store, copy));
  const loadMore = async () => {
    const more = join(folder, 'more.csv');
    await writeFile(more, 'Order,Date,Customer,Product,Amount\nZ-1,2026-03-28,Zoe,Tea,7.00\n');
    await load(more);
  };
  const lines = () =>
    withStore(async store => Number((await databaseOf(store)('order_lines').count({ n: '*' }))[0]?.n));

  it('has all of the store, for its owner alone, and is put back with the store kept beside it', async () => {
    const written = await backUp();
    expect(written.contents).toEqual(CONTENTS);
    expect((await stat(copy)).mode & 0o777).toBe(0o600);
    await loadMore();
    expect(await lines()).toBe(12);
    const restored = await restoreStore(url, copy, NOON);
    expect(restored).toEqual({ aside: `${file}.before-20260329T120000`, contents: CONTENTS });
    expect(await lines()).toBe(11);
    // What was there before is a store of its own.
    await restoreStore(url, `${file}.before-20260329T120000`, new Date('2026-03-29T12:01:00Z'));
    expect(await lines()).toBe(12);
  });

  it('is as of one moment while a load goes on', async () => {
    await withStore(async store => {
      let written: Promise<unknown> = Promise.resolve();
      await store
        .write(async trx => {
          await databaseOf(trx)('order_lines').delete();
          written = backupStore(store, copy);
          expect(await written).toMatchObject({ contents: CONTENTS });
          throw new Error('undone');
        })
        .catch(() => {});
    });
  });

  it('is refused where a file is already, and leaves nothing half', async () => {
    await backUp();
    const before = await readFile(copy);
    await expect(backUp()).rejects.toThrow(`${copy} exists already, and is not overwritten.`);
    expect(await readFile(copy)).toEqual(before);
    expect(await readdir(join(folder, 'backups'))).toEqual(['monday.sqlite']);
  });

  it('is not put back while the store is in use', async () => {
    await backUp();
    await withStore(async store => {
      await databaseOf(store)('ingests').count();
      await expect(restoreStore(url, copy, NOON)).rejects.toThrow(`The store ${file} is in use.`);
    });
    expect((await readdir(folder)).filter(name => /part|before/.test(name))).toEqual([]);
    expect(await lines()).toBe(11);
  });

  it('that is missing, cut off, of another kind or of a newer version is refused, and nothing changes', async () => {
    const refusal = (path: string) => restoreStore(url, path, NOON).catch(error => String(error));
    expect(await refusal(join(folder, 'none'))).toContain('There is no file');
    expect(await refusal(CORNER_SHOP)).toContain('is no backup of a Shopkeeper store');
    expect(await refusal(file)).toContain('is the store itself');
    await backUp();
    await truncate(copy, Math.floor((await stat(copy)).size / 2 / 4096) * 4096);
    expect(await refusal(copy)).toMatch(/damaged/);
    await rm(copy);
    await withStore(store =>
      databaseOf(store)('knex_migrations').insert({
        name: '0099_future',
        batch: 9,
        migration_time: '2026-01-01',
      }),
    );
    const newer = join(folder, 'newer.sqlite');
    await writeFile(newer, await readFile(file));
    expect(await refusal(newer)).toContain('newer version');
    expect((await readdir(folder)).filter(name => /part|before/.test(name))).toEqual([]);
  });

  it('takes the place of a damaged store', async () => {
    await backUp();
    await writeFile(file, 'no store at all');
    await restoreStore(url, copy, NOON);
    expect(await lines()).toBe(11);
  });

  it('is made by pg_dump where the store is PostgreSQL', async () => {
    await expect(restoreStore('postgres://shop:secret@localhost/shop', copy, NOON)).rejects.toThrow(
      'The store postgres://shop:***@localhost/shop is PostgreSQL, which has tools of its own for this.',
    );
  });
});
