import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedFile } from '../support/shared-data.js';
import { openTestShop, type TestShop } from '../support/shop.js';

/** Real files, whose figures were computed independently (../shared/data/README.md), asked for in words. */
async function shopWith(...files: readonly string[]): Promise<{ shop: TestShop; close(): Promise<void> }> {
  const shop = await openTestShop();
  const folder = await mkdtemp(join(tmpdir(), 'shopkeeper-known-'));
  for (const file of files) {
    const copy = join(folder, basename(file));
    await copyFile(file, copy);
    await shop.ingest(copy);
  }
  return {
    shop,
    close: async () => {
      await shop.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const CLASSIC = sharedFile('classic-models/sales_data_sample.csv');
describe.runIf(CLASSIC)('classic-models, in words', () => {
  let shop: TestShop;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ shop, close } = await shopWith(CLASSIC as string));
  });
  afterAll(() => close());

  it('deal sizes: Medium brings the most, Large has the largest lines', async () => {
    const answer = await shop.ask('deal sizes');
    expect(answer.rows.map(r => [r.dealSize, r.revenue, r.lines, r.averageLine])).toEqual([
      ['Medium', 6_087_432.24, 1_384, 4_398.43],
      ['Small', 2_643_077.35, 1_282, 2_061.68],
      ['Large', 1_302_119.26, 157, 8_293.75],
    ]);
    expect(answer.headline).toContain('Medium brings the most: $6,087,432.24');
    expect(answer.charts[0]?.kind).toBe('box');
  });

  it('November is the strongest month, in whole months alone', async () => {
    const answer = await shop.ask('seasonality');
    expect(answer.headline).toMatch(/^November is the strongest month: \$1,059,442\.84 on average/);
    // January 2003 begins on the 6th: two whole Januaries, three Mays.
    const times = Object.fromEntries(answer.rows.map(r => [r.monthOfYear, r.times]));
    expect(times).toMatchObject({ January: 2, February: 3, May: 3, June: 2, November: 2 });
    expect([...answer.observations, ...answer.actions].join(' ')).not.toMatch(/December/);
  });

  it('the peaks of both years are in November', async () => {
    const answer = await shop.answer('top months 2');
    expect(answer.rows.map(r => [r.month, r.revenue])).toEqual([
      ['2004-11', 1_089_048.01],
      ['2003-11', 1_029_837.66],
    ]);
    expect((await shop.answer('trend by month')).headline).toContain(
      'the peak was Nov 2004 with $1,089,048.01',
    );
  });

  it('2005 is compared with the same months of 2004', async () => {
    const answer = await shop.answer('2005 vs 2004');
    expect(answer.headline).toBe(
      'Jan 1 – May 31, 2005 brought $1,791,486.71: $478,169.52 more than Jan 1 – May 31, 2004 (+36.4%).',
    );
    const sum = (key: string) => answer.rows.reduce((total, r) => total + Number(r[key]), 0);
    expect([sum('revenue'), sum('previous')].map(v => v.toFixed(2))).toEqual(['1791486.71', '1313317.19']);
  });

  it('what cancelled orders cost', async () => {
    const answer = await shop.answer('cancellations');
    expect(answer.headline).toBe('4 orders worth $194,487.48 were cancelled: 1.9% of revenue.');
    expect(Object.fromEntries(answer.rows.map(r => [r.status, r.revenue]))).toMatchObject({
      Shipped: 9_291_501.08,
      'On Hold': 178_979.19,
      'In Process': 144_729.96,
      Disputed: 72_212.86,
      Resolved: 150_718.28,
    });
  });

  it('the top fifth of the customers bring 42.3 %; 91 of 92 bought again', async () => {
    expect((await shop.answer('pareto')).observations[0]).toBe(
      'The top 20% of the customers (19) bring 42.3% of their revenue.',
    );
    expect((await shop.answer('repeat rate')).headline).toMatch(/^98\.9% of 92 customers came back \(91\)/);
  });

  it('two dimensions add up to one', async () => {
    const { rows } = await shop.answer('revenue by product line and country');
    const cars = rows.filter(r => r.productLine === 'Classic Cars');
    expect(cars.reduce((sum, r) => sum + Number(r.revenue), 0)).toBeCloseTo(3_919_615.66, 2);
    expect(rows.reduce((sum, r) => sum + Number(r.revenue), 0)).toBeCloseTo(10_032_628.85, 2);
  });

  it('asks back what can be two things', async () => {
    await expect(shop.ask('revenue in Japan')).rejects.toMatchObject({
      suggestions: ['revenue in country:Japan', 'revenue in territory:Japan'],
    });
  });
});

const INSURANCE = sharedFile('insurance/purchases.csv.gz');
describe.runIf(INSURANCE)('insurance, in words', () => {
  let shop: TestShop;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ shop, close } = await shopWith(INSURANCE as string));
  });
  afterAll(() => close());

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
    expect(headline).toContain('the peak was 2022');
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

  it('languages by share, and the largest places', async () => {
    const { rows } = await shop.answer('share of revenue by language');
    const shares = Object.fromEntries(rows.map(r => [r.language, (Number(r.share) * 100).toFixed(2)]));
    expect(shares).toEqual({
      German: '26.95',
      French: '24.90',
      English: '17.90',
      Mandarin: '15.74',
      Spanish: '14.51',
    });
    expect(await shop.figures('top 2 locations', 'revenue')).toEqual({
      Lakshadweep: 6_505_855,
      Haryana: 5_845_598,
    });
  });
});

const ORDERS = sharedFile('sample-orders/orders.csv');
describe.runIf(ORDERS)('sample-orders, in words', () => {
  let shop: TestShop;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ shop, close } = await shopWith(ORDERS as string));
  });
  afterAll(() => close());

  it('all its figures', async () => {
    expect(await shop.figures('sales', 'value')).toMatchObject({
      revenue: 1_110,
      customers: 7,
      quantity: 18,
    });
    expect(await shop.figures('top products', 'revenue')).toEqual({
      P002: 450,
      P001: 200,
      P006: 200,
      P003: 100,
      P005: 100,
      P004: 60,
    });
    const { rows } = await shop.answer('top products');
    expect((Number(rows[0]?.share) * 100).toFixed(2)).toBe('40.54');
    expect((await shop.answer('best product by units')).rows[0]).toMatchObject({
      product: 'P003',
      quantity: 5,
    });
    expect(await shop.figures('by category', 'revenue')).toEqual({
      Apparel: 450,
      Electronics: 400,
      Groceries: 160,
      Home: 100,
    });
    expect(await shop.figures('revenue per region', 'revenue')).toEqual({
      East: 490,
      North: 410,
      West: 160,
      South: 50,
    });
  });
});

const AMAZON = sharedFile('amazon/orders.csv');
describe.runIf(AMAZON)('amazon, in words', () => {
  it('its revenue, and not the constant column', async () => {
    const { shop, close } = await shopWith(AMAZON as string);
    expect(await shop.figures('total sales', 'value')).toMatchObject({
      revenue: 5_935_726.92,
      orders: 5_000,
      customers: 5_000,
    });
    await close();
  });
});

const RETAIL = [1, 2, 3].map(part => sharedFile(`online-retail/full-part${part}of3.csv.gz`));
describe.runIf(RETAIL.every(file => file !== undefined))('online-retail, in words', () => {
  it('its totals, and what is odd about them', async () => {
    const { shop, close } = await shopWith(...(RETAIL as string[]));
    const answer = await shop.answer('sales');
    const value = Object.fromEntries(answer.rows.map(r => [r.measure, r.value]));
    expect(value).toMatchObject({ revenue: 9_747_747.93, lines: 541_909, customers: 4_372 });
    expect(answer.notes.join(' ')).toContain('135,080 lines without a customer');
    expect((await shop.answer('by hour')).rows.length).toBeGreaterThan(10);
    await close();
  });
});
