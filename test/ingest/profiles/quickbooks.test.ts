import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const BY_CUSTOMER = `Sales by Customer Detail
Example Shop
"March 1-31, 2026"

,Date,Transaction Type,Num,Product/Service,Memo/Description,Qty,Sales Price,Amount,Balance
Ana Ltd,,,,,,,,,
,03/05/2026,Invoice,1001,Mug,Mug,2.00,20.00,40.00,40.00
,03/05/2026,Invoice,1001,Discount,10%,,,-4.00,36.00
,03/05/2026,Invoice,1001,Shipping,,1.00,5.00,5.00,41.00
Total for Ana Ltd,,,,,,3.00,,$41.00,
Ben Ltd,,,,,,,,,
,03/06/2026,Sales Receipt,1002,Teapot,Teapot,2.00,30.00,60.00,60.00
Ben Ltd: Leeds,,,,,,,,,
,03/17/2026,Credit Memo,1003,Teapot,Return,-1.00,30.00,-30.00,30.00
Total for Ben Ltd: Leeds,,,,,,-1.00,,-$30.00,
,03/18/2026,Estimate,1004,Teapot,,1.00,30.00,30.00,60.00
Total for Ben Ltd with sub-customers,,,,,,2.00,,$60.00,
TOTAL,,,,,,5.00,,$101.00,

"Wednesday, Apr 1, 2026 10:00:00 AM GMT-7 - Accrual Basis",,,,,,,,,
`;

describe('QuickBooks Online sales', () => {
  const shop = useShop();

  it('counts the rows below each customer, without their totals', async () => {
    const result = await shop.load(BY_CUSTOMER);
    expect(result.profile).toBe('QuickBooks Online sales by customer');
    // 1001: 40.00 - 4.00; 1002: 60.00; 1003: -30.00, one teapot back. A sub-customer is a customer.
    expect(result.figures).toEqual({ revenue: 66, orders: 2, customers: 3, quantity: 3 });
    expect(await shop.by('product')).toEqual({ Mug: 40, Discount: -4, Teapot: 30 });
    expect(await shop.by('customer')).toEqual({ 'Ana Ltd': 36, 'Ben Ltd': 60, 'Ben Ltd: Leeds': -30 });
    expect(result.leftOut).toMatchObject({
      'delivery charges': [1, 5],
      'estimates, payments and other documents': [1, 30],
    });
  });

  it('counts the rows below each product', async () => {
    const result = await shop.load(
      `Sales by Product/Service Detail,,,,,,,,,
Example Shop,,,,,,,,,

,Transaction date,Transaction type,Num,Customer full name,Description,Quantity,Sales price,Amount,Balance
Mug,,,,,,,,,
,03/05/2026,Invoice,1001,Ana Ltd,Blue,2.00,20.00,40.00,40.00
,03/16/2026,Invoice,1005,Ben Ltd,Red,60.00,20.00,"1,200.00","1,240.00"
Total for Mug,,,,,,62.00,,"$1,240.00",
Discount,,,,,,,,,
,03/05/2026,Invoice,1001,Ana Ltd,10%,,,-4.00,-4.00
Total for Discount,,,,,,,,-$4.00,
`,
    );
    expect(result.profile).toBe('QuickBooks Online sales by product');
    // 1001: 40.00 - 4.00; 1005: 1,200.00
    expect(result.figures).toEqual({ revenue: 1236, orders: 2, customers: 2, quantity: 62 });
    expect(await shop.by('product')).toEqual({ Mug: 1240, Discount: -4 });
  });

  it('counts the documents of a transaction list, not what was paid for them', async () => {
    const rows = [
      ',03/02/2026,Invoice,1001,Yes,Ann Lee,,Accounts Receivable (A/R),Sales,120.00',
      ',03/05/2026,Payment,,Yes,Ann Lee,,Undeposited Funds,Accounts Receivable (A/R),120.00',
      ',03/13/2026,Sales Receipt,1002,Yes,Bob Ray,,Undeposited Funds,Sales,80.00',
      ',03/14/2026,Credit Memo,1003,Yes,Ann Lee,,Accounts Receivable (A/R),Sales,-20.00',
      ',03/15/2026,Deposit,,Yes,,,Checking,Undeposited Funds,200.00',
      ',03/16/2026,Estimate,1004,No,Cid Oy,,Accounts Receivable (A/R),Sales,900.00',
    ];
    const header = ',Date,Transaction Type,Num,Posting,Name,Memo/Description,Account,Split,Amount';
    const list = (head: string) =>
      `My Shop\nTransaction List by Date\nMarch 2026\n\n${head}\n${rows.join('\n')}\n`;
    const result = await shop.load(list(header));
    expect(result.profile).toBe('QuickBooks Online transaction list');
    // 120.00 + 80.00 - 20.00
    expect(result.figures).toMatchObject({ revenue: 180, orders: 2, customers: 2 });
    expect(result.leftOut).toEqual({
      'documents that are not posted': [1, 900],
      'estimates, payments and other documents': [2, 320],
    });
  });

  it('is not read so where quantity times price is not the amount', async () => {
    expect(
      await shop.profileOf(BY_CUSTOMER.replace('20.00,40.00,40.00', '25.00,40.00,40.00')),
    ).toBeUndefined();
  });
});
