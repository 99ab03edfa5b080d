import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMarchShop } from '../../../../test/support/march-shop.js';
import type { TestShop } from '../../../../test/support/shop.js';

describe('two maps compared', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openMarchShop();
  });
  afterAll(() => shop.close());

  it('compare maps by who is in another segment', async () => {
    const { rows, headline } = await shop.answer('segment compare five weighted');
    expect(rows.reduce((sum, row) => sum + Number(row.customers), 0)).toBe(20);
    const differing = rows
      .filter(row => row.same === 'no')
      .reduce((sum, row) => sum + Number(row.customers), 0);
    expect(headline).toBe(`${differing} of 20 customers are in another segment by weighted than by five.`);
  });
});
