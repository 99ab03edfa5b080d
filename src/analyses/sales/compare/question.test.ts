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
      'Jan 1 – Mar 11, 2026 brought $615.00 against $450.00 for Jan 1 – Mar 11, 2025: $165.00 more (+36.7%).',
    );
    expect(answer.observations).toContain('Grew most: Tea (+$180.00, +60.0%).');
    expect(answer.observations).toContain('Shrank most: Cup (-$15.00, -10.0%).');
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
      'Jul 1 – Dec 31, 2026 brought $1,500.00 against $300.00 for Jul 1 – Dec 31, 2025: ' +
        '$1,200.00 more (+400.0%).',
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
    expect(headline).toBe('Feb 2026 brought $400.00, the same as in Jan 2026.');
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

describe('findings of sales compare', () => {
  it('recommends nothing if no value changed by more than chance', async () => {
    // Tea went from 20 to 26 orders of $10: 60 is less than three times 10 x the root of 46, which is 203.
    const shop = await shopOf(HEADER, [
      ...orders('2026-01', 'Tea', 20, 10),
      ...orders('2026-01', 'Cup', 20, 10),
      ...orders('2026-02', 'Tea', 26, 10),
      ...orders('2026-02', 'Cup', 20, 10),
    ]);
    const { actions, notes } = await shop.answer('sales compare 2026-02 by category');
    expect(actions).toEqual([]);
    expect(notes).toContain('No single category changed by more than chance can explain.');
    await shop.close();
  });

  it('names no value as the cause if gains and losses cancel out by half', async () => {
    // Tea -400, Cup +100, Pot +100: net -200 of 600. Without Pot's gain it is -300 of 500.
    const february = (pot: number) => [
      ...orders('2026-01', 'Tea', 20, 30),
      ...orders('2026-01', 'Cup', 20, 10),
      ...orders('2026-01', 'Pot', 20, 10),
      ...orders('2026-02', 'Tea', 20, 13),
      ...orders('2026-02', 'Cup', 20, 13),
      ...orders('2026-02', 'Pot', 20, pot),
    ];
    const [even, clear] = [await shopOf(HEADER, february(16)), await shopOf(HEADER, february(10))];
    const cause = async (shop: typeof even) =>
      (await shop.answer('sales compare 2026-02 by category')).observations.filter(o =>
        /Without Tea|alone/.test(o),
      );
    // -340 + 60 + 120 = -160 of 520; then -340 + 60 = -280 of 400.
    expect(await cause(even)).toEqual([]);
    expect(await cause(clear)).toEqual(['Without Tea it would have gone the other way: +$60.00.']);
    await Promise.all([even, clear].map(shop => shop.close()));
  });

  it('compares the days that both years have, says so once, and ranks no single value', async () => {
    const shop = await shopOf(HEADER, [
      '1,2025-12-01,C1,Tea,Spain,Shipped,100',
      '2,2025-12-09,C2,Tea,Spain,Shipped,100',
      '3,2026-06-01,C1,Tea,Spain,Shipped,500',
      '4,2026-12-01,C1,Tea,Spain,Shipped,150',
      '5,2026-12-09,C2,Tea,Spain,Shipped,150',
    ]);
    const { notes, observations } = await shop.answer('sales compare 2026 with 2025 by country');
    expect(notes.filter(note => /compared/.test(note))).toEqual([
      'The data covers Dec 1, 2025 – Dec 9, 2026: ' +
        'only the days that it covers in both periods are compared.',
    ]);
    expect(observations).toEqual(['2 orders in both periods; average order: +50.0% ($100.00 to $150.00).']);
    await shop.close();
  });
});
