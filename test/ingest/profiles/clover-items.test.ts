import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER =
  'Line Item Date,Order ID,Item Name,Currency,Per Unit Quantity,Item Revenue,Modifiers,Modifiers Revenue,' +
  'Total Revenue,Total Discount,Order Discounts,Order Discount Proportion,Item Total,Item Tax Rate,' +
  'Tax Amount,Item Total with Tax/Fee Amount,Refunded,Order Payment State,Service Charge';

const rows = (lastTotal: string) => `${HEADER}
05-Mar-2026 10:00 AM EST,A1,Latte,USD,,4.50,Oat,0.50,5.00,0.00,Staff,-0.50,4.50,0.065,0.29,4.79,false,Paid,
05-Mar-2026 10:00 AM EST,A1,Cookie,USD,,3.00,,,3.00,0.00,Staff -$0.30,-0.30,2.70,0.0,0.00,2.70,false,Paid,
05-Mar-2026 10:00 AM EST,A1,Gratuity,USD,,1.44,,,1.44,0.00,,0.00,1.44,0.0,0.00,1.44,false,Paid,True
06-Mar-2026 11:00 AM EST,B2,Mug,USD,,12.00,,,12.00,0.00,,0.00,12.00,0.065,0.78,12.78,true,Paid,
07-Mar-2026 09:00 AM EST,C3,Mug,USD,,12.00,,,12.00,0.00,,0.00,12.00,0.065,0.78,${lastTotal},false,Open,
`;

describe('Clover line items', () => {
  const shop = useShop();

  it('counts items after discounts, without tax, gratuities and what is not paid', async () => {
    const result = await shop.load(rows('12.78'));
    expect(result.profile).toBe('Clover line items');
    // 4.50 + 2.70, and 12.00 that came back.
    expect(result.figures).toMatchObject({ revenue: 7.2, orders: 2, customers: 0 });
    expect(result.leftOut).toMatchObject({
      'service charges and gratuities': [1, 1.44],
      'orders that are not paid': [1, 12],
    });
  });

  it('is not known by a total that is no sum of the others', async () => {
    expect(await shop.profileOf(rows('19.99'))).toBeUndefined();
  });
});
