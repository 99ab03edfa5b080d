import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const FILE = `orderId;orderDetailId;number;customerId;status;orderTime;invoiceAmount;invoiceAmountNet;invoiceShipping;invoiceShippingNet;taxRate;articleNumber;price;quantity;articleName
71;201;20071;31;2;2026-03-05 10:00:00;65,45;55,00;5,95;5,00;19;MUG;23,80;2;Mug
71;202;20071;31;2;2026-03-05 10:00:00;65,45;55,00;5,95;5,00;19;TEA;17,85;1;Tea
71;203;20071;31;2;2026-03-05 10:00:00;65,45;55,00;5,95;5,00;19;GUTSCHEIN;-5,95;1;Gutschein
72;204;20072;32;4;2026-03-06 11:00:00;29,75;25,00;5,95;5,00;19;TEA;23,80;1;Tea
73;205;20073;33;0;2026-03-16 11:00:00;1190,00;1000,00;0,00;0,00;19;POT;35,70;20;Teapot
73;206;20073;33;0;2026-03-16 11:00:00;1190,00;1000,00;0,00;0,00;19;MUG;23,80;20;Mug
74;207;0;34;-1;2026-03-17 11:00:00;23,80;20,00;0,00;0,00;19;TEA;23,80;1;Tea
`;

describe('Shopware 5 orders', () => {
  const shop = useShop();

  it('counts what orders come to without tax, shipping and vouchers', async () => {
    const result = await shop.load(FILE);
    expect(result.profile).toBe('Shopware 5 orders');
    // 20071: 55.00 - 5.00, over 47.60 and 17.85: 36.36 and 13.64; 20073: 714.00 and 476.00 without 19 %
    expect(result.figures).toEqual({ revenue: 1050, orders: 2, customers: 2, quantity: 43 });
    expect(await shop.by('product')).toEqual({ MUG: 436.36, TEA: 13.64, POT: 600 });
    expect(result.leftOut).toEqual({ 'vouchers and discounts': [1, -5.95], 'abandoned baskets': [1, 23.8] });
    expect(result.cancelled).toEqual([1, 20]);
    expect(result.parts).toMatchObject({ shipping: 10 });
  });

  it('is not read so where positions and shipping do not come to the invoice', async () => {
    expect(
      await shop.profileOf(FILE.replaceAll(';65,45;', ';95,45;').replaceAll(';55,00;', ';85,00;')),
    ).toBeUndefined();
  });
});
