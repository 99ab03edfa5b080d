import { describe, expect, it } from 'vitest';
import { shopOf } from '../../../../test/support/shop-of.js';

const HEADER = 'Order ID,Order Date,Customer,Country,Amount';

describe('sales pareto', () => {
  it('finds the few that bring 80 %', async () => {
    // 60 + 25 of 100 bring 85 %; 60 alone do not.
    const amounts = [60, 25, 10, 5];
    const shop = await shopOf(
      HEADER,
      amounts.map((amount, i) => `${i},2026-01-05,C${i},Spain,${amount}`),
    );
    const { headline, rows } = await shop.answer('sales pareto by customer');
    expect(headline).toBe('2 of 4 customers (50.0%) bring 80% of the revenue.');
    expect(rows.map(r => [r.cumulative, r.class])).toEqual([
      [0.6, 'A'],
      [0.85, 'A'],
      [0.95, 'B'],
      [1, 'C'],
    ]);
    const one = await shop.ask('sales pareto by country');
    expect(one.headline).toBe('Spain is the only country: all $100.00 come from it.');
    expect(one.charts.map(chart => chart.title)).toEqual(['All revenue comes from one country']);
    await shop.close();
  });

  it('says how few bring half, and what the first fifth brings', async () => {
    // 30 + 25 of 100 bring half; the first of five is the first fifth.
    const amounts = [30, 25, 20, 15, 10];
    const shop = await shopOf(
      HEADER,
      amounts.map((amount, i) => `${i},2026-01-05,C${i},Spain,${amount}`),
    );
    const { question, observations } = await shop.answer('how many customers make up half of our revenue');
    expect(question).toBe('sales pareto by customer');
    expect(observations).toContain('Half of the revenue comes from 2 customers.');
    expect(observations).toContain('The top 20% of the customers (1) bring 30.0% of the revenue.');
    await shop.close();
  });
});
