import { describe, expect, it } from 'vitest';
import { shopOf } from '../../../../test/support/shop-of.js';

const HEADER = 'Order ID,Order Date,Customer,Country,Amount';
/** Four whole weeks from Monday, 5 January 2026: closed on Saturdays, $10 on Sundays, $50 on other days. */
const ROWS = Array.from({ length: 28 }, (_, i) => {
  const date = new Date(Date.UTC(2026, 0, 5 + i));
  const weekday = date.getUTCDay();
  const day = date.toISOString().slice(0, 10);
  return weekday === 6 ? [] : [`${i},${day},C${i},${i < 14 ? 'Spain' : 'Italy'},${weekday === 0 ? 10 : 50}`];
}).flat();

describe('sales seasonality', () => {
  it('calls a weekday that never occurs closed, not weak', async () => {
    const shop = await shopOf(HEADER, ROWS);
    const { headline, rows, observations, actions } = await shop.answer('sales seasonality by weekday');
    // The week brings 5 x 50 + 10 = 260: an average weekday 37.14, of which Sunday is 26.9 %.
    expect(rows.map(r => [r.weekday, r.average, r.index])).toEqual([
      ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map(day => [day, 50, 1.346154]),
      ['Saturday', 0, 0],
      ['Sunday', 10, 0.269231],
    ]);
    expect(headline).toContain('Sunday is the weakest with $10.00');
    expect(observations).toContain('Nothing is ever sold on Saturday.');
    expect(actions.join(' ')).toContain('buy on Sunday: an average day brings $27.14 more');
    expect([headline, ...actions].join(' ')).not.toContain('Saturday');
    await shop.close();
  });

  it('calls a weekday weak that only the period leaves empty', async () => {
    const shop = await shopOf(HEADER, [...ROWS, 'x,2026-03-07,C1,Spain,70']);
    const { observations, actions } = await shop.answer('sales seasonality by weekday 2026-01');
    expect(observations.join(' ')).not.toContain('Nothing is ever sold');
    expect(actions.join(' ')).toContain('buy on Saturday');
    await shop.close();
  });

  it('calls a month without sales empty, not weak, and recommends nothing from few orders', async () => {
    // Of Italy's two orders in two years both are in February; the shop sells in every month.
    const others = Array.from({ length: 24 }, (_, i) => {
      const month = String(1 + (i % 12)).padStart(2, '0');
      return `s${i},${2024 + Math.floor(i / 12)}-${month}-15,C,Spain,10`;
    });
    const ends = ['e1,2024-01-01,C,Spain,10', 'e2,2025-12-31,C,Spain,10'];
    const italy = ['i1,2024-02-03,D,Italy,30', 'i2,2025-02-04,D,Italy,50'];
    const shop = await shopOf(HEADER, [...others, ...ends, ...italy]);
    const { headline, observations, actions, notes } = await shop.answer('sales seasonality country:Italy');
    // 80 in two Februaries: 40 on average, 12 times the mean of 40 / 12.
    expect(headline).toBe(
      'February is the strongest month: $40.00 on average, 12 times an average month; ' +
        'nothing was sold in January, March, April and 8 more.',
    );
    expect(observations.join(' ')).not.toContain('Weak');
    expect(actions).toEqual([]);
    expect(notes).toContain('With 2 orders in all, what differs by month may be chance.');
    // With two Februaries among 28 orders the action is back; a month that was seen once has no average.
    expect((await shop.answer('sales seasonality')).actions.join(' ')).toContain('campaigns for February');
    expect((await shop.answer('sales seasonality 2025')).headline).toContain(
      'strongest month: $60.00, 4 times',
    );
    await shop.close();
  });

  it('says where more was returned than sold instead of calling it weak', async () => {
    const shop = await shopOf(HEADER, [...ROWS, 'r,2026-01-10,C1,Spain,-20']);
    const { headline, actions } = await shop.answer('sales seasonality by weekday');
    expect(headline).toContain('; more was returned than sold on Saturday (-$20.00 in all).');
    expect(actions.join(' ')).toContain('buy on Sunday');
    await shop.close();
  });
});
