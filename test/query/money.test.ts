import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrationSource } from '../../migrations/index.js';
import { ShopkeeperError } from '../../src/core/errors.js';
import { reconcile } from '../../src/ingest/load/reconcile.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const HEADER = 'Order ID,Date,Customer,Product,Country,Quantity,Gross,Discount,Net sales,Tax,Shipping,Cost';
/** Shipping stands on one line of each order. The cup of A3 has no cost; of A4 a tea came back. */
const ROWS = [
  'A1,2026-03-02,C1,Tea,France,2,40.00,4.00,36.00,7.20,5.00,20.00',
  'A1,2026-03-02,C1,Cup,France,1,15.00,0.00,15.00,3.00,0.00,6.00',
  'A2,2026-03-03,C2,Tea,Spain,1,20.00,2.00,18.00,3.60,4.00,10.00',
  'A3,2026-03-04,C1,Cup,France,4,60.00,0.00,60.00,12.00,5.00,',
  'A3,2026-03-04,C1,Tea,France,1,20.00,5.00,15.00,3.00,0.00,10.00',
  'A4,2026-03-08,C3,Soap,Spain,1,20.00,0.00,20.00,4.00,0.00,7.50',
  'A4,2026-03-08,C3,Tea,Spain,-1,-20.00,-2.00,-18.00,-3.60,0.00,-10.00',
];
/** Of the next month, of a shop that wrote down less. */
const OTHERS = [
  'Order ID,Date,Customer,Product,Country,Quantity,Net sales',
  'B1,2026-04-02,C1,Tea,France,2,36.00',
  'B2,2026-04-03,C2,Cup,Spain,1,15.00',
];
const file = (rows: readonly string[], header = HEADER) => `${[header, ...rows].join('\n')}\n`;
const ALL = 'measure:gross,discount,refunds,revenue,tax,shipping,cost,profit,margin,discount-rate';
/**
 * Sales 36 + 15 + 18 + 60 + 15 + 20 = 164, and discounts of 4 + 2 + 5. The costs are of lines that bring
 * 164 - 60 - 18 = 86: 20 + 6 + 10 + 10 + 7.50 - 10.
 */
const FIGURES = [175, 11, 18, 146, 29.2, 14, 43.5, 42.5, 0.494186, 0.062857];

describe('what files have beside revenue', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop({}, '2026-03-09T00:00:00Z');
    await shop.load('march.csv', file(ROWS));
  });
  afterAll(() => shop.close());

  const values = async (text: string) => (await shop.answer(text)).rows.map(row => row.value);
  const rows = async (text: string) => (await shop.answer(text)).rows.map(row => Object.values(row));
  const notes = async (text: string) => (await shop.ask(text)).notes;

  it('is added up to the cent, and gross less discounts less refunds is revenue', async () => {
    expect(await values(ALL)).toEqual(FIGURES);
  });

  it('adds up by every field', async () => {
    const fields = [
      'product',
      'country',
      'customer',
      'order',
      'day',
      'weekday',
      'month',
      'buyers',
      'country,product',
    ];
    const measures = ['gross', 'discount', 'tax', 'shipping', 'cost', 'profit'];
    for (const by of fields) {
      const { rows: groups } = await shop.answer(`measure:${measures.join(',')} by:${by}`);
      const sums = measures.map(
        m => groups.reduce((sum, g) => sum + Math.round(Number(g[m] ?? 0) * 100), 0) / 100,
      );
      expect(sums, by).toEqual([175, 11, 29.2, 14, 43.5, 42.5]);
    }
  });

  it('has no profit where no cost is known, and ratios of sums', async () => {
    expect(await rows('measure:profit,margin,cost by:order')).toEqual(
      [
        ['A1', 25, 0.490196, 26],
        ['A4', 4.5, 2.25, -2.5],
        ['A2', 8, 0.444444, 10],
        ['A3', 5, 0.333333, 10],
      ].sort((a, b) => Number(b[1]) - Number(a[1])),
    );
    expect(await rows('measure:profit,margin product:cup by:order')).toEqual([
      ['A1', 9, 0.6],
      ['A3', null, null],
    ]);
    expect(await rows('measure:discount-rate by:product')).toEqual([
      ['Tea', 0.1375],
      ['Cup', 0],
      ['Soap', 0],
    ]);
  });

  it('says in money what has no cost, and which charges stand on one line of an order', async () => {
    expect(await notes('measure:profit by:country')).toContainEqual({
      kind: 'costUnknown',
      revenue: 6000,
      of: 14600,
      currency: 'USD',
    });
    const places = { kind: 'partOnOneLine', part: 'shipping charge', orders: 2, onOneLine: 2, by: 'Product' };
    expect(await notes('measure:shipping by:product')).toContainEqual(places);
    expect(await notes('measure:shipping product:tea')).toContainEqual(places);
    for (const text of ['measure:shipping by:country', 'measure:shipping', 'measure:tax by:product'])
      expect(
        (await notes(text)).filter(note => note.kind === 'partOnOneLine'),
        text,
      ).toEqual([]);
  });

  it('is refused by the column that the files lack', async () => {
    const asked = shop.ask('measure:tip');
    await expect(asked).rejects.toThrow(ShopkeeperError);
    await expect(asked).rejects.toThrow("Tips cannot be said: this shop's files have no column of tips.");
  });

  it('is as the store is made anew by an upgrade', async () => {
    const { store } = shop.shop;
    const db = databaseOf(store);
    const kept = () => db('line_columns').whereIn('name', ['parts', 'discount', 'cost']).pluck('name');
    expect(new Set(await kept())).toEqual(new Set(['parts', 'discount', 'cost']));
    await db.migrate.down({ migrationSource, name: '0011_line_part_columns' });
    expect(await kept()).toEqual([]);
    await db.migrate.latest({ migrationSource });
    await reconcile(store, [], async () => {});
    expect(new Set(await kept())).toEqual(new Set(['parts', 'discount', 'cost']));
    expect(await values(ALL)).toEqual(FIGURES);
  });

  it('follows corrections, and files that are taken back', async () => {
    // The cup of A3 has a cost now, and so all lines have one.
    const corrected = [`${ROWS[3]}22.50`, ROWS[4] ?? ''];
    await shop.load('corrected.csv', file(corrected));
    expect(await values('measure:cost,profit,discount,shipping')).toEqual([66, 80, 11, 14]);
    expect((await notes('measure:profit')).map(note => note.kind)).not.toContain('costUnknown');
    await shop.undo(2);
    expect(await values(ALL)).toEqual(FIGURES);
    await shop.load('april.csv', file(OTHERS.slice(1), OTHERS[0]));
    expect(await values('measure:gross,profit,tax')).toEqual([226, 42.5, 29.2]);
    expect(await values('measure:tax period:2026-04')).toEqual([0]);
    expect(await notes('measure:tax period:2026-04')).toContainEqual({ kind: 'partUnknown', part: 'tax' });
    expect(await values('measure:profit period:2026-04')).toEqual([null]);
    await shop.undo(1);
    await expect(shop.ask('measure:profit')).rejects.toThrow("this shop's files have no cost column");
    expect(await databaseOf(shop.shop.store)('line_columns').where({ name: 'parts' })).toEqual([]);
  });
});

describe('a shop that leaves statuses out', () => {
  it('leaves what lines have beside revenue out with them', async () => {
    const shop = await openTestShop({ EXCLUDED_STATUSES: 'Cancelled' }, '2026-03-09T00:00:00Z');
    const statuses = ['Shipped', 'Shipped', 'Cancelled', 'Shipped', 'Shipped', 'Shipped', 'Shipped'];
    await shop.load(
      'march.csv',
      file(
        ROWS.map((row, i) => `${row},${statuses[i]}`),
        `${HEADER},Status`,
      ),
    );
    const { rows } = await shop.answer('measure:gross,discount,tax,shipping,cost');
    expect(rows.map(row => row.value)).toEqual([155, 9, 25.6, 10, 33.5]);
    await shop.close();
  });
});

describe('a charge that is written once for an order', () => {
  it('is spread over its lines, and adds up to the cent by product', async () => {
    const shop = await openTestShop({}, '2026-03-09T00:00:00Z');
    await shop.load('march.csv', file(ROWS.map(row => row.replace(/(?<=\.\d0,)0\.00(?=,[^,]*$)/, ''))));
    const { rows } = await shop.answer('measure:shipping by:product');
    expect(rows.map(row => Object.values(row))).toEqual([
      // 5 x 36 / 51, 4, and 5 x 15 / 75.
      ['Tea', 8.53],
      ['Cup', 5.47],
      ['Soap', 0],
    ]);
    expect((await shop.ask('measure:shipping by:product')).notes.map(n => n.kind)).not.toContain(
      'partOnOneLine',
    );
    await shop.close();
  });
});
