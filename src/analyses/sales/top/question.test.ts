import { expect, it } from 'vitest';
import { openCornerShop } from '../../../../test/support/shop.js';

it('sales top-customers ranks people by id and name, and says what names nobody', async () => {
  const shop = await openCornerShop();
  const { rows, notes } = await shop.answer('sales top-customers');
  expect(rows[0]).toEqual(expect.objectContaining({ customer: 'c5', name: 'Eve & Co', revenue: 40 }));
  expect(rows.every(row => row.customer !== null)).toBe(true);
  expect(notes).toContainEqual(
    expect.stringMatching(/^Not ranked: \D*50\.00 from 1 order without a customer\.$/),
  );
  await shop.close();
});
