import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';

/** What columns and rows are where their names say little, and their values decide. */
describe('values decide', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({}, '2026-12-31T10:00:00Z');
  });
  afterEach(() => shop.close());
  const load = (...lines: string[]) => shop.load('file.csv', `${lines.join('\n')}\n`);

  it('that a file is the statement of an account, which is refused unless its amounts are said to be sales', async () => {
    const rows = [
      'Day;From;Text;Amount EUR;After',
      ...['02.02.2026;Tax office;U 02;-842,69;7.367,75', '03.02.2026;PayPal;PAYOUT 1;282,70;7.650,45'],
      ...['07.02.2026;SumUp;PAYOUT 2;553,48;8.203,93', '10.02.2026;PayPal;PAYOUT 3;178,10;8.382,03'],
      ...['12.02.2026;Power;Bill;-82,03;8.300,00', '15.02.2026;SumUp;PAYOUT 4;100,00;8.400,00'],
    ];
    await expect(load(...rows)).rejects.toThrow(/"After" is the balance after each row/);
    const said = await shop.ingest(`${shop.folder}/file.csv`, undefined, { map: ['Amount EUR=amount'] });
    // 282.70 + 553.48 + 178.10 + 100 - 842.69 - 82.03
    expect(said.revenue).toBe(18_956);
  });

  it('that an amount is cost and profit together, though the prices of a list come to more', async () => {
    const result = await load(
      'Date,Product,Order_Quantity,Unit_Cost,Unit_Price,Profit,Cost,Revenue',
      ...['2026-01-02,Rack,8,45,120,590,360,950', '2026-01-03,Rack,3,45,120,207,135,342'],
      ...[
        '2026-01-04,Bell,10,4,9,41,40,81',
        '2026-01-05,Bell,2,4,9,9,8,17',
        '2026-01-06,Rack,1,45,120,64,45,109',
      ],
    );
    // 950 + 342 + 81 + 17 + 109
    expect(result.revenue).toBe(149_900);
  });

  it('that an amount without a price is of all pieces, those that came back among them', async () => {
    const result = await load(
      'Order,Date,Item,Qty,Amount,Returned',
      ...['1,2026-01-02,Cap,2,20.00,0', '2,2026-01-03,Cap,3,30.00,2', '3,2026-01-04,Shoe,1,45.00,0'],
      ...['4,2026-01-05,Shoe,2,90.00,1', '5,2026-01-06,Cap,1,10.00,0'],
    );
    // 195.00 less two caps and one pair of shoes
    expect(result.revenue).toBe(13_000);
  });

  it('that a tax is of one piece: at its rate it fits the price, and not the amount', async () => {
    const result = await load(
      'order_id,date_added,name,quantity,price,total,tax',
      ...['1,2026-01-02,Mug,2,20.00,40.00,1.60', '2,2026-01-03,Pot,3,35.00,105.00,2.80'],
      ...['3,2026-01-04,Mug,1,20.00,20.00,1.60', '4,2026-01-05,Pot,2,35.00,70.00,2.80'],
    );
    expect(result.revenue).toBe(23_500);
  });

  it('that an amount is after its discount: products sold at several have one price before them', async () => {
    const rows = Array.from({ length: 36 }, (_, i) => {
      const [price, pieces, rate] = [10 + 7 * (i % 6), 1 + (i % 4), [0, 0.2, 0.4][(i + (i >> 2)) % 3] ?? 0];
      return { sales: (price * pieces * (1 - rate)).toFixed(2), pieces, rate, product: `P${i % 6}`, i };
    });
    const text = rows.map(
      r =>
        `${r.i},2026-01-${String(1 + (r.i % 28)).padStart(2, '0')},${r.product},${r.sales},${r.pieces},${r.rate}`,
    );
    const cents = rows.reduce((sum, r) => sum + Math.round(Number(r.sales) * 100), 0);
    expect((await load('Order ID,Order Date,Product ID,Sales,Quantity,Discount', ...text)).revenue).toBe(
      cents,
    );
  });

  it('that receipts written as 150040.0 are orders', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) => `${i},2026-01-0${1 + (i >> 2)},${150_040 + (i >> 1)}.0,Bun,1.0,1.20`,
    );
    expect(await load(',date,ticket_number,article,Quantity,unit_price', ...rows)).toMatchObject({
      orders: 6,
      revenue: 1_440,
    });
  });

  it('what ratings with a decimal comma are on average', async () => {
    await load(
      'Booking;Date;Tour;Total ISK;Rating',
      ...['B1;04.06.2026;Cave;57.000;4,5', 'B2;05.06.2026;Walk;25.000;', 'B3;06.06.2026;Cave;12.500;3,5'],
    );
    expect(await shop.figures('average rating by tour', 'averageRating')).toEqual({ Cave: 4, Walk: null });
  });

  it('leave deferred items out, and tell orders without a status', async () => {
    const result = await load(
      'Order,Date,Item,Amount,Status,Deferred',
      ...['1,2026-01-02,Pho,12.00,Complete,false', '2,2026-01-03,Card,50.00,Complete,true'],
      ...['3,2026-01-04,Tea,3.00,Complete,false', '4,2026-01-05,Tea,3.00,Cancelled,false'],
      ...['5,2026-01-06,Tea,3.00,Complete,false', '6,2026-01-07,Pho,12.00,,false'],
    );
    expect(result.revenue).toBe(3_300);
    expect(result.ledger).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'leftOut', rows: 1, amount: 5_000 }),
        expect.objectContaining({ kind: 'state', what: 'without a status', rows: 1, amount: 1_200 }),
      ]),
    );
  });
});
