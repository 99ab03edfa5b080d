import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const FILE = `order_id,order_number_formatted,date,status,discount_total,order_total,refunded_total,billing_email,item_name,item_sku,item_price,item_quantity,item_subtotal,item_total,item_total_tax,item_refunded,item_refunded_qty
91,1201,2026-03-05 10:00:00,completed,6.00,63.32,0.00,ana@example.com,Mug,MUG,20.00,2,40.00,36.00,2.88,0.00,0
91,1201,2026-03-05 10:00:00,completed,6.00,63.32,0.00,ana@example.com,Tea,TEA,20.00,1,20.00,18.00,1.44,0.00,0
92,1202,2026-03-06 11:00:00,refunded,0.00,37.40,37.40,ben@example.com,Teapot,POT,30.00,1,30.00,30.00,2.40,30.00,1
93,1203,2026-03-06 12:00:00,failed,0.00,26.60,0.00,cleo@example.com,Tea,TEA,20.00,1,20.00,20.00,1.60,0.00,0
94,1204,2026-03-07 12:00:00,cancelled,0.00,26.60,0.00,dev@example.com,Tea,TEA,20.00,1,20.00,20.00,1.60,0.00,0
95,1205,2026-03-08 12:00:00,processing,0.00,69.80,32.40,eve@example.com,Teapot,POT,30.00,2,60.00,60.00,4.80,30.00,-1
`;

describe('WooCommerce Customer/Order Export, by item', () => {
  const shop = useShop();

  it('counts what items come to after discounts, less what came back', async () => {
    const result = await shop.load(FILE);
    expect(result.profile).toBe('WooCommerce Customer/Order Export, by item');
    // 1201: 36.00 + 18.00; 1202: 30.00, and all of it back; 1205: 60.00, one of two teapots back.
    expect(result.figures).toEqual({ revenue: 84, orders: 3, customers: 3, quantity: 4 });
    expect(await shop.by('product')).toEqual({ MUG: 36, TEA: 18, POT: 30 });
    expect(result.leftOut).toEqual({ 'failed, unpaid and draft orders': [1, 20] });
    expect(result.cancelled).toEqual([1, 20]);
    expect(result.parts).toMatchObject({ discount: 6 });
  });

  it('is not read so where the items do not come to the discount', async () => {
    const result = await shop.load(FILE.replaceAll(',6.00,63.32', ',9.00,63.32'));
    expect(result.profile).toBeUndefined();
  });
});
