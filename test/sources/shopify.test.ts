import { parse, validate } from 'graphql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { QUERIES } from '../../src/sources/shopify/queries.js';
import { databaseOf } from '../support/database.js';
import { type Clock, type Happening, LedgerShop } from '../support/ledger-shop.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { SCHEMA, ShopifyShop } from '../support/shopify/shopify-shop.js';
import { storedSales } from '../support/stored-sales.js';

const ZONE = 'Europe/Berlin';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let clock: Clock;
let shop: TestShop;
let ledger: LedgerShop;
let shopify: ShopifyShop;
let url: string;

async function open(seed: number, can?: readonly Happening[]): Promise<void> {
  ledger = new LedgerShop(seed, clock, can);
  shopify = new ShopifyShop(ledger);
  url = await shopify.start();
}

beforeEach(async () => {
  // The clocks go forward within the days of the tests.
  clock = { at: Date.parse('2026-03-27T22:30:00Z') };
  shop = await openTestShop({ SHOP_TIMEZONE: ZONE }, () => new Date(clock.at));
  await open(3);
  vi.stubEnv('SHOPIFY_TOKEN', 'shpat_1');
  vi.stubEnv('SHOPIFY_ID', 'id_1');
  vi.stubEnv('SHOPIFY_SECRET', 'secret_1');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await shopify.stop();
  await shop.close();
});

const settings = (): Record<string, string> => ({ url, token: 'env:SHOPIFY_TOKEN', private: 'yes' });
const add = (changed: Record<string, string> = {}) =>
  shop.sources.add({ kind: 'shopify', name: 'web', settings: { ...settings(), ...changed } });
const run = (full = false) => shop.sources.run('web', full ? { full, remove: true } : {});
const expectTruth = async () => expect(await storedSales(shop)).toEqual(ledger.truth(ZONE));

it('only asks what the published schemas of Shopify have, and changes nothing there', () => {
  for (const query of QUERIES) {
    expect(validate(SCHEMA, parse(query))).toEqual([]);
    expect(query).toMatch(/^query /);
  }
  expect(validate(SCHEMA, parse('{ shop { currencyCod } }'))[0]?.message).toContain('currencyCode');
});

describe('a Shopify shop', () => {
  it('is checked before anything is stored, with what to do where something is wrong', async () => {
    expect((await add()).findings).toEqual([
      expect.stringMatching(/^Tea and More \(127\.0\.0\.1:\d+\) answers, and its orders can be read\.$/),
    ]);
    await shop.sources.remove('web', false);
    vi.stubEnv('WRONG', 'shpat_0');
    await expect(add({ token: 'env:WRONG' })).rejects.toThrow('refused the key');
    await expect(add({ id: 'env:SHOPIFY_ID' })).rejects.toThrow('give token=, or id= and secret=');
    await expect(add({ url: `${url}/`, token: 'shpat_1' })).rejects.toThrow('said by where it is');
    shopify.status = 404;
    await expect(add()).rejects.toThrow('There is no Shopify shop at');
    shopify.status = undefined;
    shopify.zone = 'America/New_York';
    await expect(add()).rejects.toThrow(
      "The source's days are those of America/New_York, and the shop's are those of Europe/Berlin.",
    );
    shopify.zone = 'Europe/Vienna';
    shopify.scopes = ['read_products'];
    await expect(add()).rejects.toThrow('the app may not read the orders');
    shopify.scopes = ['write_orders'];
    shopify.versions = [];
    const { findings } = await add();
    expect(findings.slice(1)).toEqual([
      expect.stringContaining('Orders of the last 60 days are shown'),
      expect.stringMatching(/^It is not shown who bought, categories, places of sale: .*read_locations\.$/),
      'It could also write (write_orders), which Shopkeeper never does.',
      expect.stringContaining('update Shopkeeper'),
    ]);
    await shop.load('a.csv', 'Order,Date,Customer,Product,Amount\n1,2026-03-05,1,Tea,$100.00\n');
    await expect(shop.sources.check('web')).rejects.toThrow("amounts are in EUR, and the shop's are in USD");
  });

  it('has each edit, refund and fee on its own day, and is broken down as files are', async () => {
    const order = ledger.place(2, { customer: 1, place: 'Market hall', isTest: false });
    await add();
    await run();
    for (const what of ['add', 'price', 'refund', 'goodwill', 'exchange'] as const) {
      clock.at += DAY;
      ledger.happen(what);
    }
    ledger.place(1, { isTest: true });
    expect(await run()).toMatchObject({ orders: { changed: 1, setAside: 0 } });
    await expectTruth();
    expect(Object.keys((await storedSales(shop)).byDay)).toHaveLength(6);
    expect(await shop.figures('sales by location', 'orders')).toEqual({ 'Market hall': 1 });
    expect(await databaseOf(shop.shop.store)('orders').pluck('key')).toEqual([`web/${order.number}`]);
    ledger.happen('cancel');
    await run();
    await expectTruth();
    expect((await shop.figures('sales', 'value')).revenue).toBe(sum(ledger.truth(ZONE).byDay) / 100);
  });

  it('has orders, agreements and sales beyond every page, also in one second', async () => {
    shopify.manners = { maxCost: 60 };
    const long = ledger.place(30);
    for (let i = 0; i < 9; i++)
      ledger.write(
        long,
        Array.from({ length: i + 1 }, () => ledger.goods()),
      );
    for (let i = 0; i < 45; i++) ledger.place(1, { isTest: false });
    await add();
    expect(await run()).toMatchObject({ orders: { changed: 46 } });
    await expectTruth();
    const lines = await databaseOf(shop.shop.store)('order_lines').count({ n: '*' }).first();
    expect(Number(lines?.n)).toBeGreaterThanOrEqual(30 + 45 + 45);
  });

  it('is read with a key that lives for a day, which is fetched anew', async () => {
    ledger.place(1, { isTest: false });
    const { token: _, ...others } = settings();
    const own = { ...others, id: 'env:SHOPIFY_ID', secret: 'env:SHOPIFY_SECRET' };
    await shop.sources.add({ kind: 'shopify', name: 'web', settings: own });
    expect(await run()).toMatchObject({ outcome: 'done' });
    vi.stubEnv('SHOPIFY_SECRET', 'secret_2');
    expect((await run()).problem).toContain("refused the app's id and secret");
    const kept = JSON.stringify(await databaseOf(shop.shop.store)('sources').select());
    expect(kept).not.toMatch(/secret_|shpat_/);
  });

  it('that shows 60 days keeps what it showed before, and takes out what was deleted', async () => {
    shopify.scopes = shopify.scopes.filter(s => s !== 'read_all_orders');
    for (let i = 0; i < 20; i++) ledger.place(1, { isTest: false });
    await add();
    await run();
    clock.at += 70 * DAY;
    const recent = ledger.place(1, { isTest: false });
    ledger.place(1, { isTest: false });
    await run();
    ledger.orders.delete(recent.id);
    clock.at += DAY;
    expect(await run()).toMatchObject({ orders: { gone: 1 } });
    await expectTruth();
    expect(await run(true)).toMatchObject({ orders: { gone: 0, changed: 0 } });
  });

  it('sets orders aside that cannot be told apart, while the others go in', async () => {
    ledger.place(1, { isTest: false, number: '#7' });
    ledger.place(1, { isTest: false, number: '#7' });
    const good = ledger.place(1, { isTest: false });
    await add();
    expect(await run()).toMatchObject({ orders: { changed: 2, setAside: 1 } });
    expect(await shop.sources.problems()).toMatchObject([
      { key: '#7', reason: 'the shop has two orders with this number' },
    ]);
    expect(await databaseOf(shop.shop.store)('orders').pluck('key')).toContain(`web/${good.number}`);
  });

  for (const seed of [1, 2, 3])
    it(`is the truth after any faults, and changes while it is read (seed ${seed})`, async () => {
      await shopify.stop();
      await open(seed);
      for (let i = 0; i < 60; i++) ledger.happen();
      await add();
      for (let round = 0; round < 5; round++) {
        shopify.manners = { faults: 12, changes: 30, lag: 240, maxCost: seed % 2 === 0 ? 300 : 1_000 };
        await run(round % 2 === 1);
        for (let i = 0; i < 8; i++) ledger.happen();
        clock.at += 17 * HOUR;
      }
      shopify.manners = {};
      expect(await run(true)).toMatchObject({ outcome: 'done' });
      await expectTruth();
      const version = await shop.shop.store.dataVersion();
      expect(await run(true)).toMatchObject({ orders: { changed: 0, gone: 0, setAside: 0 } });
      expect(await shop.shop.store.dataVersion()).toBe(version);
    });

  it('whose search knows of changes late is the truth without another full reading', async () => {
    await shopify.stop();
    await open(7, ['place', 'add', 'price', 'refund', 'goodwill', 'e-mail']);
    await add();
    shopify.manners = { lag: 600, changes: 40 };
    for (let round = 0; round < 10; round++) {
      for (let i = 0; i < 4; i++) ledger.happen(round % 2 === 0 ? 'place' : 'add');
      await run();
      clock.at += 20 * 60_000;
    }
    shopify.manners = {};
    expect(await run()).toMatchObject({ outcome: 'done' });
    await expectTruth();
  });
});

const sum = (byDay: Record<string, number>): number => Object.values(byDay).reduce((a, b) => a + b, 0);
