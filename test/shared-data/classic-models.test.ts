import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedFile } from '../support/shared-data.js';
import type { TestShop } from '../support/shop.js';
import { openShopWith } from '../support/test-data.js';

/**
 * The public classic-models sample, 2,823 lines in CP850. Its figures were computed independently with
 * pandas and SQLite.
 */
describe('classic-models', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith([sharedFile('classic-models/sales_data_sample.csv')]);
  });
  afterAll(() => shop.close());

  it('totals', async () => {
    expect(await shop.figures('sales', 'value')).toMatchObject({
      revenue: 10_032_628.85,
      orders: 307,
      customers: 92,
      quantity: 99_067,
      averageOrderValue: 32_679.57,
      lines: 2_823,
    });
  });

  it('top countries: revenue, orders, customers and share', async () => {
    const { rows, columns, dataThrough } = await shop.answer('sales top-countries');
    expect(columns[0]).toMatchObject({ key: 'country', unit: 'text' });
    expect(dataThrough).toBe('2005-05-31');
    expect(rows.map(r => [r.country, r.revenue, r.orders, r.customers])).toEqual([
      ['USA', 3_627_982.83, 112, 35],
      ['Spain', 1_215_686.92, 36, 5],
      ['France', 1_110_916.52, 37, 12],
      ['Australia', 630_623.1, 19, 5],
      ['UK', 478_880.46, 13, 5],
      ['Italy', 374_674.31, 8, 3],
      ['Finland', 329_581.91, 9, 3],
      ['Norway', 307_463.7, 9, 3],
      ['Singapore', 288_488.41, 9, 2],
      ['Denmark', 245_637.15, 7, 2],
    ]);
    expect(rows[0]?.share).toBeCloseTo(0.3616, 4);
  });

  it('by product line', async () => {
    expect(await shop.figures('sales by product-line', 'revenue')).toEqual({
      'Classic Cars': 3_919_615.66,
      'Vintage Cars': 1_903_150.84,
      Motorcycles: 1_166_388.34,
      'Trucks and Buses': 1_127_789.84,
      Planes: 975_003.57,
      Ships: 714_437.13,
      Trains: 226_243.47,
    });
  });

  it('by deal size', async () => {
    const { rows } = await shop.answer('sales by deal-size');
    expect(rows.map(r => [r.dealSize, r.revenue, r.lines, r.averageLine])).toEqual([
      ['Medium', 6_087_432.24, 1_384, 4_398.43],
      ['Small', 2_643_077.35, 1_282, 2_061.68],
      ['Large', 1_302_119.26, 157, 8_293.75],
    ]);
  });

  it('by status', async () => {
    const { rows } = await shop.answer('sales by status');
    expect(rows.map(r => [r.status, r.lines, r.orders, r.revenue])).toEqual([
      ['Shipped', 2_617, 286, 9_291_501.08],
      ['Cancelled', 60, 4, 194_487.48],
      ['On Hold', 44, 4, 178_979.19],
      ['Resolved', 47, 4, 150_718.28],
      ['In Process', 41, 6, 144_729.96],
      ['Disputed', 14, 3, 72_212.86],
    ]);
  });

  it('trend by quarter', async () => {
    const { rows } = await shop.answer('sales trend by quarter');
    expect(rows.map(r => r.revenue)).toEqual([
      445_094.69, 562_365.22, 649_514.54, 1_860_005.09, 833_730.68, 766_260.73, 1_109_396.27, 2_014_774.92,
      1_071_992.36, 719_494.35,
    ]);
  });

  it('the last quarter is partial', async () => {
    const { rows, notes } = await shop.answer('sales trend by quarter');
    expect(rows.map(r => r.partial)).toEqual([...Array(9).fill(false), true]);
    expect(rows.at(-1)).toMatchObject({ quarter: '2005-Q2', change: null });
    expect(notes).toContain('Q2 2005 is not complete: the data ends on May 31, 2005.');
  });

  it('compares January to May 2005 with the same months: +36.4 %', async () => {
    const { headline, rows } = await shop.answer('sales 2005');
    expect(headline).toContain('+36.4% on Jan 1 – May 31, 2004');
    expect(rows[0]).toMatchObject({ measure: 'revenue', value: 1_791_486.71, previous: 1_313_317.19 });
  });

  it('segments by distinct orders with ties together: 14, 5, 36, 3, 34, and everything adds up', async () => {
    const { rows } = await shop.answer('segment');
    expect(rows.map(r => r.customers)).toEqual([14, 5, 36, 3, 34]);
    expect(Math.round(rows.reduce((sum, r) => sum + Number(r.revenue), 0) * 100)).toBe(1_003_262_885);
  });

  it('lists a segment', async () => {
    const { rows } = await shop.answer('segment at-risk');
    expect(rows[0]).toMatchObject({
      name: 'Land of Toys Inc.',
      monetary: 164_069.44,
      frequency: 4,
      segment: 'At-Risk Customers',
      lastOrder: '2004-11-15',
    });
  });

  it('profiles a customer', async () => {
    expect((await shop.answer('segment customer land of toys inc.')).headline).toContain(
      '4 orders worth $164,069.44',
    );
  });

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

  it('November is the strongest month', async () => {
    const answer = await shop.ask('seasonality');
    expect(answer.headline).toMatch(/^November is the strongest month: \$1,059,442\.84 on average/);
  });

  it('only whole months count for seasons', async () => {
    const answer = await shop.ask('seasonality');
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
  });

  it('the peak is in the headline of the trend', async () => {
    expect((await shop.answer('trend by month')).headline).toContain(
      'the peak was Nov 2004 with $1,089,048.01',
    );
  });

  it('2005 is compared with the same months of 2004', async () => {
    const answer = await shop.answer('2005 vs 2004');
    expect(answer.headline).toBe(
      'Jan 1 – May 31, 2005 brought $1,791,486.71 against $1,313,317.19 for Jan 1 – May 31, 2004: ' +
        '$478,169.52 more (+36.4%).',
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

  it('the top fifth of the customers bring 42.3 %', async () => {
    expect((await shop.answer('pareto')).observations[0]).toBe(
      'The top 20% of the customers (19) bring 42.3% of the revenue.',
    );
  });

  it('91 of 92 customers bought again', async () => {
    expect((await shop.answer('repeat rate')).headline).toMatch(/^98\.9% of 92 customers came back \(91\)/);
  });

  it('two dimensions add up to one', async () => {
    const { rows } = await shop.answer('revenue by product line and country');
    const cars = rows.filter(r => r.productLine === 'Classic Cars');
    expect(cars.reduce((sum, r) => sum + Number(r.revenue), 0)).toBeCloseTo(3_919_615.66, 2);
    expect(rows.reduce((sum, r) => sum + Number(r.revenue), 0)).toBeCloseTo(10_032_628.85, 2);
  });

  it('asks back what can be two things', async () => {
    await expect(shop.ask('Singapore')).rejects.toMatchObject({
      message: '"Singapore" can be a country or a city.',
    });
  });
});
