import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const FILE = `Order ID,Customer Email,Order Date,Order Status,Subtotal (inc tax),Subtotal (ex tax),Tax Total,Shipping Cost (ex tax),Coupon Value,Order Total (inc tax),Order Total (ex tax),Refund Amount,Total Quantity,Product Details
501,ana@example.com,03/05/2026,Completed,64.80,60.00,4.72,5.00,6.00,63.72,59.00,0.00,3,"Product ID: 7, Product Qty: 2, Product Name: Mug, Product Total Price: 40.00|Product ID: 8, Product Qty: 1, Product Name: Tea, Product Total Price: 20.00"
502,ben@example.com,03/16/2026,Refunded,32.40,30.00,2.80,5.00,0.00,37.80,35.00,37.80,1,"Product ID: 9, Product Qty: 1, Product Name: Teapot, Product Total Price: 30.00"
503,cleo@example.com,03/16/2026,Incomplete,21.60,20.00,1.60,0.00,0.00,21.60,20.00,0.00,1,"Product ID: 8, Product Qty: 1, Product Name: Tea, Product Total Price: 20.00"
504,dev@example.com,03/17/2026,Cancelled,21.60,20.00,1.60,0.00,0.00,21.60,20.00,0.00,1,"Product ID: 8, Product Qty: 1, Product Name: Tea, Product Total Price: 20.00"
`;

describe('BigCommerce orders', () => {
  const shop = useShop();

  it('counts subtotals without tax, less coupons and what was paid back', async () => {
    const result = await shop.load(FILE);
    expect(result.profile).toBe('BigCommerce orders');
    // 501: 60.00 - 6.00; 502: 30.00 and all of it back, with its piece; 503 was never paid, 504 called off.
    expect(result.figures).toEqual({ revenue: 54, orders: 2, customers: 2, quantity: 3 });
    expect(result.leftOut).toEqual({ 'unpaid and declined orders': [1, 20] });
    expect(result.cancelled).toEqual([1, 20]);
    expect(result.parts).toMatchObject({ discount: 6 });
  });

  it('is not read so where the totals do not add up', async () => {
    expect(await shop.profileOf(FILE.replace('63.72,59.00', '63.72,95.00'))).toBeUndefined();
  });
});
