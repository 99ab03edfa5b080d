import { describe, expect, it } from 'vitest';
import { marchRows, orderFile } from '../../../../test/support/march-shop.js';
import { openTestShop } from '../../../../test/support/shop.js';
import { isoOf } from '../../../core/calendar/days.js';

describe('the profile of a customer', () => {
  it('says what to expect of them, what is at stake, and what to offer', async () => {
    const start = 20_000;
    // Sixty customers in a rhythm, of whom twelve stop one after another; Lemon goes with Tea, but for one.
    const rows = Array.from({ length: 60 }, (_, c) => {
      const lines: string[] = [];
      for (let day = c % 7; day <= (c < 12 ? 230 - c * 12 : 300); day += 10 + (c % 5) * 4) {
        const order = `${c}-${day},${isoOf(start + day)},c${c},Customer ${c}`;
        const isOfTea = (c + day) % 2 === 0;
        lines.push(`${order},${isOfTea ? 'Tea' : 'Mug'},${100 + c}`);
        if (isOfTea && c > 0) lines.push(`${order},Lemon,5`);
      }
      return lines;
    }).flat();
    const shop = await openTestShop({}, `${isoOf(start + 301)}T10:00:00Z`);
    await shop.load('rows.csv', orderFile(rows));
    const { observations, actions } = await shop.answer('segment customer c0');
    expect(observations.join(' ')).toMatch(
      /Expected in the next 12 months: [\d.]+ orders worth \$[\d,.]+, and still a customer with a prob/,
    );
    expect(observations.join(' ')).toMatch(/At stake: \$[\d,.]+ more, if they stayed\.|most likely left\./);
    expect(actions.at(-1)).toMatch(
      /^Offer Lemon: 9\d\.\d% of the orders with Tea have it, [\d.]+ times as often/,
    );
    expect((await shop.answer('segment customer c1')).actions.join(' ')).not.toContain('Offer Lemon');
    await shop.close();
  });

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
