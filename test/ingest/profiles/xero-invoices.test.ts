import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER =
  'ContactName,EmailAddress,InvoiceNumber,InvoiceDate,DueDate,Total,TaxTotal,InvoiceAmountPaid,InvoiceAmountDue,InventoryItemCode,Description,Quantity,UnitAmount,Discount,LineAmount,AccountCode,TaxType,TaxAmount,Currency,Type,Status';
const VAT = '20% (VAT on Income)';

describe('Xero sales invoices', () => {
  const shop = useShop();

  it('counts lines without tax, credit notes below zero', async () => {
    const result = await shop.load(
      `${HEADER}
Ana Ltd,ana@example.com,INV-101,05/03/2026,19/03/2026,72.00,12.00,72.00,0.00,MUG,Mug,2,20.00,10,36.00,200,${VAT},7.20,GBP,Sales invoice,Paid
Ana Ltd,ana@example.com,INV-101,05/03/2026,19/03/2026,72.00,12.00,72.00,0.00,TEA,Tea,1,20.00,10,18.00,200,${VAT},3.60,GBP,Sales invoice,Paid
Ana Ltd,ana@example.com,INV-101,05/03/2026,19/03/2026,72.00,12.00,72.00,0.00,,Freight to Leeds,1,6.00,,6.00,425,${VAT},1.20,GBP,Sales invoice,Paid
Ben Ltd,ben@example.com,INV-102,06/03/2026,20/03/2026,72.00,12.00,0.00,72.00,POT,Teapot,2,30.00,,60.00,200,${VAT},12.00,GBP,Sales invoice,Awaiting Payment
Cleo Ltd,cleo@example.com,INV-103,06/03/2026,20/03/2026,24.00,4.00,0.00,24.00,TEA,Tea,1,20.00,,20.00,200,${VAT},4.00,GBP,Sales invoice,Voided
Dev Ltd,dev@example.com,INV-104,16/03/2026,30/03/2026,24.00,4.00,0.00,24.00,TEA,Tea,1,20.00,,20.00,200,${VAT},4.00,GBP,Sales invoice,Draft
Ben Ltd,ben@example.com,CN-7,17/03/2026,,-36.00,-6.00,0.00,0.00,POT,Teapot,1,30.00,,30.00,200,${VAT},6.00,GBP,Sales credit note,Paid
`,
    );
    expect(result.profile).toBe('Xero sales invoices');
    // INV-101: 36.00 + 18.00, without its freight; INV-102: 60.00; CN-7: -30.00, one teapot back.
    expect(result.currency).toBe('GBP');
    expect(result.figures).toEqual({ revenue: 84, orders: 2, customers: 2, quantity: 4 });
    expect(await shop.by('month')).toEqual({ '2026-03': 84 });
    expect(result.leftOut).toEqual({
      'drafts and invoices for approval': [1, 20],
      'lines of accounts that are no revenue': [1, 6],
    });
    expect(result.cancelled).toEqual([1, 20]);
  });

  const INCLUSIVE = `${HEADER}
Ana Ltd,ana@example.com,INV-201,05/03/2026,19/03/2026,60.00,10.00,60.00,0.00,MUG,Mug,2,20.00,,40.00,4000,${VAT},6.67,GBP,Sales invoice,Paid
Ana Ltd,ana@example.com,INV-201,05/03/2026,19/03/2026,60.00,10.00,60.00,0.00,TEA,Tea,1,20.00,,20.00,4000,${VAT},3.33,GBP,Sales invoice,Paid
Ben Ltd,ben@example.com,INV-202,16/03/2026,20/03/2026,29.00,4.83,0.00,29.00,TEA,Tea,1,24.00,,24.00,4000,${VAT},4.00,GBP,Sales invoice,Paid
Ben Ltd,ben@example.com,INV-202,16/03/2026,20/03/2026,29.00,4.83,0.00,29.00,,Delivery,1,5.00,,5.00,4000,${VAT},0.83,GBP,Sales invoice,Paid
`;

  it('takes the tax out where amounts include it', async () => {
    const result = await shop.load(INCLUSIVE);
    // 60.00 - 10.00 + 24.00 - 4.00, without the delivery
    expect(result.figures).toEqual({ revenue: 70, orders: 2, customers: 2, quantity: 4 });
    expect(result.leftOut).toEqual({ 'delivery charges': [1, 5] });
    expect(result.assumptions.join(' ')).toContain('Amounts include tax');
  });

  it('is not read so where lines do not come to the total', async () => {
    expect(
      await shop.profileOf(INCLUSIVE.replaceAll(',60.00,10.00,60.00', ',99.00,10.00,60.00')),
    ).toBeUndefined();
  });
});
