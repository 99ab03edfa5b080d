import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER = 'id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Available On (UTC),Description';
const CHARGE = 'txn_1,charge,ch_1A,60.00,1.15,58.85,eur,2026-03-05 10:00,2026-03-12 00:00,Order 1201';

const OTHERS = 'fees, payouts and other movements of the account';

describe('Stripe balance history', () => {
  const shop = useShop();

  it('counts receipts less refunds, and no fees or payouts', async () => {
    const result = await shop.load(
      `${HEADER}
${CHARGE}
txn_2,refund,re_1A,-10.00,0.00,-10.00,eur,2026-03-06 10:00,2026-03-06 10:00,REFUND FOR CHARGE (Order 1201)
txn_3,stripe_fee,,-2.00,0.00,-2.00,eur,2026-03-07 10:00,2026-03-07 10:00,Billing
txn_4,payout,po_1,-46.85,0.00,-46.85,eur,2026-03-12 00:00,2026-03-12 00:00,STRIPE PAYOUT
`,
    );
    expect(result.profile).toBe('Stripe balance history');
    expect(result.currency).toBe('EUR');
    // 60.00 - 10.00
    expect(result.figures).toMatchObject({ revenue: 50, orders: 1, customers: 0 });
    expect(result.leftOut).toEqual({ [OTHERS]: [2, -48.85] });
    expect(result.assumptions.join(' ')).toContain('Receipts are counted, with tax and shipping');
  });

  it('takes off disputes, and adds those that were won', async () => {
    const result = await shop.load(
      `${HEADER}
${CHARGE}
txn_2,payment,py_1B,30.00,0.35,29.65,eur,2026-03-05 11:00,2026-03-12 00:00,Order 1202
txn_3,charge,ch_1C,20.00,0.55,19.45,eur,2026-03-05 12:00,2026-03-12 00:00,Order 1203
txn_4,adjustment,du_1,-20.00,15.00,-35.00,eur,2026-03-20 10:00,2026-03-20 10:00,Chargeback withdrawal for ch_1C
txn_5,adjustment,du_2,-60.00,15.00,-75.00,eur,2026-03-21 10:00,2026-03-21 10:00,Chargeback withdrawal for ch_1A
txn_6,adjustment,du_2,60.00,-15.00,75.00,eur,2026-04-21 10:00,2026-04-21 10:00,Chargeback reversal for ch_1A
txn_7,payment_refund,pyr_1,-4.50,0.00,-4.50,eur,2026-03-22 10:00,2026-03-22 10:00,REFUND FOR PAYMENT (Order 1202)
txn_8,adjustment,,-1.00,0.00,-1.00,eur,2026-03-23 10:00,2026-03-23 10:00,Correction of fees
`,
    );
    expect(result.profile).toBe('Stripe balance history');
    // 60.00 + 30.00 + 20.00 - 20.00 - 60.00 + 60.00 - 4.50
    expect(result.figures).toMatchObject({ revenue: 85.5, orders: 3 });
    expect(result.leftOut).toEqual({ [OTHERS]: [1, -1] });
  });

  it('knows a dispute in a file of many descriptions', async () => {
    const charges = Array.from(
      { length: 600 },
      (_, i) => `txn_${i},charge,ch_${i},1.00,0.05,0.95,eur,2026-03-05 10:00,2026-03-12 00:00,Order ${i}`,
    );
    const result = await shop.load(
      `${HEADER}
${charges.join('\n')}
txn_d,adjustment,du_1,-1.00,15.00,-16.00,eur,2026-03-20 10:00,2026-03-20 10:00,Chargeback withdrawal for ch_5
`,
    );
    // 600 x 1.00 - 1.00
    expect(result.figures).toMatchObject({ revenue: 599, orders: 600 });
  });

  it('is not read so where the net is not the amount less the fee', async () => {
    expect(await shop.profileOf(`${HEADER}\n${CHARGE.replace('58.85', '8.85')}\n`)).toBeUndefined();
  });
});
