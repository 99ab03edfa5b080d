import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestShop } from '../../../../test/support/shop.js';
import { shopOf } from '../../../../test/support/shop-of.js';

/**
 * Ann and Bob ordered in 2025 and again in 2026; Cid is new in 2026 and came twice, Dan is new and came once.
 */
const ROWS = [
  '1,2025-02-01,Ann,100',
  '2,2025-03-01,Bob,100',
  '3,2026-02-01,Ann,50',
  '4,2026-02-02,Bob,60',
  '5,2026-03-01,Cid,70',
  '6,2026-03-11,Cid,80',
  '7,2026-04-01,Dan,90',
];

describe('sales repeat', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await shopOf('Order ID,Order Date,Customer,Amount', ROWS);
  });
  afterAll(() => shop.close());

  it('judges who came back by all orders before the period', async () => {
    const { headline, rows } = await shop.answer('sales repeat 2026');
    expect(headline).toBe(
      '75.0% of 4 customers came back (3): ' +
        '2 had ordered before 2026, and 1 of 2 new customers ordered again; ' +
        'a customer placed 1.25 orders on average.',
    );
    expect(rows.map(r => [r.orders, r.customers])).toEqual([
      ['1 order', 3],
      ['2 orders', 1],
    ]);
  });

  it('calls everybody returning who had ordered before', async () => {
    expect((await shop.answer('sales repeat 2026-02')).headline).toContain(
      'All 2 customers came back: all of them had ordered before Feb 2026',
    );
  });

  it('counts the orders of all time where no period is asked for', async () => {
    expect((await shop.answer('sales repeat')).headline).toBe(
      '75.0% of 4 customers came back (3); a customer places 1.75 orders on average.',
    );
  });

  it('recommends no time to write from a period, which leaves the long waits out', async () => {
    // Twelve customers come back after 10 days in January, and after a year.
    const rows = Array.from({ length: 12 }, (_, i) =>
      ['2025-01-05', '2026-01-05', '2026-01-15'].map((day, n) => `${i}-${n},${day},C${i},10`),
    ).flat();
    const often = await shopOf('Order ID,Order Date,Customer,Amount', rows);
    const month = await often.answer('sales repeat 2026-01');
    expect(month.observations).toContain(
      'Of the 12 orders that followed another one in the period, half came within 10 days, ' +
        'and the middle half after 10 to 10 days: 10 days on average.',
    );
    expect(month.actions).toEqual([]);
    // 12 waits of 10 and 12 of 365 days: a median of 187.5.
    expect((await often.answer('sales repeat')).actions.join(' ')).toContain('188 days after an order');
    await often.close();
  });

  it('agrees with the repeat rate of the totals', async () => {
    const rates = async (text: string) => {
      const row = (await shop.answer(text)).rows.find(r => r.measure === 'repeatRate');
      return [row?.value, row?.previous];
    };
    expect(await rates('sales 2026')).toEqual([0.75, null]);
    expect(await rates('sales 2026-02')).toEqual([1, null]);
    expect(await rates('sales')).toEqual([0.75, null]);
  });
});
