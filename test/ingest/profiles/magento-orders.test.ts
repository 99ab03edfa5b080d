import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const FILE = `"ID","Purchase Point","Purchase Date","Bill-to Name","Grand Total (Base)","Grand Total (Purchased)","Status","Customer Email","Subtotal","Shipping and Handling","Total Refunded"
"000000121","Main Website","Mar 5, 2026, 10:00:00 AM","Ana Ito","63.3200","63.3200","complete","ana@example.com","60.0000","5.0000","0.0000"
"000000122","Main Website","Mar 6, 2026, 11:00:00 AM","Ben Roy","37.4000","34.4000","closed","ben@example.com","30.0000","5.0000","37.4000"
"000000123","Main Website","Mar 6, 2026, 12:00:00 PM","Cleo Day","25.0000","25.0000","canceled","cleo@example.com","20.0000","5.0000","0.0000"
"000000124","Main Website","Mar 16, 2026, 12:00:00 PM","Ana Ito","50.0000","50.0000","processing","ana@example.com","40.0000","10.0000","20.0000"
"000000125","Main Website","Mar 17, 2026, 12:00:00 PM","Dev Fox","25.0000","25.0000","pending_payment","dev@example.com","20.0000","5.0000","0.0000"
`;

describe('Magento order grid', () => {
  const shop = useShop();

  it('counts totals in the currency of the shop, less what was paid back', async () => {
    const result = await shop.load(FILE);
    expect(result.profile).toBe('Magento order grid');
    // 63.32; 37.40, and all of it back; 50.00 less 20.00. The file has no pieces: each order is one.
    expect(result.figures).toMatchObject({ revenue: 93.32, orders: 3, customers: 2 });
    expect(result.leftOut).toEqual({ 'unpaid orders and fraud': [1, 25] });
    expect(result.cancelled).toEqual([1, 25]);
    expect(result.assumptions.join(' ')).toContain('with tax and shipping');
  });

  it('takes closed orders for refunded where the grid does not show refunds', async () => {
    const rows = FILE.trim().split('\n');
    const result = await shop.load(rows.map(row => row.slice(0, row.lastIndexOf(','))).join('\n'));
    expect(result.profile).toBe('Magento order grid');
    // 63.32 + 37.40 - 37.40 + 50.00
    expect(result.figures).toMatchObject({ revenue: 113.32, orders: 3, customers: 2 });
  });

  it('is not read so where more was paid back than was paid', async () => {
    expect(await shop.profileOf(FILE.replaceAll('"0.0000"', '"99.0000"'))).toBeUndefined();
  });
});
