import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER =
  'Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Event Type,Customer ID,Itemization Type';
const ZONE = 'Eastern Time (US & Canada)';

describe('Square items', () => {
  const shop = useShop();

  it('counts the items after discounts, less the refunds', async () => {
    const result = await shop.load(
      `${HEADER}
2026-03-05,10:00:00,${ZONE},Drinks,Latte,2.0,Large,LAT,$10.00,-$1.00,$9.00,$0.72,TXA1,Payment,,Prepared Food and Beverage
2026-03-05,10:00:00,${ZONE},Food,Cookie,1.0,Regular,COO,$3.00,$0.00,$3.00,$0.00,TXA1,Payment,,Prepared Food and Beverage
2026-03-06,11:15:00,${ZONE},Goods,Mug,2.0,Regular,MUG,$24.00,$0.00,$24.00,$1.92,TXB2,Payment,CUS9,Physical Good
2026-03-07,09:05:00,${ZONE},Goods,Mug,-1.0,Regular,MUG,-$12.00,$0.00,-$12.00,-$0.96,TXC3,Refund,CUS9,Physical Good
2026-03-07,15:00:00,${ZONE},None,Gift Card,1.0,,,$25.00,$0.00,$25.00,$0.00,TXD4,Payment,,Gift Card
`,
    );
    expect(result.profile).toBe('Square items');
    expect(result.currency).toBe('USD');
    // 9.00 + 3.00 + 24.00 - 12.00; TXC3 is a refund, not an order.
    expect(result.figures).toEqual({ revenue: 24, orders: 2, customers: 1, quantity: 4 });
    expect(await shop.by('product')).toEqual({ LAT: 9, COO: 3, MUG: 12 });
    expect(result.leftOut).toEqual({ 'gift cards sold': [1, 25] });
  });

  it('takes Net Sales where Gross Sales includes the tax', async () => {
    const result = await shop.load(
      `Date,Time,Item,Qty,Price Point Name,Modifiers Applied,Product Sales,Discounts,Net Sales,Tax,Gross Sales,Transaction ID,Event Type
2026-03-05,10:00:00,Latte,2,Large,,$10.00,-$1.00,$9.00,$0.72,$9.72,TXA1,Payment
2026-03-06,11:15:00,Mug,2,Regular,,$24.00,$0.00,$24.00,$1.92,$25.92,TXB2,Payment
`,
    );
    expect(result.profile).toBe('Square items');
    expect(result.figures.revenue).toBe(33);
  });

  it('is not known by a Net Sales that is no sum of the others', async () => {
    expect(
      await shop.profileOf(
        `${HEADER}
2026-03-05,10:00:00,${ZONE},Drinks,Latte,2.0,Large,LAT,$10.00,-$1.00,$7.00,$0.72,TXA1,Payment,,Physical Good
2026-03-06,11:15:00,${ZONE},Goods,Mug,2.0,Regular,MUG,$24.00,$0.00,$20.00,$1.92,TXB2,Payment,CUS9,Physical Good
`,
      ),
    ).toBeUndefined();
  });
});
