import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { SeededRandom } from '../../seeds/random.js';
import { openShopkeeper } from '../../src/app/shopkeeper.js';
import { readConfig } from '../../src/config/config.js';
import { dayFromIso, isoOf } from '../../src/core/calendar/days.js';
import { USUAL_METHOD } from '../../src/segments/scoring/method.js';
import { optionsWith } from '../../src/segments/segmentation/options.js';
import { pastCutsOf, segmentsAsOf } from '../../src/segments/snapshots/as-of.js';
import { segmentHistory } from '../../src/segments/snapshots/history.js';
import { customerAt, placeOf } from '../../src/segments/snapshots/snapshot.js';
import { allCustomers, ordersOf } from '../../src/store/tables/customers.js';
import { databaseOf } from '../support/database.js';
import { type Buyer, plainScores } from '../support/rfm.js';
import { openTestShop, type TestShop } from '../support/shop.js';

/** Scores out of the store, on both engines, against those computed directly from the rows of the files. */

interface Row {
  readonly order: string;
  readonly customer: string;
  readonly day: number;
  readonly country: string;
  readonly cents: number;
}

const FROM = dayFromIso('2025-01-06') as number;
const COUNTRIES = ['Spain', 'France', 'Italy'];

/** Orders of a made-up shop: several lines an order, some returns, some lines without a customer. */
function madeUp(random: SeededRandom, orders: number, customers: number): Row[] {
  const rows: Row[] = [];
  for (let o = 0; o < orders; o++) {
    const isReturn = random.chance(0.08);
    const number = random.whole(1, customers);
    const customer = random.chance(0.05) ? '' : `${['c', 'Ö', 'k'][number % 3]}${number}`;
    const day = FROM + random.whole(0, 480);
    const country = COUNTRIES[number % 3] as string;
    for (let line = random.whole(1, 4); line > 0; line--)
      rows.push({
        order: `o${o}`,
        customer,
        // Some orders are delivered in parts: an order is of its first day.
        day: day + (random.chance(0.1) ? random.whole(1, 9) : 0),
        country,
        cents: (isReturn ? -1 : 1) * random.whole(0, 8) * 250,
      });
  }
  return rows;
}

const csv = (rows: readonly Row[]): string =>
  [
    'Order ID,Order Date,Customer ID,Country,Quantity,Amount',
    ...rows.map(
      r =>
        `${r.order},${isoOf(r.day)},${r.customer},${r.country},${r.cents < 0 ? -1 : 1},${(r.cents / 100).toFixed(2)}`,
    ),
  ].join('\n');

/** What each customer has bought up to a day, straight from the rows. An order is of its first day. */
function buyersOf(rows: readonly Row[], asOf: number): Buyer[] {
  const dayOf = new Map<string, number>();
  for (const { order, day } of rows) dayOf.set(order, Math.min(day, dayOf.get(order) ?? day));
  const byCustomer = new Map<string, Row[]>();
  for (const row of rows)
    if (row.customer !== '' && (dayOf.get(row.order) as number) <= asOf)
      byCustomer.set(row.customer, [...(byCustomer.get(row.customer) ?? []), row]);
  return [...byCustomer].flatMap(([key, own]) => {
    const sales = own.filter(r => r.cents >= 0);
    const days = sales.map(r => dayOf.get(r.order) as number);
    if (sales.length === 0) return [];
    return [
      {
        key,
        lastDay: Math.max(...days),
        orders: new Set(sales.map(r => r.order)).size,
        lines: sales.length,
        days: new Set(days).size,
        revenue: own.reduce((sum, r) => sum + r.cents, 0),
      },
    ];
  });
}

/** Options of a question, and the method they stand for. */
const METHODS = [
  ['', USUAL_METHOD],
  [
    'scoring:rank frequency:lines',
    { ...USUAL_METHOD, r: 'rank', f: 'rank', m: 'rank', frequency: 'lines' as const },
  ],
  [
    'scoring:ntile monetary:average',
    { ...USUAL_METHOD, r: 'ntile', f: 'ntile', m: 'ntile', monetary: 'average' as const },
  ],
  [
    'scoring:quantile-half-open frequency:days bins:4',
    {
      ...USUAL_METHOD,
      r: 'quantile-half-open',
      f: 'quantile-half-open',
      m: 'quantile-half-open',
      frequency: 'days' as const,
      bins: 4,
    },
  ],
  [
    'm-scoring:ntile-best-first r-cuts:30,90,200 f-cuts:1.5,2.5,4',
    {
      ...USUAL_METHOD,
      r: 'cutoffs',
      f: 'cutoffs',
      m: 'ntile-best-first',
      bins: 4,
      cuts: { r: [30, 90, 200], f: [1.5, 2.5, 4] },
    },
  ],
] as const;

async function scoresIn(shop: TestShop, text: string): Promise<unknown[]> {
  const { rows } = await shop.answer(text);
  return rows
    .map(({ customer, r, f, m, recency, frequency, monetary }) => ({
      key: customer,
      r,
      f,
      m,
      recency,
      frequency,
      monetary,
    }))
    .sort(byKey);
}
const byKey = (a: { key: unknown }, b: { key: unknown }) => (String(a.key) < String(b.key) ? -1 : 1);

function scoresFrom(
  rows: readonly Row[],
  asOf: number,
  method: (typeof METHODS)[number][1],
): { key: string }[] {
  const buyers = buyersOf(rows, asOf);
  const scores = new Map(plainScores(buyers, asOf, method).map(s => [s.key, s]));
  return buyers
    .map(b => ({
      ...scores.get(b.key),
      key: b.key,
      recency: asOf - b.lastDay,
      frequency: b[method.frequency],
      monetary: Math.round(method.monetary === 'total' ? b.revenue : b.revenue / b.orders) / 100,
    }))
    .sort(byKey);
}

describe('scores out of the store', () => {
  it.each([1, 2, 3])('are those computed directly from the rows of the files, shop %i', async seed => {
    const random = new SeededRandom(seed);
    const shop = await openTestShop({}, '2026-12-01T00:00:00Z');
    const first = madeUp(random, 160, 40);
    await shop.load('first.csv', csv(first));
    // A correction of some orders and new ones after the others.
    const second = madeUp(random, 30, 40).map(r => ({ ...r, order: `o${Number(r.order.slice(1)) + 145}` }));
    await shop.load('second.csv', csv(second));
    const replaced = new Set(second.map(r => r.order));
    const rows = [...first.filter(r => !replaced.has(r.order)), ...second];
    const last = Math.max(...rows.map(r => r.day));
    for (const [options, method] of METHODS) {
      expect(await scoresIn(shop, `segment export ${options}`), options).toEqual(
        scoresFrom(rows, last + 1, method),
      );
      const past = FROM + 250;
      expect(await scoresIn(shop, `segment export ${options} as-of:${isoOf(past)}`), options).toEqual(
        scoresFrom(rows, past, method),
      );
      const inSpain = rows.filter(r => r.country === 'Spain');
      const amongThem = scoresFrom(inSpain, last + 1, method);
      expect(
        await scoresIn(shop, `segment export ${options} country:Spain scored:filtered`),
        options,
      ).toEqual(amongThem);
      const buyers = new Set(amongThem.map(customer => customer.key));
      expect(await scoresIn(shop, `segment export ${options} country:Spain`), options).toEqual(
        scoresFrom(rows, last + 1, method).filter(customer => buyers.has(customer.key)),
      );
    }
    await shop.undo(2);
    const before = Math.max(...first.map(r => r.day));
    expect(await scoresIn(shop, 'segment export')).toEqual(scoresFrom(first, before + 1, USUAL_METHOD));
    await shop.close();
  });

  it('of one customer in past months are those that everybody had then', async () => {
    const shop = await openTestShop({}, '2026-12-01T00:00:00Z');
    await shop.load('file.csv', csv(madeUp(new SeededRandom(7), 200, 30)));
    const { segmenting, store } = shop.shop;
    const asOf = FROM + 481;
    let compared = 0;
    for (const said of [
      [],
      [['scoring', 'rank']],
      [
        ['frequency', 'days'],
        ['monetary', 'average'],
      ],
    ] as const) {
      const segmentation = optionsWith(said, segmenting.segmentation, segmenting.maps);
      const past = await shop.shop.read(view => pastCutsOf(view, asOf, segmentation));
      expect(past).toHaveLength(12);
      const snapshots = await Promise.all(
        past.map(p => shop.shop.read(view => segmentsAsOf(view, p.asOf, segmentation))),
      );
      for (const customer of (await allCustomers(store)).values()) {
        const history = segmentHistory(await ordersOf(store, customer.id), customer.key, past, segmentation);
        for (const snapshot of snapshots) {
          const at = placeOf(snapshot, customer.id);
          const own = history.find(h => h.asOf === snapshot.asOf);
          const whole = at === undefined ? undefined : customerAt(snapshot, at);
          expect(own?.segment.key).toBe(whole?.segment.key);
          expect(own?.scores).toEqual(whole && { r: whole.r, f: whole.f, m: whole.m });
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(900);
    await shop.close();
  });

  it('are worked out anew when the data changes, and for each filter by itself', async () => {
    const shop = await openTestShop({}, '2026-12-01T00:00:00Z');
    const rows = madeUp(new SeededRandom(5), 60, 20);
    await shop.load('first.csv', csv(rows.slice(0, 60)));
    const size = async (text: string) => (await shop.answer(text)).rows.length;
    const [spain, france] = [
      await size('segment export country:Spain'),
      await size('segment export country:France'),
    ];
    const all = await size('segment export');
    expect(spain + france).toBeLessThan(all);
    await shop.load(
      'more.csv',
      csv([{ order: 'n', customer: 'new', day: FROM, country: 'Spain', cents: 5 }]),
    );
    expect(await size('segment export')).toBe(all + 1);
    expect(await size('segment export country:Spain')).toBe(spain + 1);
    expect(await size('segment export country:France')).toBe(france);
    await shop.close();
  });

  it('are kept anew when a setting asks for another method, and follow another map at once', async () => {
    const shop = await openTestShop(
      { SEGMENT_OPTIONS: 'scoring:ntile', SEGMENT_MAP: 'eleven' },
      '2026-12-01T00:00:00Z',
    );
    const rows = madeUp(new SeededRandom(9), 60, 25);
    await shop.load('file.csv', csv(rows));
    const asOf = Math.max(...rows.map(r => r.day)) + 1;
    const { store } = shop.shop;
    const kept = await databaseOf(store)('segment_snapshots').first();
    expect(kept).toMatchObject({ as_of: asOf, method: 'ntile;ntile;ntile;orders;total;5;;;' });
    expect((await shop.answer('segment')).rows[0]).toMatchObject({ segment: 'Champions' });
    expect((await shop.answer('segment map:five')).question).toBe('segment map:five');
    expect((await shop.answer('segment map:eleven scoring:ntile')).question).toBe('segment');
    const config = readConfig({ DATABASE_URL: shop.config.DATABASE_URL, SEGMENT_OPTIONS: 'bins:4' });
    const other = await openShopkeeper(config, pino({ level: 'silent' }), shop.now);
    expect((await databaseOf(store)('segment_snapshots').first()).method).toBe(
      'quantile;quantile;quantile;orders;total;4;;;',
    );
    await other.close();
    await shop.close();
  });
});
