import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrationSource } from '../../migrations/index.js';
import { openStore, type Store } from '../../src/store/engine/store.js';
import { type Ended, runCommand } from '../support/command-line.js';
import { databaseOf } from '../support/database.js';
import { CORNER_SHOP } from '../support/shop.js';
import { CORNER_SHOP_SALES, overwrite, shopAt } from '../support/store-shop.js';

const AT_ONCE = { readMs: 0, writeMs: 0 };
const PAGE = 4096;
/** Words of the database engine and of SQL, which people should not see. */
const ENGINE = /SQLITE_|[Kk]nex|`|\b(select|update|insert) |COMMIT|errno/;

/** A user whose access is limited by permissions. Tests that run as root switch to it. */
const ordinaryUser = process.getuid?.() === 0 ? 65_534 : undefined;

describe('a SQLite store in trouble', { timeout: 120_000 }, () => {
  let folder: string;
  let file: string;
  let url: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shopkeeper-trouble-'));
    await chmod(folder, 0o755);
    await mkdir(join(folder, 'data'));
    file = join(folder, 'data', 'shop.sqlite');
    url = `sqlite:${file}`;
    const shop = await shopAt(url);
    await shop.ingest(CORNER_SHOP);
    await shop.close();
  });
  afterEach(async () => {
    await chmod(join(folder, 'data'), 0o755);
    await rm(folder, { recursive: true, force: true });
  });

  const run = (args: string[], around: Parameters<typeof runCommand>[1] = {}): Promise<Ended> =>
    runCommand(args, { ...around, env: { DATABASE_URL: url, ...around.env } });
  const change = async (work: (store: Store) => Promise<unknown>) => {
    const store = await openStore(url);
    await work(store);
    await store.close();
  };
  const withoutLastMigration = (store: Store) => databaseOf(store).migrate.down({ migrationSource });

  it('made by a newer version is reported', async () => {
    await change(store =>
      databaseOf(store)('knex_migrations').insert({
        name: '0099_future',
        batch: 9,
        migration_time: '2026-01-01',
      }),
    );
    const { code, err } = await run(['ask', 'sales']);
    expect(code).toBe(1);
    expect(err).toContain(`sqlite:${file}`);
    expect(err).toContain('0099_future');
    expect(err).toContain('Upgrade Shopkeeper');
  });

  it('with an abandoned migration lock is unlocked and migrated', async () => {
    await change(async store => {
      await withoutLastMigration(store);
      await databaseOf(store)('knex_migrations_lock').update({ is_locked: 1 });
    });
    await change(async store => {
      const db = databaseOf(store);
      expect(await db('knex_migrations').pluck('name')).toHaveLength(
        (await migrationSource.getMigrations([])).length,
      );
      expect(await db('knex_migrations_lock').pluck('is_locked')).toEqual([0]);
    });
  });

  it('is waited for while another process migrates it, up to a time limit', async () => {
    const other = await openStore(url);
    await withoutLastMigration(other);
    const held = await databaseOf(other).transaction();
    await held('store_state').where({ key: 'data_version' }).increment('value', 0);
    await expect(openStore(url, AT_ONCE)).rejects.toThrow(/^The store .* is in use by another program/);
    const opening = openStore(url);
    expect(await Promise.race([opening, wait(1_500, 'waits')])).toBe('waits');
    await held.rollback();
    await (await opening).close();
    await other.close();
  });

  it('locked by another program is reported', async () => {
    const other = await openStore(url);
    await databaseOf(other).raw('pragma locking_mode = exclusive');
    await databaseOf(other)('store_state').where({ key: 'data_version' }).increment('value', 0);
    await expect(openStore(url, AT_ONCE)).rejects.toMatchObject({
      message: `The store ${file} is in use by another program, which has not let go of it.`,
      hint: expect.stringContaining('If a file is being loaded, wait until that has ended.'),
    });
    await other.close();
  });

  it.each([
    ['beyond its first page', PAGE, 'is damaged: some of it can no longer be read.', 'put a backup of them'],
    ['from its first byte', 0, "is no store of Shopkeeper's", 'put a backup in its place'],
  ])('overwritten %s is reported with what to do', async (_, from, message, hint) => {
    await overwrite(file, from);
    for (const command of [['ask', 'sales'], ['ingest', CORNER_SHOP], ['ingests']]) {
      const { code, out, err } = await run(command);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain(message);
      expect(err).toContain(hint);
      expect(err).not.toMatch(ENGINE);
    }
    expect((await run(['doctor'])).out).toContain(message);
  });

  it('that is read-only can be queried, but not loaded into', async () => {
    await chmod(file, 0o444);
    await chmod(join(folder, 'data'), 0o555);
    const asked = await run(['ask', 'sales'], { uid: ordinaryUser });
    expect(asked).toMatchObject({ code: 0, err: '' });
    expect(asked.out).toContain(CORNER_SHOP_SALES);
    const loaded = await run(['ingest', '--map', 'Country=city', CORNER_SHOP], { uid: ordinaryUser });
    expect(loaded).toMatchObject({ code: 1, out: '' });
    expect(loaded.err).toContain(`The store ${file} is read-only`);
    expect(loaded.err).toContain('Make the file and its folder writable');
    expect(loaded.err).not.toMatch(ENGINE);
    const said = await run(['doctor'], { uid: ordinaryUser });
    expect(said.out).toContain('note  It is read-only: questions can be answered');
    const other = await run(['ask', 'sales'], { uid: ordinaryUser, env: { EXCLUDED_STATUSES: 'Cancelled' } });
    expect(other.err).toContain('counts other order statuses than EXCLUDED_STATUSES says');
    // No extra file was created.
    expect(await readdir(join(folder, 'data'))).toEqual(['shop.sqlite']);
  });

  it('that is read-only includes what another process wrote last', async () => {
    const writing = await shopAt(url);
    await writing.ingest(join(folder, 'more.csv')).catch(() => {});
    await writeFile(
      join(folder, 'more.csv'),
      'Order ID,Order Date,Customer ID,Amount\nn1,2026-03-28,c1,1000.00\n',
    );
    await writing.ingest(join(folder, 'more.csv'));
    for (const beside of ['', '-wal', '-shm']) await chmod(`${file}${beside}`, 0o444);
    await chmod(join(folder, 'data'), 0o555);
    // $203.10, and $1,000.00 that is only in the write-ahead log.
    expect((await run(['ask', 'sales'], { uid: ordinaryUser })).out).toContain('$1,203.10');
    await chmod(join(folder, 'data'), 0o755);
    for (const beside of ['', '-wal', '-shm']) await chmod(`${file}${beside}`, 0o600);
    await writing.close();
  });

  it('that is read-only is not queried without the changes in its write-ahead log', async () => {
    await writeFile(`${file}-wal`, 'a log that a process left behind as it was killed');
    await chmod(file, 0o444);
    await chmod(`${file}-wal`, 0o444);
    await chmod(join(folder, 'data'), 0o555);
    const { code, err } = await run(['ask', 'sales'], { uid: ordinaryUser });
    expect(code).toBe(1);
    expect(err).toContain(`The store ${file} is read-only and was not closed properly`);
    expect(err).toContain(`Copy ${file} and ${file}-wal`);
  });

  it('on a full disk can be queried', async () => {
    const { code, out } = await run(['ask', 'sales'], { first: 'ulimit -f 0' });
    expect(out).toContain(CORNER_SHOP_SALES);
    expect(code).toBe(0);
    expect((await run(['doctor'], { first: 'ulimit -f 0' })).out).toContain(
      'FIX   Its disk is full: questions can be answered',
    );
  });

  it('on a disk with too little space for a load loses nothing', async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `x${i},2026-02-05,c${i},1.00\n`).join('');
    await writeFile(join(folder, 'large.csv'), `Order ID,Order Date,Customer ID,Amount\n${lines}`);
    // The write-ahead log may grow to 512 KB; the load needs more.
    const { code, out, err } = await run(['ingest', join(folder, 'large.csv')], { first: 'ulimit -f 1024' });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`The disk of the store ${file} could not be read or written.`);
    expect(err).toContain('ulimit -a');
    expect(err).not.toMatch(ENGINE);

    const shop = await shopAt(url);
    const db = databaseOf(shop.shop.store);
    const [{ page_count: pages }] = await db.raw('pragma page_count');
    await db.raw(`pragma max_page_count = ${pages + 20}`);
    await expect(shop.ingest(join(folder, 'large.csv'))).rejects.toMatchObject({
      name: 'StoreError',
      message: expect.stringContaining(`The disk of the store ${file} is full`),
      hint: expect.stringContaining('Free some space in'),
    });
    expect((await shop.ask('sales')).headline).toContain(CORNER_SHOP_SALES);
    await db.raw('pragma max_page_count = 1000000');
    expect((await shop.ingest(join(folder, 'large.csv'))).lines).toBe(20_000);
    await shop.close();
  });

  it('that cannot be created is reported with the reason', async () => {
    await writeFile(join(folder, 'file'), '');
    const inFile = await run(['ask', 'sales'], {
      env: { DATABASE_URL: `sqlite:${join(folder, 'file', 'x.sqlite')}` },
    });
    expect(inFile.err).toMatch(
      /^The store .* cannot be opened: .*(file, not a folder|no such file or folder|beside it).*\nCheck/,
    );
    await chmod(join(folder, 'data'), 0o555);
    const closed = await run(['ask', 'sales'], {
      uid: ordinaryUser,
      env: { DATABASE_URL: `sqlite:${join(folder, 'data', 'new.sqlite')}` },
    });
    expect(closed.err).toContain(
      'cannot be opened: permission denied.\nCheck that DATABASE_URL names a file',
    );
    expect((await stat(folder)).isDirectory()).toBe(true);
  });
});
