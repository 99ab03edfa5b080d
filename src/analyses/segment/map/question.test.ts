import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMarchShop } from '../../../../test/support/march-shop.js';
import type { TestShop } from '../../../../test/support/shop.js';

describe('a map', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openMarchShop();
  });
  afterAll(() => shop.close());

  it('draw a map with the customers in its cells', async () => {
    const { rows, observations } = await shop.answer('segment map high-value');
    expect(rows.reduce((sum, row) => sum + Number(row.customers), 0)).toBe(20);
    expect(rows.reduce((sum, row) => sum + Number(row.cells), 0)).toBe(125);
    expect(observations[0]).toContain('54 combinations of R, F and M are left over');
  });
});
