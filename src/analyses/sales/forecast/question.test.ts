import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AIR_PASSENGERS } from '../../../../test/models/published-series.js';
import type { TestShop } from '../../../../test/support/shop.js';
import { shopOf } from '../../../../test/support/shop-of.js';

const HEADER = 'Order ID,Order Date,Customer,Country,Amount';
/** A month's sales as an order on its first day and one on its last. */
const monthly = (values: readonly number[], from: number, country = 'France') =>
  values.flatMap((amount, i) =>
    [1, 0].map(first => {
      const day = new Date(Date.UTC(from, i + 1 - first, first)).toISOString().slice(0, 10);
      return `${country}${i}-${first},${day},${country}${i % 7},${country},${(amount / 2).toFixed(2)}`;
    }),
  );

describe('sales forecast', () => {
  let shop: TestShop;
  beforeAll(async () => {
    // The published series as sales of 1949 to 1960, and a country of the last two years.
    const spain = monthly(new Array(24).fill(50), 1959, 'Spain');
    shop = await shopOf(HEADER, [...monthly(AIR_PASSENGERS, 1949), ...spain], '1961-01-01T12:00:00Z');
  });
  afterAll(() => shop.close());

  it('says what is expected, how sure it is, and how it was tested', async () => {
    const { headline, rows, observations, columns, question } = await shop.answer(
      'forecast next 4 months country:France',
    );
    expect(question).toBe('sales forecast 4 months country:France');
    // R's HoltWinters has 447.0559, 419.7123, 464.8671 and 496.0839 (test/models).
    expect(rows.map(r => [r.month, Math.round(Number(r.expected) * 10) / 10, r.yearBefore])).toEqual([
      ['1961-01', 447.1, 417],
      ['1961-02', 419.7, 391],
      ['1961-03', 464.9, 419],
      ['1961-04', 496.1, 461],
    ]);
    expect(columns.map(c => c.key)).toEqual([
      'month',
      'expected',
      'low',
      'high',
      'yearBefore',
      'lowest',
      'highest',
    ]);
    expect(headline).toMatch(/^About \$1\.83K is expected for Jan – Apr 1961, likely \$1\.\d+K to \$\S+K/);
    expect(observations.join(' ')).toMatch(/Holt-Winters with a season that multiplies.* in 24 tests/);
    for (const row of rows) {
      expect(Number(row.low)).toBeLessThan(Number(row.expected));
      expect(Number(row.lowest)).toBeLessThanOrEqual(Number(row.low));
    }
  });

  it('goes on with a constant, and says that it has no width', async () => {
    const { rows, observations, notes } = await shop.answer('forecast 2 months in Spain');
    expect(rows.map(r => [r.expected, r.low, r.high])).toEqual([
      [50, 50, 50],
      [50, 50, 50],
    ]);
    expect(observations.join(' ')).toContain('without any width');
    expect(notes.join(' ')).toContain('begins with the first figure, in Jan 1959');
  });

  it.each([
    ['forecast', 'sales forecast'],
    ['sales forecast next 3 months', 'sales forecast 3 months'],
    ['what will we sell next month', 'sales forecast 1 month'],
    ['how many orders will we get next month?', 'sales forecast 1 month measure:orders'],
    ['expected revenue for december in France', 'sales forecast period:1961-12 country:France'],
    ['revenue forecast for next year', 'sales forecast period:1961'],
    ['are we going to make it to 1m this year', 'sales forecast period:"this year" goal:1000000'],
    ['will we reach 6k this year', 'sales forecast period:"this year" goal:6000'],
    ['forecast orders by week', 'sales forecast by week measure:orders'],
    ['predict sales in Spain', 'sales forecast country:Spain'],
  ])('%s becomes %s, which asks the same again', async (text, question) => {
    const answer = await shop.answer(text);
    expect(answer.question).toBe(question);
    expect((await shop.answer(question)).rows).toEqual(answer.rows);
  });

  it('says whether a goal is likely, likely not, or open', async () => {
    const said = async (goal: string) =>
      (await shop.answer(`will we make ${goal} in 1961 in France`)).observations[0];
    expect(await said('4k')).toMatch(/^Yes, most likely/);
    expect(await said('6000')).toMatch(/^It is open/);
    expect(await said('1m')).toMatch(/^Most likely not/);
  });

  it('keeps its horizon for what follows', async () => {
    const { question } = await shop.ask('and in spain?', 'sales forecast 2 months measure:orders');
    expect(question).toBe('sales forecast 2 months measure:orders country:Spain');
  });

  it.each([
    ['forecast by country', /one course/],
    ['forecast 1955', /is over/],
    ['forecast 400 months', /too far/],
    ['forecast wibble', /wibble/],
    ['sales forecast measure:orders,revenue', /one measure/],
    ['sales forecast measure:wibble', /no measure/],
  ])('%s is refused', async (text, why) => {
    await expect(shop.ask(text)).rejects.toThrow(why);
  });

  it('leaves a month out that is not over, and adds the usual for the days that are left', async () => {
    const open = await shopOf(
      HEADER,
      [...monthly(new Array(20).fill(100), 2024), 'X1,2025-09-10,C1,France,130.00'],
      '2025-09-11T12:00:00Z',
    );
    const { rows, notes, headline } = await open.answer('forecast next month');
    expect(rows.map(r => [r.month, r.expected, r.soFar])).toEqual([
      // 130 in 10 days, and 20 / 30 of the usual 100.
      ['2025-09', 196.67, 130],
      ['2025-10', 100, null],
    ]);
    expect(headline).toContain('About $100 is expected for Oct 2025');
    expect(notes.join(' ')).toContain('Sep 2025 is not over: the data ends on Sep 10, 2025');
    await open.close();
  });

  it('says what a short history lacks, and never what is no number', async () => {
    const short = await shopOf(HEADER, monthly([10, 20, 30], 2025), '2025-04-01T12:00:00Z');
    const answer = await short.answer('forecast by month');
    expect(answer.headline).toContain('needs 10 whole months of history; there are only 3');
    expect(answer.rows).toEqual([]);
    await short.close();
    const day = await shopOf(HEADER, ['1,2025-04-01,C1,France,5.00', '2,2025-04-01,C2,France,-7.00']);
    expect(JSON.stringify(await day.answer('forecast'))).not.toMatch(/NaN|Infinity/);
    await day.close();
  });

  it('says where a holiday is that moves', async () => {
    const values = Array.from({ length: 36 }, (_, i) => 100 + (i % 12) * 5);
    const easter = await shopOf(HEADER, monthly(values, 2021), '2024-01-02T12:00:00Z');
    const { notes } = await easter.answer('forecast 4 months');
    expect(notes.join(' ')).toContain(
      'Easter Sunday is on Mar 31, 2024, in another month than the year before (Apr 9, 2023)',
    );
    await easter.close();
  });
});
