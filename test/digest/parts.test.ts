import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf, isoOf } from '../../src/core/calendar/days.js';
import { composeDigest } from '../../src/digest/compose/compose.js';
import { PARTS } from '../../src/digest/compose/parts.js';
import type { TestShop } from '../support/shop.js';
import { shopOf } from '../support/shop-of.js';

/** A Monday. */
const START = 19_996;
const HEADER = 'Order ID,Order Date,Customer ID,Amount';

/**
 * Sixty customers in a rhythm, of whom twelve stop one after another; the last week has 40 orders of 100
 * more.
 */
const ROWS = [
  ...Array.from({ length: 60 }, (_, c) => {
    const lines: string[] = [];
    for (let day = c % 7; day <= (c < 12 ? 260 - c * 12 : 300); day += 10 + (c % 5) * 4)
      lines.push(`${c}-${day},${isoOf(START + day)},c${c},${50 + c}`);
    return lines;
  }).flat(),
  ...Array.from({ length: 40 }, (_, i) => `x${i},${isoOf(START + 294 + (i % 7))},c${20 + i},100`),
];

describe('the parts of a digest that are told if they matter', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await shopOf(HEADER, ROWS, `${isoOf(START + 302)}T10:00:00Z`);
  });
  afterAll(() => shop.close());

  const part = async (name: string, asOf: number) => {
    const parts = PARTS.filter(own => own.name === name);
    return (await composeDigest(shop.shop, asOf, { parts })).thread[0];
  };

  it('why: explains a change of a tenth or more, to the cent', async () => {
    const revenueOf = async (monday: number) => {
      const { rows } = await shop.answer(`sales total ${isoOf(monday)}..${isoOf(monday + 6)}`);
      return Math.round(Number(rows.find(row => row.measure === 'revenue')?.value) * 100);
    };
    let explained = 0;
    for (let monday = START + 231; monday <= START + 294; monday += 7) {
      const change = (await revenueOf(monday)) - (await revenueOf(monday - 7));
      const told = await part('why', monday + 7);
      expect(told !== undefined).toBe(Math.abs(change) >= (await revenueOf(monday - 7)) / 10);
      if (!told) continue;
      explained++;
      const parts = told.rows.filter(row => row.measure !== 'revenue');
      expect(parts.reduce((sum, row) => sum + Math.round(Number(row.difference) * 100), 0)).toBe(change);
    }
    expect(explained).toBeGreaterThan(0);
    expect(explained).toBeLessThan(10);
  });

  it('risk: tells of each customer who stopped at most once, and of nobody else', async () => {
    const told: string[] = [];
    for (let asOf = START + 203; asOf <= START + 301; asOf += 14)
      for (const week of [asOf - 7, asOf])
        told.push(...((await part('risk', week))?.rows ?? []).map(row => String(row.customer)));
    expect(told.length).toBeGreaterThan(3);
    expect(new Set(told).size).toBe(told.length);
    for (const customer of told) expect(Number(customer.slice(1))).toBeLessThan(12);
  });
});

describe('what became known with a period', () => {
  /** Forty new customers each month, of whom twelve come back a month later; of those of April 34. */
  const cohortRows = Array.from({ length: 5 }, (_, m) =>
    Array.from({ length: 40 }, (__, c) => {
      const day = String((c % 25) + 1).padStart(2, '0');
      const order = (month: number) =>
        `${m}-${c}-${month},2024-${String(month).padStart(2, '0')}-${day},c${m}-${c},10`;
      return c < (m === 3 ? 34 : 12) ? [order(m + 1), order(m + 2)] : [order(m + 1)];
    }).flat(),
  ).flat();
  /** Six hundred orders of one of ten products; in the last week twelve of the first with one that is new. */
  const basketRows = [
    ...Array.from({ length: 600 }, (_, i) => `${i},${isoOf(START + (i % 60))},c${i % 50},10,P${i % 10}`),
    ...Array.from({ length: 12 }, (_, i) =>
      ['P0', 'New'].map(product => `n${i},${isoOf(START + 63 + (i % 7))},c${i},10,${product}`),
    ).flat(),
  ];

  /**
   * Customers who come one after another, order at random, and leave at random: what BG/NBD takes them to be.
   */
  const randomRows = (() => {
    let state = 17;
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return (state + 1) / (2 ** 32 + 1);
    };
    return Array.from({ length: 300 }, (_, c) => {
      const rows: string[] = [];
      const gap = 8 + (c % 20) * 2;
      for (let day = c; day < 330; day += Math.ceil(-Math.log(random()) * gap)) {
        rows.push(`r${c}-${day},${isoOf(START + day)},r${c},${20 + Math.round(random() * 60)}`);
        if (random() < 0.08) break;
      }
      return rows;
    }).flat();
  })();

  it('value: tells a change of 5 % or more, whose groups add up to it', async () => {
    const shop = await shopOf(HEADER, randomRows, `${isoOf(START + 330)}T10:00:00Z`);
    const parts = PARTS.filter(own => own.name === 'value');
    let told = 0;
    for (let day = START + 240; day <= START + 330; day += 31) {
      const [answer] = (await composeDigest(shop.shop, day, { parts, grain: 'month' })).thread;
      if (!answer) continue;
      told++;
      const cents = (key: string) =>
        answer.rows.reduce((sum, row) => sum + Math.round(Number(row[key]) * 100), 0);
      expect(cents('now') - cents('before')).toBe(cents('difference'));
      expect(Math.abs(cents('difference') / cents('before'))).toBeGreaterThanOrEqual(0.05);
      expect(answer.rows.map(row => row.group)).toEqual(['New', 'Ordered', 'Did not order']);
      expect(answer.rows[0]?.before).toBe(0);
    }
    expect(told).toBeGreaterThan(0);
    await shop.close();
  });

  it('cohorts: tells with the digest in which a month ends of whom more came back', async () => {
    const shop = await shopOf(HEADER, cohortRows, '2024-06-30T10:00:00Z');
    const parts = PARTS.filter(own => own.name === 'cohorts');
    const told = async (month: number, day: number, grain: 'week' | 'month' = 'week') =>
      (await composeDigest(shop.shop, dayOf(2024, month, day) ?? 0, { parts, grain })).thread[0]?.rows;
    const april = { cohort: '2024-04', newCustomers: 40, months: 1, ordered: 34, share: 0.85, before: 0.3 };
    expect(await told(6, 1, 'month')).toEqual([april]);
    // The week of 27 May has its last day in June; the one before has none that ends a month.
    expect([await told(6, 3), await told(5, 27)]).toEqual([[april], undefined]);
    await shop.close();
  });

  it('together: tells of two products once they surely go together, and once', async () => {
    const shop = await shopOf(`${HEADER},Product`, basketRows, `${isoOf(START + 80)}T10:00:00Z`);
    const parts = PARTS.filter(own => own.name === 'together');
    const told = async (asOf: number) => (await composeDigest(shop.shop, asOf, { parts })).thread;
    const [answer] = await told(START + 70);
    expect(answer?.rows).toEqual([{ first: 'New', second: 'P0', recently: 12, orders: 12, lift: 8.5 }]);
    expect(answer?.actions).toEqual(['Offer P0 with New (in 100.0% of its orders, against 11.8% of all).']);
    expect([await told(START + 63), await told(START + 77)]).toEqual([[], []]);
    await shop.close();
  });
});
