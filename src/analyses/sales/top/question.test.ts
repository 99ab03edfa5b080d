import { expect, it } from 'vitest';
import { openCornerShop } from '../../../../test/support/shop.js';

// Figures: test/data/README.md.
it('sales top-customers names a customer by id and name, and sales without one', async () => {
  const shop = await openCornerShop();
  const { rows } = await shop.answer('sales top-customers');
  expect(rows.slice(0, 2)).toEqual([
    expect.objectContaining({ customer: null, name: null, revenue: 50 }),
    expect.objectContaining({ customer: 'c5', name: 'Eve & Co', revenue: 40 }),
  ]);
  await shop.close();
});
