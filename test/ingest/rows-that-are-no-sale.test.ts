import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';

/**
 * Small files as tills, marketplaces and back offices write them; what is right is worked out beside each.
 */
describe('rows and columns beside the sales', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({ SHOP_CURRENCY: 'USD' }, '2026-12-31T10:00:00Z');
  });
  afterEach(() => shop.close());
  const load = (...lines: string[]) => shop.load('file.csv', `${lines.join('\n')}\n`);

  it('totals of days and months are no sales, though they have a date', async () => {
    const result = await load(
      'Receipt,Date,Item,Amount',
      '1,2026-01-05,Tea,3.00',
      '2,2026-01-05,Bun,2.00',
      ',2026-01-05,Day total,5.00',
      '3,2026-01-06,Tea,3.00',
      ',2026-01-06,Day total,3.00',
      ',2026-01-31,Month total,8.00',
    );
    expect(result).toMatchObject({ revenue: 800, lines: 3, orders: 3 });
    expect(result.ledger).toEqual([{ kind: 'leftOut', what: 'rows of totals', rows: 3, amount: 1_600 }]);
  });

  it('the row of an order above those of its items counts once', async () => {
    const result = await load(
      'Order Number,Sale Date,Buyer Name,Item Number,Item Title,Quantity,Sold For,Shipping',
      '20-1,2026-01-05,Ann,,,2,$40.00,$5.00',
      '20-1,2026-01-05,Ann,7001,Mug,1,$30.00,',
      '20-1,2026-01-05,Ann,7002,Cup,1,$10.00,',
      '20-2,2026-01-06,Bob,7001,Mug,1,$30.00,$5.00',
      '"2","record(s) downloaded"',
    );
    // 30 + 10 + 30
    expect(result).toMatchObject({ revenue: 7_000, lines: 3, orders: 2, customers: 2, refused: [] });
    expect(await shop.figures('sales by product', 'revenue')).toEqual({ 7001: 60, 7002: 10 });
  });

  it('net sales after refunds are the file’s own', async () => {
    const result = await load(
      'Date,Location,Gross Sales,Discounts,Refunds,Net Sales,Tax',
      '2026-01-05,North,500.00,20.00,0.00,480.00,38.40',
      '2026-01-05,South,300.00,0.00,25.00,275.00,22.00',
      '2026-01-06,North,400.00,15.00,0.00,385.00,30.80',
    );
    // 480 + 275 + 385
    expect(result.revenue).toBe(114_000);
  });

  it('fees are no part of what was sold, and states of WooCommerce are understood', async () => {
    const result = await load(
      'Order ID,Date,Status,Amount,Fee,Net',
      '1,2026-01-05,wc-completed,100.00,3.20,96.80',
      '2,2026-01-06,wc-failed,25.00,1.03,23.97',
      '3,2026-01-07,wc-completed,50.00,1.75,48.25',
    );
    expect(result).toMatchObject({ revenue: 15_000, orders: 2 });
    expect(result.ledger).toEqual([
      { kind: 'leftOut', what: 'failed and voided payments', rows: 1, amount: 2_500 },
    ]);
  });

  it('a refund in part is subtracted beside a column that says which sales were refunded', async () => {
    const result = await load(
      'Sale ID,Purchase Date,Buyer Name,Sale Price ($),Refunded?,Partial Refund ($)',
      'a1,2026-01-05,Ann,40.00,0,0.00',
      'a2,2026-01-06,Bob,50.00,0,5.00',
      'a3,2026-01-07,Cid,30.00,1,0.00',
      'a4,2026-01-08,Dee,50.00,0,0.00',
    );
    // 40 + 45 + 0 + 50
    expect((await shop.figures('sales', 'value')).revenue).toBe(135);
    expect(result.ledger).toEqual([
      { kind: 'refund', rows: 1, amount: -500 },
      { kind: 'returned', rows: 1, amount: -3_000 },
    ]);
  });

  it('columns called by the name or id of a thing are breakdowns; ratings have halves', async () => {
    await load(
      'Invoice,Date,Store Name,Warehouse ID,Rating,Amount',
      '1,2026-01-05,North,WH-1,4.5,10.00',
      '2,2026-01-06,South,WH-2,3.0,20.00',
      '3,2026-01-07,North,WH-1,3.5,10.00',
      '4,2026-01-08,South,WH-2,4.0,20.00',
    );
    expect(await shop.figures('sales by store name', 'revenue')).toEqual({ South: 40, North: 20 });
    expect(await shop.figures('sales by warehouse id', 'revenue')).toEqual({ 'WH-2': 40, 'WH-1': 20 });
    // (4.5 + 3.5) / 2 and (3.0 + 4.0) / 2
    expect(await shop.figures('average rating by store name', 'averageRating')).toEqual({
      North: 4,
      South: 3.5,
    });
  });
});
