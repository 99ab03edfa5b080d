import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, vi } from 'vitest';
import { built } from './built.js';
import type { Clock } from './ledger-shop.js';
import { openTestShop } from './shop.js';
import { storedSales } from './stored-sales.js';

const CHILD = built('test/support/source-child.ts');
const MINUTE = 60_000;
/** How many processes are killed of each source. SOURCE_KILLS=100 has it proven more thoroughly. */
export const KILLS = Number(process.env.SOURCE_KILLS ?? 2);

/** A stand-in of a shop, and what it takes to read it. */
export interface Killed {
  readonly kind: string;
  readonly settings: Readonly<Record<string, string>>;
  /** What the source was asked so far; undefined if it does not tell. */
  readonly asked?: readonly string[];
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

/** Kills processes while they read a source, reads it to the end, and compares with what the shop has. */
export async function expectTruthAfterKills(made: (clock: Clock) => Killed): Promise<void> {
  const clock = { at: Date.parse('2026-03-02T10:00:00Z') };
  const shop = await openTestShop({}, () => new Date(clock.at));
  const source = made(clock);
  const url = await source.start();
  try {
    for (let i = 0; i < 1_200; i++) source.place();
    await source.show?.();
    await shop.sources.add({ kind: source.kind, name: 'web', settings: { ...source.settings, url } });
    let killed = 0;
    for (let i = 0; i < KILLS; i++) {
      if (await kill(shop.shop.store.url, new Date(clock.at), source, i)) killed++;
      for (let n = 0; n < 5; n++) source.happen();
      await source.show?.();
      // What it held is free for others after ten minutes.
      clock.at += 11 * MINUTE;
    }
    expect(killed).toBeGreaterThanOrEqual(KILLS / 2);
    expect(await shop.sources.run('web', { full: true, remove: true })).toMatchObject({ outcome: 'done' });
    expect(await storedSales(shop)).toMatchObject(source.truth());
    const { byDay } = source.truth();
    expect((await storedSales(shop)).byDay).toEqual(byDay);
    const cents = Object.values(byDay).reduce((a, b) => a + b, 0);
    expect((await shop.figures('sales', 'value')).revenue).toBe(cents / 100);
    expect(await shop.sources.run('web', { full: true })).toMatchObject({ orders: { changed: 0, gone: 0 } });
    if (KILLS > 5) console.log(`${made.name}: ${killed} of ${KILLS} processes were killed`);
  } finally {
    vi.unstubAllEnvs();
    await source.stop();
    await shop.close();
  }
}

/** What has to have come about before a process is killed, besides its requests. */
interface KillMoment {
  readonly isReached?: () => Promise<boolean>;
  /** How many milliseconds later at most. */
  readonly withinMs?: number;
}

/**
 * Starts a process that reads the source, and kills it after so many requests, and so many milliseconds then.
 * @returns whether it was killed, and had not ended before
 */
export async function kill(
  store: string,
  now: Date,
  { asked }: Pick<Killed, 'asked'>,
  i: number,
  { isReached = async () => true, withinMs = 210 }: KillMoment = {},
): Promise<boolean> {
  const before = asked?.length ?? 0;
  const requests = asked === undefined ? 0 : 1 + ((i * 11) % 32);
  const child = spawn(process.execPath, [CHILD, store, 'web', now.toISOString()], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let [isReading, isOver] = [false, false];
  child.stdout.on('data', () => {
    isReading = true;
  });
  const ended = new Promise<void>(resolve =>
    child.on('close', () => {
      isOver = true;
      resolve();
    }),
  );
  while (!isOver && !(isReading && (asked?.length ?? 0) >= before + requests)) await wait(2);
  while (!isOver && !(await isReached())) await wait(5);
  await wait((i * 37) % withinMs);
  const wasKilled = child.kill('SIGKILL');
  await ended;
  return wasKilled;
}
