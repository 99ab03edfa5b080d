import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';

describe('debits, rates of discount and ids of orders', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({ SHOP_CURRENCY: 'USD' }, '2026-12-31T10:00:00Z');
  });
  afterEach(() => shop.close());
  const load = (...lines: string[]) => shop.load('file.csv', `${lines.join('\n')}\n`);

  it('a column of debits and credits gives the sign: the fewer rows are returns', async () => {
    const result = await load(
      'Date,Order,Customer,Item,Amount,D/C',
      '2026-03-01,A1,Ann,Mug,40.00,C',
      '2026-03-02,A2,Bob,Cup,18.00,C',
      '2026-03-03,A3,Cy,Mug,40.00,C',
      '2026-03-04,A2,Bob,Cup,18.00,D',
      '2026-03-05,A4,Dee,Plate,22.00,C',
    );
    // 40 + 18 + 40 + 22, less 18
    expect(result).toMatchObject({ revenue: 10_200, orders: 4 });
  });

  it('debits and credits that are as many are refused with what both come to', async () => {
    const loading = load(
      'Date,Order,Item,Amount,Dr/Cr',
      '2026-03-01,A1,Mug,40.00,Dr',
      '2026-03-02,A2,Cup,18.00,Cr',
    );
    await expect(loading).rejects.toThrow('1 debits of 40.00, 1 credits of 18.00');
  });

  it('a discount that may be percent is asked about, with both in money', async () => {
    const loading = load(
      'Order No,Date,Product,Qty,Unit Price,Discount',
      '1001,2026-03-01,Mug,1,40.00,10',
      '1002,2026-03-02,Cup,2,18.00,0',
      '1003,2026-03-03,Plate,1,29.50,15',
    );
    await expect(loading).rejects.toMatchObject({
      question: {
        kind: 'discount',
        choices: [
          // 105.50 less 25
          { reading: { maps: [{ column: 5, field: 'discount' }] }, figures: { revenue: 8_050 } },
          // 36 + 36 + 29.50 x 0.85 = 97.075, rounded half to even
          { reading: { maps: [{ column: 5, field: 'percentDiscount' }] }, figures: { revenue: 9_708 } },
        ],
      },
    });
  });

  it('ids that are new for each order are no customers where e-mails come again', async () => {
    const result = await load(
      'Order ID,Order Date,Customer ID,Email,Product,Amount',
      '1001,2026-03-01,5001,ann@ex.com,Mug,12.00',
      '1002,2026-03-02,5002,bob@ex.com,Cup,18.00',
      '1003,2026-03-03,5003,ann@ex.com,Mug,12.00',
      '1004,2026-03-04,5004,cy@ex.com,Plate,9.50',
      '1005,2026-03-05,5005,bob@ex.com,Mug,36.00',
      '1006,2026-03-06,5006,ann@ex.com,Cup,9.00',
      '1007,2026-03-08,5007,dee@ex.com,Cup,9.00',
    );
    // Ann, Bob, Cy and Dee
    expect(result).toMatchObject({ orders: 7, customers: 4 });
  });
});
