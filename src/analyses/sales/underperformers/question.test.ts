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

  it('compares nothing if there is one country alone', async () => {
    const shop = await shopOf(HEADER, ['1,2026-01-05,Ann,Tea,Spain,100', '2,2026-01-05,Ann,Cup,Spain,400']);
    expect(await shop.answer('sales underperformers')).toMatchObject({
      headline: 'There is only one country, Spain: no countries to compare.',
      rows: [],
    });
    await shop.close();
  });
});
