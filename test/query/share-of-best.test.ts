import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestShop } from '../support/shop.js';
import { shopOf } from '../support/shop-of.js';

/** Ten customers who spent $100, $90, ... $10, $550 in all, half of it in each of two cities. */
const ROWS = Array.from({ length: 10 }, (_, i) => {
  const city = i % 2 === 0 ? 'Ulm' : 'Bonn';
  return `${i + 1},2026-01-0${1 + (i % 5)},C${i},${city},${100 - 10 * i}.00`;
});

describe('so many percent of the best', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await shopOf('Order ID,Order Date,Customer,City,Amount', ROWS, '2026-01-09T12:00:00Z');
  });
  afterAll(() => shop.close());

  it('bring a part of all', async () => {
    const whole = ' of $550.00 (Jan 1 – Jan 5, 2026).';
    // 100 + 90.
    const best = `The top 20% of customers (2) bring 34.5%, $190.00${whole}`;
    for (const text of [
      'how much revenue comes from the top 20% of customers',
      'what share do the best 20 percent of our customers bring?',
      'top 20% of customers',
      'measure:revenue by:customer top:20% show:share',
    ])
      expect((await shop.answer(text)).headline).toBe(best);
    // 30 + 20 + 10.
    expect((await shop.answer('bottom 30% of customers')).headline).toBe(
      `The bottom 30% of customers (3) bring 10.9%, $60.00${whole}`,
    );
    expect((await shop.answer('how much do the top 3 customers bring')).headline).toBe(
      `The first 3 bring 49.1%, $270.00${whole}`,
    );
    expect((await shop.answer('top 20% of customers')).rows).toMatchObject([
      { customer: 'C0', revenue: 100 },
      { customer: 'C1', revenue: 90 },
    ]);
  });

  it('are the part of what is measured, whatever they are ranked by', async () => {
    // Each customer has one order: the first by name are $100 and $90 of $550.
    expect((await shop.answer('measure:revenue by:customer top:2 rank:orders show:share')).headline).toBe(
      'The first 2 bring 34.5%, $190.00 of $550.00 (Jan 1 – Jan 5, 2026).',
    );
  });

  it('are one at least, and of groups alone', async () => {
    expect((await shop.answer('measure:revenue by:customer top:1%')).rows).toHaveLength(1);
    await expect(shop.answer('list:customers top:20%')).rejects.toThrow(
      'A share such as top:20% is of groups',
    );
    await expect(shop.answer('measure:revenue by:customer top:120%')).rejects.toThrow('at most 100%');
  });
});
