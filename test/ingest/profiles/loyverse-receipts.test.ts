import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER =
  'Date,Receipt number,Receipt type,Gross sales,Discounts,Net sales,Taxes,Total collected,Cost of goods,Gross profit,Payment type,Description,Dining option,POS,Store,Cashier name,Customer name,Customer contacts,Status';

describe('Loyverse receipts', () => {
  const shop = useShop({ DATE_ORDER: 'dmy' });

  it('counts net sales less refunds', async () => {
    const result = await shop.load(
      `${HEADER}
05/03/2026 10:00,1-1001,Sale,13.00,1.00,12.00,1.20,13.20,4.00,8.00,Cash,2 x Latte,,POS 1,Main,Kit,Ana Ito,ana@example.com,Closed
05/03/2026 11:00,1-1002,Refund,3.00,0.00,3.00,0.30,3.30,1.00,2.00,Cash,Cookie,,POS 1,Main,Kit,Ana Ito,ana@example.com,Closed
06/03/2026 09:00,1-1003,Sale,3.00,0.00,3.00,0.30,3.30,1.00,2.00,Cash,Cookie,,POS 1,Main,Kit,,,Cancelled
`,
    );
    expect(result.profile).toBe('Loyverse receipts');
    // 12.00 - 3.00
    expect(result.figures).toMatchObject({ revenue: 9, orders: 1, customers: 1 });
    expect(result.leftOut).toEqual({ 'cancelled and voided receipts': [1, 3] });
  });

  it('takes the tax out where prices include it', async () => {
    const result = await shop.load(
      `${HEADER}
05/03/2026 10:00,1-1001,Sale,12.00,1.00,11.00,1.00,11.00,4.00,6.00,Cash,Latte,,POS 1,Main,Kit,Ana Ito,ana@example.com,Closed
06/03/2026 10:00,1-1002,Sale,22.00,0.00,22.00,2.00,22.00,4.00,16.00,Cash,Mug,,POS 1,Main,Kit,Ben Roe,ben@example.com,Closed
`,
    );
    // 11.00 - 1.00 + 22.00 - 2.00
    expect(result.figures).toMatchObject({ revenue: 30, orders: 2, customers: 2 });
    expect(result.assumptions.join(' ')).toContain('Prices include tax');
  });

  it('is not known by a Total collected that is no sum of the others', async () => {
    expect(
      await shop.profileOf(
        `${HEADER}
05/03/2026 10:00,1-1001,Sale,12.00,1.00,11.00,1.00,17.00,4.00,6.00,Cash,Latte,,POS 1,Main,Kit,Ana Ito,ana@example.com,Closed
06/03/2026 10:00,1-1002,Sale,22.00,0.00,22.00,2.00,29.00,4.00,16.00,Cash,Mug,,POS 1,Main,Kit,Ben Roe,ben@example.com,Closed
`,
      ),
    ).toBeUndefined();
  });
});
