import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { built } from '../support/built.js';
import { databaseOf } from '../support/database.js';
import { openTestShop } from '../support/shop.js';
import { WooShop } from '../support/woo-shop.js';

const CHILD = built('test/support/source-child.ts');
const MINUTE = 60_000;
/** After so many requests of a run, and so many milliseconds then, its process is killed. */
const KILLS = [
  [1, 0],
  [8, 30],
  [10, 5],
  [10, 40],
  [10, 120],
  [11, 10],
  [20, 80],
  [22, 200],
] as const;

it('a source is the truth after its processes were killed while they read it', async () => {
  vi.stubEnv('WOO_KEY', 'ck_1');
  vi.stubEnv('WOO_SECRET', 'cs_1');
  let now = Date.parse('2026-03-02T10:00:00Z');
  const shop = await openTestShop({}, () => new Date(now));
  const woo = new WooShop(11);
  woo.now = () => new Date(now);
  const url = await woo.start();
  try {
    for (let i = 0; i < 1_200; i++) woo.place(1);
    const settings = { url, key: 'env:WOO_KEY', secret: 'env:WOO_SECRET', private: 'yes' };
    await shop.sources.add({ kind: 'woocommerce', name: 'woo', settings });
    let killed = 0;
    for (const [requests, ms] of KILLS) {
      const before = woo.asked.length;
      const at = new Date(now).toISOString();
      const child = spawn(process.execPath, [CHILD, shop.shop.store.url, 'woo', at], { stdio: 'ignore' });
      const ended = new Promise<void>(resolve => child.on('close', () => resolve()));
      while (woo.asked.length < before + requests && child.exitCode === null) await wait(2);
      await wait(ms);
      if (child.kill('SIGKILL')) killed++;
      await ended;
      for (let i = 0; i < 5; i++) woo.happen();
      // What it held is free for others after ten minutes.
      now += 11 * MINUTE;
    }
    expect(killed).toBeGreaterThan(KILLS.length / 2);
    expect(await shop.sources.run('woo', { full: true, remove: true })).toMatchObject({ outcome: 'done' });
    const db = databaseOf(shop.shop.store);
    const sum = await db('order_lines').sum({ cents: 'amount' }).first();
    const orders = await db('orders').where('lines', '>', 0).count({ n: '*' }).first();
    const truth = woo.truth();
    const cents = Object.values(truth.byDay).reduce((a, b) => a + b, 0);
    expect([Number(sum?.cents), Number(orders?.n)]).toEqual([cents, truth.orders]);
    expect((await shop.figures('sales', 'value')).revenue).toBe(cents / 100);
    expect(await shop.sources.run('woo', { full: true })).toMatchObject({ orders: { changed: 0, gone: 0 } });
  } finally {
    vi.unstubAllEnvs();
    await woo.stop();
    await shop.close();
  }
}, 240_000);
