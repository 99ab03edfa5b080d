import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEAD = `Transaction report
Start date,"Mar 1, 2026"
Seller,shop_example
`;
const FILE = `${HEAD}Transaction creation date,Type,Order number,Buyer username,Net amount,Payout currency,Item ID,Item title,Quantity,Item subtotal,Shipping and handling,Seller collected tax,eBay collected tax,Final Value Fee - fixed,Final Value Fee - variable,Gross transaction amount,Transaction currency
"Mar 5, 2026",Order,12-00001-00001,ana_i,45.20,USD,2000001,Mug,2,40.00,10.00,--,4.00,-0.30,-4.50,50.00,USD
"Mar 6, 2026",Order,12-00001-00002,ben_r,29.70,USD,2000003,Teapot,1,30.00,3.00,--,2.40,-0.30,-3.00,33.00,USD
"Mar 7, 2026",Refund,12-00001-00002,ben_r,-29.90,USD,2000003,Teapot,1,-30.00,-3.00,--,-2.40,0.10,3.00,-33.00,USD
"Mar 8, 2026",Shipping label,--,--,-4.10,USD,--,--,--,--,--,--,--,--,--,--,USD
"Mar 9, 2026",Payout,--,--,-40.90,USD,--,--,--,--,--,--,--,--,--,--,USD
`;

describe('eBay transactions', () => {
  const shop = useShop();

  it('counts the goods of orders and refunds, and no fees or payouts', async () => {
    const result = await shop.load(FILE);
    expect(result.profile).toBe('eBay transactions');
    expect(result.currency).toBe('USD');
    // 40.00 + 30.00 - 30.00; three pieces sold, one came back.
    expect(result.figures).toEqual({ revenue: 40, orders: 2, customers: 2, quantity: 2 });
    expect(await shop.by('product')).toEqual({ 2000001: 40, 2000003: 0 });
    expect(result.leftOut).toEqual({ 'fees, payouts, holds and other movements of the account': [2, 0] });
  });

  it('counts the items of an order once, and refunds that name none', async () => {
    const header = `Transaction creation date,Type,Order number,Buyer username,Net amount,Item title,Custom label,Quantity,Item subtotal,Shipping and handling,Seller collected tax,eBay collected tax,Final Value Fee - variable,Gross transaction amount,Transaction currency`;
    const result = await shop.load(
      `${HEAD}${header}
"Mar 5, 2026",Order,12-1,ana_i,32.00,--,--,--,--,--,--,--,--,36.00,USD
"Mar 5, 2026",Order,12-1,ana_i,--,Mug,MUG,2,20.00,4.00,--,--,-2.00,--,--
"Mar 5, 2026",Order,12-1,ana_i,--,Tea,--,1,10.00,2.00,--,--,-2.00,--,--
"Mar 6, 2026",Order,12-2,ben_r,27.00,Tea,--,3,30.00,0.00,--,2.40,-3.00,30.00,USD
"Mar 7, 2026",Refund,12-2,ben_r,-9.00,Tea,--,--,--,--,--,-0.80,1.00,-10.00,USD
"Mar 8, 2026",Hold,12-2,ben_r,-9.00,Tea,--,1,30.00,--,--,--,--,-9.00,USD
`,
    );
    expect(result.profile).toBe('eBay transactions');
    // 20.00 + 10.00 + 30.00 - 10.00; the refund does not say how many pieces came back.
    expect(result.figures).toEqual({ revenue: 50, orders: 2, customers: 2, quantity: 6 });
    expect(await shop.by('product')).toEqual({ MUG: 20, Tea: 30 });
    expect(result.leftOut).toMatchObject({ 'rows that add up their order': [1, 36] });
    expect(result.assumptions.join(' ')).toContain('with the shipping that was paid back');
  });

  it('is not read so where buyers paid something else', async () => {
    const result = await shop.load(FILE.replace('50.00,USD', '90.00,USD')).catch(() => undefined);
    expect(result?.profile).toBeUndefined();
  });
});
