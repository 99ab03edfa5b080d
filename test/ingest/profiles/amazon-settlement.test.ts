import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

/** A tab-separated file, written with semicolons. */
const tabs = (text: string) => text.replaceAll(';', '\t');

const V2 =
  tabs(`settlement-id;total-amount;currency;transaction-type;order-id;amount-type;amount-description;amount;posted-date;order-item-code;sku;quantity-purchased
9001;18.20;USD;;;;;;;;;
9001;;;Order;111-0000001-0000001;ItemPrice;Principal;40.00;2026-03-05;500001;MUG;2
9001;;;Order;111-0000001-0000001;ItemPrice;Tax;3.20;2026-03-05;500001;MUG;2
9001;;;Order;111-0000001-0000001;ItemFees;Commission;-6.00;2026-03-05;500001;MUG;2
9001;;;Order;111-0000001-0000001;Promotion;Principal;-4.00;2026-03-05;500001;MUG;2
9001;;;Refund;111-0000009-0000009;ItemPrice;Principal;-15.00;2026-03-06;500009;TEA;
`);

describe('Amazon settlement', () => {
  const shop = useShop();

  it('counts prices less promotions and refunds, and pieces once', async () => {
    const result = await shop.load(V2, 'settlement.txt');
    expect(result.profile).toBe('Amazon settlement');
    expect(result.currency).toBe('USD');
    // 40.00 - 4.00 - 15.00; the refund is of an earlier order, and does not say how many pieces came back.
    expect(result.figures).toEqual({ revenue: 21, orders: 1, customers: 0, quantity: 2 });
    expect(await shop.by('product')).toEqual({ MUG: 36, TEA: -15 });
    // The price, the promotion and the pieces are one line.
    expect((await shop.figures('sales', 'value')).lines).toBe(2);
    expect(result.leftOut).toEqual({
      'totals of settlements': [1, 0],
      'taxes, shipping and gift wrap': [1, 3.2],
      'fees, payouts and other movements of the account': [1, -6],
    });
    expect(result.assumptions.join(' ')).not.toContain('may not be whole');
  });

  it('gives back the promotion of what came back', async () => {
    const result = await shop.load(
      `${V2.trimEnd()}\n${tabs('9001;;;Refund;111-0000001-0000001;ItemPrice;Principal;-40.00;2026-03-09;500001;MUG;\n9001;;;Refund;111-0000001-0000001;Promotion;Principal;4.00;2026-03-09;500001;MUG;')}\n`,
      'settlement.txt',
    );
    // 40.00 - 4.00 - 15.00 - 40.00 + 4.00; the rows no longer come to the total.
    expect(result.figures).toEqual({ revenue: -15, orders: 1, customers: 0, quantity: 2 });
    expect(result.assumptions.join(' ')).toContain('may not be whole');
  });

  it('is not read so where sales are below zero', async () => {
    const result = await shop.load(V2.replace('40.00', '-40.00'), 'settlement.txt').catch(() => undefined);
    expect(result?.profile).toBeUndefined();
  });
});
