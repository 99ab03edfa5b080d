import { expect } from 'vitest';
import type { SeededRandom } from '../../seeds/random.js';
import { isoOf } from '../../src/core/calendar/days.js';
import { GRAINS } from '../../src/core/calendar/grain.js';
import { countLines } from '../../src/store/scope/line-count.js';
import { type GroupBy, groupedSums, overview, pairedSums, totalSums } from '../../src/store/scope/sums.js';
import { listDimensions } from '../../src/store/tables/dimensions.js';
import { databaseOf } from './database.js';
import type { TestShop } from './shop.js';
import { ordersBothWays, someFilters, sqlSums } from './sql-sums.js';

export const FIRST = 20_454; // 2026-01-01

/**
 * Some orders of a small shop, with what is awkward: returns, no customer, orders over months, lines in
 * disorder.
 */
export function randomFile(random: SeededRandom, awkward: boolean): string {
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

/** Rows as texts in one order, headed by the names of their values, without ratings, which SQL has not. */
const sorted = (sums: readonly object[]): string[] => {
  const names = Object.keys(sums[0] ?? {})
    .filter(name => name !== 'ratingSum' && name !== 'ratings')
    .sort();
  const rows = sums.map(row => names.map(name => (row as Record<string, unknown>)[name]).join(' '));
  return [names.join(' '), ...rows.sort()];
};

/**
 * Compares what the engine for lines says with what the rows of lines say.
 * @returns how many comparisons were made
 */
export async function compare({ shop: { store } }: TestShop, random: SeededRandom): Promise<number> {
  const dimensions = await listDimensions(store);
  const bys: GroupBy[] = [
    ...dimensions.map(dimension => ({ kind: 'dimension' as const, dimension })),
    ...GRAINS.map(grain => ({ kind: 'grain' as const, grain })),
    { kind: 'customer' },
    { kind: 'order' },
    { kind: 'weekday' },
  ];
  let made = 0;
  for (let i = 0; i < 4; i++) {
    const from = FIRST + random.whole(-5, 150);
    const scope = {
      range: i === 0 ? undefined : { from, to: from + random.whole(0, 90) },
      filters: i === 1 ? [] : await someFilters(store, most => random.whole(0, most)),
    };
    const total = await totalSums(store, scope);
    expect(sorted([total])).toEqual(sorted((await sqlSums(store, scope)) as never));
    expect(await countLines(store, scope)).toBe(total.lines);
    // The second time it is known from the pass before.
    await store.read(async trx => {
      expect((await totalSums(trx, scope)).lines).toBe(total.lines);
      expect(await countLines(trx, scope)).toBe(total.lines);
      expect(await countLines(trx, { ...scope, kind: 'returns' })).toBe(total.returns);
    });
    for (const by of bys) {
      made++;
      expect(sorted(await groupedSums(store, scope, by))).toEqual(
        sorted((await sqlSums(store, scope, by)) as never),
      );
    }
    const [a, b] = [random.whole(0, bys.length - 1), random.whole(0, bys.length - 1)];
    const { pairs } = await pairedSums(store, scope, bys[a] as GroupBy, bys[b] as GroupBy);
    expect(sorted(pairs.map(({ first, ...rest }) => ({ ...rest, id: first })))).toEqual(
      sorted((await sqlSums(store, scope, bys[a] as GroupBy, bys[b] as GroupBy)) as never),
    );
    const [sql, columns] = await ordersBothWays(store, scope);
    expect(columns).toEqual(sql);
    for (const part of await someFilters(store, most => random.whole(0, most))) {
      const filters = [...scope.filters, { ...part, exclude: false }];
      const [own] = await sqlSums(store, { ...scope, filters });
      const expected = { orders: own?.orders, revenue: own?.revenue };
      expect((await overview(store, scope, undefined, part)).part).toEqual(expected);
    }
  }
  const totals = await databaseOf(store)('customer_totals').orderBy('customer_id');
  const orders = await databaseOf(store)('orders')
    .whereNotNull('customer_id')
    .where('lines', '>', 0)
    .groupBy('customer_id')
    .orderBy('customer_id')
    .select('customer_id', databaseOf(store).raw('sum(revenue) as revenue'));
  expect(totals.map(t => [t.customer_id, Number(t.revenue)])).toEqual(
    orders.map(o => [o.customer_id, Number(o.revenue)]),
  );
  return made;
}
