import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const ORDERS = `Order Reference,Customer,Customer/Email,Order Date,Status,Total,Order Lines/Product,Order Lines/Quantity,Order Lines/Unit Price,Order Lines/Discount (%),Order Lines/Subtotal
S00101,Ana Ltd,ana@example.com,2026-03-05 10:00:00,Sales Order,70.80,Mug,2,20,10,36
,,,,,,Tea,1,20,10,18
,,,,,,Standard delivery,1,5,0,5
S00102,Ben Ltd,ben@example.com,2026-03-06 11:00:00,Sales Order,36,Teapot,1,30,0,30
S00103,Cleo Ltd,cleo@example.com,2026-03-06 12:00:00,Quotation,24,Tea,1,20,0,20
S00104,Dev Ltd,dev@example.com,2026-03-16 12:00:00,Cancelled,48,Tea,1,20,0,20
,,,,,,Mug,1,20,0,20
`;

describe('Odoo orders or invoices with lines', () => {
  const shop = useShop();

  it('counts the subtotals of lines, which leave the order blank below its first row', async () => {
    const result = await shop.load(ORDERS);
    expect(result.profile).toBe('Odoo orders or invoices with lines');
    // S00101: 36.00 + 18.00, without delivery; S00102: 30.00
    expect(result.figures).toEqual({ revenue: 84, orders: 2, customers: 2, quantity: 4 });
    expect(await shop.by('product')).toEqual({ Mug: 36, Tea: 18, Teapot: 30 });
    expect(result.leftOut).toEqual({ 'delivery charges': [1, 5], 'quotations and drafts': [1, 20] });
    expect(result.cancelled).toEqual([2, 40]);
  });

  it('knows technical names, and prices that include tax', async () => {
    const result = await shop.load(
      `name,partner_id/name,date_order,state,amount_untaxed,amount_total,order_line/product_id/name,order_line/product_uom_qty,order_line/price_unit,order_line/price_subtotal
S00101,Ana Ltd,2026-03-05 10:00:00,sale,50.00,60.00,Mug,2,24.00,40.00
,,,,,,Tea,1,12.00,10.00
S00102,Ben Ltd,2026-03-16 11:00:00,done,30.00,36.00,Teapot,1,36.00,30.00
S00103,Ben Ltd,2026-03-17 11:00:00,sent,30.00,36.00,Teapot,1,36.00,30.00
`,
    );
    // Prices include tax, subtotals do not, and come to the order's amount without it: 50.00 + 30.00.
    expect(result.profile).toBe('Odoo orders or invoices with lines');
    expect(result.figures).toEqual({ revenue: 80, orders: 2, customers: 2, quantity: 4 });
    expect(result.leftOut).toEqual({ 'quotations and drafts': [1, 30] });
  });

  it('counts credit notes below zero, whatever their sign', async () => {
    const result = await shop.load(
      `Number,Partner,Invoice/Bill Date,Type,Status,Total,Invoice lines/Product,Invoice lines/Quantity,Invoice lines/Unit Price,Invoice lines/Subtotal
INV/2026/00003,Ana Ltd,2026-03-18,Customer Invoice,Draft,24.00,Tea,1,20,20
BILL/2026/03/0001,Supplier,2026-03-17,Vendor Bill,Posted,12.00,Clay,1,10,10
RINV/2026/00001,Ben Ltd,2026-03-17,Customer Credit Note,Posted,36.00,Teapot,1,30,30
INV/2026/00002,Ben Ltd,2026-03-16,Customer Invoice,Posted,72.00,Teapot,2,30,60
INV/2026/00001,Ana Ltd,2026-03-05,Customer Invoice,Posted,72.00,Mug,2,20,40
,,,,,,Tea,1,20,20
`,
    );
    // 40.00 + 20.00 + 60.00 - 30.00
    expect(result.figures).toEqual({ revenue: 90, orders: 2, customers: 2, quantity: 4 });
    expect(result.leftOut).toEqual({
      'quotations and drafts': [1, 20],
      'bills and other documents': [1, 10],
    });
  });

  it('is not read so where subtotals are not quantity times price less discount', async () => {
    expect(await shop.profileOf(ORDERS.replaceAll(',20,10,', ',25,10,'))).toBeUndefined();
  });
});
