import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const FILE = `Order ID,Email,Financial Status,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Amount Refunded,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem variant,Cancelled at
00012,ana@example.com,PAID,FULFILLED,USD,60.00,5.00,4.32,0.00,63.32,SPRING,6.00,2026-03-05 10:00:00,2,Mug,20.00,MUG,Blue,
00012,,,,,,,,,,,,,1,Tea,20.00,TEA,,
00013,ben@example.com,PAID,CANCELED,USD,30.00,5.00,2.40,0.00,37.40,,0.00,2026-03-06 11:00:00,1,Teapot,30.00,POT,,2026-03-06 12:00:00
00014,cleo@example.com,REFUNDED,FULFILLED,USD,30.00,5.00,2.40,37.40,37.40,,0.00,2026-03-07 11:00:00,1,Teapot,30.00,POT,,
`;

describe('Squarespace orders', () => {
  const shop = useShop();

  it('takes the discount off a subtotal that is before it', async () => {
    const result = await shop.load(FILE);
    expect(result.profile).toBe('Squarespace orders');
    // 00012: 60.00 - 6.00; 00013 is cancelled; 00014 was paid back: 30.00 - 30.00, and its piece came back.
    expect(result.figures).toEqual({ revenue: 54, orders: 2, customers: 2, quantity: 3 });
    expect(await shop.by('product')).toEqual({ MUG: 36, TEA: 18, POT: 0 });
    expect(result.cancelled).toEqual([1, 30]);
    expect(result.leftOut).toEqual({});
    expect(result.currency).toBe('USD');
  });

  it('leaves a subtotal that is after the discount as it is', async () => {
    const result = await shop.load(FILE.replace('60.00,5.00', '54.00,5.00'));
    expect(result.profile).toBe('Squarespace orders');
    expect(result.figures.revenue).toBe(54);
  });

  it('is not read so where the totals do not add up', async () => {
    expect(await shop.profileOf(FILE.replace('0.00,63.32', '0.00,93.32'))).toBeUndefined();
  });
});
