import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeGoals } from '../../src/app/goals.js';
import type { TestShop } from '../support/shop.js';
import { shopOf } from '../support/shop-of.js';

const HEADER = 'Order ID,Order Date,Customer,Country,Amount';
const BY = { person: null, now: new Date('2026-04-10T12:00:00Z') };

/** $50 from France and $50 from Spain on each of the first ten days of April, and $900 in March. */
const ROWS = [
  'M1,2026-03-01,Ana,France,400.00',
  'M2,2026-03-20,Ben,Spain,500.00',
  ...Array.from({ length: 10 }, (_, i) => {
    const day = `2026-04-${String(i + 1).padStart(2, '0')}`;
    return [`F${i},${day},Ana,France,50.00`, `S${i},${day},Ben,Spain,50.00`];
  }).flat(),
];

describe('goals', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await shopOf(HEADER, ROWS, '2026-04-10T12:00:00Z');
  });
  afterAll(() => shop.close());
  const goal = (text: string) => changeGoals(shop.shop, text, BY);

  it('are set in words, and say the pace and what it takes a day', async () => {
    expect((await shop.answer('goals')).headline).toBe('No goals are set.');
    // 10 of 30 days brought 1,000 of 3,600: 200 behind 1,200, and 2,600 are left for 20 days.
    expect(await goal('3.6k revenue this month')).toBe(
      'Goal 1 is set. Revenue in Apr 2026: $1,000.00 of $3,600.00 by Apr 10, 2026, 27.8% reached with 33.3% ' +
        'of the days passed: $200.00 behind an even pace. It takes $130.00 a day for the 20 days left; ' +
        'so far it was $100.00 a day, which comes to $3,000.00.',
    );
    // 10 orders in Spain of 24, where an even pace has 8.
    expect(await goal('24 orders in Spain this month')).toContain(
      'Goal 2 is set. Orders in Apr 2026 (country is Spain): 10 of 24 by Apr 10, 2026, 41.7% reached with ' +
        '33.3% of the days passed: 2 ahead of an even pace. It takes 0.7 a day for the 20 days left; so far ' +
        'it was 1.0 a day, which comes to 30.',
    );
    const { headline, rows } = await shop.answer('goals');
    expect(headline).toBe('2 goals: 1 off pace, 1 on pace.');
    expect(rows).toMatchObject([
      { number: 1, target: 3600, soFar: 1000, reached: 0.277778, neededPerDay: 130, state: 'off pace' },
      { number: 2, target: 24, soFar: 10, neededPerDay: 0.7, state: 'on pace', lastDay: '2026-04-30' },
    ]);
  });

  it('say when they were reached, by how much they were missed, and when they begin', async () => {
    expect(await goal('measure:revenue period:2026-03 goal:900')).toContain(
      'Revenue in Mar 2026: reached on Mar 20, 2026: $900.00 of $900.00 by Mar 31, 2026.',
    );
    expect(await goal('1000 revenue in march 2026 in France')).toContain(
      'Revenue in Mar 2026 (country is France): missed by $600.00: $400.00 of $1,000.00.',
    );
    expect(await goal('measure:revenue period:2026-05 goal:900')).toContain(
      'begins on May 1, 2026; $900.00 are to be reached.',
    );
    // Reached before its end.
    expect(await goal('measure:orders period:2026-04 country:France goal:5')).toContain(
      'reached on Apr 5, 2026: 10 of 5 by Apr 10, 2026.',
    );
  });

  it('are told beside the figure that they are of', async () => {
    expect((await shop.answer('orders in Spain this month')).observations).toContain(
      'Goal 2: 10 of 24 by Apr 10, 2026, 41.7% reached with 33.3% of the days passed: 2 ahead of an even pace. ' +
        'It takes 0.7 a day for the 20 days left; so far it was 1.0 a day, which comes to 30.',
    );
    expect((await shop.answer('sales measure:revenue period:2026-03')).observations).toEqual([
      'Goal 3: reached on Mar 20, 2026: $900.00 of $900.00 by Mar 31, 2026.',
    ]);
    expect((await shop.answer('sales measure:revenue period:2026-02..2026-03')).observations).toEqual([]);
  });

  it('are replaced by one of the same, and removed by number', async () => {
    const all = async () => (await shop.answer('goals')).rows.map(row => [row.number, row.target]);
    const before = await all();
    expect(await goal('5000 revenue this month')).toContain(
      'is set, in place of goal 1. Revenue in Apr 2026',
    );
    expect(await all()).toEqual([...before.slice(1), [7, 5000]]);
    expect(await goal('remove 7')).toBe('Goal 7 is removed.');
    expect(await all()).toEqual(before.slice(1));
    await expect(goal('remove 7')).rejects.toThrow('There is no goal 7.');
    await expect(goal('remove')).rejects.toThrow('Which goal? Name its number.');
  });

  it.each([
    ['500 revenue', 'By when? A goal needs a period.'],
    ['revenue this year', 'What is to be reached?'],
    ['', 'What is the goal?'],
    ['measure:average-order period:2026 goal:100', 'A goal is of what adds up day by day'],
    ['measure:customers period:2026 goal:100', 'A goal is of what adds up day by day'],
    ['measure:revenue by:country period:2026 goal:100', 'without groups, lists or comparisons'],
    ['measure:revenue,orders period:2026 goal:100', 'A goal is of one measure, not of 2.'],
    ['measure:revenue period:2026 customer:Ana goal:100', 'A goal is not of single customers'],
  ])('refuses %j', async (text, message) => {
    await expect(goal(text)).rejects.toThrow(message);
  });

  it.each([
    ['revenue of $2k in march 2026', 'Revenue in Mar 2026: missed by $1,100.00'],
    ['1,000.50 revenue in march 2026', 'Revenue in Mar 2026: missed by $100.50'],
    ['50 orders next month', 'Orders in May 2026: begins on May 1, 2026; 50 are to be reached.'],
    ['5 new customers next quarter', 'New customers in Q3 2026: begins on Jul 1, 2026; 5 are'],
    ['measure:revenue period:2027 goal:1000', 'Revenue in 2027: begins on Jan 1, 2027'],
  ])('read %j', async (text, said) => {
    const reply = await goal(text);
    expect(reply).toContain(said);
    await goal(`remove ${/Goal (\d+)/.exec(reply)?.[1]}`);
  });

  it('tell orders whole', async () => {
    // 10 of 40, where an even pace has 13 and a third.
    const set = await goal('40 orders in France this month');
    expect(set).toContain('33.3% of the days passed: 3 behind an even pace.');
    await goal(`remove ${/Goal (\d+)/.exec(set)?.[1]}`);
  });
});
