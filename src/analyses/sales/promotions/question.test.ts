import { expect, it } from 'vitest';
import { shopOf } from '../../../../test/support/shop-of.js';

it('sales promotions counts new customers by their first day of ordering', async () => {
  const shop = await shopOf('Order ID,Order Date,Customer,Promotion,Amount', [
    '1,2026-01-01,Ann,,100',
    '2,2026-01-02,Ann,SPRING,50',
    '3,2026-01-03,Bob,SPRING,30',
    '4,2026-01-04,Cid,SUMMER,20',
  ]);
  const { headline, rows } = await shop.answer('sales promotions');
  expect(headline).toBe(
    'Promotions brought $100.00 from 3 orders, 50.0% of revenue; SPRING leads with $80.00.',
  );
  expect(rows.map(r => [r.promotion, r.revenue, r.orders, r.newCustomers])).toEqual([
    ['SPRING', 80, 2, 1],
    ['SUMMER', 20, 1, 1],
    ['No promotion', 100, 1, 1],
  ]);
  await shop.close();
});
