import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER =
  '"Sale Date","Item Name",Buyer,Quantity,Price,"Coupon Code","Discount Amount","Shipping Discount","Order Shipping","Order Sales Tax","Item Total",Currency,"Transaction ID","Listing ID","Date Paid","Order ID",SKU';
const MUG =
  '03/05/26,Mug,Ana Ito (ana_i),2,20.00,SPRING,6.00,0.00,5.00,0.00,40.00,USD,4100000001,1000001,03/05/2026,3100001,MUG';
const TEA =
  '03/05/26,Tea,Ana Ito (ana_i),1,20.00,SPRING,0.00,0.00,0.00,0.00,20.00,USD,4100000002,1000002,03/05/2026,3100001,TEA';
const POT =
  '03/06/26,Teapot,Ben Roy (ben_r),1,30.00,,0.00,5.00,0.00,0.00,30.00,USD,4100000003,1000003,03/06/2026,3100002,POT';

describe('Etsy sold order items', () => {
  const shop = useShop();

  it('takes the discount of an order off all of its items', async () => {
    const result = await shop.load(`${HEADER}\n${MUG}\n${TEA}\n${POT}\n`);
    expect(result.profile).toBe('Etsy sold order items');
    expect(result.currency).toBe('USD');
    // 40.00 + 20.00 - 6.00 + 30.00; the 6.00 are two thirds of the Mug's, a third of the Tea's.
    expect(result.figures).toEqual({ revenue: 84, orders: 2, customers: 2, quantity: 4 });
    expect(await shop.by('product')).toEqual({ MUG: 36, TEA: 18, POT: 30 });
    expect(result.leftOut).toEqual({});
    expect(result.parts).toMatchObject({ discount: 6, shipping: 5 });
    expect(result.assumptions.join(' ')).toContain('not in this file');
  });

  it('takes discounts off the items that they stand beside', async () => {
    const tea = TEA.replace('SPRING,0.00', 'SPRING,2.00');
    await shop.load(`${HEADER}\n${MUG}\n${tea}\n${POT}\n`);
    expect(await shop.by('product')).toEqual({ MUG: 34, TEA: 18, POT: 30 });
  });

  it('is not read so where the Item Total is not Quantity x Price', async () => {
    expect(
      await shop.profileOf(`${HEADER}\n${MUG.replace('40.00', '20.00')}\n${TEA}\n${POT}\n`),
    ).toBeUndefined();
  });
});
