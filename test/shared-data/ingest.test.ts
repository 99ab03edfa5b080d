import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseOf } from '../support/database.js';
import { sharedFile } from '../support/shared-data.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { ingestCopy } from '../support/test-data.js';

/** Real files and their figures, computed independently (the README of their folder). */
const FILES: readonly [string, Record<string, unknown>][] = [
  [
    'classic-models/sales_data_sample.csv',
    { lines: 2_823, orders: 307, customers: 92, revenue: 1_003_262_885 },
  ],
  ['insurance/purchases.csv.gz', { lines: 53_503, customers: 40_259, revenue: 16_177_715_200 }],
  ['sample-orders/orders.csv', { lines: 10, customers: 7, revenue: 111_000 }],
  ['amazon/orders.csv', { lines: 5_000, orders: 5_000, customers: 5_000, revenue: 593_572_692 }],
  ['amazon/published-segments.csv', { kind: 'customers', customers: 1_859 }],
  ['quintiles/rfmModel.csv', { kind: 'customers', customers: 166, orders: 2_048 }],
  ['online-retail/germany.csv', { lines: 9_495, orders: 603, customers: 95 }],
  // The messy ones have the figures of their originals.
  [
    'messy/sales_sample_semicolon_cp850_crlf_mixed_dates.csv',
    { lines: 2_823, orders: 307, customers: 92, revenue: 1_003_262_885 },
  ],
  ['messy/derived_online_retail_germany_excel_de_cp1252.csv', { lines: 9_495, orders: 603, customers: 95 }],
  ['messy/xlsx_named_csv.csv', { lines: 5_000, customers: 5_000, revenue: 593_572_692 }],
  [
    'messy/northwind_orders_ragged_unquoted_commas.csv',
    { lines: 830, orders: 830, customers: 89, repaired: 176 },
  ],
];

describe('real files go in without a word about their columns', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({}, '2026-11-22T10:00:00Z');
  });
  afterEach(() => shop.close());

  const load = (path: string) => ingestCopy(shop, sharedFile(path));

  it.each(FILES)('%s', async (path, figures) => {
    expect(await load(path)).toMatchObject({ ...figures, refused: [] });
  });

  it('the German file is the English one', async () => {
    const english = await load('online-retail/germany.csv');
    await shop.undo(english.id);
    const german = await load('messy/derived_online_retail_germany_excel_de_cp1252.csv');
    const { revenue, firstDay, lastDay } = english;
    expect(german).toMatchObject({ revenue, firstDay, lastDay });
  });

  it('the mixed dates are the days of the original', async () => {
    const months = async () => (await shop.answer('sales trend by month')).rows;
    const original = await load('classic-models/sales_data_sample.csv');
    const expected = await months();
    await shop.undo(original.id);
    await load('messy/sales_sample_semicolon_cp850_crlf_mixed_dates.csv');
    expect(await months()).toEqual(expected);
  });

  it('the three parts of online-retail are one shop', async () => {
    for (const part of [1, 2, 3]) await load(`online-retail/full-part${part}of3.csv.gz`);
    const db = databaseOf(shop.shop.store);
    const row = await db('order_lines')
      .count({ lines: '*' })
      .countDistinct({ orders: 'order_id', customers: 'customer_id' })
      .sum({ revenue: 'amount' })
      .first();
    // 9,747,747.934: some lines have three decimals.
    expect(Object.fromEntries(Object.entries(row ?? {}).map(([k, v]) => [k, Number(v)]))).toEqual({
      lines: 541_909,
      orders: 25_900,
      customers: 4_372,
      revenue: 97_477_479_340,
    });
  });
});
