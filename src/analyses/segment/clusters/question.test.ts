import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SeededRandom } from '../../../../seeds/random.js';
import { marchRows, openMarchShop, orderFile } from '../../../../test/support/march-shop.js';
import { openTestShop, type TestShop } from '../../../../test/support/shop.js';
import { clustersOf } from './figures.js';
import { silhouetteOf } from './silhouette.js';
import { clustersApart } from './thread.js';

describe('clusters', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openMarchShop();
  });
  afterAll(() => shop.close());

  it('find clusters that reconcile, always the same', async () => {
    const a = await shop.answer('segment clusters 3');
    expect(a.rows).toHaveLength(3);
    expect(a.rows.reduce((sum, row) => sum + Number(row.customers), 0)).toBe(20);
    expect(a.rows.reduce((sum, row) => sum + Number(row.revenue), 0)).toBe(2_100);
    const reversed = await openTestShop({}, '2026-03-22T10:00:00Z');
    await reversed.load('march.csv', orderFile(marchRows(20).toReversed()));
    expect((await reversed.answer('segment clusters 3')).rows).toEqual(a.rows);
    // Everybody in March ordered once.
    expect(a.observations.every(o => / 1 order and /.test(o))).toBe(true);
    await reversed.close();
    await expect(shop.ask('segment clusters 9')).rejects.toThrow('9 clusters cannot be made');
  });

  it('find clusters in a thread of its own just as they are found here', async () => {
    const random = new SeededRandom(8);
    const of = (most: number) => Array.from({ length: 6_000 }, () => Math.floor(random.next() ** 3 * most));
    const scored = {
      recency: Int32Array.from(of(900)),
      frequency: Int32Array.from(of(40)),
      monetary: Float64Array.from(of(1_000_000)),
      figures: { revenue: Float64Array.from(of(1_000_000)) },
    };
    const found = await clustersApart(scored);
    expect(found).toEqual(await clustersOf(scored));
    expect(found?.clusters.reduce((sum, c) => sum + c.customers, 0)).toBe(6_000);
    expect(found?.sampled).toBe(4_000);
  });
});

describe('silhouettes', () => {
  it('of two pairs far apart: (0, 1) and (10, 11) give the mean of 9.5/10.5 and 8.5/9.5', () => {
    const points = [0, 1, 10, 11].map((x): [number, number, number] => [x, 0, 0]);
    const expected = ((10.5 - 1) / 10.5 + (9.5 - 1) / 9.5) / 2;
    expect(silhouetteOf(points, [0, 0, 1, 1])).toBeCloseTo(expected, 12);
    expect(silhouetteOf(points, [0, 1, 0, 1])).toBeLessThan(0);
  });
});
