import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { listProblems } from '../../src/store/tables/source-orders.js';
import { type Servers, startServers } from '../support/clickhouse.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const QUERY = `-- all that was sold
select order_id, sold_at as date, customer as customer_id, product, quantity, amount, updated_at, version
from tills.sold -- the till's table`;

describe('a query of ClickHouse', () => {
  let servers: Servers;
  let shop: TestShop;
  let now: number;
  beforeAll(async () => {
    servers = await startServers();
    await servers.ask('create database tills');
    await servers.ask(`create table tills.sold (order_id String, sold_at Nullable(DateTime('Asia/Tokyo')),
      customer Nullable(String), product String, quantity Decimal(12, 3), amount Decimal(18, 4),
      updated_at DateTime('UTC'), version UInt64) engine = Memory`);
  });
  afterAll(() => servers.close());
  beforeEach(async () => {
    now = Date.parse('2026-03-02T10:00:00Z');
    shop = await openTestShop({ SHOP_TIMEZONE: 'Europe/Berlin' }, () => new Date(now));
    vi.stubEnv('TILL_PASSWORD', 'right');
    vi.stubEnv('WRONG_PASSWORD', 'wrong');
    await write(QUERY);
    await servers.ask('truncate table tills.sold');
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await shop.close();
  });

  const file = () => join(shop.folder, 'orders.sql');
  const write = (query: string) => writeFile(file(), query);
  const url = (user: string) => `clickhouse://${user}@127.0.0.1:${servers.ports[0]}/tills`;
  const add = (changed: Record<string, string> = {}) => {
    const settings = {
      url: url('reader'),
      password: 'env:TILL_PASSWORD',
      query: file(),
      cursor: 'updated_at',
      currency: 'USD',
      ...changed,
    };
    return shop.sources.add({ kind: 'sql', name: 'till', settings });
  };
  const run = (full = false) => shop.sources.run('till', full ? { full, remove: true } : {});
  const line = (order: string, amount: string, at: string, more = "'2026-03-01 12:00:00', 'ana', 'Tea', 1") =>
    servers.ask(`insert into tills.sold values ('${order}', ${more}, ${amount}, '${at}', 5)`);
  const stored = async () => {
    const rows = await databaseOf(shop.shop.store)('order_lines').select('amount');
    return rows.map(row => Number(row.amount)).sort((a, b) => a - b);
  };

  it('is checked before it is stored, a write is refused, and a sentence says what is wrong', async () => {
    await line('1', '12.5', '2026-03-01 10:00:00');
    const { findings } = await add();
    expect(findings[0]).toMatch(/^ClickHouse \d+\.\d+.* answers\. A write was tried, and refused\.$/);
    expect(findings[1]).toContain('"order_id" is the order id, "date" is the date, "amount" is the amount');
    await shop.sources.remove('till', false);
    // A user who might write is told of, and still cannot through us.
    const open = await shop.sources.add({
      kind: 'sql',
      name: 'till',
      settings: { url: url('default'), query: file(), cursor: 'updated_at', currency: 'USD' },
    });
    expect(open.findings.slice(0, 2).join(' ')).toMatch(/and refused\. The user has the right to write/);
    await shop.sources.remove('till', false);
    const refused = (changed: Record<string, string>) => expect(add(changed)).rejects;
    await refused({ password: 'env:WRONG_PASSWORD' }).toThrow('refused the user or the password');
    await refused({ url: url('reader').replace(/:\d+/, ':1') }).toThrow('refuses the connection');
    await refused({ url: `${url('reader')}s` }).toThrow('has no database of this name');
    await refused({ cursor: 'product' }).toThrow('neither a time nor a whole number');
    for (const [query, sentence] of [
      ['select * from tills.nothing', 'The query cannot be run'],
      ['select order_id, nothing from tills.sold', 'The query cannot be run'],
      ['insert into tills.sold select * from tills.sold', 'writes to the database'],
      ['alter table tills.sold delete where 1', 'writes to the database'],
      ['system flush logs', 'does not begin with select or with'],
    ] as const) {
      await write(query);
      await refused({}).toThrow(sentence);
    }
    expect(await shop.sources.list()).toEqual([]);
  });

  it('gives whole orders exactly, on days of the shop, again when a line of them changes', async () => {
    await line('a1', '10.0375', '2026-03-01 10:00:00', "'2026-03-02 07:30:00', 'ana', 'Té\\t\\\\x', 0.125");
    await line('A1', '9007199254.25', '2026-03-01 10:00:00');
    await line('a1', '-2', '2026-03-01 10:00:00', "'2026-03-02 08:30:00', 'ana', 'Tea', -1");
    await line('2', '5', '2026-03-01 11:00:00', "'2026-03-01 12:00:00', null, 'Mug', 1");
    await line('3', '7', '2026-03-01 11:00:00', "null, 'ben', 'Mug', 1");
    await add();
    expect(await run()).toMatchObject({ orders: { changed: 3, setAside: 1 } });
    expect(await stored()).toEqual([-20000, 50000, 100375, 90071992542500]);
    expect((await listProblems(shop.shop.store)).map(p => `${p.key}: ${p.reason}`)).toEqual([
      '3: "" is no date',
    ]);
    // 7:30 in Tokyo is 23:30 of the day before in Berlin, 8:30 is 0:30 of the same day.
    expect((await shop.figures('sales by day', 'revenue'))['2026-03-02']).toBe(-2);
    expect(Object.keys(await shop.figures('sales by product', 'revenue'))).toContain('Té\t\\x');
    expect(await run()).toMatchObject({ orders: { changed: 0, gone: 0, setAside: 1 } });
    await line('a1', '1', '2026-03-02 09:59:00');
    expect(await run()).toMatchObject({ orders: { changed: 1 } });
    await line('4', '3', '2026-02-20 10:00:00');
    // It was changed before the overlap began, and is found by the reading of the next night.
    expect(await run()).toMatchObject({ orders: { changed: 0 } });
    now += 86_400_000;
    expect(await run()).toMatchObject({ orders: { changed: 1, gone: 0 } });
  });

  it('reads on from a number, and gives many rows in batches', async () => {
    await servers.ask(`insert into tills.sold select toString(number % 1200),
      toDateTime('2026-03-01 12:00:00'), concat('c', toString(number % 7)), 'Tea', toDecimal64(1, 3), toDecimal64(1, 4),
      toDateTime('2026-03-01 10:00:00'), number from numbers(3000)`);
    await add({ cursor: 'version' });
    expect(await run()).toMatchObject({ orders: { read: 1_200, changed: 1_200, setAside: 0 } });
    expect(await stored()).toHaveLength(3_000);
    // From 1,999 on, a thousand before the last: the orders of 1,001 rows.
    expect(await run()).toMatchObject({ orders: { read: 1_001, changed: 0 } });
  });
});
