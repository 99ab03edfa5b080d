import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER =
  'Date,Time,Time Zone,Gross Sales,Discounts,Service Charges,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total Collected,Card,Cash,Fees,Net Total,Transaction ID,Event Type,Customer ID,Transaction Status';
const ZONE = 'Eastern Time (US & Canada)';
const SALE = `2026-03-05,10:00:00,${ZONE},$13.00,-$1.00,$0.00,$12.00,$0.00,$0.72,$2.00,$0.00,$14.72,$14.72,$0.00,-$0.53,$14.19,TXA1,Payment,,Complete`;
const SALE_WITH_GIFT_CARD = `2026-03-06,11:15:00,${ZONE},$24.00,$0.00,$0.00,$24.00,$25.00,$1.92,$0.00,$0.00,$50.92,$0.00,$50.92,$0.00,$50.92,TXB2,Payment,CUS9,Complete`;
const REFUND = `2026-03-07,09:05:00,${ZONE},-$12.00,$0.00,$0.00,-$12.00,$0.00,-$0.96,$0.00,$0.00,-$12.96,-$12.96,$0.00,$0.00,-$12.96,TXC3,Refund,CUS9,Complete`;

describe('Square transactions', () => {
  const shop = useShop();

  it('counts net sales less refunds, without tax, tips and gift cards', async () => {
    const result = await shop.load(
      `${HEADER}
${SALE}
${SALE_WITH_GIFT_CARD}
${REFUND}
2026-03-08,09:05:00,${ZONE},$0.00,$0.00,$0.00,$0.00,$0.00,$0.00,$0.00,-$3.00,-$3.00,-$3.00,$0.00,$0.00,-$3.00,TXD4,Refund,,Complete
2026-03-08,10:05:00,${ZONE},$9.00,$0.00,$0.00,$9.00,$0.00,$0.00,$0.00,$0.00,$9.00,$9.00,$0.00,$0.00,$9.00,TXE5,Payment,,Failed
`,
    );
    expect(result.profile).toBe('Square transactions');
    // 12.00 + 24.00 - 12.00 - 3.00
    expect(result.figures).toMatchObject({ revenue: 21, orders: 2, customers: 1 });
    expect(result.leftOut).toEqual({ 'transactions that are not complete': [1, 9] });
    expect(result.parts).toMatchObject({ tip: 2 });
  });

  it('takes off partial refunds that are written without a minus', async () => {
    const result = await shop.load(
      `${HEADER}
${SALE}
${SALE_WITH_GIFT_CARD.replace('$1.92,$0.00,$0.00', '$1.92,$0.00,$4.00')}
`,
    );
    // 12.00 + 24.00 - 4.00
    expect(result.figures).toMatchObject({ revenue: 32, orders: 2 });
  });

  it('is not known by a Net Sales that is no sum of the others', async () => {
    expect(
      await shop.profileOf(`${HEADER}
${SALE.replace('$12.00', '$11.00')}
${SALE_WITH_GIFT_CARD.replace('$0.00,$24.00', '$0.00,$20.00')}
`),
    ).toBeUndefined();
  });
});
