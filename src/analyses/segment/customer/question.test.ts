import { describe, expect, it } from 'vitest';
import { marchRows, orderFile } from '../../../../test/support/march-shop.js';
import { openTestShop } from '../../../../test/support/shop.js';

describe('the profile of a customer', () => {
  it('profile a customer: the last year, what they buy, what is overdue', async () => {
    const days = ['2025-08-03', '2025-09-02', '2025-10-02', '2025-11-01'];
    const regular = await openTestShop({}, '2026-03-22T10:00:00Z');
    await regular.load(
      'all.csv',
      orderFile([...marchRows(20), ...days.map((day, i) => `r${i},${day},reg,Regular Joe,Cake,100`)]),
    );
    const { observations, headline, rows } = await regular.answer('segment customer regular joe');
    expect(headline).toBe(
      'Regular Joe is an at-risk customer: 4 orders worth $400.00, the last 140 days ago.',
    );
    expect(rows[0]).toMatchObject({ customer: 'reg', recency: 140, frequency: 4, monetary: 400 });
    // One order every 30 days, due on 1 December, 110 days before 21 March.
    expect(observations).toContain(
      'Usually 30 days between orders; the next was due on Dec 1, 2025 and is overdue by 110 days.',
    );
    // Alone until February, with nobody to be compared with: lost by every quintile of one.
    expect(observations.find(o => o.startsWith('Segments at the ends'))).toContain('At-Risk Customers');
    expect(observations).toContain('Buys most: Cake ($400.00).');
    await regular.close();
  });
});
