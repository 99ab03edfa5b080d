import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { databaseOf } from '../support/database.js';
import { type Clock, type Happening, LedgerShop } from '../support/ledger-shop.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { SquareAccount } from '../support/square-account.js';
import { storedSales } from '../support/stored-sales.js';

const ZONE = 'Europe/Berlin';
const HOUR = 3_600_000;
/** What is sold is not changed at Square: what comes back is an order of its own. */
const HAPPENINGS: readonly Happening[] = ['place', 'place', 'refund', 'exchange', 'e-mail'];

let clock: Clock;
let shop: TestShop;
let ledger: LedgerShop;
let square: SquareAccount;
let url: string;

async function open(seed: number): Promise<void> {
  ledger = new LedgerShop(seed, clock, HAPPENINGS);
  square = new SquareAccount(ledger);
  url = await square.start();
}

beforeEach(async () => {
  clock = { at: Date.parse('2026-03-27T22:30:00Z') };
  shop = await openTestShop({ SHOP_TIMEZONE: ZONE }, () => new Date(clock.at));
  await open(3);
  vi.stubEnv('SQUARE_TOKEN', 'token_1');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await square.stop();
  await shop.close();
});

const add = (token = 'env:SQUARE_TOKEN') =>
  shop.sources.add({ kind: 'square', name: 'till', settings: { url, token, private: 'yes' } });
const run = (full = false) => shop.sources.run('till', full ? { full, remove: true } : {});
const expectTruth = async () => expect((await storedSales(shop)).byDay).toEqual(ledger.truth(ZONE).byDay);

it('a Square account is checked, with what to do where something is wrong', async () => {
  expect((await add()).findings).toEqual([
    'Square answers, and the orders of Market hall, Old town, Online can be read.',
  ]);
  await shop.sources.remove('till', false);
  vi.stubEnv('WRONG', 'token_2');
  await expect(add('env:WRONG')).rejects.toThrow('Square refused the key');
  square.rights.delete('orders');
  await expect(add()).rejects.toThrow("The key may not read Square's orders.");
  square.rights = new Set(['orders', 'locations']);
  expect((await add()).findings.at(-1)).toContain('CUSTOMERS_READ');
  square.zone = 'America/New_York';
  await expect(shop.sources.check('till')).rejects.toThrow("The source's days are those of America/New_York");
  square.locations = [];
  await expect(shop.sources.check('till')).rejects.toThrow('has no location');
});

it('orders count when they are paid, by location; what comes back counts on its own day', async () => {
  const order = ledger.place(2, { customer: 1, place: 'Market hall' });
  ledger.place(1, { customer: undefined, place: undefined });
  const unpaid = ledger.place(1, { isTest: true });
  await add();
  expect(await run()).toMatchObject({ orders: { changed: 2 } });
  await expectTruth();
  clock.at += 30 * HOUR;
  ledger.write(order, [{ ...ledger.goods(), kind: 'back', pieces: -1, cents: -451, tax: -86 }]);
  clock.at += 30 * HOUR;
  ledger.write(order, [{ ...ledger.goods(), kind: 'adjustment', cents: -150, tax: 0 }]);
  Object.assign(unpaid, { isTest: false, changed: ledger.second() });
  await run();
  await expectTruth();
  expect((await shop.figures('sales', 'value')).orders).toBe(3);
  expect(await shop.figures('sales by location', 'orders')).toMatchObject({ 'Market hall': 1 });
  // Who brings something back is who had bought it.
  const back = await databaseOf(shop.shop.store)('order_lines')
    .join('customers', 'customers.id', 'order_lines.customer_id')
    .where({ is_return: true })
    .pluck('email');
  expect(back).toEqual(['c1@example.com']);
  expect(square.asked.every(asked => READS.test(asked))).toBe(true);
});

/** Nothing else is ever sent. */
const READS = /^(GET locations|POST (orders\/(search|batch-retrieve)|customers\/bulk-retrieve))$/;

it('more locations than a search may name, and orders at one time than a page has, are all read', async () => {
  square.locations = ['Online', ...Array.from({ length: 24 }, (_, i) => `Stall ${i + 1}`)];
  for (let i = 0; i < 130; i++) ledger.place(1, { place: undefined });
  for (let i = 1; i <= 24; i++) ledger.place(1, { place: `Stall ${i}` });
  await add();
  expect(await run()).toMatchObject({ orders: { changed: 154 } });
  await expectTruth();
  expect(await run()).toMatchObject({ orders: { changed: 0 } });
});

for (const seed of [1, 2])
  it(`a Square account is the truth after faults, and changes while it is read (seed ${seed})`, async () => {
    await square.stop();
    await open(seed);
    for (let i = 0; i < 150; i++) ledger.happen();
    await add();
    for (let round = 0; round < 5; round++) {
      square.manners = { faults: 15, changes: 40 };
      await run(round % 2 === 1);
      for (let i = 0; i < 12; i++) ledger.happen();
      clock.at += 17 * HOUR;
    }
    square.manners = {};
    expect(await run()).toMatchObject({ outcome: 'done' });
    await expectTruth();
    const version = await shop.shop.store.dataVersion();
    expect(await run(true)).toMatchObject({ orders: { changed: 0, gone: 0, setAside: 0 } });
    expect(await shop.shop.store.dataVersion()).toBe(version);
  });
