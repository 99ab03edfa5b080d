import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER =
  'Account,Date,Time,Type,Transaction ID,Receipt Number,Payment Method,Quantity,Description,Currency,Price (Gross),Price (Net),Tax,Tax rate,Transaction refunded';
const SALE = 'shop@example.com,05.03.26,10:00,Sales,TAAA1,R1,Visa,2,Latte,EUR,8.93,7.50,1.43,19%,';

describe('SumUp sales', () => {
  const shop = useShop();

  it('counts net prices less refunds, without tips', async () => {
    const result = await shop.load(
      `${HEADER}
${SALE}
shop@example.com,05.03.26,10:00,Sales,TAAA1,R1,Visa,1,Trinkgeld,EUR,1.00,1.00,0.00,0%,
shop@example.com,05.03.26,11:00,Sales,TAAA2,R2,Cash,1,Mug,EUR,11.90,10.00,1.90,19%,
shop@example.com,06.03.26,09:00,Refund,TAAA3,R3,Cash,1,Mug,EUR,11.90,10.00,1.90,19%,TAAA2
`,
    );
    expect(result.profile).toBe('SumUp sales');
    expect(result.currency).toBe('EUR');
    // 7.50 + 10.00 - 10.00
    expect(result.figures).toEqual({ revenue: 7.5, orders: 2, customers: 0, quantity: 2 });
    expect(await shop.by('product')).toEqual({ Latte: 7.5, Mug: 0 });
    expect(await shop.by('hour')).toMatchObject({ '10': 7.5 });
    expect(result.leftOut).toEqual({ tips: [1, 1] });
  });

  it('reads an order of several items, and a refund written below zero', async () => {
    const result = await shop.load(
      `${HEADER}
shop@example.com,15.03.23,11:53,Sales,TD4KP497FR,S20230000001,Cash,2,Kaffee ,CHF,7.00,7.00,0.00,0%,
shop@example.com,15.03.23,11:53,Sales,TD4KP497FR,S20230000001,Cash,1,Kuchen,CHF,4.50,4.50,0.00,0%,
shop@example.com,16.03.23,11:55,Refund,TD4KP497FS,S20230000002,Cash,-1,Kuchen,CHF,-4.50,-4.50,0.00,0%,TD4KP497FR
`,
    );
    expect(result.profile).toBe('SumUp sales');
    expect(result.currency).toBe('CHF');
    // 7.00 + 4.50 - 4.50; of three pieces one came back.
    expect(result.figures).toEqual({ revenue: 7, orders: 1, customers: 0, quantity: 2 });
  });

  it('is not known by a gross price that is not the net price with tax', async () => {
    expect(
      await shop.profileOf(
        `${HEADER}
${SALE.replace('8.93', '9.93')}
shop@example.com,05.03.26,11:00,Sales,TAAA2,R2,Cash,1,Mug,EUR,12.90,10.00,1.90,19%,
`,
      ),
    ).toBeUndefined();
  });
});
