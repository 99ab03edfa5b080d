import { describe, expect, it } from 'vitest';
import { marchRows, orderFile } from '../../../../test/support/march-shop.js';
import { openTestShop } from '../../../../test/support/shop.js';
import { isoOf, showDay } from '../../../core/calendar/days.js';

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
    // One order every 30 days, due on 1 December, 110 days before 21 March. Three gaps in the whole shop are
    // too few to call anybody overdue.
    expect(observations).toContain(
      'Usually 30 days between orders; the next was due around Dec 1, 2025, 110 days ago.',
    );
    // Alone until February, with nobody to be compared with: lost by every quintile of one.
    expect(observations.find(o => o.startsWith('Segments at the ends'))).toContain('At-Risk Customers');
    expect(observations).toContain('Buys most: Cake ($400.00).');
    await regular.close();
  });

  it('calls those overdue who are at risk, with two orders as with many', async () => {
    const start = 20_000;
    // Forty regulars every ten days to day 300, and one who ordered on days 100 and 112 and no more.
    const rows = Array.from({ length: 40 }, (_, c) =>
      Array.from({ length: 30 }, (__, k) => [c, 10 + k * 10 + (c % 2)] as const),
    )
      .flat()
      .map(([c, day]) => `${c}-${day},${isoOf(start + day)},c${c},Customer ${c},Tea,10`);
    const twice = [100, 112].map(day => `t${day},${isoOf(start + day)},two,Ada Two,Tea,10`);
    const shop = await openTestShop({}, `${isoOf(start + 302)}T10:00:00Z`);
    await shop.load('rows.csv', orderFile([...rows, ...twice]));
    const page = async (name: string) =>
      (await shop.answer(`segment customer ${name}`)).observations.join(' ');
    // The mean of their gap of 12 days and the shop's of 10: 11, so due on day 123.
    expect(await page('two')).toContain(
      "Usually 11 days between orders (two orders of theirs, and the shop's usual gap); the next was " +
        `due on ${showDay(start + 123)} and is overdue by 179 days.`,
    );
    expect(await page('c0')).toContain('Usually 10 days between orders; the next is due around');
    // Silent for longer than anybody who came back, and for more than twice as long as makes one overdue.
    const { rows: atRisk, observations } = await shop.answer('customers risk');
    expect(atRisk).toEqual([]);
    expect(observations.join(' ')).toMatch(
      /1 more customer has left almost surely \(by the model, or silent/,
    );
    const plan = await shop.answer('segment actions');
    expect(plan.rows.map(row => [row.name, row.customers])).toContainEqual(['leave-alone', 1]);
    expect(plan.rows.map(row => row.name)).not.toContain('remind');
    await shop.close();
  });
});
