import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestShop } from '../support/shop.js';
import { figuresOf, madeFile, openShopWith } from '../support/test-data.js';

interface ModelShop {
  lines: number;
  orders: number;
  customers: number;
  revenue: number;
  units: number;
  averageOrder: number;
  countries: [country: string, revenue: number, orders: number, customers: number][];
  productLines: Record<string, number>;
  dealSizes: [size: string, revenue: number, lines: number, averageLine: number][];
  statuses: [status: string, lines: number, orders: number, revenue: number][];
  quarters: number[];
  topMonths: [month: string, revenue: number][];
  seasons: Record<string, { times: number; average: number }>;
  januaryToMay: { 2004: number; 2005: number };
  topFifth: { customers: number; share: number };
  cameBack: number;
  segments: {
    orders: number[];
    largestAtRisk: { name: string; monetary: number; frequency: number; lastOrder: string };
  };
}

const known = figuresOf<ModelShop>('made', 'modelShop');
const dollars = (amount: number) => amount.toLocaleString('en-US', { style: 'currency', currency: 'USD' });
const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** The invented model shop in CP850, its figures computed by test/data/made/figures.py. */
describe('the model shop', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith([madeFile('model-shop.csv.gz')]);
  });
  afterAll(() => shop.close());

  it('has its totals', async () => {
    expect(await shop.figures('sales', 'value')).toMatchObject({
      revenue: known.revenue,
      orders: known.orders,
      customers: known.customers,
      quantity: known.units,
      averageOrderValue: known.averageOrder,
      lines: known.lines,
    });
  });

  it('lists the ten largest countries', async () => {
    const { rows } = await shop.answer('sales top-countries');
    expect(rows.map(r => [r.country, r.revenue, r.orders, r.customers])).toEqual(
      known.countries.slice(0, 10),
    );
  });

  it('gives the share of the largest country', async () => {
    const { rows } = await shop.answer('sales top-countries');
    expect(rows[0]?.share).toBeCloseTo((known.countries[0]?.[1] ?? 0) / known.revenue, 4);
  });

  it('names the last day of the data', async () => {
    expect((await shop.answer('sales top-countries')).dataThrough).toBe('2005-05-31');
  });

  it('names the column of the countries', async () => {
    const { columns } = await shop.answer('sales top-countries');
    expect(columns[0]).toMatchObject({ key: 'country', unit: 'text' });
  });

  it('sums product lines', async () => {
    expect(await shop.figures('sales by product-line', 'revenue')).toEqual(known.productLines);
  });

  it.each(['sales by deal-size', 'deal sizes'])('gives deal sizes with the average line: %s', async text => {
    const { rows } = await shop.answer(text);
    expect(rows.map(r => [r.dealSize, r.revenue, r.lines, r.averageLine])).toEqual(known.dealSizes);
  });

  it('says which deal size brings the most', async () => {
    const [size, revenue] = known.dealSizes[0] ?? ['', 0];
    expect((await shop.ask('deal sizes')).headline).toContain(`${size} brings the most: ${dollars(revenue)}`);
  });

  it('draws deal sizes as boxes', async () => {
    expect((await shop.ask('deal sizes')).charts[0]?.kind).toBe('box');
  });

  it('sums statuses', async () => {
    const { rows } = await shop.answer('sales by status');
    expect(rows.map(r => [r.status, r.lines, r.orders, r.revenue])).toEqual(known.statuses);
  });

  it('sums quarters', async () => {
    const { rows } = await shop.answer('sales trend by quarter');
    expect(rows.map(r => r.revenue)).toEqual(known.quarters);
  });

  it('marks the last quarter as partial and compares nothing with it', async () => {
    const { rows, notes } = await shop.answer('sales trend by quarter');
    expect(rows.map(r => r.partial)).toEqual([...Array(9).fill(false), true]);
    expect(rows.at(-1)).toMatchObject({ quarter: '2005-Q2', change: null });
    expect(notes).toContain('Q2 2005 is not complete: the data ends on May 31, 2005.');
  });

  it('compares a year that ends in May with the same months of the year before', async () => {
    const { rows } = await shop.answer('sales 2005');
    expect(rows[0]).toMatchObject({
      measure: 'revenue',
      value: known.januaryToMay[2005],
      previous: known.januaryToMay[2004],
    });
  });

  it('compares the parts of two years so that they add up', async () => {
    const { rows } = await shop.answer('2005 vs 2004');
    const sum = (key: string) => rows.reduce((total, r) => total + Number(r[key]), 0);
    expect(sum('revenue')).toBeCloseTo(known.januaryToMay[2005], 2);
    expect(sum('previous')).toBeCloseTo(known.januaryToMay[2004], 2);
  });

  it('finds the strongest month of the year', async () => {
    const [month, { average }] = Object.entries(known.seasons).sort(
      ([, a], [, b]) => b.average - a.average,
    )[0] as [string, { average: number }];
    const { headline } = await shop.ask('seasonality');
    expect(headline).toContain(`${month} is the strongest month: ${dollars(average)} on average`);
  });

  it('counts only whole months of the year', async () => {
    const { rows } = await shop.ask('seasonality');
    const times = Object.fromEntries(Object.entries(known.seasons).map(([month, s]) => [month, s.times]));
    expect(Object.fromEntries(rows.map(r => [r.monthOfYear, r.times]))).toEqual(times);
  });

  it('finds the peak months', async () => {
    const { rows } = await shop.answer('top months 2');
    expect(rows.map(r => [r.month, r.revenue])).toEqual(known.topMonths);
  });

  it('says what cancelled orders cost', async () => {
    const [, , orders, revenue] = known.statuses.find(([status]) => status === 'Cancelled') ?? ['', 0, 0, 0];
    expect((await shop.answer('cancellations')).headline).toBe(
      `${orders} orders worth ${dollars(revenue)} were cancelled: ${percent(revenue / known.revenue)} of revenue.`,
    );
  });

  it('says what the top fifth of the customers bring', async () => {
    const { observations } = await shop.answer('pareto');
    expect(observations[0]).toContain(`(${known.topFifth.customers}) bring ${percent(known.topFifth.share)}`);
  });

  it('counts the customers who came back', async () => {
    const { headline } = await shop.answer('repeat rate');
    expect(headline).toContain(
      `${percent(known.cameBack / known.customers)} of ${known.customers} customers came back (${known.cameBack})`,
    );
  });

  it.each(Object.entries(known.productLines))('adds up over countries: %s', async (line, revenue) => {
    const { rows } = await shop.answer('revenue by product line and country');
    const own = rows.filter(r => r.productLine === line);
    expect(own.reduce((sum, r) => sum + Number(r.revenue), 0)).toBeCloseTo(revenue, 2);
  });

  it('reads a word that is a country and a territory as the country, and says so, unless the other is a territory', async () => {
    const { question, notes } = await shop.ask('revenue in Japan');
    expect(question).toBe('sales country:Japan');
    expect(JSON.stringify(notes)).toContain('was read as the country; territory:Japan is another value');
    // EMEA is a territory, and so Japan is one.
    expect((await shop.ask('Japan vs EMEA')).question).toBe('sales by territory territory:EMEA,Japan');
  });

  it('has segments that add up to its revenue', async () => {
    const { rows } = await shop.answer('segment');
    expect(rows.map(r => r.customers)).toEqual(known.segments.orders);
    expect(rows.reduce((sum, r) => sum + Number(r.revenue), 0)).toBeCloseTo(known.revenue, 2);
  });

  it('lists the largest customer of a segment first', async () => {
    const { rows } = await shop.answer('segment at-risk');
    expect(rows[0]).toMatchObject({ ...known.segments.largestAtRisk, segment: 'At-Risk Customers' });
  });

  it('profiles a customer', async () => {
    const { name, frequency, monetary } = known.segments.largestAtRisk;
    expect((await shop.answer(`segment customer ${name.toLowerCase()}`)).headline).toContain(
      `${frequency} orders worth ${dollars(monetary)}`,
    );
  });
});
