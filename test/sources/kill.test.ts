import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { built } from '../support/built.js';
import { type Clock, LedgerShop } from '../support/ledger-shop.js';
import { openTestShop } from '../support/shop.js';
import { ShopifyShop } from '../support/shopify/shopify-shop.js';
import { storedSales } from '../support/stored-sales.js';
import { WooShop } from '../support/woo-shop.js';

const CHILD = built('test/support/source-child.ts');
const MINUTE = 60_000;
/** How many processes are killed of each source. SOURCE_KILLS=100 has it proven more thoroughly. */
const KILLS = Number(process.env.SOURCE_KILLS ?? 5);

/** A stand-in of a shop, and what it takes to read it. */
interface Killed {
  readonly kind: string;
  readonly settings: Record<string, string>;
  readonly asked: readonly string[];
  readonly place: () => void;
  readonly happen: () => void;
  readonly truth: () => { readonly byDay: Record<string, number>; readonly orders: number };
  readonly start: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

function woocommerce(clock: Clock): Killed {
  const woo = new WooShop(11);
  woo.now = () => new Date(clock.at);
  return {
    kind: 'woocommerce',
    settings: { key: 'env:WOO_KEY', secret: 'env:WOO_SECRET' },
    asked: woo.asked,
    place: () => woo.place(1),
    happen: () => woo.happen(),
    truth: () => woo.truth(),
    start: () => woo.start(),
    stop: () => woo.stop(),
  };
}

function shopify(clock: Clock): Killed {
  const ledger = new LedgerShop(11, clock);
  const shop = new ShopifyShop(ledger);
  shop.zone = 'UTC';
  return {
    kind: 'shopify',
    settings: { token: 'env:SHOPIFY_TOKEN' },
    asked: shop.asked,
    place: () => ledger.place(1),
    happen: () => ledger.happen(),
    truth: () => ledger.truth('UTC'),
    start: () => shop.start(),
    stop: () => shop.stop(),
  };
}

for (const made of [woocommerce, shopify])
  it(`a source is the truth after its processes were killed while they read it (${made.name})`, async () => {
    vi.stubEnv('WOO_KEY', 'ck_1');
    vi.stubEnv('WOO_SECRET', 'cs_1');
    vi.stubEnv('SHOPIFY_TOKEN', 'shpat_1');
    const clock = { at: Date.parse('2026-03-02T10:00:00Z') };
    const shop = await openTestShop({}, () => new Date(clock.at));
    const source = made(clock);
    const url = await source.start();
    try {
      for (let i = 0; i < 1_200; i++) source.place();
      const settings = { ...source.settings, url, private: 'yes' };
      await shop.sources.add({ kind: source.kind, name: 'web', settings });
      let killed = 0;
      for (let i = 0; i < KILLS; i++) {
        const before = source.asked.length;
        const at = new Date(clock.at).toISOString();
        const child = spawn(process.execPath, [CHILD, shop.shop.store.url, 'web', at], { stdio: 'ignore' });
        let isOver = false;
        const ended = new Promise<void>(resolve =>
          child.on('close', () => {
            isOver = true;
            resolve();
          }),
        );
        // After so many requests of its run, and so many milliseconds then.
        const [requests, ms] = [1 + ((i * 11) % 32), (i * 37) % 210];
        while (source.asked.length < before + requests && !isOver) await wait(2);
        await wait(ms);
        if (child.kill('SIGKILL')) killed++;
        await ended;
        for (let n = 0; n < 5; n++) source.happen();
        // What it held is free for others after ten minutes.
        clock.at += 11 * MINUTE;
      }
      expect(killed).toBeGreaterThan(KILLS / 2);
      expect(await shop.sources.run('web', { full: true, remove: true })).toMatchObject({ outcome: 'done' });
      expect(await storedSales(shop)).toEqual(source.truth());
      const cents = Object.values(source.truth().byDay).reduce((a, b) => a + b, 0);
      expect((await shop.figures('sales', 'value')).revenue).toBe(cents / 100);
      expect(await shop.sources.run('web', { full: true })).toMatchObject({
        orders: { changed: 0, gone: 0 },
      });
      if (KILLS > 5) console.log(`${made.name}: ${killed} of ${KILLS} processes were killed`);
    } finally {
      vi.unstubAllEnvs();
      await source.stop();
      await shop.close();
    }
  }, 1_200_000);
