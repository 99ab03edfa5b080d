import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoOf } from '../../src/core/calendar/days.js';
import { composeDigest } from '../../src/digest/compose/compose.js';
import { PARTS } from '../../src/digest/compose/parts.js';
import type { TestShop } from '../support/shop.js';
import { shopOf } from '../support/shop-of.js';

/** A Monday. */
const START = 19_996;
const HEADER = 'Order ID,Order Date,Customer ID,Amount';

/** Sixty customers in a rhythm, of whom twelve stop one after another; the last week has 40 orders of 100 more. */
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
