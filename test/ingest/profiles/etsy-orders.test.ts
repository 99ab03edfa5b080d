import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER =
  'Sale Date,Order ID,Buyer User ID,Full Name,Number of Items,Currency,Order Value,Coupon Code,Discount Amount,Shipping Discount,Shipping,Sales Tax,Order Total,Status,Card Processing Fees,Order Net,Adjusted Order Total,Adjusted Net Order Amount';
const FILE = `${HEADER}
03/05/26,3100001,ana_i,Ana Ito,3,USD,60.00,SPRING,6.00,0.00,5.00,0.00,63.87,,2.16,56.84,0.00,0.00
03/06/26,3100002,ben_r,Ben Roy,1,USD,30.00,,0.00,5.00,0.00,0.00,32.40,,1.22,28.78,0.00,0.00
03/07/26,3100003,ana_i,Ana Ito,1,USD,20.00,,0.00,0.00,5.00,0.00,27.00,,1.06,23.94,5.00,4.60
`;

describe('Etsy sold orders', () => {
  const shop = useShop();

  it('takes off discounts, and the goods of what was paid back', async () => {
    const result = await shop.load(FILE);
    expect(result.profile).toBe('Etsy sold orders');
    expect(result.currency).toBe('USD');
    // 60.00 - 6.00 + 30.00; 5.00 are left of the third order's 25.00, its shipping: the piece came back.
    expect(result.figures).toEqual({ revenue: 84, orders: 3, customers: 2, quantity: 4 });
    expect(result.leftOut).toEqual({});
    expect(result.parts).toMatchObject({ discount: 6, shipping: 10 });
  });

  it('keeps cancelled orders aside, and takes the share of the goods of a partial refund', async () => {
    const result = await shop.load(
      `${FILE}03/08/26,3100004,cleo_d,Cleo Day,1,USD,20.00,,0.00,0.00,5.00,0.00,25.00,Canceled,0.00,25.00,0.00,0.00
03/09/26,3100005,cleo_d,Cleo Day,1,USD,40.00,,0.00,0.00,10.00,0.00,50.00,,1.00,49.00,42.50,41.65
`,
    );
    // 84.00 + 40.00 less four fifths of the 7.50 that went back; the piece did not come back.
    expect(result.figures).toEqual({ revenue: 118, orders: 4, customers: 3, quantity: 5 });
    expect(result.cancelled).toEqual([1, 20]);
  });

  it('is not read so where Order Net is no sum of the others', async () => {
    expect(
      await shop.profileOf(FILE.replaceAll('56.84', '96.84').replaceAll('28.78', '98.78')),
    ).toBeUndefined();
  });
});
