import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER =
  'balance_transaction_id,created_utc,created,available_on_utc,currency,gross,fee,net,reporting_category,source_id,description,automatic_payout_id,automatic_payout_effective_at,charge_id,payment_intent_id,invoice_id,customer_email';
const CHARGE =
  'txn_1,2026-03-05 10:00:00,2026-03-05 11:00:00,2026-03-12 00:00:00,eur,60.00,1.15,58.85,charge,ch_1A,Order 1201,po_1,2026-03-12 00:00:00,ch_1A,pi_1A,,ana@example.com';

describe('Stripe itemised report', () => {
  const shop = useShop();

  it('counts charges less refunds and disputes, and no fees or payouts', async () => {
    const result = await shop.load(
      `${HEADER}
${CHARGE}
txn_2,2026-03-06 10:00:00,2026-03-06 11:00:00,2026-03-12 00:00:00,eur,-10.00,0.00,-10.00,refund,re_1A,REFUND FOR CHARGE,po_1,2026-03-12 00:00:00,ch_1A,pi_1A,,ana@example.com
txn_3,2026-03-06 12:00:00,2026-03-06 13:00:00,2026-03-12 00:00:00,eur,30.00,0.70,29.30,charge,ch_1B,Order 1202,po_1,2026-03-12 00:00:00,ch_1B,pi_1B,,ben@example.com
txn_4,2026-03-08 12:00:00,2026-03-08 13:00:00,2026-03-12 00:00:00,eur,-30.00,15.00,-45.00,dispute,dp_1B,Dispute,po_1,2026-03-12 00:00:00,ch_1B,pi_1B,,ben@example.com
txn_5,2026-04-08 12:00:00,2026-04-08 13:00:00,2026-04-12 00:00:00,eur,30.00,-15.00,45.00,dispute_reversal,dp_1B,Dispute,po_2,2026-04-12 00:00:00,ch_1B,pi_1B,,ben@example.com
txn_6,2026-04-09 12:00:00,2026-04-09 13:00:00,2026-04-12 00:00:00,eur,-2.00,0.00,-2.00,fee,,Billing,po_2,2026-04-12 00:00:00,,,,
txn_7,2026-04-12 00:00:00,2026-04-12 01:00:00,2026-04-12 00:00:00,eur,-76.15,0.00,-76.15,payout,po_2,STRIPE PAYOUT,po_2,2026-04-12 00:00:00,,,,
`,
    );
    expect(result.profile).toBe('Stripe itemised report');
    expect(result.currency).toBe('EUR');
    // 60.00 - 10.00 + 30.00 - 30.00 + 30.00
    expect(result.figures).toMatchObject({ revenue: 80, orders: 2, customers: 2 });
    expect(await shop.by('customer')).toEqual({ 'ana@example.com': 50, 'ben@example.com': 30 });
    expect(result.leftOut).toEqual({ 'fees, payouts and other movements of the account': [2, -78.15] });
  });

  it('is not read so where the net is not the gross less the fee', async () => {
    expect(await shop.profileOf(`${HEADER}\n${CHARGE.replace('58.85', '8.85')}\n`)).toBeUndefined();
  });
});
