import { describe, expect, it } from 'vitest';
import { shopOf } from '../../../../test/support/shop-of.js';
import { openShopWith, realFile } from '../../../../test/support/test-data.js';
import { isoOf } from '../../../core/calendar/days.js';

const START = 20_000;

/** Customers who order every so many days, from a day on; the first of them stop early. */
function regulars(count: number, stopping: number): string[] {
  return Array.from({ length: count }, (_, c) => {
    const gap = 10 + (c % 5) * 4;
    const last = c < stopping ? 180 : 300;
    const days = [];
    for (let day = c % 7; day <= last; day += gap) days.push(day);
    return days.map((day, k) => `${c}-${k},${isoOf(START + day)},c${c},c${c}@example.com,${100 + c}`);
  }).flat();
}

const HEADER = 'Order ID,Order Date,Customer ID,Email,Amount';

describe('segment customers risk', () => {
  it('finds who is late by their own rhythm, with what is at stake and whom to write to', async () => {
    const shop = await shopOf(HEADER, regulars(60, 8));
    const { rows, headline, actions, observations } = await shop.answer('customers risk');
    const stopped = new Set(Array.from({ length: 8 }, (_, c) => `c${c}`));
    for (const row of rows) {
      expect(stopped).toContain(row.customer);
      expect(row.email).toBe(`${row.customer}@example.com`);
      expect(Number(row.daysSince)).toBeGreaterThan(Number(row.usualGap) * 2);
    }
    const gone = Number(/(\d+) more customers? ha/.exec(observations.join(' '))?.[1] ?? 0);
    expect(rows.length + gone).toBe(8);
    expect(headline + actions.join(' ')).not.toContain('NaN');
    // Addresses are for the asker alone.
    expect((await shop.ask('customers risk')).audience).toBe(rows.length > 0 ? 'asker' : undefined);
    await shop.close();
  });

  it('ranks by the money at stake, and keeps to a segment', async () => {
    const shop = await openShopWith([realFile('cdnow-sample.txt.gz')], '1998-07-01T00:00:00Z');
    const { rows, headline } = await shop.answer('customers risk 10');
    expect(headline).toMatch(
      /^[\d,]+ customers are overdue or about to leave: \$[\d,.]+ of the next 12 months/,
    );
    const stakes = rows.map(row => Number(row.atStake));
    expect(stakes).toEqual([...stakes].sort((a, b) => b - a));
    for (const row of rows) expect(Number(row.probabilityAlive)).toBeGreaterThanOrEqual(0.05);
    const own = await shop.answer('customers risk at-risk');
    expect(own.rows.length).toBeGreaterThan(0);
    expect(new Set(own.rows.map(row => row.segment)).size).toBe(1);
    const plan = await shop.answer('segment actions at-risk');
    expect(plan.headline).toMatch(/^\d+ customers are overdue or about to leave, with \$[\d,.]+ of the next/);
    await shop.close();
  });

  it.each([
    ['one customer', ['1,2026-01-10,a,,5', '2,2026-02-10,a,,5']],
    ['all on one day', Array.from({ length: 60 }, (_, i) => `${i},2026-01-10,c${i % 30},,5`)],
    ['everybody once', Array.from({ length: 60 }, (_, i) => `${i},${isoOf(START + i)},c${i},,5`)],
  ])('says what is missing: %s', async (_, lines) => {
    const shop = await shopOf(HEADER, lines);
    const { headline, rows } = await shop.answer('customers risk');
    expect(headline).toMatch(
      /^Who is overdue cannot be said: customers came back \d+ times? in all; 20 are needed/,
    );
    expect(rows).toEqual([]);
    await shop.close();
  });
});
