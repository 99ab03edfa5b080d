import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER =
  'Purchase ID,Item Name,Purchase Email,Purchase Date,Subtotal ($),Taxes ($),Shipping ($),Sale Price ($),Fees ($),Net Total ($),Tip ($),Refunded?,Partial Refund ($),Fully Refunded?,Disputed?,Dispute Won?,Free trial purchase?,Quantity,Order Number';
const SALE = 'aa1==,Planner,ana@example.com,2026-03-05,24.0,0.0,0.0,24.0,2.9,21.1,0.0,0,0.0,0,0,0,0,2,700001';

describe('Gumroad sales', () => {
  const shop = useShop();

  it('counts subtotals less what was refunded, without the row of totals', async () => {
    const result = await shop.load(
      `${HEADER}
${SALE}
bb2==,Planner,ben@example.com,2026-03-06,12.0,0.0,0.0,12.0,1.7,10.3,0.0,1,4.0,0,0,0,0,1,700002
cc3==,Tracker,ana@example.com,2026-03-07,8.0,0.0,0.0,8.0,1.3,6.7,0.0,1,0.0,1,0,0,0,1,700003
Totals,,,,44.0,0.0,0.0,44.0,5.9,38.1,0.0,,4.0,,,,,,
`,
    );
    expect(result.profile).toBe('Gumroad sales');
    expect(result.currency).toBe('USD');
    // 24.00 + 12.00 - 4.00 + 8.00 - 8.00
    expect(result.figures).toEqual({ revenue: 32, orders: 3, customers: 2, quantity: 3 });
    expect(await shop.by('product')).toEqual({ Planner: 32, Tracker: 0 });
    expect(result.leftOut).toEqual({});
  });

  it('takes out taxes, shipping, tips, trials and lost disputes, whatever buyers paid in', async () => {
    const result = await shop.load(
      `Purchase ID,Item Name,Buyer Name,Purchase Email,Purchase Date,Purchase Time (UTC timezone),Subtotal ($),Taxes ($),Shipping ($),Sale Price ($),Fees ($),Net Total ($),Tip ($),Refunded?,Partial Refund ($),Fully Refunded?,Disputed?,Dispute Won?,Free trial purchase?,Pre-order authorization?,Quantity,Order Number,Discount Code,Buyer Currency,Buyer Total
a1==,Book,Ana,ana@example.com,2026-03-05,2026-03-05 10:00:00 UTC,22.0,1.9,5.0,28.9,3.2,25.7,2.0,0,0.0,0,0,0,0,0,1,1,SPRING,eur,26.60
b2==,Book,Ben,ben@example.com,2026-03-06,2026-03-06 10:00:00 UTC,20.0,2.0,5.0,27.0,3.0,24.0,0.0,1,13.5,0,0,0,0,0,1,2,,usd,27.00
c3==,Club,Cleo,cleo@example.com,2026-03-07,2026-03-07 10:00:00 UTC,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0,0.0,0,0,0,1,0,1,3,,eur,0.00
d4==,Club,Dan,dan@example.com,2026-03-08,2026-03-08 10:00:00 UTC,9.0,0.0,0.0,9.0,1.4,7.6,0.0,0,0.0,0,1,0,0,0,1,4,,usd,9.00
e5==,Club,Eve,eve@example.com,2026-03-09,2026-03-09 10:00:00 UTC,9.0,0.0,0.0,9.0,1.4,7.6,0.0,0,0.0,0,1,1,0,0,1,5,,gbp,7.10
f6==,Film,Fay,fay@example.com,2026-03-10,2026-03-10 10:00:00 UTC,15.0,0.0,0.0,15.0,2.0,13.0,0.0,0,0.0,0,0,0,0,1,1,6,,usd,15.00
`,
    );
    expect(result.profile).toBe('Gumroad sales');
    expect(result.currency).toBe('USD');
    // 22.00 - 2.00; 20.00 less half of it, as half of 27.00 went back; 9.00 - 9.00; 9.00
    expect(result.figures).toMatchObject({ revenue: 39, orders: 4, customers: 4 });
    expect(result.parts).toEqual({ tax: 3.9, shipping: 10, tip: 2 });
    expect(result.leftOut).toEqual({ 'free trials': [1, 0], 'pre-orders that are not paid yet': [1, 15] });
  });

  it('is not read so where the price is not what it is made of', async () => {
    expect(
      await shop.profileOf(`${HEADER}\n${SALE.replace('0.0,24.0,2.9', '0.0,54.0,2.9')}\n`),
    ).toBeUndefined();
  });
});
