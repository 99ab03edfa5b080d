import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER =
  'orderItemId,sellerSku,createTime,orderNumber,customerName,paidPrice,unitPrice,sellerDiscountTotal,' +
  'shippingFee,itemName,status,refundAmount';

const rows = (paid: string) => `${HEADER}
900001,MUG,05 Mar 2026 10:00,7001,Ana I,${paid},200.00,-20.00,40.00,Mug,delivered,
900002,MUG,05 Mar 2026 10:00,7001,Ana I,165.00,200.00,-20.00,0.00,Mug,delivered,
900003,TEA,06 Mar 2026 11:00,7002,Ben R,100.00,100.00,0.00,40.00,Tea,returned,100.00
900004,TEA,06 Mar 2026 12:00,7003,Cleo D,100.00,100.00,0.00,40.00,Tea,canceled,
900005,TEA,07 Mar 2026 12:00,7004,Dev F,100.00,100.00,0.00,40.00,Tea,unpaid,
`;

describe('Lazada orders', () => {
  const shop = useShop();

  it('takes off what the seller gave, not what Lazada pays', async () => {
    const result = await shop.load(rows('180.00'));
    expect(result.profile).toBe('Lazada orders');
    // Two Mugs of 200 - 20, one of them with a voucher of Lazada; 100 that came back.
    expect(result.figures).toMatchObject({ revenue: 360, orders: 2, customers: 2 });
    expect(result.parts).toMatchObject({ discount: 40, shipping: 120 });
    expect(result.cancelled).toEqual([1, 100]);
    expect(result.leftOut).toEqual({ 'unpaid and failed orders': [1, 100] });
    expect(result.assumptions.join()).toContain('vouchers that Lazada pays back');
  });

  it('is not known by buyers who paid more than the price', async () => {
    expect(await shop.profileOf(rows('290.00'))).toBeUndefined();
  });
});
