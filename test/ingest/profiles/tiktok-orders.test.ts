import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER =
  'Order ID,Order Status,Cancelation/Return Type,Seller SKU,Quantity,Sku Quantity of return,' +
  'SKU Unit Original Price,SKU Subtotal Before Discount,SKU Platform Discount,SKU Seller Discount,' +
  'SKU Subtotal After Discount,Taxes,Order Amount,Order Refund Amount,Created Time,Buyer Username';
const EXPLAINED =
  'Platform unique order ID.,Order status,Type,Seller SKU,Quantity sold,Returned,Price,Before,Platform,' +
  'Seller,After,Tax,Total,Refund,Created,Buyer';
const id = (last: number) => `57600000000000000${last}\t`;

const rows = (after: string) => `${HEADER}
${EXPLAINED}
${id(1)},Completed,,MUG,2,0,20,40,3,4,${after},4.32,60.32,0,03/05/2026 10:00:00 AM\t,ana_i
${id(1)},Completed,,TEA,1,0,20,20,0,2,18,4.32,60.32,0,03/05/2026 10:00:00 AM\t,ana_i
${id(2)},Completed,Return/Refund,POT,2,1,30,60,0,0,60,4.8,64.8,32.4,03/06/2026 11:00:00 AM\t,ben_r
${id(3)},Canceled,Cancel,TEA,1,0,20,20,0,0,20,0,20,0,03/06/2026 12:00:00 PM\t,cleo_d
${id(4)},Completed,,TEA,1,0,20,20,0,0,20,1.6,21.6,5.4,03/16/2026 12:00:00 PM\t,dev_f
`;

describe('TikTok Shop orders', () => {
  const shop = useShop();

  it('takes off what the seller gave, not what TikTok pays', async () => {
    const result = await shop.load(rows('33'));
    expect(result.profile).toBe('TikTok Shop orders');
    // 40 - 4, 20 - 2, 60 of which one of two came back, and 20.
    expect(result.figures).toMatchObject({ revenue: 104, orders: 3, customers: 3, quantity: 5 });
    expect(result.cancelled).toEqual([1, 20]);
    expect(result.assumptions.join()).toContain('in 1 order ("Order Refund Amount", 5.40');
  });

  it('is not known by a subtotal that is not after both discounts', async () => {
    expect(await shop.profileOf(rows('39'))).toBeUndefined();
  });
});
