import { describe, expect, it } from 'vitest';
import { shopOf } from '../../../../test/support/shop-of.js';

const HEADER = 'Order ID,Order Date,Customer,Category,Country,Amount';

describe('sales underperformers', () => {
  it('says how much more it takes if all else stays the same', async () => {
    // Tea brings 500 of 1,000 in all, but 100 of 500 in Spain: 150 below its share there.
    const shop = await shopOf(HEADER, [
      '1,2026-01-05,Ann,Tea,Spain,100',
      '2,2026-01-05,Ann,Cup,Spain,400',
      '3,2026-01-05,Bob,Tea,Italy,400',
      '4,2026-01-05,Bob,Cup,Italy,100',
    ]);
    const { rows, actions } = await shop.answer('sales underperformers');
    expect(rows.find(r => r.category === 'Tea')).toEqual({
      category: 'Tea',
      country: 'Spain',
      revenue: 100,
      expected: 250,
      shortfall: 150,
      share: 0.2,
      usualShare: 0.5,
    });
    // (100 + 300) of (500 + 300) is one half.
    expect(actions.join(' ')).toContain('with $300.00 more it would reach its usual share');
    await shop.close();
  });

  it('says in, on, from and to as the dimension wants it, and promotes only goods', async () => {
    // 5 January 2026 is a Monday. Tea brings 500 of 1,000, but 100 of Ann's 500, which are Monday's.
    const shop = await shopOf(HEADER, [
      '1,2026-01-05,Ann,Tea,Spain,100',
      '2,2026-01-05,Ann,Cup,Spain,400',
      '3,2026-01-06,Bob,Tea,Italy,400',
      '4,2026-01-06,Bob,Cup,Italy,100',
    ]);
    const byCustomer = await shop.answer('sales underperformers by category and customer');
    expect(byCustomer.headline).toBe(
      'Tea lags most with Ann: it brings 20.0% of the revenue from Ann, against 50.0% overall; ' +
        '$150.00 short of that share.',
    );
    expect(byCustomer.actions.join(' ')).toContain('Promote Tea to Ann');
    const byWeekday = await shop.answer('sales underperformers by category and weekday');
    expect(byWeekday.headline).toContain('Tea lags most on Monday: it brings 20.0% of the revenue on Monday');
    const ofCustomers = await shop.answer('sales underperformers by customer and weekday');
    expect(ofCustomers.observations).toContain('Ann brought nothing on Tuesday, one of 2 such pairs.');
    expect(ofCustomers.actions).toEqual([]);
    await shop.close();
  });

  it('compares nothing if there is one country alone', async () => {
    const shop = await shopOf(HEADER, ['1,2026-01-05,Ann,Tea,Spain,100', '2,2026-01-05,Ann,Cup,Spain,400']);
    expect(await shop.answer('sales underperformers')).toMatchObject({
      headline: 'There is only one country, Spain: no countries to compare.',
      rows: [],
    });
    await shop.close();
  });
});
