import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER =
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem requires shipping,Lineitem taxable,Cancelled at,Payment Method,Refunded Amount,Vendor,Lineitem discount';

describe('Shopify orders', () => {
  const shop = useShop();

  it('counts what orders come to after discounts, less the goods that were paid back', async () => {
    const result = await shop.load(
      `${HEADER}
#1006,eve@example.com,paid,USD,20.00,5.00,1.60,26.60,,0.00,2026-03-06 08:00:00 -0500,1,Tea,20.00,true,true,2026-03-07 09:00:00 -0500,Shopify Payments,0.00,Acme,0.00
#1005,ana@example.com,paid,USD,54.00,5.00,4.32,63.32,SPRING,6.00,2026-03-05 09:59:58 -0500,2,Mug,20.00,true,true,,Shopify Payments,0.00,Acme,4.00
#1005,ana@example.com,,,,,,,,,2026-03-05 09:59:58 -0500,1,Tea,20.00,true,true,,,,Acme,2.00
#1004,ben@example.com,partially_refunded,USD,30.00,5.00,2.40,39.40,,0.00,2026-03-04 12:00:00 -0500,1,Teapot,30.00,true,true,,Shopify Payments,32.40,Acme,0.00
#1004,ben@example.com,,,,,,,,,2026-03-04 12:00:00 -0500,1,Tip,2.00,false,false,,,,,0.00
#1003,cleo@example.com,voided,USD,20.00,5.00,1.60,26.60,,0.00,2026-03-03 08:00:00 -0500,1,Tea,20.00,true,true,,Shopify Payments,0.00,Acme,0.00
#1002,dev@example.com,paid,USD,20.00,0.00,1.60,21.60,,0.00,2026-03-02 08:00:00 -0500,1,Tea,20.00,true,true,,(for testing) Bogus Gateway,0.00,Acme,0.00
`,
    );
    expect(result.profile).toBe('Shopify orders');
    // #1005 comes to 54.00: Mug 2 x 20.00 and Tea 20.00 less 6.00 in proportion, 36.00 and 18.00.
    // #1004: the 32.40 that went back are the Teapot with its tax of 2.40, so it came back.
    // #1003 is voided, #1002 a test, #1006 cancelled.
    expect(result.figures).toEqual({ revenue: 54, orders: 2, customers: 2, quantity: 3 });
    expect(await shop.by('product')).toEqual({ Mug: 36, Tea: 18, Teapot: 0 });
    expect(result.leftOut).toEqual({
      tips: [1, 2],
      'voided and expired orders': [1, 20],
      'test orders': [1, 20],
    });
    expect(result.cancelled).toEqual([1, 20]);
  });

  it('takes the tax out where prices include it', async () => {
    const result = await shop.load(
      `${HEADER}
#2,b@example.com,paid,EUR,23.80,5.00,3.80,28.80,,0.00,2026-03-05 09:00:00 +0100,2,Mug,11.90,true,true,,Shopify Payments,0.00,Acme,0.00
#1,a@example.com,paid,EUR,11.90,0.00,1.90,11.90,,0.00,2026-03-04 09:00:00 +0100,1,Mug,11.90,true,true,,Shopify Payments,0.00,Acme,0.00
`,
    );
    // 23.80 - 3.80 + 11.90 - 1.90
    expect(result.figures).toEqual({ revenue: 30, orders: 2, customers: 2, quantity: 3 });
    expect(result.assumptions.join(' ')).toContain('Prices include tax');
  });

  it('leaves the tax within shipping to shipping', async () => {
    const result = await shop.load(
      `${HEADER}
#2,b@example.com,paid,GBP,24.00,3.60,4.60,27.60,,0.00,2026-03-05 09:00:00 +0000,2,Mug,12.00,true,true,,Card,0.00,Acme,0.00
#1,a@example.com,paid,GBP,12.00,0.00,2.00,12.00,,0.00,2026-03-04 09:00:00 +0000,1,Mug,12.00,true,true,,Card,0.00,Acme,0.00
`,
    );
    // 20 % within 27.60 is 4.60, of which 4.00 is in the goods and 0.60 in shipping: 24 - 4 + 12 - 2
    expect(result.figures).toMatchObject({ revenue: 30, orders: 2 });
  });
});
