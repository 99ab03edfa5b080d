import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

/** A tab-separated file, written with semicolons. */
const tabs = (text: string) => text.replaceAll(';', '\t');

const FILE =
  tabs(`settlement-id;total-amount;currency;transaction-type;order-id;adjustment-id;marketplace-name;shipment-fee-type;shipment-fee-amount;order-fee-type;order-fee-amount;fulfillment-id;posted-date;order-item-code;sku;quantity-purchased;price-type;price-amount;item-related-fee-type;item-related-fee-amount;misc-fee-amount;other-fee-amount;promotion-id;promotion-type;promotion-amount;direct-payment-type;direct-payment-amount;other-amount
9001;16.20;USD;;;;;;;;;;;;;;;;;;;;;;;;;
9001;;;Order;111-0000001-0000001;;Amazon.com;;;;;AFN;2026-03-05T04:15:26+00:00;500001;MUG;2;;;;;;;;;;;;
9001;;;Order;111-0000001-0000001;;Amazon.com;;;;;AFN;2026-03-05T04:15:26+00:00;500001;MUG;;Principal;40.00;;;;;;;;;;
9001;;;Order;111-0000001-0000001;;Amazon.com;;;;;AFN;2026-03-05T04:15:26+00:00;500001;MUG;;Tax;3.20;;;;;;;;;;
9001;;;Order;111-0000001-0000001;;Amazon.com;;;;;AFN;2026-03-05T04:15:26+00:00;500001;MUG;;;;Commission;-6.00;;;;;;;;
9001;;;Order;111-0000001-0000001;;Amazon.com;;;;;AFN;2026-03-05T04:15:26+00:00;500001;MUG;;;;;;;;P1;Principal;-4.00;;;
9001;;;Order;111-0000001-0000001;;Amazon.com;FBA transportation fee;-2.00;;;AFN;2026-03-05T04:15:26+00:00;;;;;;;;;;;;;;;
9001;;;Refund;111-0000009-0000009;A9;Amazon.com;;;;;AFN;2026-03-06T04:15:26+00:00;500009;TEA;;Principal;-15.00;;;;;;;;;;
`);

describe('Amazon settlement V1', () => {
  const shop = useShop();

  it('counts prices less promotions and refunds, and pieces from their own rows', async () => {
    const result = await shop.load(FILE, 'settlement.txt');
    expect(result.profile).toBe('Amazon settlement V1');
    expect(result.currency).toBe('USD');
    // 40.00 - 4.00 - 15.00; the refund is of an earlier order, and does not say how many pieces came back.
    expect(result.figures).toEqual({ revenue: 21, orders: 1, customers: 0, quantity: 2 });
    expect(await shop.by('product')).toEqual({ MUG: 36, TEA: -15 });
    // The price, the promotion and the pieces are one line.
    expect((await shop.figures('sales', 'value')).lines).toBe(2);
    expect(result.leftOut).toEqual({
      'totals of settlements': [1, 0],
      'taxes, shipping and gift wrap': [1, 3.2],
      'fees, payouts and other movements of the account': [2, -8],
    });
    expect(result.assumptions.join(' ')).not.toContain('may not be whole');
  });

  it('is not read so where sales are below zero', async () => {
    const result = await shop.load(FILE.replace('40.00', '-40.00'), 'settlement.txt').catch(() => undefined);
    expect(result?.profile).toBeUndefined();
  });
});
