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

describe('WooCommerce orders with items', () => {
  const shop = useShop();

  it('counts what items come to after discounts, less what came back', async () => {
    const result = await shop.load(FILE);
    expect(result.profile).toBe('WooCommerce orders with items');
    // 1201: 36.00 + 18.00; 1202: 30.00, and all of it back; 1205: 60.00, one of two teapots back.
    expect(result.figures).toEqual({ revenue: 84, orders: 3, customers: 3, quantity: 4 });
    expect(await shop.by('product')).toEqual({ MUG: 36, TEA: 18, POT: 30 });
    expect(result.leftOut).toEqual({ 'failed, unpaid and draft orders': [1, 20] });
    expect(result.cancelled).toEqual([1, 20]);
    expect(result.parts).toMatchObject({ discount: 6 });
  });

  it('adds up items that come to the same', async () => {
    const result = await shop.load(
      `order_id,order_number,date,status,discount_total,order_total,billing_email,item_name,item_sku,item_quantity,item_subtotal,item_total,item_refunded,item_refunded_qty
91,1201,2026-03-05 10:00:00,completed,10.00,30.00,ana@example.com,Mug,MUG,1,20.00,15.00,0.00,0
91,1201,2026-03-05 10:00:00,completed,10.00,30.00,ana@example.com,Tea,TEA,1,20.00,15.00,0.00,0
92,1202,2026-03-16 10:00:00,completed,0.00,20.00,ben@example.com,Tea,TEA,2,20.00,20.00,0.00,0
`,
    );
    expect(result.profile).toBe('WooCommerce orders with items');
    expect(result.figures).toEqual({ revenue: 50, orders: 2, customers: 2, quantity: 4 });
  });

  it('is not read so where the items do not come to the discount', async () => {
    // Nothing then says why an item's total is below its subtotal, so it is asked which is the amount.
    await expect(shop.load(FILE.replaceAll(',6.00,63.32', ',9.00,63.32'))).rejects.toMatchObject({
      question: { kind: 'amount' },
    });
  });

  it('reads the items of an order that are packed in one cell', async () => {
    const result = await shop.load(
      `order_id,order_number_formatted,date,status,shipping_total,fee_total,tax_total,discount_total,order_total,refunded_total,order_currency,billing_email,line_items,refunds
91,1201,2026-03-05 10:00:00,completed,5.00,0.00,4.32,6.00,63.32,0.00,GBP,ana@example.com,id:1|name:Mug\\; blue|product_id:7|sku:MUG|quantity:2|subtotal:40.00|total:36.00|refunded:0.00|refunded_qty:0|meta:;id:2|name:Tea|product_id:8|sku:TEA|quantity:1|subtotal:20.00|total:18.00|refunded:0.00|refunded_qty:0|meta:,
92,1202,2026-03-16 11:00:00,completed,5.00,0.00,4.80,0.00,69.80,32.40,GBP,ben@example.com,id:3|name:Teapot|product_id:9|sku:POT|quantity:2|subtotal:60.00|total:60.00|refunded:30.00|refunded_qty:-1|meta:,id:5|amount:32.40
93,1203,2026-03-16 12:00:00,failed,5.00,0.00,1.60,0.00,26.60,0.00,GBP,cleo@example.com,id:4|name:Tea|product_id:8|sku:TEA|quantity:1|subtotal:20.00|total:20.00|refunded:0.00|refunded_qty:0|meta:,
`,
    );
    // 36.00 + 18.00 + 60.00 - 30.00
    expect(result.profile).toBe('WooCommerce orders with items');
    expect(result.figures).toEqual({ revenue: 84, orders: 2, customers: 2, quantity: 4 });
    expect(await shop.by('product')).toEqual({ MUG: 36, TEA: 18, POT: 30 });
    expect(result.leftOut).toEqual({ 'failed, unpaid and draft orders': [1, 20] });
  });

  it('reads items that have a column each', async () => {
    const result = await shop.load(
      `order_id,order_number,order_date,paid_date,status,shipping_total,fee_total,tax_total,cart_discount,order_discount,discount_total,order_total,order_subtotal,order_key,order_currency,billing_email,customer_email,wt_import_key,refund_items,line_item_1,line_item_2
91,1201,2026-03-05 10:00:00,2026-03-05 10:01:00,completed,5.00,0.00,4.32,6.00,6.00,6.00,63.32,60.00,wc_order_1,USD,ana@example.com,,1201,,name:Mug|product_id:7|sku:MUG|quantity:2|total:36.00|sub_total:40.00|tax:2.88,name:Tea; green|product_id:8|sku:TEA|quantity:1|total:18.00|sub_total:20.00|tax:1.44
92,1202,2026-03-16 11:00:00,2026-03-16 11:01:00,completed,5.00,0.00,4.80,0.00,0.00,0.00,69.80,60.00,wc_order_2,USD,ben@example.com,,1202,amount:32.40|reason:|date:2026-03-18 10:00:00,name:Teapot|product_id:9|sku:POT|quantity:2|total:60.00|sub_total:60.00|tax:4.80|refunded:30.00,
93,1203,2026-03-17 12:00:00,,cancelled,5.00,0.00,1.60,0.00,0.00,0.00,26.60,20.00,wc_order_3,USD,cleo@example.com,,1203,,name:Tea|product_id:8|sku:TEA|quantity:1|total:20.00|sub_total:20.00|tax:1.60,
94,1204,2026-03-18 12:00:00,2026-03-18 12:00:00,refunded,5.00,0.00,1.60,0.00,0.00,0.00,26.60,20.00,wc_order_4,USD,dev@example.com,,1204,amount:26.60|reason:|date:2026-03-19 10:00:00,name:Tea|product_id:8|sku:TEA|quantity:1|total:20.00|sub_total:20.00|tax:1.60,
`,
    );
    // 36.00 + 18.00; 60.00 less 30.00, without saying how many pieces came back; 20.00, all of it back.
    expect(result.profile).toBe('WooCommerce orders with items');
    expect(result.figures).toEqual({ revenue: 84, orders: 3, customers: 3, quantity: 5 });
    expect(await shop.by('product')).toEqual({ MUG: 36, TEA: 18, POT: 30 });
    expect(result.cancelled).toEqual([1, 20]);
  });
});
