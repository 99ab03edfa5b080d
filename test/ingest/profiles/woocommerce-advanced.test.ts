import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER =
  'Order Number,Order Status,Order Date,Email (Billing),Cart Discount Amount,Order Subtotal Amount,Order Shipping Amount,Order Refund Amount,Order Total Amount,Order Total Tax Amount,SKU,Item #,Item Name,Quantity (- Refund),Item Cost,Coupon Code';

const FILE = `${HEADER}
1205,Failed,2026-03-07 12:00,eve@example.com,0,20,5,0,26.6,1.6,TEA,1,Tea,1,20,
1204,Refunded,2026-03-07 11:00,dev@example.com,0,20,5,27,27,2,TEA,1,Tea,1,20,
1203,Cancelled,2026-03-06 12:00,cleo@example.com,0,20,5,0,26.6,1.6,TEA,1,Tea,1,20,
1202,Completed,2026-03-06 11:00,ben@example.com,0,60,5,32.4,69.8,4.8,POT,1,Teapot,1,30,
1201,Completed,2026-03-05 10:00,ana@example.com,6,60,5,0,63.32,4.32,MUG,1,Mug,2,18,SPRING
1201,Completed,2026-03-05 10:00,ana@example.com,6,60,5,0,63.32,4.32,TEA,2,Tea,1,18,
`;

describe('WooCommerce Advanced Order Export', () => {
  const shop = useShop();

  it('counts pieces that were kept, at what they cost after discounts', async () => {
    const result = await shop.load(FILE);
    expect(result.profile).toBe('WooCommerce Advanced Order Export');
    // 1201: 2 x 18.00 + 18.00; 1202: one of two teapots came back, so 30.00; 1204: 20.00, and all of it back.
    expect(result.figures).toEqual({ revenue: 84, orders: 3, customers: 3, quantity: 4 });
    expect(await shop.by('product')).toEqual({ MUG: 36, TEA: 18, POT: 30 });
    expect(result.leftOut).toEqual({ 'failed, unpaid and draft orders': [1, 20] });
    expect(result.cancelled).toEqual([1, 20]);
    expect(result.parts).toMatchObject({ discount: 6 });
  });

  it('takes off money that was paid back without pieces', async () => {
    const result = await shop.load(
      `${HEADER}
1302,Completed,2026-03-06 11:00,ben@example.com,0,60,5,7.56,70.2,5.2,POT,1,Teapot,2,30,
1301,Completed,2026-03-05 10:00,ana@example.com,6,60,5,0,63.72,4.72,MUG,1,Mug,2,18,
1301,Completed,2026-03-05 10:00,ana@example.com,6,60,5,0,63.72,4.72,TEA,2,Tea,1,18,
1300,Completed,2026-03-04 11:00,ana@example.com,0,60,5,32.4,69.8,4.8,POT,1,Teapot,1,30,
`,
    );
    // 1300: one of two teapots came back, which its quantity says: 30.00; 1301: 54.00;
    // 1302: 60.00 less the goods' share of the refund, 7.56 x 60.00 / 70.20 = 6.46.
    expect(result.figures).toEqual({ revenue: 137.54, orders: 3, customers: 2, quantity: 6 });
  });

  it('is not read so where items do not come to the subtotal less the discount', async () => {
    expect(await shop.profileOf(FILE.replaceAll(',60,5,0,63.32', ',80,5,0,63.32'))).toBeUndefined();
  });
});
