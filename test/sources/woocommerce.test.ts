import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { WooShop } from '../support/woo-shop.js';

let shop: TestShop;
let woo: WooShop;
let url: string;
let now: number;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

beforeEach(async () => {
  now = Date.parse('2026-03-02T10:00:00Z');
  shop = await openTestShop({}, () => new Date(now));
  woo = new WooShop(3);
  woo.now = () => new Date(now);
  url = await woo.start();
  vi.stubEnv('WOO_KEY', 'ck_1');
  vi.stubEnv('WOO_SECRET', 'cs_1');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await woo.stop();
  await shop.close();
});

const settings = () => ({ url, key: 'env:WOO_KEY', secret: 'env:WOO_SECRET', private: 'yes' });
const add = () => shop.sources.add({ kind: 'woocommerce', name: 'woo', settings: settings() });
const run = (full = false) => shop.sources.run('woo', full ? { full, remove: true } : {});

async function stored() {
  const db = databaseOf(shop.shop.store);
  const rows = await db('order_lines')
    .groupBy('day')
    .select({ day: 'day', cents: db.raw('sum(amount)') });
  const days = rows.map(
    r => [new Date(Number(r.day) * DAY).toISOString().slice(0, 10), Number(r.cents)] as const,
  );
  const orders = await db('orders').where('lines', '>', 0).count({ n: '*' }).first();
  return { byDay: Object.fromEntries(days), orders: Number(orders?.n) };
}

describe('a WooCommerce shop', () => {
  it('is checked before anything is stored, with what to do where something is wrong', async () => {
    expect((await add()).findings).toEqual([
      expect.stringMatching(/^127\.0\.0\.1:\d+ answers, and its orders can be read\.$/),
      'It runs WooCommerce 9.4.0.',
    ]);
    await shop.sources.remove('woo', false);
    const refused = (changed: Record<string, string>) =>
      expect(shop.sources.add({ kind: 'woocommerce', name: 'woo', settings: { ...settings(), ...changed } }))
        .rejects;
    await refused({ key: 'ck_1' }).toThrow('A key must be said by where it is');
    await refused({ key: 'env:NO_KEY' }).toThrow('NO_KEY is not set');
    await refused({ key: 'env:WOO_SECRET' }).toThrow('refused the key');
    await refused({ private: 'no' }).toThrow('is no https address');
    await refused({ url: `${url}/blog` }).toThrow('no WooCommerce interface at this address');
    expect(await shop.sources.list()).toEqual([]);
  });

  it('is read with refunds on their own days, though they do not move the date of the order', async () => {
    const first = woo.place(2);
    woo.place(1);
    await add();
    expect(await run()).toMatchObject({ orders: { changed: 2 } });
    expect(await stored()).toEqual(woo.truth());
    // Later changes have been read, and it is the same day: the order itself is not read again.
    now += 60 * MINUTE;
    woo.place(1);
    await run();
    now += 3 * 60 * MINUTE;
    woo.refund(first, 0, 150);
    expect(await run()).toMatchObject({ orders: { changed: 1 } });
    expect(await stored()).toEqual(woo.truth());
    now += 3 * DAY;
    woo.refund(first, 1, 0);
    await run();
    expect(await stored()).toEqual(woo.truth());
    expect(Object.keys((await stored()).byDay)).toEqual(['2026-03-02', '2026-03-05']);
  });

  it('has its keys in no table, log or message, and is only ever asked to GET', async () => {
    woo.place(1);
    await add();
    woo.status = 403;
    const failed = await run();
    expect(failed.problem).toContain('the key may not read orders');
    const kept = JSON.stringify(await databaseOf(shop.shop.store)('sources').select());
    expect(kept + JSON.stringify(failed)).not.toMatch(/ck_1|cs_1/);
    expect(woo.asked.every(asked => asked.startsWith('GET ') && !/ck_1|cs_1/.test(asked))).toBe(true);
  });

  it('that has no list of refunds is swept each night', async () => {
    woo.manners = { hasRefunds: false };
    const order = woo.place(2);
    expect((await add()).findings.at(-1)).toContain('partial refunds are found within a day');
    await run();
    woo.refund(order, 1, 0);
    now += DAY;
    await run();
    expect(await stored()).toEqual(woo.truth());
  });

  it('with more orders in one second than a page holds is read whole', async () => {
    for (let i = 0; i < 130; i++) woo.place(1);
    await add();
    expect(await run()).toMatchObject({ orders: { changed: 130 } });
    expect(await stored()).toEqual(woo.truth());
  });

  for (const seed of [1, 2, 3, 4])
    it(`is the truth after any faults, and changes while it is read (seed ${seed})`, async () => {
      await woo.stop();
      woo = new WooShop(seed * 7919);
      woo.now = () => new Date(now);
      url = await woo.start();
      for (let i = 0; i < 40; i++) woo.happen();
      await add();
      for (let round = 0; round < 5; round++) {
        woo.manners = { faults: 25, changes: 30, hasRefunds: seed % 2 === 0 };
        await run(round % 2 === 1);
        for (let i = 0; i < 6; i++) woo.happen();
        now += 17 * 60 * MINUTE;
      }
      woo.manners = { hasRefunds: seed % 2 === 0 };
      expect(await run(true)).toMatchObject({ outcome: 'done' });
      expect(await stored()).toEqual(woo.truth());
      const version = await shop.shop.store.dataVersion();
      expect(await run(true)).toMatchObject({ orders: { changed: 0, gone: 0, setAside: 0 } });
      expect(await shop.shop.store.dataVersion()).toBe(version);
    });
});
