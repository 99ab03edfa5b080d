import pino from 'pino';
import { afterEach, expect, it } from 'vitest';
import { dayFromIso } from '../../src/core/calendar/days.js';
import { composeDigest } from '../../src/digest/compose/compose.js';
import type { Digest } from '../../src/digest/compose/digest.js';
import { storeScores } from '../../src/segments/snapshots/score-cache.js';
import { runSource } from '../../src/sources/run.js';
import { addSource } from '../../src/store/tables/sources.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { type Happening, SimulatedShop } from '../support/simulated-shop.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday. */
const START = Date.parse('2026-01-05T00:00:00Z');
const WEEKS = 52;
let time = START;
const now = () => new Date(time);
const opened: TestShop[] = [];
afterEach(async () => {
  for (const shop of opened.splice(0)) await shop.close();
});

/** A store that has the simulated shop as its source, and nothing read yet. */
async function open(): Promise<TestShop> {
  const shop = await openTestShop({}, now);
  opened.push(shop);
  await shop.shop.store.write(trx =>
    addSource(trx, {
      name: 'web',
      kind: 'simulated',
      settings: {},
      schedule: 'every hour',
      cron: '0 * * * *',
      zone: 'UTC',
      everyMinutes: 60,
      addedAt: now().toISOString(),
    }),
  );
  return shop;
}

const sync = (into: TestShop, made: SimulatedShop) =>
  runSource(
    {
      store: into.shop.store,
      now,
      log: pino({ level: 'silent' }),
      zone: 'UTC',
      currency: undefined,
      excludedStatuses: [],
      afterChange: trx => storeScores(trx, into.shop.today(), into.shop.segmenting.segmentation.method),
      ingest: async path => path,
      headerOf: async () => [],
      rates: async () => undefined,
      takeRates: async () => '',
      open: async () => made.source(),
    },
    'web',
  );

/** The digest of a Monday. The days of its ledger are in the store's order, which says nothing. */
async function digestOf({ shop }: TestShop, monday: number): Promise<Digest> {
  const digest = await composeDigest(shop, monday);
  const { ledger } = digest;
  if (!ledger) return digest;
  return { ...digest, ledger: { ...ledger, days: [...ledger.days].sort(([a], [b]) => a - b) } };
}

/** What happens in a week, by the hour of the week: new orders, and one change of an order there is. */
function week(number: number): [hour: number, happenings: Happening[]][] {
  const dayOf = (hour: number) => new Date(START + number * 7 * DAY + hour * HOUR).toISOString().slice(0, 10);
  const place = (hour: number, customer: number, lines: number[]): Happening => ({
    do: 'place',
    day: dayOf(hour),
    customer,
    lines,
  });
  const order = number * 7 + 3;
  // The daily reading finds deleted orders and hidden refunds of the last 60 days only, so these are recent.
  // Two orders were placed this week, three in each week before, and one in five weeks was deleted.
  const recent = 3 * number + 2 - Math.floor((number + 2) / 5) - 1 - (number % 4);
  const changes: Happening[] = [
    { do: 'edit', order },
    { do: 'refund', order, on: dayOf(61) },
    { do: 'delete', order: recent },
    { do: 'rename', order, customer: number % 5 },
    { do: 'hide refund', order: recent, on: dayOf(61) },
  ];
  return [
    [10, [place(10, number % 11, [number % 4]), place(10, (number * 3) % 17, [1, 2])]],
    [61, changes.slice(number % 5, (number % 5) + 1)],
    [112, [place(112, (number * 5) % 13, [(number + 1) % 4, 3])]],
  ];
}

it('makes the digest of each Monday of a synced year as a single load would', async () => {
  time = START;
  const made = new SimulatedShop();
  const synced = await open();
  for (let number = 0; number < WEEKS; number++) {
    for (const [hour, happenings] of week(number)) {
      time = START + number * 7 * DAY + hour * HOUR;
      for (const happening of happenings) made.happen(happening);
      expect(await sync(synced, made)).toMatchObject({ outcome: 'done' });
    }
    // The Monday after, an hour in which nothing changed; the daily reading finds what was deleted.
    time = START + (number + 1) * 7 * DAY + 7 * HOUR;
    await sync(synced, made);
    const single = await open();
    await sync(single, made);
    const monday = dayFromIso(now().toISOString().slice(0, 10)) as number;
    const digest = await digestOf(synced, monday);
    expect(digest.headline.rows.length).toBeGreaterThan(0);
    const cents = Object.values(made.truth().byDay).reduce((sum, c) => sum + c, 0);
    const sold = digest.ledger?.days.reduce((sum, [, , revenue]) => sum + revenue, 0);
    expect(sold).toBe(cents);
    expect(digest).toEqual(await digestOf(single, monday));
    await opened.pop()?.close();
  }
  const version = await synced.shop.store.dataVersion();
  time += HOUR;
  expect(await sync(synced, made)).toMatchObject({ orders: { changed: 0, gone: 0 } });
  expect(await synced.shop.store.dataVersion()).toBe(version);
}, 600_000);
