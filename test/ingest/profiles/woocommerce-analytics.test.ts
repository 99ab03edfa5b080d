import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const head = (net: string) =>
  `Date,Order #,Status,Customer,Customer type,Product(s),Items sold,Coupon(s),${net},Attribution`;
const ROWS = `2026-03-05 10:00:00,1201,completed,Ana Ito,new,"2× Mug, 1× Tea",3,spring,54,Direct
2026-03-06 11:00:00,1202,refunded,Ben Roy,returning,1× Teapot,1,,30,Organic: Google
2026-03-07 09:00:00,1202,completed,Ben Roy,returning,1× Teapot,-1,,-30,
2026-03-07 10:00:00,1203,failed,Cleo Day,new,1× Tea,1,,20,Direct
2026-03-07 11:00:00,1205,cancelled,Dev Lee,new,1× Tea,1,,20,Direct
2026-03-08 09:30:00,1204,processing,Ana Ito,returning,1× Tea,1,,20,Direct
`;

describe('WooCommerce Analytics orders', () => {
  const shop = useShop();

  for (const net of ['Net sales', 'N. Revenue'])
    it(`adds up "${net}", in which refunds are rows below zero`, async () => {
      const result = await shop.load(`${head(net)}\n${ROWS}`);
      expect(result.profile).toBe('WooCommerce Analytics orders');
      // 54 + 30 - 30 + 20; 3 + 1 - 1 + 1 pieces
      expect(result.figures).toEqual({ revenue: 74, orders: 3, customers: 2, quantity: 4 });
      expect(result.leftOut).toEqual({ 'failed, unpaid and draft orders': [1, 20] });
      expect(result.cancelled).toEqual([1, 20]);
    });

  it('is not read so where refunds have pieces above zero', async () => {
    expect(
      await shop.profileOf(`${head('Net sales')}\n${ROWS.replace(',-1,,-30', ',1,,-30')}`),
    ).toBeUndefined();
  });
});
