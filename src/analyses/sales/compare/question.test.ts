import { describe, expect, it } from 'vitest';
import { shopOf } from '../../../../test/support/shop-of.js';

const HEADER = 'Order ID,Order Date,Customer,Category,Country,Status,Amount';

/** So many orders of an amount in a month. */
const orders = (month: string, category: string, count: number, amount: number): string[] =>
  Array.from(
    { length: count },
    (_, i) => `${month}${category}${i},${month}-${dayOf(i)},C${i},${category},Spain,Shipped,${amount}`,
  );

const dayOf = (i: number): string => String(1 + (i % 28)).padStart(2, '0');

describe('sales compare', () => {
  it('compares the same months, and says what explains the change', async () => {
    const rows = ['01', '02', '03'].flatMap((month, i) => [
      `a${i},2025-${month}-10,C1,Tea,Spain,Shipped,100`,
      `b${i},2025-${month}-11,C2,Cup,Spain,Shipped,50`,
      `c${i},2026-${month}-10,C1,Tea,Spain,Shipped,160`,
      `d${i},2026-${month}-11,C2,Cup,Spain,Shipped,45`,
    ]);
    // April and May of 2025 have no counterpart yet.
    const shop = await shopOf(HEADER, [...rows, 'x,2025-04-05,C1,Tea,Spain,Shipped,900']);
    const answer = await shop.answer('2026 vs 2025 by category');
    // 3 x 205 = 615 against 3 x 150 = 450 up to 11 March.
    expect(answer.headline).toBe(
      'Jan 1 – Mar 11, 2026 brought $615.00: $165.00 more than Jan 1 – Mar 11, 2025 (+36.7%).',
    );
    expect(answer.observations).toContain('Grew most: Tea (+$180.00, +60.0%).');
    expect(answer.observations).toContain('Shrank most: Cup (−$15.00, -10.0%).');
    await shop.close();
  });

  it('compares only the part of a year that both years have', async () => {
    // The shop opened on 1 July 2025; 2026 before July has no counterpart.
    const days = ['2025-07-01', '2025-08-10', '2026-01-05', '2026-07-03', '2026-08-10', '2026-12-31'];
    const shop = await shopOf(
      HEADER,
      days.map((day, i) => `${i},${day},C${i},K${i % 2},L,Shipped,${(i + 1) * 100}`),
    );
    const answer = await shop.ask('2026 vs 2025');
    // 400 + 500 + 600 against 100 + 200.
    expect(answer.headline).toBe(
      'Jul 1 – Dec 31, 2026 brought $1,500.00: $1,200.00 more than Jul 1 – Dec 31, 2025 (+400.0%).',
    );
    expect(answer.notes).toContainEqual(expect.objectContaining({ kind: 'comparedInPart', part: 'last' }));
    await shop.close();
  });

  it('says if orders are too few to tell, and then recommends nothing', async () => {
    const few = await shopOf(HEADER, [
      ...orders('2026-01', 'Tea', 4, 10),
      ...orders('2026-01', 'Cup', 4, 10),
      ...orders('2026-02', 'Tea', 4, 30),
      ...orders('2026-02', 'Cup', 4, 10),
    ]);
    const answer = await few.ask('sales compare 2026-02 by category');
    expect(answer.notes).toContainEqual({ kind: 'tooFewOrders', now: 8, before: 8, by: 'category' });
    expect(answer.actions).toEqual([]);
    await few.close();
    const many = await shopOf(HEADER, [
      ...orders('2026-01', 'Tea', 20, 10),
      ...orders('2026-01', 'Cup', 20, 10),
      ...orders('2026-02', 'Tea', 20, 30),
      ...orders('2026-02', 'Cup', 20, 10),
    ]);
    const { actions } = await many.answer('sales compare 2026-02 by category');
    expect(actions).toHaveLength(1);
    expect(actions[0]).toContain('See what made Tea grow: it brought $400.00 more');
    await many.close();
  });

  it('explains a change by what one can act on, not by ages, ratings, hours or the calendar', async () => {
    // Tea moved by a tenth of all, while ages changed completely.
    const rows = ['2026-01', '2026-02'].flatMap((month, m) =>
      Array.from({ length: 40 }, (_, i) => {
        const day = `${month}-${String(1 + (i % 28)).padStart(2, '0')} 1${m}:00`;
        const category = i < 20 + 4 * m ? 'Tea' : 'Cup';
        return `${month}${i},${day},C${i},${category},${m === 0 ? 'young' : 'old'},${1 + m * 4},10`;
      }),
    );
    const shop = await shopOf('Order ID,Order Date,Customer,Category,Age Group,Rating,Amount', rows);
    const { columns, headline } = await shop.answer('sales compare 2026-02');
    expect(columns[0]?.key).toBe('category');
    expect(headline).toBe('Feb 2026 brought $400.00, the same as Jan 2026.');
    await shop.close();
  });

  it('gives no shares of a change in which gains and losses nearly cancel out', async () => {
    const shop = await shopOf(HEADER, [
      ...orders('2026-01', 'Tea', 20, 50),
      ...orders('2026-01', 'Cup', 20, 10),
      ...orders('2026-02', 'Tea', 20, 10),
      ...orders('2026-02', 'Cup', 20, 51),
    ]);
    // -800 and +820 make +20: shares of it would be -4,000 % and 4,100 %.
    const { columns, rows } = await shop.answer('sales compare 2026-02 by category');
    expect(columns.map(c => c.key)).not.toContain('contribution');
    expect(rows.map(r => [r.category, r.difference])).toEqual([
      ['Cup', 820],
      ['Tea', -800],
    ]);
    await shop.close();
  });
});
