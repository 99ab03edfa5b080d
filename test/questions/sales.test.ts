import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCornerShop, openTestShop, type TestShop } from '../support/shop.js';

/** Answers on the corner shop; every figure is worked out by hand in test/data/README.md. */
describe('sales questions', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openCornerShop();
  });
  afterAll(() => shop.close());

  it('break down by any dimension, returns subtracted and not counted as orders', async () => {
    const { rows } = await shop.answer('sales by country');
    expect(rows.map(r => [r.country, r.revenue, r.orders, r.customers])).toEqual([
      ['France', 74.04, 2, 1],
      ['Spain', 73.9, 4, 2],
      ['Germany', 55.15, 2, 2],
    ]);
  });

  it('keep only what a filter and a period leave', async () => {
    expect(await shop.figures('sales by country 2026-01', 'revenue')).toEqual({ Germany: 33.5, Spain: 14.7 });
    expect(await shop.figures('sales by country -category:Kitchen', 'revenue')).toEqual({
      Germany: 55.15,
      France: 50,
      Spain: 25.9,
    });
  });

  it('say what is odd: lines without a customer, returns', async () => {
    const { notes } = await shop.answer('sales');
    expect(notes).toContain('1 line without a customer: counted in sales, not in customers and segments.');
    expect(notes.some(n => n.startsWith('1 return line subtracted'))).toBe(true);
  });

  it('show every period of a trend and mark the one that is not over', async () => {
    const { rows } = await shop.answer('sales trend by month');
    expect(rows.map(r => [r.month, r.revenue, r.partial])).toEqual([
      ['2026-01', 48.2, false],
      ['2026-02', 29.84, false],
      ['2026-03', 125.05, true],
    ]);
    expect((await shop.answer('sales trend by week')).rows.find(r => r.week === '2026-01-12')).toMatchObject({
      revenue: 0,
      orders: 0,
    });
  });

  it('compare a month with the month before', async () => {
    expect((await shop.answer('sales 2026-02')).rows[0]).toMatchObject({
      measure: 'revenue',
      value: 29.84,
      previous: 48.2,
      change: -0.380913,
    });
  });

  it('compare a running month with as many days of the month before', async () => {
    // March to the 28th against February 1 to 28.
    expect((await shop.answer('sales 2026-03')).rows[0]).toMatchObject({ value: 125.05, previous: 29.84 });
  });

  it('do not compare with days that the data does not reach back to', async () => {
    const { rows, notes } = await shop.answer('sales 2026-01');
    expect(rows[0]?.previous).toBeNull();
    expect(notes.some(n => n.includes('no complete period before'))).toBe(true);
  });

  it('say that a period is empty', async () => {
    expect(await shop.answer('sales by country 2020')).toMatchObject({
      headline: 'Nothing was sold: 2020.',
      rows: [],
    });
  });

  it('put a customer by id and name', async () => {
    expect((await shop.answer('sales top-customers')).rows[0]).toMatchObject({
      customer: null,
      name: null,
      revenue: 50,
    });
    expect((await shop.answer('sales top-customers')).rows[1]).toMatchObject({
      customer: 'c5',
      name: 'Eve & Co',
      revenue: 40,
    });
  });

  it('count in the currency of the shop, whose minor unit may have no decimals', async () => {
    const yen = await openTestShop({ SHOP_CURRENCY: 'JPY' });
    await yen.load('yen.csv', 'Order ID,Order Date,Amount\n1,2026-01-01,1200\n2,2026-01-02,300\n');
    expect(await yen.answer('sales')).toMatchObject({
      currency: 'JPY',
      headline: '¥1,500 from 2 orders, ¥750 an order.',
    });
    await yen.close();
  });

  it('explain what is missing when the store is empty, or names no customers', async () => {
    const empty = await openTestShop();
    await expect(empty.ask('sales')).rejects.toThrow('no sales in the store');
    await expect(empty.ask('sales top-countries')).rejects.toThrow('no sales in the store');
    await empty.load('anonymous.csv', 'Order Date,Amount\n2026-01-01,5\n');
    await expect(empty.ask('segment')).rejects.toThrow('name no customers');
    expect((await empty.answer('sales')).rows[0]).toMatchObject({ value: 5 });
    await empty.close();
  });

  it('claim no shares where there is nothing to share, or returns outweigh sales', async () => {
    const odd = await openTestShop();
    await odd.load('free.csv', 'Order ID,Order Date,Country,Amount\n1,2026-01-01,A,0\n2,2026-01-01,B,0\n');
    expect((await odd.ask('sales by country')).headline).toBe('A leads with $0.00; B follows with $0.00.');
    await odd.load(
      'returns.csv',
      'Order ID,Order Date,Country,Amount\n3,2026-01-02,A,10\n4,2026-01-02,B,-9\n',
    );
    const answer = await odd.ask('sales by country');
    expect(answer.headline).toBe('A leads with $10.00; B follows with -$9.00.');
    expect(answer.charts[0]?.title).toBe('A leads with $10');
    expect(answer.observations).toEqual(['1 country had more returns than sales: B.']);
    await odd.close();
  });

  it('do not count what has no value among the values', async () => {
    const own = await openTestShop();
    const rows = [...'ABCDE'].map((name, i) => `${i},2026-01-01,${name},1`);
    await own.load(
      'promo.csv',
      `Order ID,Order Date,Promotion,Amount\n${rows.join('\n')}\n9,2026-01-01,,900\n`,
    );
    expect((await own.answer('sales by promotion')).observations).toEqual([
      '99.4% of the revenue has no promotion.',
    ]);
    await own.close();
  });

  it('answer anew when the data has changed', async () => {
    const own = await openCornerShop();
    expect((await own.answer('sales')).rows[0]?.value).toBe(203.09);
    await own.load('more.csv', 'Order ID,Order Date,Amount\nZ1,2026-03-28,1.00\n');
    expect((await own.answer('sales')).rows[0]?.value).toBe(204.09);
    await own.close();
  });
});
