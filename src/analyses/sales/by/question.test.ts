import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCornerShop, openTestShop, type TestShop } from '../../../../test/support/shop.js';
import { shopOf } from '../../../../test/support/shop-of.js';

const HEADER = 'Order ID,Order Date,Customer,Category,Country,Status,Amount';

/** Figures of the corner shop: test/data/README.md. */
describe('sales by', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openCornerShop();
  });
  afterAll(() => shop.close());

  it('breaks down by any dimension, returns subtracted and not counted as orders', async () => {
    const { rows } = await shop.answer('sales by country');
    expect(rows.map(r => [r.country, r.revenue, r.orders, r.customers])).toEqual([
      ['France', 74.04, 2, 1],
      ['Spain', 73.9, 4, 2],
      ['Germany', 55.15, 2, 2],
    ]);
  });

  it('keeps only what a filter and a period leave', async () => {
    expect(await shop.figures('sales by country 2026-01', 'revenue')).toEqual({ Germany: 33.5, Spain: 14.7 });
    expect(await shop.figures('sales by country -category:Kitchen', 'revenue')).toEqual({
      Germany: 55.15,
      France: 50,
      Spain: 25.9,
    });
  });

  it('says that a period is empty', async () => {
    expect(await shop.answer('sales by country 2020')).toMatchObject({
      headline: 'Nothing was sold: 2020.',
      rows: [],
    });
  });

  it('claims no shares where there is nothing to share, or returns outweigh sales', async () => {
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

  it('does not count what has no value among the values', async () => {
    const rows = [...'ABCDE'].map((name, i) => `${i},2026-01-01,${name},1`);
    const promoted = await shopOf('Order ID,Order Date,Promotion,Amount', [...rows, '9,2026-01-01,,900']);
    expect((await promoted.answer('sales by promotion')).observations).toEqual([
      '99.4% of the revenue has no promotion.',
    ]);
    await promoted.close();
  });

  it('speaks of a few that bring most only where there are a few', async () => {
    const amounts = [800, 20, 20, 20, 20, 20, 20, 20, 20, 20];
    const rowsOf = (of: (amount: number) => number) =>
      amounts.map((a, i) => `${i},2026-03-0${(i % 9) + 1},C${i},K${i},L,Shipped,${of(a)}`);
    const uneven = await shopOf(
      HEADER,
      rowsOf(a => a),
    );
    const { observations, actions } = await uneven.answer('by category');
    // 800 of 980 is 81.6 %.
    expect(observations).toContain('One category brings 81.6% of the revenue.');
    expect(actions.join(' ')).toContain('K0 alone brings 81.6% of the revenue');
    await uneven.close();
    const even = await shopOf(
      HEADER,
      rowsOf(() => 10),
    );
    const quiet = await even.answer('by category');
    expect([...quiet.observations, ...quiet.actions]).toEqual(['10 categories in all.']);
    await even.close();
  });

  it('speaks of the measure that was asked for, in headline and chart', async () => {
    // Tea brings the most with one order, cups have the most orders.
    const two = await shopOf(HEADER, [
      '1,2026-01-05,A,Tea,Spain,Shipped,900',
      ...[2, 3, 4].map(i => `${i},2026-02-0${i},A,Cup,Italy,Shipped,10`),
    ]);
    const sentences = async (text: string) => {
      const { headline, charts } = await two.ask(text);
      return [headline, charts[0]?.title];
    };
    expect(await sentences('orders by category and country')).toEqual([
      'Cup and Italy lead together with 3 orders.',
      'Cup and Italy lead: 3 orders',
    ]);
    expect(await sentences('by category and country')).toEqual([
      'Tea and Spain bring the most together: $900.00, 96.8% of revenue.',
      'Tea and Spain bring the most: $900',
    ]);
    expect(await sentences('orders per month by category')).toEqual([
      'Cup leads with 3 orders; Tea follows with 1 order.',
      'Cup leads with 3 orders',
    ]);
    await two.close();
  });
});

describe('findings of sales by', () => {
  it('says of pairs from, of and on as the dimensions want it, and what was only returned', async () => {
    // 5 January 2026 is a Monday. Tea brings 20 of 190, but on Tuesday more of it is returned than sold.
    // So Cup is 100 of Tuesday's 80, which is no share; Pot 70 of Monday's 110.
    const returned = await shopOf(HEADER, [
      '1,2026-01-05,Ann,Tea,Spain,Shipped,40',
      '2,2026-01-05,Ann,Pot,Spain,Shipped,70',
      '3,2026-01-06,Bob,Cup,Spain,Shipped,100',
      '4,2026-01-06,Bob,Tea,Spain,Shipped,-20',
    ]);
    const { observations } = await returned.answer('sales by weekday and category');
    expect(observations).toContain(
      '63.6% of the revenue on Monday comes from Pot, against 36.8% of all revenue.',
    );
    expect(observations).toContain(
      'More was returned than sold of Tuesday and Tea together (-$20.00), ' +
        'while Tea brings 10.5% of all revenue.',
    );
    await returned.close();
  });

  it('advises to spread the risk of what a shop can spread, and of the whole shop alone', async () => {
    const rows = [60, 20, 20].map(
      (amount, i) => `${i},2026-01-05,C${i},${['Tea', 'Cup', 'Pot'][i]},L${i},S${i},${amount}`,
    );
    const uneven = await shopOf(HEADER, [...rows, '9,2026-01-05,C9,Tea,L9,S9,30']);
    const risk = async (question: string) => (await uneven.answer(question)).actions.join(' ');
    // Tea: 90 of 130.
    expect(await risk('sales by category')).toContain('Tea alone brings 69.2%');
    expect(await risk('sales by status')).toBe('');
    expect(await risk('sales by category -country:L9')).toBe('');
    await uneven.close();
  });
});
