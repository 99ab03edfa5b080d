import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ingestText } from '../../src/surfaces/cli/show/ingest.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';

/** Amounts that follow from several columns: what is right is worked out beside each, to the last decimal. */
describe('amounts that are worked out', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({ SHOP_CURRENCY: 'USD' });
  });
  afterEach(() => shop.close());
  const load = (name: string, ...lines: string[]) => shop.load(name, `${lines.join('\n')}\n`);
  const revenue = async () => (await shop.figures('sales', 'value')).revenue;
  const digits = async () =>
    JSON.parse((await databaseOf(shop.shop.store)('store_notes').where({ key: 'amounts' }).first()).value)
      .digits;

  it('are exact after a discount in percent', async () => {
    const result = await load(
      'a.csv',
      'Order ID,Order Date,Customer ID,Product,Quantity,Unit Price,Discount %',
      ...Array.from({ length: 10 }, (_, i) => `${i},2026-01-05,c1,Bolt,3,0.1375,10`),
      '10,2026-01-07,c1,Nut,7,1.2345,15',
      '11,2026-01-08,c3,Nut,1,19.9900,5',
    );
    // 10 x 0.4125 x 0.9 + 8.6415 x 0.85 + 19.99 x 0.95 = 3.7125 + 7.345275 + 18.9905 = 30.048275; cents in
    // each line would come to 3.70 + 7.35 + 18.99 = 30.04. Discounts: 0.4125 + 1.296225 + 0.9995 = 2.708225.
    expect(result).toMatchObject({ revenue: 3_005, minorDigits: 2 });
    expect(result.ledger).toEqual([{ kind: 'discount', rows: 12, amount: 271, isTaken: true }]);
    expect(await shop.figures('sales by product', 'revenue')).toEqual({ Nut: 26.34, Bolt: 3.71 });
    expect(await digits()).toBe(6);
  });

  it('are what the file has as the total of a line, though it rounded quantity x price', async () => {
    const result = await load(
      'a.csv',
      'Order ID,Order Date,Customer ID,Product,Quantity,Unit Price,Amount',
      '1,2026-01-05,c1,Bolt,3,0.1375,0.41',
      '2,2026-01-06,c2,Bolt,10,0.1375,1.38',
      '3,2026-01-07,c1,Nut,7,1.2345,8.64',
      '4,2026-01-08,c3,Nut,1,19.9900,19.99',
    );
    // 0.41 + 1.38 + 8.64 + 19.99, not 0.4125 + 1.375 + 8.6415 + 19.99 = 30.419
    expect(result.revenue).toBe(3_042);
    expect(await digits()).toBe(2);
  });

  it('come to what the file says of the order, to the cent', async () => {
    const result = await load(
      'a.csv',
      'Order ID,Order Date,Customer ID,Product,Quantity,Unit Price,Order Discount,Order Total',
      '1,2026-01-05,c1,Bolt,3,0.1375,0.10,1.69',
      '1,2026-01-05,c1,Screw,10,0.1375,0.10,1.69',
      '2,2026-01-07,c1,Nut,7,1.2345,0.00,8.64',
      '3,2026-01-08,c3,Nut,1,19.9900,1.00,18.99',
    );
    // 1.69 + 8.64 + 18.99; order 1 comes to 1.7875 - 0.10 = 1.6875.
    expect(result.revenue).toBe(2_932);
    expect(await revenue()).toBe(29.32);
    // Of order 1's 1.69, 0.4125/1.7875 are 0.39; 1.375/1.7875 are 1.30.
    expect(await shop.figures('sales by product', 'revenue')).toEqual({ Nut: 27.63, Screw: 1.3, Bolt: 0.39 });
  });

  it('are exact where tax with fractions of a cent is taken off', async () => {
    const result = await load(
      'a.csv',
      'Order ID,Order Date,Customer ID,Product,Quantity,Unit Price,Total incl. Tax,Tax',
      '1,2026-01-05,c1,Bolt,3,0.1375,0.41,0.0825',
      '2,2026-01-05,c1,Bolt,10,0.1375,1.38,0.2750',
      '3,2026-01-07,c1,Nut,7,1.2345,8.64,1.7283',
    );
    // 0.3275 + 1.105 + 6.9117 = 8.3442; tax of 2.0858
    expect(result.revenue).toBe(834);
    expect(ingestText(result)).toContain('tax of $2.09');
  });

  it('are rows of earlier files also where these were in cents', async () => {
    const header = 'Date,Product,Quantity,Unit Price';
    const early = Array.from({ length: 8 }, (_, i) => `2026-01-${10 + i},Tea,${i + 1},1.25`);
    await load('early.csv', header, ...early);
    const result = await load('late.csv', header, ...early, '2026-01-18,Nut,3,0.1375');
    // (1 + ... + 8) x 1.25 + 0.4125
    expect(await revenue()).toBe(45.41);
    expect(result.ledger).toEqual([{ kind: 'known', rows: 8, amount: 4_500 }]);
  });

  it('are paid back as sold, in a store with fractions of a cent too', async () => {
    await load('b.csv', 'Order ID,Order Date,Amount', 'b1,2026-03-02,0.1375');
    const result = await load(
      'a.csv',
      'Order ID,Order Date,Customer ID,Product,Quantity,Unit Price,Refunded Amount',
      '1,2026-01-05,c1,Mug,1,10.00,10.00',
      '1,2026-01-05,c1,Cup,1,3.50,10.00',
      '2,2026-01-06,c2,Mug,1,10.00,0.00',
    );
    // The mug of order 1 came back.
    expect(result).toMatchObject({ revenue: 1_350, lines: 4 });
    expect(result.ledger).toEqual([{ kind: 'refund', rows: 1, amount: -1_000 }]);
    expect(await shop.figures('sales by product', 'revenue')).toMatchObject({ Mug: 10, Cup: 3.5 });
  });

  it('are converted with all that stands beside them, also where it was set aside', async () => {
    const header = 'Order ID,Order Date,Customer ID,Product,Quantity,Unit Price,Discount,Amount,Tax';
    await load(
      'a.csv',
      header,
      '1,2026-01-05,c1,Mug,2,10.00,1.50,18.50,1.85',
      '2,2026-01-06,c2,Mug,1,10.00,0.00,10.00,1.00',
      '3,2026-01-07,c2,Cup,4,2.50,1.00,9.00,0.90',
    );
    const replacing = await load('b.csv', header, '1,2026-01-05,c1,Mug,1,10.00,0.75,9.25,0.93');
    await load('c.csv', 'Order ID,Order Date,Amount', 'x,2026-03-02,0.1375');
    await shop.undo(replacing.id);
    const lines = await databaseOf(shop.shop.store)('order_lines')
      .orderBy(['day', 'id'])
      .select('amount', 'discount', 'tax');
    const number = (value: unknown) => (value === null ? null : Number(value));
    expect(lines.map(l => [l.amount, l.discount, l.tax].map(number))).toEqual([
      [185_000, 15_000, 18_500],
      [100_000, 0, 10_000],
      [90_000, 10_000, 9_000],
      [1_375, null, null],
    ]);
    // 18.50 + 10.00 + 9.00 + 0.1375
    expect(await revenue()).toBe(37.64);
    expect((await shop.ingests()).map(i => i.revenue)).toEqual([3_750, 14]);
  });

  it('stay what they were if the file that needs more decimals is refused', async () => {
    await load('a.csv', 'Order ID,Order Date,Amount', '1,2026-01-05,18.50');
    const rows = [
      '2,2026-01-06,0.1375',
      '3,2026-01-07,0.1375',
      '4,soon,1.00',
      '5,later,1.00',
      '6,never,1.00',
    ];
    await expect(load('b.csv', 'Order ID,Order Date,Amount', ...rows)).rejects.toThrow('cannot be read');
    expect([await digits(), await revenue()]).toEqual([2, 18.5]);
    const amounts = await databaseOf(shop.shop.store)('order_lines').pluck('amount');
    expect(amounts.map(Number)).toEqual([1_850]);
  });

  it('of other currencies are converted, and those of the own are as exact as the file has them', async () => {
    const rates = join(shop.folder, 'rates.csv');
    await writeFile(rates, 'date,currency,rate\n2026-01-01,EUR,1.25\n');
    const path = join(shop.folder, 'a.csv');
    const rows = Array.from({ length: 9 }, (_, i) => `${i},2026-01-05,0.1375,USD\n`);
    await writeFile(path, `Order ID,Date,Amount,Currency\n${rows.join('')}9,2026-01-05,10.00,EUR\n`);
    const result = await shop.ingest(path, undefined, { rates });
    // 9 x 0.1375 + 12.50 = 13.7375; 1.26 + 12.50 if each line were rounded
    expect(result.revenue).toBe(1_374);
    expect(result.understood?.assumptions.join(' ')).toContain('EUR 10.00 in 1 row to USD 12.50');
  });

  it('are refused in a sentence where they are too large to be added', async () => {
    const rows = Array.from({ length: 1_001 }, (_, i) => `${i},2026-03-02,90000000000.00`);
    await expect(load('a.csv', 'Order ID,Order Date,Amount', ...rows)).rejects.toThrow(
      'a.csv: with the files before it, its amounts are too large to be added exactly with 2 decimals.',
    );
    expect(await shop.ingests()).toEqual([]);
  });
});
