import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestShop } from '../support/shop.js';
import { figuresOf, madeFile, openShopWith, realFile } from '../support/test-data.js';

type Groups = Record<string, [revenue: number, customers: number]>;
interface Policies {
  revenue: number;
  customers: number;
  averageSale: number;
  averageRating: number;
  years: Groups;
  educationLevel: Groups;
  maritalStatus: Groups;
  segmentationGroup: Groups;
  ageGroup: Groups;
  incomeGroup: Groups;
  languageShares: Record<string, string>;
  topLocations: Record<string, number>;
}

/** Invented purchases of insurance, figures by test/data/made/figures.py, asked for in words. */
describe('insurance policies, in words', () => {
  const known = figuresOf<Policies>('made', 'policies');
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith([madeFile('policies.csv.gz')]);
  });
  afterAll(() => shop.close());

  it('totals with the mean rating', async () => {
    expect(await shop.figures('sales', 'value')).toMatchObject({
      revenue: known.revenue,
      customers: known.customers,
      averageOrderValue: known.averageSale,
      averageRating: known.averageRating,
    });
  });

  it.each([
    ['sales by year', 'year', known.years],
    ['revenue by education', 'educationLevel', known.educationLevel],
    ['by age', 'ageGroup', known.ageGroup],
    ['sales per income level', 'incomeGroup', known.incomeGroup],
    ['by segmentation group', 'segmentationGroup', known.segmentationGroup],
    ['split by marital status', 'maritalStatus', known.maritalStatus],
  ])('%s', async (text, key, groups) => {
    const { rows } = await shop.answer(text);
    expect(Object.fromEntries(rows.map(r => [r[key], [r.revenue, r.customers]]))).toEqual(groups);
  });

  it('names the peak year', async () => {
    const [peak] = Object.entries(known.years).sort(([, [a]], [, [b]]) => b - a)[0] ?? [];
    // The last year is the peak.
    expect((await shop.answer('sales by year')).headline).toMatch(
      new RegExp(`^${peak} brought .*; no year was higher`),
    );
  });

  it('gives shares of revenue by language', async () => {
    const { rows } = await shop.answer('share of revenue by language');
    expect(Object.fromEntries(rows.map(r => [r.language, (Number(r.share) * 100).toFixed(2)]))).toEqual(
      known.languageShares,
    );
  });

  it('finds the two largest places', async () => {
    expect(await shop.figures('top 2 locations', 'revenue')).toEqual(known.topLocations);
  });
});

interface TenOrders {
  revenue: number;
  customers: number;
  units: number;
  products: Record<string, number>;
  categories: Record<string, number>;
  regions: Record<string, number>;
  unitsByProduct: Record<string, number>;
}

describe('ten orders, in words', () => {
  const known = figuresOf<TenOrders>('made', 'tenOrders');
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith([madeFile('ten-orders.csv')]);
  });
  afterAll(() => shop.close());

  it('totals', async () => {
    expect(await shop.figures('sales', 'value')).toMatchObject({
      revenue: known.revenue,
      customers: known.customers,
      quantity: known.units,
    });
  });

  it.each([
    ['top products', known.products],
    ['by category', known.categories],
    ['revenue per region', known.regions],
  ])('%s', async (text, revenue) => {
    expect(await shop.figures(text, 'revenue')).toEqual(revenue);
  });

  it('gives the share of the best product', async () => {
    const { rows } = await shop.answer('top products');
    expect(rows[0]?.share).toBeCloseTo((known.products.A2 ?? 0) / known.revenue, 4);
  });

  it('finds the best product by units, which is not the best by revenue', async () => {
    const { rows } = await shop.answer('best product by units');
    expect(rows[0]).toMatchObject({ product: 'A3', quantity: known.unitsByProduct.A3 });
  });
});

describe('a marketplace with a running total, in words', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith([madeFile('marketplace.csv.gz')]);
  });
  afterAll(() => shop.close());

  it('sums the amounts and not the running total', async () => {
    const { orders, customers, revenue } = figuresOf<Record<string, number>>('made', 'marketplace');
    expect(await shop.figures('total sales', 'value')).toMatchObject({ orders, customers, revenue });
  });
});

interface Retail {
  lines: number;
  customers: number;
  revenue: number;
  linesWithoutCustomer: number;
  hours: number[];
  countries: Record<string, number>;
  months: Record<string, number>;
}

describe('five days of online-retail, in words', () => {
  const known = figuresOf<Retail>('real', 'fiveDays');
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith(
      [1, 2, 3].map(part => realFile(`online-retail-five-days-part${part}of3.csv.gz`)),
    );
  });
  afterAll(() => shop.close());

  it('totals', async () => {
    const { lines, customers, revenue } = known;
    expect(await shop.figures('sales', 'value')).toMatchObject({ lines, customers, revenue });
  });

  it('says how many lines have no customer', async () => {
    const { notes } = await shop.answer('sales');
    expect(notes.join(' ')).toContain(
      `${known.linesWithoutCustomer.toLocaleString('en-US')} lines without a customer`,
    );
  });

  it('has every hour with sales', async () => {
    const { rows } = await shop.answer('by hour');
    expect(rows.filter(r => Number(r.lines ?? r.orders) > 0)).toHaveLength(known.hours.length);
  });

  it('sums countries, one of which is written in capitals', async () => {
    expect(await shop.figures('sales by country', 'revenue')).toEqual(known.countries);
  });
});

describe('a year of online-retail in Germany, in words', () => {
  const known = figuresOf<Retail>('real', 'germany');
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith([realFile('online-retail-germany.csv.gz')]);
  });
  afterAll(() => shop.close());

  it('totals', async () => {
    const { lines, customers, revenue } = known;
    expect(await shop.figures('sales', 'value')).toMatchObject({ lines, customers, revenue });
  });

  it('sums months', async () => {
    expect(await shop.figures('sales trend by month', 'revenue')).toEqual(known.months);
  });
});
