import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestShop } from '../../../../test/support/shop.js';
import { shopOf } from '../../../../test/support/shop-of.js';
import { openShopWith, realFile } from '../../../../test/support/test-data.js';
import { chanceOfDifference, differenceInterval, wilsonInterval } from '../../../core/proportions.js';

const HEADER = 'Order ID,Order Date,Customer,Category,Amount';

/** The figures of a table of cohorts, by cohort: new customers, then each age that has begun. */
async function cellsOf(shop: TestShop, text: string): Promise<Record<string, unknown[]>> {
  const { rows } = await shop.answer(text);
  return Object.fromEntries(
    rows.map(row => [
      row.cohort,
      Object.entries(row)
        .filter(([key, value]) => key.startsWith('age') && value !== null)
        .map(([, value]) => value),
    ]),
  );
}

/** openretailscience, test_cohort: who ordered in which month. */
const BUYERS: Readonly<Record<string, readonly string[]>> = {
  '2023-01': ['A', 'B'],
  '2023-02': ['A', 'C'],
  '2023-03': ['A', 'B', 'C'],
  '2023-04': ['A', 'C'],
  '2023-05': ['D', 'E'],
};

describe('sales cohorts', () => {
  let shop: TestShop;
  beforeAll(async () => {
    const rows = Object.entries(BUYERS).flatMap(([month, customers]) =>
      customers.map((c, i) => `${month}-${c},${month}-${String(10 + i)},${c},Tea,10`),
    );
    shop = await shopOf(HEADER, [...rows, 'r1,2023-05-20,A,Tea,-4', 'r2,2023-05-31,Never,Tea,-1']);
  });
  afterAll(() => shop.close());

  it('counts who ordered; months without new customers are rows of zeros', async () => {
    expect(await cellsOf(shop, 'sales cohort-customers')).toEqual({
      '2023-01': [2, 1, 2, 1, 0],
      '2023-02': [1, 1, 1, 0],
      '2023-03': [0, 0, 0],
      '2023-04': [0, 0],
      '2023-05': [2],
    });
  });

  it('draws the newest cohorts that have customers, and says what the chart leaves out', async () => {
    // CDNOW's 2,357 customers are those of the first twelve weeks of 1997 (shared/data/README.md).
    const cdnow = await openShopWith([realFile('cdnow-sample.txt.gz')], '1998-07-01T00:00:00Z');
    const [weeks] = (await cdnow.ask('sales cohorts by week')).charts;
    const drawn = weeks?.kind === 'heatmap' ? weeks : undefined;
    expect(drawn?.rows).toHaveLength(13);
    expect(drawn?.rows.at(-1)).toMatch(/^Mar 24, 1997 \([1-9]/);
    expect(drawn?.columns).toHaveLength(18);
    expect(drawn?.subtitle).toMatch(/ · up to \+18$/);
    const [money] = (await cdnow.ask('sales cohort-revenue by week')).charts;
    expect(money?.kind === 'heatmap' && money.columns.at(-1)).toBe('+12');
    await cdnow.close();
  });

  it('leaves months that have not begun empty, in the table and in the chart', async () => {
    const { rows, charts } = await shop.ask('sales cohorts');
    expect(rows.map(row => [row.cohort, row.newCustomers, row.age0, row.age1, row.age2, row.age4])).toEqual([
      ['2023-01', 2, 1, 0.5, 1, 0],
      ['2023-02', 1, 1, 1, 1, null],
      ['2023-03', 0, 0, 0, 0, null],
      ['2023-04', 0, 0, 0, null, null],
      ['2023-05', 2, 1, null, null, null],
    ]);
    expect(charts[0]).toMatchObject({ kind: 'heatmap', columns: ['+1', '+2', '+3', '+4'] });
    expect(charts[0]?.kind === 'heatmap' && charts[0].values.at(-1)).toEqual([null, null, null, null]);
  });

  it('draws no part of a month, which would look like customers who leave', async () => {
    const ends = await shopOf(HEADER, [
      '1,2023-01-05,A,Tea,10',
      '2,2023-02-06,A,Tea,10',
      '3,2023-03-09,A,Tea,10',
    ]);
    const { rows, charts, notes } = await ends.ask('sales cohorts');
    expect(rows[0]).toMatchObject({ age1: 1, age2: 1 });
    expect(charts[0]).toMatchObject({ columns: ['+1'], values: [[1], [null], [null]] });
    expect(JSON.stringify(notes)).toContain('of a part of a month, and not in the chart');
    await ends.close();
  });

  it('adds up revenue, orders and the value of a customer so far, returns subtracted', async () => {
    expect((await cellsOf(shop, 'sales cohort-revenue'))['2023-01']).toEqual([20, 10, 20, 10, -4]);
    expect((await cellsOf(shop, 'sales cohort-orders'))['2023-02']).toEqual([1, 1, 1, 0]);
    expect((await cellsOf(shop, 'sales cohort-value'))['2023-01']).toEqual([10, 15, 25, 30, 28]);
  });

  it('counts by quarter and year, and follows the customers of a period to the end of the data', async () => {
    expect(await cellsOf(shop, 'sales cohort-customers by quarter')).toEqual({
      '2023-Q1': [3, 2],
      '2023-Q2': [2],
    });
    expect(await cellsOf(shop, 'sales cohort-customers by year')).toEqual({ '2023': [5] });
    expect(await cellsOf(shop, 'sales cohort-customers 2023-02')).toEqual({ '2023-02': [1, 1, 1, 0] });
  });

  it.each([
    ['cohorts', 'sales cohorts'],
    ['cohort retention', 'sales cohorts'],
    ['retention by month of first order', 'sales cohorts'],
    ['revenue by cohort', 'sales cohort-revenue'],
    ['cohorts by quarter', 'sales cohorts by quarter'],
    ["how many of february's new customers came back", 'sales cohorts 2023-02'],
  ])('understands "%s"', async (text, question) => {
    expect((await shop.answer(text)).question).toBe(question);
  });

  it('takes the first order of all, and who then bought what a filter keeps', async () => {
    const two = await shopOf(HEADER, [
      '1,2023-01-01,A,Tea,10',
      '2,2023-01-02,B,Cup,10',
      '3,2023-02-01,A,Cup,10',
      '4,2023-02-02,B,Cup,10',
      '5,2023-02-28,B,Tea,10',
    ]);
    const answer = await two.answer('sales cohort-customers category:Cup');
    // A bought a cup only later: their first order was of tea.
    expect(answer.rows[0]).toMatchObject({ cohort: '2023-01', age0: 1, age1: 1 });
    expect(answer.notes.join(' ')).toContain('1 customer who bought it only later is left out');
    await two.close();
  });

  it('compares cohorts with those before them by more than chance, and none that are tiny', async () => {
    // Of 40 new customers 20 come back in the month after, in April 34.
    const months = ['01', '02', '03', '04', '05'];
    const rows = months.flatMap((month, m) =>
      Array.from({ length: 40 }, (_, i) => [
        `${month}a${i},2023-${month}-05,C${month}-${i},Tea,10`,
        ...(m < 4 && i < (month === '04' ? 34 : 20)
          ? [`${month}b${i},2023-${months[m + 1]}-06,C${month}-${i},Tea,10`]
          : []),
      ]).flat(),
    );
    const many = await shopOf(HEADER, [...rows, 'x,2023-05-31,Z,Tea,1']);
    const { observations } = await many.answer('sales cohorts');
    expect(observations.join(' ')).toMatch(
      /Apr 2023 keeps more of its customers .*: 85\.0% of 40 ordered the month after, against 50\.0% of 80/,
    );
    expect(observations.join(' ')).not.toContain('keeps fewer');
    await many.close();
    expect((await shop.answer('sales cohorts')).observations.join(' ')).not.toContain('keeps');
    expect((await shop.answer('sales cohorts')).notes.join(' ')).toContain('from 30 customers on');
  });

  it('says what is missing: customers, a first order, a second month', async () => {
    const none = await shopOf('Order ID,Order Date,Amount', ['1,2023-01-01,10']);
    await expect(none.answer('sales cohorts')).rejects.toThrow('name no customers');
    await none.close();
    const one = await shopOf(HEADER, ['1,2023-01-01,A,Tea,10']);
    expect((await one.answer('sales cohorts')).headline).toBe(
      '1 new customer in 1 month: no month after a first order is over yet.',
    );
    await one.close();
    const returned = await shopOf(HEADER, ['1,2023-01-01,A,Tea,-10']);
    expect((await returned.answer('sales cohorts')).headline).toContain('Nobody placed a first order');
    await returned.close();
    expect((await shop.answer('sales cohorts 2023-03')).headline).toContain('Nobody placed a first order');
    expect(JSON.stringify(await shop.answer('sales cohorts 2023-05'))).not.toMatch(/NaN|Infinity/);
  });
});

describe('proportions', () => {
  it('have the intervals of Newcombe (1998), table 1 and table II', () => {
    // 81 of 263: .2553 to .3662; 15 of 148: .0624 to .1605.
    expect(wilsonInterval({ part: 81, whole: 263 }).map(v => v.toFixed(4))).toEqual(['0.2553', '0.3662']);
    expect(wilsonInterval({ part: 15, whole: 148 }).map(v => v.toFixed(4))).toEqual(['0.0624', '0.1605']);
    // 56 of 70 less 48 of 80: .0524 to .3339.
    const interval = differenceInterval({ part: 56, whole: 70 }, { part: 48, whole: 80 });
    expect(interval.map(v => v.toFixed(4))).toEqual(['0.0524', '0.3339']);
  });

  it('differ by chance as the z test has it', () => {
    // z = 0.2 / sqrt(0.69333 x 0.30667 x (1/70 + 1/80)) = 2.6500: p = .00805.
    expect(chanceOfDifference({ part: 56, whole: 70 }, { part: 48, whole: 80 })).toBeCloseTo(0.00805, 4);
    expect(chanceOfDifference({ part: 0, whole: 10 }, { part: 0, whole: 20 })).toBe(1);
  });
});
