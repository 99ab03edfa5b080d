import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCornerShop, type TestShop } from '../../../../test/support/shop.js';
import { shopOf } from '../../../../test/support/shop-of.js';

describe('sales trend', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openCornerShop();
  });
  afterAll(() => shop.close());

  // Figures: test/data/README.md.
  it('shows every period and marks the one that is not over', async () => {
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

  it('does not call a period weakest that the data covers in part, and says so', async () => {
    // The first quarter lacks five days and brings least; the last one has just begun.
    const quarters = [
      ['2025-01-06', 10],
      ['2025-04-01', 40],
      ['2025-07-01', 30],
      ['2025-10-01', 50],
      ['2026-01-02', 5],
    ];
    const quarterly = await shopOf(
      'Order ID,Order Date,Customer,Amount',
      quarters.map(([day, amount], i) => `${i},${day},C${i},${amount}`),
    );
    const trend = await quarterly.ask('sales trend by quarter');
    expect(trend.observations.join(' ')).toContain('The weakest quarter was Q3 2025 with $30.00.');
    expect(trend.notes.map(note => note.kind)).toEqual(
      expect.arrayContaining(['firstPeriodCut', 'lastPeriodCut']),
    );
    const bottom = await quarterly.ask('sales bottom-quarters');
    expect(bottom.headline).toContain('Q3 2025 is last with $30.00; Q2 2025 is next to last with $40.00');
    expect(bottom.notes.map(note => note.kind)).toContain('lastPeriodCut');
    await quarterly.close();
  });

  it('says of a last day without sales that nothing was sold, not that it brought $0.00', async () => {
    const closed = await shopOf('Order ID,Order Date,Customer,Amount', [
      '1,2025-12-29,Ann,10.00',
      '2,2025-12-30,Ann,30.00',
      '3,2026-01-02,Ann,20.00',
    ]);
    expect((await closed.ask('sales trend by day 2025-12-29..2025-12-31')).headline).toBe(
      'Nothing was sold on Dec 31, 2025; the last day with sales was Dec 30, 2025 with $30.00.',
    );
    await closed.close();
  });
});
