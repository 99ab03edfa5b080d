import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { listProblems } from '../../src/store/tables/source-orders.js';
import { databaseOf } from '../support/database.js';
import { hasMariadb, startMariadb } from '../support/mariadb.js';
import { openTestShop, type TestShop } from '../support/shop.js';

/** A database of a shop's own, with a user who may read its lines, and one who may not. */
interface Server {
  readonly name: string;
  start(): Promise<{
    url(user: string): string;
    /** Runs a statement as the owner, in a session of this number. */
    run(statement: string, session?: number): Promise<void>;
    stop(): Promise<void>;
  }>;
  readonly moment: string;
  readonly refusals: readonly (readonly [query: string, sentence: string])[];
}

const postgres: Server = {
  name: 'PostgreSQL',
  moment: 'timestamp(6)',
  refusals: [
    ["select *, setval('counter', 5) from sold", 'The query writes to the database.'],
    ['select * from nothing', 'relation "nothing" does not exist'],
  ],
  async start() {
    const server = inject('postgres');
    const owner = new pg.Client(`${server}/postgres`);
    await owner.connect();
    for (const statement of [
      'drop database if exists tills with (force)',
      'create database tills',
      'drop role if exists reader, stranger',
      "create role reader login password 'right'",
      "create role stranger login password 'right'",
    ])
      await owner.query(statement);
    const sessions = [0, 1].map(() => new pg.Client(`${server}/tills`));
    for (const session of sessions) await session.connect();
    await sessions[0]?.query('create sequence counter; grant all on sequence counter to reader');
    return {
      url: user => `${server.replace(/\/\/.*@/, `//${user}@`)}/tills`,
      run: async (statement, session = 0) => void (await sessions[session]?.query(statement)),
      stop: async () => {
        for (const session of sessions) await session.end();
        await owner.query('drop database tills with (force)');
        await owner.end();
      },
    };
  },
};

const mariadb: Server = {
  name: 'MariaDB',
  moment: 'datetime(6)',
  refusals: [
    ["select * from sold into outfile '/tmp/shopkeeper-never'", 'writes to the database'],
    ['select order_id, nothing from sold', "Unknown column 'nothing'"],
  ],
  async start() {
    const { port, stop } = await startMariadb();
    const at = { host: '127.0.0.1', port, user: 'root' };
    const owner = await createConnection(at);
    for (const statement of [
      'create database tills',
      "create user reader@'127.0.0.1' identified by 'right'",
      "create user stranger@'127.0.0.1' identified by 'right'",
      'create table tills.other (n int)',
      "grant select on tills.other to stranger@'127.0.0.1'",
    ])
      await owner.query(statement);
    const sessions = await Promise.all([0, 1].map(() => createConnection({ ...at, database: 'tills' })));
    return {
      url: user => `mysql://${user}@127.0.0.1:${port}/tills`,
      run: async (statement, session = 0) => void (await sessions[session]?.query(statement)),
      stop: async () => {
        for (const session of [...sessions, owner]) await session.end();
        await stop();
      },
    };
  },
};

const SERVERS = hasMariadb() ? [postgres, mariadb] : [postgres];
const QUERY = `-- all that was sold
select order_id, sold_at as "date", customer as customer_id, product, quantity, amount, updated_at
from sold -- the till's table`;

describe.each(SERVERS)('a query of $name', ({ name, start, moment, refusals }) => {
  let server: Awaited<ReturnType<Server['start']>>;
  let shop: TestShop;
  let now: number;
  const sql = (statement: string, session?: number) => server.run(statement, session);

  beforeAll(async () => {
    server = await start();
    await sql(`create table sold (
      order_id varchar(20), sold_at date, customer varchar(20), product varchar(40),
      quantity decimal(12,3), amount decimal(20,4), updated_at ${moment})`);
    await sql(`grant select on sold to reader${name === 'MariaDB' ? "@'127.0.0.1'" : ''}`);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    now = Date.parse('2026-03-02T10:00:00Z');
    shop = await openTestShop({}, () => new Date(now));
    vi.stubEnv('TILL_PASSWORD', 'right');
    vi.stubEnv('WRONG_PASSWORD', 'wrong');
    await write(name === 'MariaDB' ? QUERY.replaceAll('"', '`') : QUERY);
    await sql('delete from sold');
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await shop.close();
  });

  const file = () => join(shop.folder, 'orders.sql');
  const write = (query: string) => writeFile(file(), query);
  const add = (changed: Record<string, string> = {}) =>
    shop.sources.add({
      kind: 'sql',
      name: 'till',
      settings: {
        url: server.url('reader'),
        password: 'env:TILL_PASSWORD',
        query: file(),
        cursor: 'updated_at',
        currency: 'USD',
        ...changed,
      },
    });
  const run = (full = false) => shop.sources.run('till', full ? { full, remove: true } : {});
  const line = (order: string, amount: string, at: string, more = "'2026-03-01', 'ana', 'Tea', 1") =>
    sql(`insert into sold values ('${order}', ${more}, ${amount}, '${at}')`, 0);
  const stored = async () => {
    const rows = await databaseOf(shop.shop.store)('order_lines').select('amount', 'day');
    return rows.map(row => Number(row.amount)).sort((a, b) => a - b);
  };

  it('is checked before it is stored, a write is refused, and a sentence says what is wrong', async () => {
    await line('1', '12.5', '2026-03-01 10:00:00');
    const { findings } = await add();
    expect(findings[0]).toMatch(
      new RegExp(`^${name} \\d+\\.\\d+.* answers\\. A write was tried, and refused\\.$`),
    );
    expect(findings[1]).toContain('"order_id" is the order id, "date" is the date, "amount" is the amount');
    expect(findings[2]).toBe('Read on from "updated_at", with an overlap.');
    await shop.sources.remove('till', false);
    const refused = (changed: Record<string, string>) => expect(add(changed)).rejects;
    await refused({ password: 'env:WRONG_PASSWORD' }).toThrow('refused the user or the password');
    await refused({ password: 'right' }).toThrow('A key must be said by where it is');
    await refused({ url: server.url('reader:right') }).toThrow('The password must not be in the address');
    await refused({ url: server.url('stranger') }).toThrow('The user may not read what the query asks for');
    await refused({ url: server.url('reader').replace(/:\d+/, ':1') }).toThrow('refuses the connection');
    await refused({ cursor: 'changed' }).toThrow('The query has no column "changed"');
    await refused({ cursor: 'product' }).toThrow('neither a time nor a whole number');
    await refused({ currency: '' }).toThrow('must be a currency');
    for (const [query, sentence] of [
      ...refusals,
      ['delete from sold', 'writes to the database'],
      ['with gone as (delete from sold returning *) select * from gone', 'writes to the database'],
      ['select 1; select 2', 'has several statements'],
      ['show tables', 'does not begin with select or with'],
      ['select order_id, updated_at from sold', 'No column of the query is the day of the sale'],
    ] as const) {
      await write(query);
      await refused({}).toThrow(sentence);
    }
    expect(await shop.sources.list()).toEqual([]);
  });

  it('takes columns for what the owner says they are', async () => {
    await line('1', '12.5', '2026-03-01 10:00:00');
    await write(
      'select order_id as nr, sold_at as wann, product as status, amount as netto, 99 as amount from sold',
    );
    const settings = {
      url: server.url('reader'),
      password: 'env:TILL_PASSWORD',
      query: file(),
      currency: 'USD',
    };
    const addMapped = (map: string) =>
      shop.sources.add({ kind: 'sql', name: 'till', settings: { ...settings, map } });
    await expect(addMapped('')).rejects.toThrow('No column of the query is');
    await expect(addMapped('none=date')).rejects.toThrow('map="none=date": the query has no column "none".');
    await expect(addMapped('nr=dozen')).rejects.toThrow('there is no field "dozen"');
    await expect(addMapped('nr=amount, netto=amount')).rejects.toThrow('another column is amount already');
    await expect(addMapped('nr=amount, NR=date')).rejects.toThrow('the column is named twice');
    const map = 'nr=order_id, wann=date, netto=amount, amount=ignore, status=product name';
    expect((await addMapped(map)).findings[1]).toContain('"netto" is the amount');
    await run();
    expect(await shop.figures('sales by product', 'revenue')).toEqual({ Tea: 12.5 });
  });

  it('says what it lacks: a currency, a cursor, the zone of its times', async () => {
    await line('1', '12.5', '2026-03-01 10:00:00');
    const settings = { url: server.url('reader'), password: 'env:TILL_PASSWORD', query: file() };
    await expect(shop.sources.add({ kind: 'sql', name: 'till', settings })).rejects.toThrow(
      'does not say which currency',
    );
    const check = await shop.sources.add({
      kind: 'sql',
      name: 'till',
      settings: { ...settings, currency: 'USD' },
    });
    expect(check.findings[2]).toContain('No cursor is said, so every run reads everything');
    const zoned = await openTestShop({ SHOP_TIMEZONE: 'America/New_York' });
    await write('select order_id, updated_at as date, amount from sold'.replace('as date', 'as day'));
    const add = (zone?: string) =>
      zoned.sources.add({
        kind: 'sql',
        name: 'till',
        settings: { ...settings, currency: 'USD', ...(zone && { zone }) },
      });
    await expect(add()).rejects.toThrow("and the shop's is America/New_York");
    await sql("update sold set updated_at = '2026-03-02 03:30:00'");
    await add('UTC');
    await zoned.sources.run('till');
    expect(await zoned.figures('sales by day', 'revenue')).toEqual({ '2026-03-01': 12.5 });
    await zoned.close();
  });

  it('gives whole orders exactly, again when a line of them changes, and one by one set aside', async () => {
    await line('a1', '10.0375', '2026-03-01 10:00:00', "'2026-03-01', 'ana', 'Tea', 0.125");
    await line('A1', '90071992547.25', '2026-03-01 10:00:00');
    await line('a1', '-2', '2026-03-01 10:00:00', "'2026-03-02', 'ana', 'Tea', -1");
    await line('2', '5', '2026-03-01 11:00:00');
    await line('3', '7', '2026-03-01 11:00:00', "null, 'ben', 'Mug', 1");
    await add();
    expect(await run()).toMatchObject({ orders: { changed: 3, setAside: 1 } });
    expect(await stored()).toEqual([-20000, 50000, 100375, 900719925472500]);
    expect((await listProblems(shop.shop.store)).map(p => `${p.key}: ${p.reason}`)).toEqual([
      '3: "" is no date',
    ]);
    expect(await run()).toMatchObject({ orders: { changed: 0, gone: 0, setAside: 1 } });
    // An old order gets a line, and a mistake is mended.
    await line('a1', '1', '2026-03-02 09:59:00');
    await sql("update sold set sold_at = '2026-03-01' where order_id = '3'");
    expect(await run()).toMatchObject({ orders: { changed: 2 } });
    expect((await stored()).slice(0, 2)).toEqual([-20000, 10000]);
    now += 86_400_000;
    await sql("delete from sold where order_id = '2'");
    expect(await run()).toMatchObject({ orders: { changed: 0, gone: 1 } });
    expect(await listProblems(shop.shop.store)).toEqual([]);
  });

  it('finds what was committed late, and is not misled by a time that has not come yet', async () => {
    await line('1', '1', '2026-03-02 09:00:00');
    await line('2', '2', '2036-01-01 00:00:00');
    await add();
    await sql('begin', 1);
    await sql("insert into sold values ('3', '2026-03-02', 'ben', 'Mug', 1, 4, '2026-03-02 09:30:00')", 1);
    await line('4', '8', '2026-03-02 09:45:00');
    await run();
    expect(await stored()).toEqual([100, 200, 800]);
    await sql('commit', 1);
    expect(await run()).toMatchObject({ orders: { changed: 1 } });
    expect(await stored()).toEqual([100, 200, 400, 800]);
  });

  it('reads many rows in one moment, though they change meanwhile', async () => {
    const many = Array.from(
      { length: 3_000 },
      (_, i) => `('${i % 1_200}', '2026-03-01', 'c${i % 7}', 'Tea', 1, 1.00, '2026-03-01 10:00:00')`,
    );
    await sql(`insert into sold values ${many.join(', ')}`);
    await add();
    expect(await run()).toMatchObject({ orders: { read: 1_200, changed: 1_200, setAside: 0 } });
    expect(await stored()).toHaveLength(3_000);
    await sql("delete from sold where order_id = '7'");
    expect(await run(true)).toMatchObject({ orders: { changed: 0, gone: 1 } });
  });
});
