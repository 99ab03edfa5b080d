import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER =
  'Date,Receipt number,Receipt type,Category,SKU,Item,Variant,Modifiers applied,Quantity,Gross sales,Discounts,Net sales,Cost of goods,Gross profit,Taxes,POS,Store,Cashier name,Customer name,Customer contacts,Comment,Status';

describe('Loyverse items', () => {
  const shop = useShop({ DATE_ORDER: 'dmy' });

  it('counts net sales less refunds, without cancelled receipts', async () => {
    const result = await shop.load(
      `${HEADER}
05/03/2026 10:00,1-1001,Sale,Drinks,10001,Latte,,,2.000,10.00,1.00,9.00,3.00,6.00,0.90,POS 1,Main,Kit,Ana Ito,ana@example.com,,Closed
05/03/2026 10:00,1-1001,Sale,Food,10002,Cookie,,,1.000,3.00,0.00,3.00,1.00,2.00,0.30,POS 1,Main,Kit,Ana Ito,ana@example.com,,Closed
05/03/2026 11:00,1-1002,Refund,Food,10002,Cookie,,,1.000,3.00,0.00,3.00,1.00,2.00,0.30,POS 1,Main,Kit,Ana Ito,ana@example.com,,Closed
06/03/2026 09:00,1-1003,Sale,Food,10002,Cookie,,,1.000,3.00,0.00,3.00,1.00,2.00,0.30,POS 1,Main,Kit,,,,Cancelled
`,
    );
    expect(result.profile).toBe('Loyverse items');
    // 9.00 + 3.00 - 3.00; 1-1002 is a refund, 1-1003 cancelled.
    expect(result.figures).toEqual({ revenue: 9, orders: 1, customers: 1, quantity: 2 });
    expect(result.leftOut).toEqual({ 'cancelled and voided receipts': [1, 3] });
    expect(result.assumptions.join(' ')).toContain('does not say whether "Net sales" includes "Taxes"');
  });

  it('is not known by a Net sales that is no difference of the others', async () => {
    expect(
      await shop.profileOf(
        `${HEADER}
05/03/2026 10:00,1-1001,Sale,Drinks,10001,Latte,,,2.000,10.00,1.00,8.00,3.00,6.00,0.90,POS 1,Main,Kit,Ana Ito,ana@example.com,,Closed
05/03/2026 11:00,1-1002,Sale,Food,10002,Cookie,,,1.000,3.00,0.00,2.00,1.00,2.00,0.30,POS 1,Main,Kit,Ana Ito,ana@example.com,,Closed
`,
      ),
    ).toBeUndefined();
  });
});
