import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrationSource } from '../../migrations/index.js';
import { openStore } from '../../src/store/engine/store.js';
import { databaseOf } from '../support/database.js';
import { CORNER_SHOP } from '../support/shop.js';
import { CORNER_SHOP_SALES, shopAt } from '../support/store-shop.js';
import { newStoreUrl } from '../support/store-url.js';

const AT_ONCE = { readMs: 0, writeMs: 0 };

describe('a PostgreSQL store in trouble', () => {
  let store: { url: string; remove(): Promise<void> };
  /** The store as it is shown. */
  let shown: string;
  beforeEach(async () => {
    store = await newStoreUrl(tmpdir());
    shown = store.url.replace(':password@', ':***@');
    const shop = await shopAt(store.url);
    await shop.ingest(CORNER_SHOP);
    await shop.close();
  });
  afterEach(() => store.remove());

  /** What a person is told where a store at this address is opened. */
  const opening = (url: string) =>
    openStore(url, AT_ONCE).then(
      opened => opened.close(),
      (error: unknown) => error,
    );
  const sql = async (text: string) => {
    const client = new pg.Client({ connectionString: store.url });
    await client.connect();
    await client.query(text).finally(() => client.end());
  };
  const databaseName = () => new URL(store.url).pathname.slice(1);

  it('of a newer version says so', async () => {
    await sql("insert into knex_migrations (name, batch, migration_time) values ('0099_future', 9, now())");
    expect(await opening(store.url)).toMatchObject({
      message: `The store ${shown} was made by a newer version of Shopkeeper (this one does not know its 0099_future).`,
      hint: 'Upgrade Shopkeeper, or use a backup of the store from before its upgrade.',
    });
  });

  it('with a migration lock that was left behind is freed; a migration under way is waited for', async () => {
    const first = await openStore(store.url);
    await databaseOf(first).migrate.down({ migrationSource });
    await databaseOf(first)('knex_migrations_lock').update({ is_locked: 1 });
    await (await openStore(store.url)).close();
    expect(await databaseOf(first)('knex_migrations_lock').pluck('is_locked')).toEqual([0]);

    await databaseOf(first).migrate.down({ migrationSource });
    // As a migration of another process does: the lock is taken and given back in one transaction.
    const other = await databaseOf(first).transaction();
    await other('knex_migrations_lock').where({ is_locked: 0 }).update({ is_locked: 1 });
    const second = openStore(store.url);
    expect(await Promise.race([second, wait(1_000, 'waits')])).toBe('waits');
    await other('knex_migrations_lock').update({ is_locked: 0 });
    await other.commit();
    await (await second).close();
    const done: string[] = await databaseOf(first)('knex_migrations').pluck('name');
    expect(done).toHaveLength((await migrationSource.getMigrations([])).length);
    await first.close();
  });

  it('that is read-only is asked, and says that nothing can be loaded', async () => {
    await sql(`alter database ${databaseName()} set default_transaction_read_only = on`);
    const shop = await shopAt(store.url);
    expect(shop.shop.store.access).toBe('read-only');
    expect((await shop.ask('sales')).headline).toContain(CORNER_SHOP_SALES);
    await expect(shop.ingest(CORNER_SHOP, undefined, { map: ['Country=city'] })).rejects.toMatchObject({
      name: 'StoreError',
      message: `The store ${shown} is read-only: questions can be answered, but nothing can be written.`,
    });
    await shop.close();
  });

  it('that cannot be reached, or will not have us, says which', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await new Promise(resolve => probe.once('listening', resolve));
    const address = probe.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await new Promise(resolve => probe.close(resolve));
    const { host } = new URL(store.url);
    const cases: readonly (readonly [url: string, message: string, hint: string])[] = [
      [
        `postgres://shop:secret-1@127.0.0.1:${port}/shop`,
        `The store postgres://shop:***@127.0.0.1:${port}/shop cannot be reached: the connection was refused, so nothing listens there.`,
        'Check that the server runs, and host and port in DATABASE_URL.',
      ],
      [
        store.url.replace(':password@', ':secret-1@'),
        `The store ${shown} rejects the user or the password of DATABASE_URL.`,
        'Check both; in a user or password @ is written %40, / %2F, : %3A, # %23, ? %3F.',
      ],
      [
        store.url.replace(databaseName(), 'nowhere'),
        `There is no such database as in postgres://postgres:***@${host}/nowhere.`,
        'Create it (createdb NAME), or name another in DATABASE_URL.',
      ],
    ];
    for (const [url, message, hint] of cases) expect(await opening(url)).toMatchObject({ message, hint });
  });

  it.each([
    ['53100', 'is full, so nothing can be written. What was loaded before is all there.'],
    ['57P03', 'is starting up or shutting down.'],
    ['53300', 'has no connection left.'],
    ['53200', 'has not enough memory for this.'],
    ['42501', 'may not do this.'],
    ['40001', 'which has not ended in time.'],
    ['XX001', 'is damaged: some of it can no longer be read.'],
  ])('that fails with SQLSTATE %s says so in words, also while it is written', async (state, words) => {
    const opened = await openStore(store.url);
    const raise = `do $$ begin raise exception 'engine words' using errcode = '${state}'; end $$`;
    for (const failing of [
      () => databaseOf(opened).raw(raise),
      () => opened.read(reader => databaseOf(reader).raw(raise)),
      () => opened.write(trx => databaseOf(trx).raw(raise)),
    ])
      await expect(failing()).rejects.toMatchObject({
        name: 'StoreError',
        message: expect.stringContaining(words),
      });
    await expect(databaseOf(opened).raw(raise)).rejects.not.toMatchObject({
      message: expect.stringContaining('engine words'),
    });
    await opened.close();
  });

  it('whose connections are cut is asked again when it is there again', async () => {
    const shop = await shopAt(store.url);
    await shop.ask('sales');
    const cut = shop.shop.store.read(async reader => {
      const db = databaseOf(reader);
      await sql(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${databaseName()}' and pid <> pg_backend_pid()`,
      );
      return db('orders').first('id');
    });
    await expect(cut).rejects.toMatchObject({ name: 'StoreError', message: expect.stringContaining(shown) });
    expect((await shop.ask('sales by country')).rows.length).toBeGreaterThan(1);
    await shop.close();
  });
});
