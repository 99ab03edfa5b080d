import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';
import { figuresOf, ingestCopy, madeFile, realFile } from '../support/test-data.js';

/**
 * Figures that test/data/real/figures.py and test/data/made/figures.py computed; the revenue of a load is in
 * cents.
 */
const real = (heading: string) => figuresOf<Record<string, number>>('real', heading);
const made = (heading: string) => figuresOf<Record<string, number>>('made', heading);
const cents = (amount: number | undefined) => Math.round((amount ?? 0) * 100);

const pick = (figures: Record<string, number>, ...keys: string[]) =>
  Object.fromEntries(keys.map(key => [key, key === 'revenue' ? cents(figures[key]) : figures[key]]));

const ORDERS = ['orders', 'customers', 'revenue'];

const FILES: readonly [path: string, expected: Record<string, unknown>][] = [
  [realFile('online-retail-germany.csv.gz'), pick(real('germany'), 'lines', ...ORDERS)],
  [realFile('online-retail-germany-excel-de.csv.gz'), pick(real('germany'), 'lines', ...ORDERS)],
  [realFile('rfm-orders.csv.gz'), pick(real('rfmOrders'), 'lines', 'customers', 'revenue')],
  [realFile('rfm-scores.csv.gz'), { kind: 'customers', ...pick(real('rfmScores'), 'customers', 'orders') }],
  [realFile('cdnow-summary.csv.gz'), { kind: 'customers', ...pick(real('cdnowSummary'), 'customers') }],
  [realFile('cdnow-sample.txt.gz'), pick(real('cdnowSample'), 'lines', 'customers', 'revenue')],
  [madeFile('model-shop.csv.gz'), pick(made('modelShop'), 'lines', ...ORDERS)],
  [madeFile('model-shop-mixed-dates.csv.gz'), pick(made('modelShop'), 'lines', ...ORDERS)],
  [madeFile('policies.csv.gz'), pick(made('policies'), 'lines', 'customers', 'revenue')],
  [madeFile('ten-orders.csv'), pick(made('tenOrders'), 'customers', 'revenue')],
  [madeFile('marketplace.csv.gz'), pick(made('marketplace'), ...ORDERS)],
  [madeFile('marketplace-workbook-named.csv'), pick(made('marketplace'), ...ORDERS)],
  [madeFile('marketplace-scores.csv'), { kind: 'customers', customers: made('marketplace').scored }],
  [madeFile('summaries.csv'), { kind: 'customers', ...pick(made('summaries'), 'customers', 'orders') }],
  [
    madeFile('shipments-ragged.csv.gz'),
    {
      ...pick(made('shipments'), 'orders', 'customers'),
      repaired: made('shipments').rowsWithOneFieldTooMany,
    },
  ],
];

describe('files load without a word about their columns', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({}, '2026-11-22T10:00:00Z');
  });
  afterEach(() => shop.close());

  it.each(
    FILES.map(([path, expected]) => [path.split('/').at(-1), path, expected] as const),
  )('%s', async (_, path, expected) => {
    expect(await ingestCopy(shop, path)).toMatchObject({ ...expected, refused: [] });
  });

  it('tells CP850 from other code pages', async () => {
    const { understood } = await ingestCopy(shop, madeFile('model-shop.csv.gz'));
    expect(understood?.reading).toBe('comma-separated text, CP850, gzip');
  });

  it('reads a German export to the same days', async () => {
    await ingestCopy(shop, realFile('online-retail-germany-excel-de.csv.gz'));
    const { months } = figuresOf<{ months: Record<string, number> }>('real', 'germany');
    expect(await shop.figures('sales trend by month', 'revenue')).toEqual(months);
  });

  it('reads a column with two ways of writing dates to the days of the original', async () => {
    await ingestCopy(shop, madeFile('model-shop-mixed-dates.csv.gz'));
    const { rows } = await shop.answer('sales trend by quarter');
    expect(rows.map(row => row.revenue)).toEqual(
      figuresOf<{ quarters: number[] }>('made', 'modelShop').quarters,
    );
  });

  it('puts an order together that was cut between two files', async () => {
    for (const part of [1, 2, 3])
      await ingestCopy(shop, realFile(`online-retail-five-days-part${part}of3.csv.gz`));
    const { lines, ordersWithSales: orders, customers, revenue } = real('fiveDays');
    expect(await shop.figures('sales', 'value')).toMatchObject({ lines, orders, customers, revenue });
  });
});
