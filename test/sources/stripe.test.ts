import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { paymentsText } from '../../src/surfaces/cli/show/sources.js';
import { databaseOf } from '../support/database.js';
import { type Clock, LedgerShop } from '../support/ledger-shop.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { ShopifyShop } from '../support/shopify/shopify-shop.js';
import { storedSales } from '../support/stored-sales.js';
import { StripeAccount } from '../support/stripe-account.js';

const ZONE = 'Europe/Berlin';
const HOUR = 3_600_000;
let clock: Clock;
let shop: TestShop;
let stripe: StripeAccount;
let url: string;

async function open(seed: number): Promise<void> {
  stripe = new StripeAccount(seed, clock);
  url = await stripe.start();
}

beforeEach(async () => {
  clock = { at: Date.parse('2026-03-27T22:30:00Z') };
  shop = await openTestShop({ SHOP_TIMEZONE: ZONE }, () => new Date(clock.at));
  await open(3);
  vi.stubEnv('STRIPE_KEY', 'rk_live_1');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await stripe.stop();
  await shop.close();
});

const add = (key = 'env:STRIPE_KEY') =>
  shop.sources.add({ kind: 'stripe', name: 'stripe', settings: { url, key, private: 'yes' } });
const run = (full = false) => shop.sources.run('stripe', full ? { full, remove: true } : {});
const expectTruth = async () => expect(await storedSales(shop)).toEqual(stripe.truth(ZONE));

it('payments of Stripe are checked, with what to do where something is wrong', async () => {
  stripe.pay(1_000);
  expect((await add()).findings[0]).toBe('Stripe answers, and its payments can be read.');
  await shop.sources.remove('stripe', false);
  vi.stubEnv('WRONG', 'rk_live_2');
  await expect(add('env:WRONG')).rejects.toThrow('Stripe refused the key');
  vi.stubEnv('MIGHTY', 'sk_live_1');
  await expect(add('env:MIGHTY')).rejects.toThrow('may do everything');
  stripe.rights.delete('disputes');
  await expect(add()).rejects.toThrow("The key may not read Stripe's disputes.");
  expect(stripe.asked.every(asked => asked.startsWith('GET '))).toBe(true);
});

it('payments, refunds and disputes count on their own days, in the digits that Stripe writes', async () => {
  const first = stripe.pay(10_000, { captured: 10_000 });
  stripe.pay(5_000, { captured: 4_000 });
  await add();
  await run();
  clock.at += 30 * HOUR;
  stripe.book('refund', -2_500, first.id, 're_1');
  await run();
  clock.at += 30 * HOUR;
  stripe.book('refund_failure', 2_500, first.id, 're_1');
  stripe.book('dispute', -10_000, first.id, 'dp_1');
  stripe.book('payout', -3_000, undefined, 'po_1');
  expect(await run()).toMatchObject({ orders: { changed: 1 } });
  await expectTruth();
  expect(await shop.figures('sales by category', 'revenue')).toEqual({
    Payments: 140,
    Refunds: 0,
    Disputes: -100,
  });
  expect(await run(true)).toMatchObject({ orders: { changed: 0, gone: 0 } });
});

it('amounts of currencies without decimals, and of those that only Stripe gives decimals, are right', async () => {
  for (const [currency, shown] of [
    ['jpy', 1_000],
    ['isk', 10],
    ['kwd', 1],
  ] as const) {
    stripe.currency = currency;
    stripe.charges.clear();
    stripe.pay(1_000, { captured: 1_000 });
    const own = await openTestShop({ SHOP_TIMEZONE: ZONE }, () => new Date(clock.at));
    const settings = { url, key: 'env:STRIPE_KEY', private: 'yes' };
    await own.sources.add({ kind: 'stripe', name: 'stripe', settings });
    await own.sources.run('stripe');
    expect([currency, (await own.figures('sales', 'value')).revenue]).toEqual([currency, shown]);
    await own.close();
  }
});

it('beside a shop, payments are matched with its orders and add nothing, until its orders are gone', async () => {
  stripe.pay(1_190, { captured: 1_190, metadata: { order_id: '1001' }, email: null });
  stripe.pay(2_380, { captured: 2_380, description: 'Tea and More - Order 1002' });
  stripe.pay(3_570, { captured: 3_570, email: 'Ana@example.com' });
  stripe.pay(4_000, { captured: 4_000, email: null });
  // As much as order 1002, by the same customer: but that has its payment.
  stripe.pay(2_380, { captured: 2_380, email: 'ana@example.com' });
  await add();
  await run();
  const alone = await storedSales(shop);
  expect(alone.orders).toBe(5);
  const ledger = new LedgerShop(1, clock);
  const shopify = new ShopifyShop(ledger);
  const settings = { url: await shopify.start(), token: 'env:STRIPE_KEY', private: 'yes' };
  shopify.token = 'rk_live_1';
  for (const [number, cents] of [
    ['#1001', 1_000],
    ['#1002', 2_000],
    ['#1003', 3_000],
  ] as const) {
    const order = ledger.place(0, { number, isTest: false, email: 'ana@example.com', customer: 1 });
    ledger.write(order, [{ ...ledger.goods(), cents, tax: cents * 0.19 }]);
  }
  await shop.sources.add({ kind: 'shopify', name: 'web', settings });
  await shop.sources.run('web');
  await run();
  await run();
  expect(await storedSales(shop)).toEqual(ledger.truth(ZONE));
  const matched = (await shop.sources.payments('stripe')) ?? [];
  expect(matched.map(p => [p.amount, p.order, p.isCertain])).toEqual([
    ['11.90', 'web/#1001', true],
    ['23.80', 'web/#1002', true],
    ['35.70', 'web/#1003', false],
    ['40.00', undefined, false],
    ['23.80', undefined, false],
  ]);
  expect(paymentsText(matched)).toContain(
    '5 payments: 2 of an order by its number, 1 likely of one (the same e-mail address, day and amount), 2 of none.',
  );
  await shop.sources.remove('web', false);
  await run();
  expect(await storedSales(shop)).toEqual(ledger.truth(ZONE));
  await shop.undo((await shop.ingests()).find(i => i.file === 'source web')?.id ?? 0);
  await run();
  expect(await storedSales(shop)).toEqual(alone);
  expect(await shop.sources.payments('stripe')).toBeUndefined();
  await shopify.stop();
});

for (const seed of [1, 2])
  it(`payments are the truth after any faults, and changes while they are read (seed ${seed})`, async () => {
    await stripe.stop();
    await open(seed);
    for (let i = 0; i < 180; i++) stripe.happen();
    await add();
    for (let round = 0; round < 5; round++) {
      stripe.manners = { faults: 15, changes: 40 };
      await run(round % 2 === 1);
      for (let i = 0; i < 12; i++) stripe.happen();
      clock.at += 17 * HOUR;
    }
    stripe.manners = {};
    expect(await run()).toMatchObject({ outcome: 'done' });
    await expectTruth();
    const version = await shop.shop.store.dataVersion();
    expect(await run(true)).toMatchObject({ orders: { changed: 0, gone: 0, setAside: 0 } });
    expect(await shop.shop.store.dataVersion()).toBe(version);
    expect(JSON.stringify(await databaseOf(shop.shop.store)('sources').select())).not.toContain('rk_');
  });
