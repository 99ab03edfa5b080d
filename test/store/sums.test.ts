import { describe, expect, it } from 'vitest';
import { SeededRandom } from '../../seeds/random.js';
import { isoOf } from '../../src/calendar/days.js';
import { GRAINS } from '../../src/calendar/grain.js';
import { listDimensions } from '../../src/store/dimensions.js';
import { keptSums } from '../../src/store/kept-sums.js';
import { sumLines, sumLinesBy } from '../../src/store/line-sums.js';
import type { GroupBy, Sums } from '../../src/store/sums.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const FIRST = 20_454; // 2026-01-01

/** Some orders of a small shop, with what is awkward: returns, no customer, orders over months, lines in disorder. */
function randomFile(random: SeededRandom, awkward: boolean): string {
  const rows: string[] = [];
  for (let order = random.whole(1, 40), n = random.whole(5, 40); n > 0; n--, order += random.whole(1, 3)) {
    const day = FIRST + random.whole(0, 150);
    const customer = random.chance(0.8) ? `c${random.whole(1, 15)}` : '';
    for (let line = random.whole(1, 4); line > 0; line--) {
      const on = awkward && random.chance(0.05) ? day + 40 : day;
      const quantity = random.chance(0.1) ? -1 : random.whole(1, 5);
      rows.push(
        [
          order,
          isoOf(on),
          customer,
          random.chance(0.9) ? `K${random.whole(1, 5)}` : '',
          `P${random.whole(1, 9)}`,
          random.chance(0.8) ? 'Shipped' : 'Cancelled',
          quantity,
          (random.whole(1, 9_999) / 100).toFixed(2),
        ].join(','),
      );
    }
  }
  if (awkward) rows.sort(() => random.next() - 0.5);
  return `Order ID,Order Date,Customer ID,Country,Product,Status,Quantity,Unit Price\n${rows.join('\n')}\n`;
}

const sorted = (sums: readonly Sums[] | undefined) =>
  sums && [...sums].sort((a, b) => (String(a.key) < String(b.key) ? -1 : 1));

/** Compares what is kept with what the lines say. @returns how many comparisons were made */
async function compare({ shop: { store } }: TestShop): Promise<number> {
  const dimensions = await listDimensions(store);
  const bys: GroupBy[] = [
    ...dimensions.map(dimension => ({ kind: 'dimension' as const, dimension })),
    ...GRAINS.map(grain => ({ kind: 'grain' as const, grain })),
  ];
  // All; one month; February to April; to a day within a month that is after the data's end.
  const ranges = [
    undefined,
    { from: FIRST + 31, to: FIRST + 58 },
    { from: FIRST + 31, to: FIRST + 119 },
    { from: FIRST + 59, to: FIRST + 999 },
  ];
  let made = 0;
  for (const range of ranges) {
    const scope = { range, filters: [] };
    const total = await keptSums(store, scope, 'everything');
    if (total)
      expect(total[0] ?? 'none').toEqual(
        (await sumLines(store, scope)).lines === 0 ? 'none' : await sumLines(store, scope),
      );
    for (const by of bys) {
      const kept = await keptSums(store, scope, by);
      if (!kept) continue;
      made++;
      expect(sorted(kept)).toEqual(sorted(await sumLinesBy(store, scope, by)));
    }
  }
  const totals = await store.db('customer_totals').orderBy('customer_id');
  const orders = await store
    .db('orders')
    .whereNotNull('customer_id')
    .where('lines', '>', 0)
    .groupBy('customer_id')
    .orderBy('customer_id')
    .select('customer_id', store.db.raw('sum(revenue) as revenue'));
  expect(totals.map(t => [t.customer_id, Number(t.revenue)])).toEqual(
    orders.map(o => [o.customer_id, Number(o.revenue)]),
  );
  return made;
}

describe('sums kept by month', () => {
  it.each([1, 2, 3, 4])('are what the lines add up to, whatever comes and goes (seed %i)', async seed => {
    const random = new SeededRandom(seed);
    const shop = await openTestShop(
      seed % 2 ? { EXCLUDED_STATUSES: 'Cancelled' } : {},
      '2026-12-01T00:00:00Z',
    );
    let made = 0;
    for (let step = 0; step < 7; step++) {
      const ingests = await shop.ingests();
      const undone = ingests[random.whole(0, Math.max(0, ingests.length - 1))];
      if (undone && random.chance(0.3)) await shop.undo(undone.id);
      else await shop.load(`${seed}-${step}.csv`, randomFile(random, seed > 2));
      made += await compare(shop);
    }
    expect(made).toBeGreaterThan(20);
    await shop.close();
  });

  it('follow where so many lines are replaced that their months are made again', async () => {
    const shop = await openTestShop();
    const file = (price: string) =>
      `Order ID,Order Date,Customer ID,Country,Quantity,Unit Price\n${Array.from({ length: 12_000 }, (_, i) => `${i >> 1},${isoOf(FIRST + (i % 80))},c${i % 500},K${i % 7},1,${price}`).join('\n')}\n`;
    await shop.load('first.csv', file('2.00'));
    expect(await shop.load('second.csv', file('3.00'))).toMatchObject({ ordersReplaced: 6_000 });
    expect(await compare(shop)).toBeGreaterThan(0);
    expect((await shop.figures('sales', 'value')).revenue).toBe(36_000);
    await shop.close();
  });

  it('answer questions about whole months, and leave the others to the lines', async () => {
    const shop = await openTestShop();
    await shop.load('a.csv', 'Order ID,Order Date,Amount\n1,2026-01-05,1\n2,2026-02-10,2\n3,2026-03-20,4\n');
    const { store } = shop.shop;
    const kept = (from: number, to: number) =>
      keptSums(store, { range: { from, to }, filters: [] }, 'everything');
    expect((await kept(FIRST, FIRST + 58))?.[0]).toMatchObject({ revenue: 300, orders: 2 });
    // The data ends on 20 March, so a range to its end is whole.
    expect((await kept(FIRST + 31, FIRST + 78))?.[0]).toMatchObject({ revenue: 600 });
    expect(await kept(FIRST, FIRST + 40)).toBeUndefined();
    await shop.close();
  });
});
