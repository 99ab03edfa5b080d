import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const HEADER = 'Order;Date;Customer;Age;Sales;Profit';
/** Age, sales and profit of an order. */
const ORDERS = [
  [19, 100, 30],
  [30, 200, 80],
  [31, 400, -20],
  [60, 800, 300],
  [64, 1600, 610.5],
] as const;
const asFile = (orders: readonly (readonly [number, number, number])[], header = HEADER) =>
  [header]
    .concat(
      orders.map(
        ([age, sales, profit], i) =>
          `A${i};2026-04-0${i + 1};C${i};${age};${sales.toFixed(2)};${profit.toFixed(2)}`,
      ),
    )
    .join('\n');

describe('numbers of a file that are grouped in answers', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({}, '2026-05-01T10:00:00Z');
  });
  afterEach(() => shop.close());

  it('are there for ranges that no group begins or ends with', async () => {
    await shop.load('sales.csv', asFile(ORDERS));
    expect(await shop.figures('sales by age', 'revenue')).toEqual({
      '0-20': 100,
      '20-40': 600,
      '40-60': 800,
      '60+': 1600,
    });
    const of = async (text: string) => (await shop.answer(text)).rows[0]?.value;
    expect(await of('what do the under 30s bring in')).toBe(100);
    // 200 + 400
    expect(await of('revenue from customers aged 30 to 40')).toBe(600);
    expect(await of('revenue from customers over 60')).toBe(1600);
    expect(await of('revenue from customers aged at least 60')).toBe(2400);
    expect((await shop.answer('revenue from customers over 60')).scope).toContain('age is over 60');
  });

  it('are missed in a store of before, where ranges end where groups do, and no later file adds some', async () => {
    await shop.load('sales.csv', asFile(ORDERS));
    // Stores of before have the groups alone.
    await databaseOf(shop.shop.store)('dimensions').where({ key: 'age' }).delete();
    await shop.load('more.csv', asFile([[25, 50, 5]]).replace('A0', 'B0'));
    const of = async (range: string) =>
      (await shop.answer(`measure:revenue age-group:${range}`)).rows[0]?.value;
    // 100 + 200 + 400 + 50
    expect(await of('<40')).toBe(750);
    // 60 itself is in the group 40-60.
    expect(await of('>40')).toBe(2400);
    for (const text of ['measure:revenue age-group:<30', 'what do the under 30s bring in'])
      await expect(shop.answer(text)).rejects.toThrow('and 30 is no limit of one. Load the files again');
  });

  it('are no field of their own to break sales down by', async () => {
    await shop.load('sales.csv', asFile(ORDERS));
    const { rows } = await shop.answer('sales dimensions');
    expect(rows.map(row => row.name ?? row.dimension ?? row.label)).not.toContain('Age');
  });
});

describe('a file with profits and no costs', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({}, '2026-05-01T10:00:00Z');
  });
  afterEach(() => shop.close());

  it('has what is left of revenue as its costs, which is said', async () => {
    const report = await shop.load('sales.csv', asFile(ORDERS));
    // 30 + 80 - 20 + 300 + 610.50 of 3,100
    expect((await shop.answer('total profit')).rows[0]?.value).toBe(1000.5);
    expect((await shop.answer('cost')).rows[0]?.value).toBe(2099.5);
    expect(report.understood?.assumptions.join('\n')).toContain(
      'the cost of a line is taken as its revenue less "Profit"',
    );
  });

  it('has none where a margin may be in percent', async () => {
    const inPercent = ORDERS.map(([age, sales], i) => [age, sales, 10 + i * 7.5] as const);
    await shop.load('sales.csv', asFile(inPercent, 'Order;Date;Customer;Age;Sales;Margin'));
    await expect(shop.answer('total profit')).rejects.toThrow('no cost column');
  });
});
