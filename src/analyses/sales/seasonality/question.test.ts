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
    expect(actions.join(' ')).toContain('buy on Sunday: an average weekday brings $27.14 more');
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
});
