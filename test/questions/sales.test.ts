import { describe, expect, it } from 'vitest';
import { openTestShop } from '../support/shop.js';

describe('sales questions', () => {
  it('explain what is missing when the store is empty, or names no customers', async () => {
    const empty = await openTestShop();
    await expect(empty.ask('sales')).rejects.toThrow('no sales in the store');
    await expect(empty.ask('sales top-countries')).rejects.toThrow('no sales in the store');
    await empty.load('anonymous.csv', 'Order Date,Amount\n2026-01-01,5\n');
    await expect(empty.ask('segment')).rejects.toThrow('name no customers');
    expect((await empty.answer('sales')).rows[0]).toMatchObject({ value: 5 });
    await empty.close();
  });
});
