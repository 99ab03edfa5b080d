import { describe, expect, it } from 'vitest';
import { openTestShop } from '../support/shop.js';

describe('sales by hour', () => {
  it('has the hours in their order, in the table and on the chart, however they came', async () => {
    const shop = await openTestShop();
    const times = ['16:05', '09:10', '13:30', '09:40', '11:00'];
    const rows = times.map((time, i) => `${i},2026-01-0${i + 1} ${time},${i + 1}.00`);
    await shop.load('till.csv', `Order ID,Date,Amount\n${rows.join('\n')}\n`);
    const answer = await shop.ask('sales by hour');
    expect(answer.rows.map(row => row.hour)).toEqual(['09', '11', '13', '16']);
    expect(answer.charts[0]).toMatchObject({ labels: ['09', '11', '13', '16'], values: [6, 5, 3, 1] });
    await shop.close();
  });
});
