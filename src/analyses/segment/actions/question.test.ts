import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marchRows, openMarchShop } from '../../../../test/support/march-shop.js';
import type { TestShop } from '../../../../test/support/shop.js';

describe('the plan', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openMarchShop();
  });
  afterAll(() => shop.close());

  it('count the money of a plan, those who leave first', async () => {
    const { rows, headline } = await shop.answer('segment actions');
    // 10 + 20 + ... + 80 = 360 and 90 + ... + 200 = 1,740.
    expect(rows.map(r => [r.segment, r.customers, r.revenue])).toEqual([
      ['Lost Customers', 8, 360],
      ['Potential Loyalists', 12, 1_740],
    ]);
    expect(headline).toBe(
      '8 customers who spent $360.00 are slipping away or lost, none of whom spent more than the ' +
        'average customer.',
    );
  });
});

describe('a plan with big spenders among lost customers', () => {
  it('follows the money rather than the name of the segment', async () => {
    const shop = await openMarchShop([...marchRows(20), 'o99,2026-03-01,rich,Rich One,Tea,5000']);
    const { rows, headline } = await shop.answer('segment actions');
    // Of 21 customers who spent 7,100.00 only the new one spent more than the average, 338.10.
    expect(headline).toContain('start with the one who spent more than the average customer ($5,000.00)');
    const lost = rows.find(row => row.segment === 'Lost Customers');
    expect(lost?.action).toBe(
      'Personally contact the one who spent more than the average customer ($5,000.00)',
    );
    expect(lost?.impact).toBe('1 of them spent more than the average customer');
    await shop.close();
  });
});
