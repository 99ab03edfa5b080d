import { describe, expect, it } from 'vitest';
import { shopOf } from '../../../../test/support/shop-of.js';

const HEADER = 'Order ID,Order Date,Customer,Amount';

describe('sales peaks', () => {
  it('calls a day unusual against its own weekday', async () => {
    // Saturdays always bring ten times as much; one Tuesday brings twenty times.
    const rows = Array.from({ length: 140 }, (_, i) => {
      const date = new Date(Date.UTC(2026, 0, 5 + i));
      const amount = (date.getUTCDay() === 6 ? 1_000 : 100) + (i % 5) + (i === 71 ? 2_000 : 0);
      return `${i},${date.toISOString().slice(0, 10)},C${i},${amount}`;
    });
    const shop = await shopOf(HEADER, rows);
    const answer = await shop.answer('peaks by day');
    expect(answer.rows.map(r => r.day)).toEqual(['2026-03-17']);
    expect(answer.headline).toContain('Mar 17, 2026 with $2,101.00, 20.4 times the usual');
    await shop.close();
  });

  it('tells an unusual month from others that are all the same, as the trend does', async () => {
    // 23 months of exactly $100 leave a median deviation of zero; four others stand out.
    const amounts = Array.from({ length: 36 }, (_, i) => ([8, 16, 24, 30].includes(i) ? 900 : 100));
    const rows = amounts.map((amount, i) => {
      const month = `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
      return `${i},${month}-${i === 35 ? 31 : '01'},C${i},${amount}`;
    });
    const shop = await shopOf(HEADER, rows);
    const peaks = await shop.answer('sales peaks by month');
    expect(peaks.rows.map(r => r.month).sort()).toEqual(['2023-09', '2024-05', '2025-01', '2025-07']);
    const trend = await shop.answer('sales trend by month');
    expect(trend.observations.join(' ')).toMatch(/4 months stand out: .* and 1 more\./);
    expect(peaks.observations.join(' ')).toMatch(/High: .* and 1 more\./);
    await shop.close();
  });
});
