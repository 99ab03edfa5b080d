import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseOf } from '../support/database.js';
import { sharedFile } from '../support/shared-data.js';
import type { TestShop } from '../support/shop.js';
import { openShopWith } from '../support/test-data.js';

/** Real files, whose figures were computed independently (the README of their folder), asked for in words. */
describe('insurance, in words', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith([sharedFile('insurance/purchases.csv.gz')]);
  });
  afterAll(() => shop.close());

  it('totals with the mean rating', async () => {
    expect(await shop.figures('sales', 'value')).toMatchObject({
      revenue: 161_777_152,
      customers: 40_259,
      averageOrderValue: 3_023.7,
      averageRating: 2.878,
    });
  });

  it('by year', async () => {
    const { rows, headline } = await shop.answer('sales by year');
    expect(rows.map(r => [r.year, r.revenue, r.customers])).toEqual([
      ['2018', 26_837_327, 8_456],
      ['2019', 26_655_668, 8_394],
      ['2020', 27_161_625, 8_559],
      ['2021', 25_957_848, 8_204],
      ['2022', 28_422_066, 8_855],
      ['2023', 26_742_618, 8_398],
    ]);
    expect(headline).toContain('+9.5% on 2021; no year was higher');
  });

  it.each([
    [
      'revenue by education',
      'educationLevel',
      {
        'Associate Degree': [37_384_804, 11_434],
        Doctorate: [36_458_142, 11_344],
        'High School Diploma': [32_651_876, 9_970],
        "Master's Degree": [27_788_771, 8_892],
        "Bachelor's Degree": [27_493_559, 8_725],
      },
    ],
    [
      'by age',
      'ageGroup',
      {
        '20-40': [67_173_365, 19_643],
        '40-60': [55_488_805, 16_705],
        '60+': [32_928_152, 10_110],
        '0-20': [6_186_830, 2_027],
      },
    ],
    [
      'sales per income level',
      'incomeGroup',
      {
        '50k-80k': [42_652_670, 12_942],
        '20k-50k': [37_678_003, 11_675],
        '110k-140k': [37_419_534, 11_570],
        '80k-110k': [33_331_147, 10_338],
        '140k+': [10_695_798, 3_455],
      },
    ],
    [
      'by segmentation group',
      'segmentationGroup',
      { 5: [42_786_091, 12_935], 2: [34_484_823, 10_741], 4: [30_963_158, 9_525] },
    ],
    [
      'split by marital status',
      'maritalStatus',
      { Married: [40_621_934, 12_291], Divorced: [39_701_747, 12_174] },
    ],
  ])('%s', async (text, key, known) => {
    const { rows } = await shop.answer(text);
    const found = Object.fromEntries(rows.map(r => [String(r[key]), [r.revenue, r.customers]]));
    expect(found).toMatchObject(known);
  });

  it('languages by share', async () => {
    const { rows } = await shop.answer('share of revenue by language');
    const shares = Object.fromEntries(rows.map(r => [r.language, (Number(r.share) * 100).toFixed(2)]));
    expect(shares).toEqual({
      German: '26.95',
      French: '24.90',
      English: '17.90',
      Mandarin: '15.74',
      Spanish: '14.51',
    });
  });

  it('the largest places', async () => {
    expect(await shop.figures('top 2 locations', 'revenue')).toEqual({
      Lakshadweep: 6_505_855,
      Haryana: 5_845_598,
    });
  });
});

describe('sample-orders, in words', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith([sharedFile('sample-orders/orders.csv')]);
  });
  afterAll(() => shop.close());

  it('totals', async () => {
    expect(await shop.figures('sales', 'value')).toMatchObject({
      revenue: 1_110,
      customers: 7,
      quantity: 18,
    });
  });

  it.each([
    ['top products', { P002: 450, P001: 200, P006: 200, P003: 100, P005: 100, P004: 60 }],
    ['by category', { Apparel: 450, Electronics: 400, Groceries: 160, Home: 100 }],
    ['revenue per region', { East: 490, North: 410, West: 160, South: 50 }],
  ])('%s', async (text, revenue) => {
    expect(await shop.figures(text, 'revenue')).toEqual(revenue);
  });

  it('the share of the best product', async () => {
    const { rows } = await shop.answer('top products');
    expect((Number(rows[0]?.share) * 100).toFixed(2)).toBe('40.54');
  });

  it('the best product by units', async () => {
    const { rows } = await shop.answer('best product by units');
    expect(rows[0]).toMatchObject({ product: 'P003', quantity: 5 });
  });
});

describe('amazon, in words', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith([sharedFile('amazon/orders.csv')]);
  });
  afterAll(() => shop.close());

  it('its revenue, and not the running total', async () => {
    expect(await shop.figures('total sales', 'value')).toMatchObject({
      revenue: 5_935_726.92,
      orders: 5_000,
      customers: 5_000,
    });
  });
});

describe('online-retail, in words', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith([1, 2, 3].map(part => sharedFile(`online-retail/full-part${part}of3.csv.gz`)));
  });
  afterAll(() => shop.close());

  it('its three parts are one shop', async () => {
    const db = databaseOf(shop.shop.store);
    const row = await db('order_lines')
      .count({ lines: '*' })
      .countDistinct({ orders: 'order_id', customers: 'customer_id' })
      .sum({ revenue: 'amount' })
      .first();
    // 9,747,747.934 with each line rounded half to even.
    expect(Object.fromEntries(Object.entries(row ?? {}).map(([k, v]) => [k, Number(v)]))).toEqual({
      lines: 541_909,
      orders: 25_900,
      customers: 4_372,
      // 9,747,747.934: some lines have three decimals, so the store has four.
      revenue: 97_477_479_340,
    });
  });

  it('its totals', async () => {
    expect(await shop.figures('sales', 'value')).toMatchObject({
      revenue: 9_747_747.93,
      lines: 541_909,
      customers: 4_372,
    });
  });

  it('how many lines have no customer', async () => {
    const { notes } = await shop.answer('sales');
    expect(notes.join(' ')).toContain('135,080 lines without a customer');
  });

  it('the hours of the day', async () => {
    expect((await shop.answer('by hour')).rows.length).toBeGreaterThan(10);
  });
});
