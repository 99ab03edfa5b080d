import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER =
  'Order number,Date created,Time,Total order quantity,Contact email,Item,Variant,SKU,Qty,' +
  'Quantity refunded,Price,Payment status,Coupon code,Gift card amount,Shipping rate,Total tax,Total,' +
  'Currency,Refunded amount,Net amount,Additional fees,Fulfillment status';
const ana = '10021,"Mar 5, 2026",10:00:00 AM,3,ana@example.com';
const paid = 'Paid,SPRING,,5,4.32';

const rows = (total: string) => `${HEADER}
${ana},Mug,Blue,MUG,2,0,20,${paid},${total},USD,0,${total},,Fulfilled
${ana},Tea,,TEA,1,0,20,${paid},${total},USD,0,${total},,Fulfilled
10022,"Mar 6, 2026",11:00:00 AM,2,ben@example.com,Pot,,POT,2,1,30,Paid,,,5,4.8,69.8,USD,32.4,37.4,,Fulfilled
10023,"Mar 6, 2026",12:00:00 PM,1,cleo@example.com,Tea,,TEA,1,0,20,Unpaid,,,5,0,25,USD,0,25,,Canceled
10024,"Mar 7, 2026",9:00:00 AM,1,dev@example.com,Tea,,TEA,1,0,20,Paid,,,5,1.6,26.6,USD,0,26.6,,Fulfilled
`;

describe('Wix orders', () => {
  const shop = useShop();

  it('counts an order once, without tax and shipping, less what was paid back', async () => {
    const result = await shop.load(rows('63.32'));
    expect(result.profile).toBe('Wix orders');
    // 63.32 - 4.32 - 5 = 54, of 60 of goods with a coupon; 69.8 - 4.8 - 5 = 60, of which half came back;
    // 20; the cancelled order is not counted.
    expect(result.figures).toMatchObject({ revenue: 104, orders: 3, customers: 3 });
    expect(result.cancelled).toEqual([1, 20]);
    // The coupon is spread over its order: 40 of 60 is Mugs.
    expect(await shop.by('product')).toMatchObject({ MUG: 36, TEA: 38, POT: 30 });
  });

  it('is not known by totals that are more than goods, tax and shipping', async () => {
    expect(await shop.profileOf(rows('99.99'))).toBeUndefined();
  });
});
