import { expect, vi } from 'vitest';
import { Killer } from './killed-process.js';
import type { Clock } from './ledger-shop.js';
import { openTestShop } from './shop.js';
import { storedSales } from './stored-sales.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** More than are written at once. */
const ORDERS = 700;

/** A stand-in of a shop, and what it takes to read it. */
export interface Killed {
  readonly kind: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Whether the source does not tell of deleted orders: the reading of each day finds them. */
  readonly forgets: boolean;
  readonly place: () => void;
  readonly happen: () => void;
  /** Has all that happened shown, if it is not at once. */
  readonly show?: () => Promise<void>;
  /** The number of orders only where each is one at the source too. */
  readonly truth: () => { readonly byDay: Record<string, number>; readonly orders?: number };
  /** @returns its address */
  readonly start: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Kills processes while they read a source, reads it once more, and compares with what the shop has. */
export async function expectTruthAfterKills(made: (clock: Clock) => Killed): Promise<void> {
  const clock = { at: Date.parse('2026-03-02T10:00:00Z') };
  const shop = await openTestShop({}, () => new Date(clock.at));
  const source = made(clock);
  const url = await source.start();
  const killer = new Killer(shop.shop.store.url);
  try {
    for (let i = 0; i < ORDERS; i++) source.place();
    await source.show?.();
    await shop.sources.add({ kind: source.kind, name: 'web', settings: { ...source.settings, url } });
    while (!killer.isOver) {
      await killer.killOne(new Date(clock.at));
      for (let n = 0; n < 5; n++) source.happen();
      await source.show?.();
      // What it held is free for others after ten minutes. Now and then it is another day, with its reading.
      clock.at += killer.runs % 5 === 0 ? 9 * 60 * MINUTE : 11 * MINUTE;
    }
    killer.expectAllStages(source.kind);
    if (source.forgets) clock.at += DAY;
    // One more run, as it is due: not a full one.
    expect(await shop.sources.run('web')).toMatchObject({ outcome: 'done', orders: { setAside: 0 } });
    expect(await storedSales(shop)).toMatchObject(source.truth());
    const { byDay } = source.truth();
    expect((await storedSales(shop)).byDay).toEqual(byDay);
    const cents = Object.values(byDay).reduce((a, b) => a + b, 0);
    expect((await shop.figures('sales', 'value')).revenue).toBe(cents / 100);
    const version = await shop.shop.store.dataVersion();
    for (const full of [false, true])
      expect(await shop.sources.run('web', { full })).toMatchObject({ orders: { changed: 0, gone: 0 } });
    expect(await shop.shop.store.dataVersion()).toBe(version);
  } finally {
    killer.stop();
    vi.unstubAllEnvs();
    await source.stop();
    await shop.close();
  }
}
