import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestShop } from '../../../../test/support/shop.js';
import { shopOf } from '../../../../test/support/shop-of.js';
import { isoOf } from '../../../core/calendar/days.js';

const HEADER = 'Order ID,Order Date,Customer,Country,Amount';
const FIRST = 19_724; // 2024-01-02, a Tuesday

/** Days of a shop that is closed on Sundays: two countries, and what is added on some days. */
function days(count: number, more: Readonly<Record<number, number>> = {}): string[] {
  return Array.from({ length: count }, (_, i) => {
    const weekday = (i + 1) % 7;
    if (weekday === 6) return [];
    const base = 100 + weekday * 12 + ((i * 7919) % 13);
    const day = isoOf(FIRST + i);
    return [
      `F${i},${day},C${i % 9},France,${base}.00`,
      `S${i},${day},D${i % 9},Spain,${40 + (more[i] ?? 0)}.00`,
    ];
  }).flat();
}

describe('sales anomalies', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await shopOf(HEADER, days(200, { 100: 300, 150: -35 }), '2024-07-21T12:00:00Z');
  });
  afterAll(() => shop.close());

  it('finds the day that nothing explains, and who did it', async () => {
    const { rows, headline, observations, notes } = await shop.answer('anomalies');
    const day = isoOf(FIRST + 100);
    expect(rows.map(r => r.day)).toContain(day);
    const row = rows.find(r => r.day === day);
    expect(row).toMatchObject({ cause: 'Spain (country)', causeDifference: 300 });
    expect(Number(row?.difference)).toBeCloseTo(300, -2);
    expect(headline).toMatch(/out of line; the latest is/);
    expect(observations.join(' ')).toContain('Above what is usual: Apr 11, 2024');
    expect(notes.join(' ')).toContain('alpha 0.05');
  });

  it('looks among many products at those that moved most', async () => {
    // 200 days without 28 Sundays, two lines each: 344 products, and one more that has what is added.
    const rows = days(200, { 100: 300, 150: -35 }).map((row, i) => row.replace(/France|Spain/, `P${i}`));
    const day = isoOf(FIRST + 100);
    rows.push(`T,${day},C1,Teapot,250.00`);
    const many = await shopOf('Order ID,Order Date,Customer,Product,Amount', rows, '2024-07-21T12:00:00Z');
    const own = (await many.answer('anomalies')).rows.find(row => row.day === day);
    // 86 open days before, two rows each: P173 is Spain's row, its usual 40 and 300 more, on this day alone.
    expect(own).toMatchObject({ cause: 'P173 (product)', causeDifference: 340 });
    // One alone is not called the latest.
    expect((await many.answer(`anomalies ${day}`)).headline).toMatch(
      /^Apr 11, 2024 is out of line with \$[\d.,K]+ instead of about .+, most of all P173\.$/,
    );
    // The same of a rate: the teapot alone moves the average order less.
    const rate = (await many.answer('anomalies in average order value')).rows.find(row => row.day === day);
    expect(rate?.cause).toBe('P173 (product)');
    await many.close();
  });

  it('takes a floor, a period, and other measures', async () => {
    const above = await shop.answer('any unexpected days by more than 100% and at least $200?');
    expect(above.question).toBe('sales anomalies by day over:100% at-least:200');
    expect(above.rows.map(r => r.day)).toEqual([isoOf(FIRST + 100)]);
    expect((await shop.answer(above.question)).rows).toEqual(above.rows);
    const none = await shop.answer('anomalies at least 5000');
    expect(none.rows).toEqual([]);
    expect(none.headline).toContain('No day is out of line by $5,000.00 or more');
    const may = await shop.answer('anomalies in may 2024');
    expect(may.rows.every(r => String(r.day).startsWith('2024-05'))).toBe(true);
    expect((await shop.answer('anomalies in orders')).rows).toEqual([]);
    expect((await shop.answer('anomalies in france')).rows).toEqual([]);
  });

  it('says what a short history lacks', async () => {
    const { headline, rows } = await shop.answer('anomalies by month');
    expect(headline).toContain('25 whole months are needed to tell whether one is out of line; there are 6');
    expect(rows).toEqual([]);
  });

  it.each([
    ['anomalies by quarter', /too long/],
    ['anomalies by country', /no groups/],
    ['anomalies wibble', /wibble/],
  ])('%s is refused', async (text, why) => {
    await expect(shop.ask(text)).rejects.toThrow(why);
  });

  it('finds the same in whatever order the rows come', async () => {
    const other = await shopOf(HEADER, days(200, { 100: 300, 150: -35 }).reverse(), '2024-07-21T12:00:00Z');
    expect((await other.answer('anomalies')).rows).toEqual((await shop.answer('anomalies')).rows);
    expect((await other.answer('forecast by day')).rows).toEqual((await shop.answer('forecast by day')).rows);
    await other.close();
  });
});
