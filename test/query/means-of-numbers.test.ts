import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestShop } from '../support/shop.js';
import { shopOf } from '../support/shop-of.js';

/**
 * Ann is 30 with two orders, Bob 50, Cid 70, all with one age. Discounts: 10, 20, 0 and 50 percent of orders of
 * $100, $50, $40 and $30, so $10, $10, nothing and $15 of $220.
 */
const HEADER = 'Order ID,Order Date,Customer,Age,City,Qty,Price,Discount %,Total';
const ROWS = [
  '1,2026-01-05,Ann,30,Ulm,1,100.00,10,90.00',
  '2,2026-01-06,Ann,30,Ulm,1,50.00,20,40.00',
  '3,2026-02-07,Bob,50,Ulm,2,20.00,0,40.00',
  '4,2026-02-08,Cid,70,Bonn,1,30.00,50,15.00',
];

describe('means and medians of columns of numbers', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await shopOf(HEADER, ROWS, '2026-02-09T12:00:00Z');
  });
  afterAll(() => shop.close());
  const rows = async (text: string) => (await shop.answer(text)).rows;
  const value = async (text: string) => (await rows(text)).map(row => row.value);

  it('count each customer once for an age, and each order for its discount', async () => {
    // (30 + 50 + 70) / 3; the middle of 30, 50, 70; (10 + 20 + 0 + 50) / 4.
    expect(await value('average age')).toEqual([50]);
    expect(await value('median age')).toEqual([50]);
    expect(await value('measure:mean-discount-percent')).toEqual([20]);
    expect(await value('measure:median-discount-percent')).toEqual([15]);
    // (30 + 50) / 2: nobody is lent another's age.
    expect(await value('how old are customers in Ulm')).toEqual([40]);
    expect(await value('average age in february')).toEqual([60]);
  });

  it('are of groups by one field', async () => {
    expect(await rows('average age by city')).toMatchObject([
      { city: 'Bonn', meanAge: 70 },
      { city: 'Ulm', meanAge: 40 },
    ]);
    expect(await rows('avg discount % by city')).toMatchObject([
      { city: 'Bonn', meanDiscountPercent: 50, discountRate: 0.5 },
      // (10 + 20 + 0) / 3, and $20 of $190.
      { city: 'Ulm', meanDiscountPercent: 10, discountRate: 0.105263 },
    ]);
    await expect(shop.answer('measure:mean-age by:city,month')).rejects.toThrow('by one field, not by two');
  });

  it('stand beside filters on discounts in percent', async () => {
    expect(await value('orders with more than 10% off')).toEqual([2]);
    expect(await value('how many orders with 10% off or more')).toEqual([3]);
    expect(await value('how many orders had a discount of 10 to 20 percent')).toEqual([2]);
    expect(await value('sales with no discount')).toEqual([40]);
    expect(await rows('average order with and without discount')).toHaveLength(4);
  });

  it('are not there where the files have no such column', async () => {
    const other = await shopOf('Order ID,Order Date,Amount', ['1,2026-01-05,9.00'], '2026-02-09T12:00:00Z');
    await expect(other.answer('average age')).rejects.toThrow('I do not know how to answer "average age"');
    await expect(other.answer('measure:mean-age')).rejects.toThrow('There is no measure "mean-age"');
    await other.close();
  });
});

describe('a blank discount in percent', () => {
  it('is none', async () => {
    const shop = await shopOf('Order ID,Order Date,Customer,Qty,Price,Discount %,Total', [
      '1,2026-01-05,Ann,1,100.00,10,90.00',
      '2,2026-01-06,Bob,1,40.00,,40.00',
      '3,2026-01-07,Cid,2,10.00,20,16.00',
    ]);
    const value = async (text: string) => (await shop.answer(text)).rows[0]?.value;
    // (10 + 0 + 20) / 3.
    expect(await value('measure:mean-discount-percent')).toBe(10);
    expect(await value('sales with no discount')).toBe(40);
    await shop.close();
  });
});

describe('a discount in percent that amounts are after', () => {
  const discounts = async (header: string, rows: readonly string[]) => {
    const shop = await shopOf(header, rows, '2026-02-09T12:00:00Z');
    const [gross, discount, revenue] = (await shop.answer('measure:gross,discount,revenue')).rows;
    await shop.close();
    return [gross?.value, discount?.value, revenue?.value];
  };

  it('is of what the pieces cost, not of what is left', async () => {
    expect(await discounts(HEADER, ROWS)).toEqual([220, 35, 185]);
    // Written with a minus.
    const minus = ROWS.map(row => row.replace(/,(\d+),(\d+\.\d\d)$/, ',-$1,$2'));
    expect(await discounts(HEADER, minus)).toEqual([220, 35, 185]);
  });

  it('is worked out from what is left where no price is there', async () => {
    // 90 is 90 % of 100, and 20 is 80 % of 25: $10 and $5.
    const rows = ['1,2026-01-05,Ann,90.00,10%', '2,2026-01-06,Bob,20.00,20%', '3,2026-01-07,Cid,7.00,0%'];
    expect(await discounts('Order ID,Order Date,Customer,Net Amount,Discount %', rows)).toEqual([
      132, 15, 117,
    ]);
  });
});
