import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShopkeeper } from '../../src/app/shopkeeper.js';
import { composeDigest } from '../../src/digest/compose/compose.js';
import { withLate } from '../../src/digest/compose/ledger.js';
import { storePosted } from '../../src/digest/delivery/posted.js';
import { ingestText } from '../../src/surfaces/cli/show/ingest.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const HEADER = 'Order ID,Order Date,Customer ID,Product,Amount\n';
const PRICED = 'Order ID,Order Date,Customer ID,Product,Quantity,Unit Price\n';
/** Dollars and cents: 60.00. */
const CENTS = `${HEADER}a1,2026-03-02,c1,Tea,10.25\na2,2026-03-10,c2,Mug,19.75\na3,2026-03-20,c1,Tea,30.00\n`;

/** `1.204` in ten-thousandths. */
const units = (text: string): bigint => {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(4, '0'));
};

/** Ten-thousandths in cents, half to even, as a number of dollars. */
function dollars(exact: bigint): number {
  const [cents, rest] = [exact / 100n, exact % 100n];
  const isUp = rest > 50n || (rest === 50n && cents % 2n === 1n);
  return Number(isUp ? cents + 1n : cents) / 100;
}

/** Amounts with up to four decimals, by a fixed rule. */
const AMOUNTS = Array.from({ length: 300 }, (_, i) => ((((i + 1) * 7919) % 50_000) / 10_000 + 1).toFixed(4));
const manyRows = (prefix: string): string =>
  HEADER + AMOUNTS.map((a, i) => `${prefix}${i},2026-03-${(i % 28) + 1},c${i % 7},P${i % 3},${a}\n`).join('');

describe('amounts with more decimals than the currency', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());
  const revenue = async (question = 'sales') => (await shop.figures(question, 'value')).revenue;
  const decimals = async () =>
    JSON.parse((await databaseOf(shop.shop.store)('store_notes').where({ key: 'amounts' }).first()).value);
  const assumptions = async (name: string, content: string) =>
    (await shop.load(name, content)).understood?.assumptions;

  it('sum to what their exact sum is rounded to, in all and in each group', async () => {
    await shop.load('a.csv', manyRows('a'));
    const sum = (of: (i: number) => boolean) =>
      dollars(AMOUNTS.reduce((s, a, i) => (of(i) ? s + units(a) : s), 0n));
    expect(await revenue()).toBe(sum(() => true));
    expect(await shop.figures('sales by product', 'revenue')).toEqual(
      Object.fromEntries([0, 1, 2].map(p => [`P${p}`, sum(i => i % 3 === p)])),
    );
    const { rows } = await shop.answer('segment customer c3');
    expect(JSON.stringify(rows)).toContain(String(sum(i => i % 7 === 3)));
  });

  it('are exact as quantity x price', async () => {
    // 0.1375 x 3 + 0.0625 x 2 + 1.005 x 1.5 = 0.4125 + 0.125 + 1.5075
    await shop.load(
      'a.csv',
      `${PRICED}1,2026-03-02,c1,Tea,3,0.1375\n2,2026-03-03,c2,Mug,2,0.0625\n3,2026-03-04,c1,Oil,1.5,1.005\n`,
    );
    // 2.045, half to even.
    expect(await revenue()).toBe(2.04);
    expect((await shop.ask('sales')).headline).toContain('$2.04 from 3 orders');
  });

  it('are said to be kept', async () => {
    expect(await assumptions('a.csv', manyRows('a'))).toContain(
      'Some amounts or discounts have more than 2 decimals: each is kept exactly, and only sums are rounded.',
    );
    expect(await decimals()).toEqual({ code: 'USD', digits: 4, shown: 2, table: 2 });
  });

  it.each([
    ['three', '1.125', '2.125', 3.25, 4],
    ['four', '0.1375', '0.1375', 0.28, 4],
    ['five', '1.23456', '2.34044', 3.58, 6],
    ['six', '0.004999', '0.000002', 0.01, 6],
    ['ten, of which six are kept', '0.3333333333', '0.3333333333', 0.67, 6],
  ])('are kept where they are %s', async (_, a, b, sum, stored) => {
    const result = await shop.load('a.csv', `${HEADER}1,2026-03-02,c1,Tea,${a}\n2,2026-03-03,c1,Tea,${b}\n`);
    expect([result.revenue, result.ledger]).toEqual([Math.round(sum * 100), []]);
    expect(await revenue()).toBe(sum);
    expect(await decimals()).toEqual({ code: 'USD', digits: stored, shown: 2, table: 2 });
  });

  it('of a file with dollars and cents leave everything as it always was', async () => {
    const result = await shop.load('a.csv', CENTS);
    expect(result).toMatchObject({ revenue: 6_000, minorDigits: 2 });
    expect(result.understood?.assumptions.join()).not.toContain('decimal');
    expect(await decimals()).toEqual({ code: 'USD', digits: 2, table: 2 });
    expect(
      await databaseOf(shop.shop.store)('order_lines')
        .orderBy('id')
        .pluck('amount')
        .then(a => a.map(Number)),
    ).toEqual([1_025, 1_975, 3_000]);
  });

  it.each([
    ['a double', ['284.74000000000001', '12.100000000000001', '0.30000000000000004']],
    ['a float of four bytes', ['284.739990234375', '12.1000003814697', '0.300000011920929']],
    ['zeros', ['284.74000', '12.1000', '0.300']],
  ])('are not what %s writes behind the cents', async (_, [a, b, c]) => {
    await shop.load(
      'a.csv',
      `${HEADER}1,2026-03-02,c1,Tea,${a}\n2,2026-03-02,c1,Tea,${b}\n3,2026-03-02,c1,Tea,${c}\n`,
    );
    expect(await decimals()).toEqual({ code: 'USD', digits: 2, table: 2 });
    expect(await revenue()).toBe(297.14);
  });

  it('begin the load again where only a late line has them', async () => {
    const rows = Array.from({ length: 9_000 }, (_, i) => `${i},2026-03-02,c${i % 50},Tea,1.25\n`);
    const content = `${HEADER}${rows.join('')}9000,2026-03-03,c1,Tea,0.1375\n9001,2026-03-03,c1,Tea,0.1375\n`;
    expect(await shop.load('a.csv', content)).toMatchObject({ lines: 9_002, revenue: 1_125_028 });
    expect((await decimals()).digits).toBe(4);
  });

  it('give a store of cents more decimals, and answers stay what they were', async () => {
    await shop.load('cents.csv', CENTS);
    const questions = [
      'sales',
      'sales by product',
      'segment',
      'segment members',
      'segment cuts',
      'sales trend by week',
      'sales deal-sizes',
      'sales repeat',
    ];
    const asked = () => Promise.all(questions.map(q => shop.answer(`${q}`).catch(String)));
    const before = await asked();
    const undone = await shop.load('b.csv', manyRows('b'));
    const exact = AMOUNTS.reduce((sum, a) => sum + units(a), units('60.00'));
    expect(await revenue()).toBe(dollars(exact));
    await shop.undo(undone.id);
    expect(await asked()).toEqual(before);
    // The same content again, and a second time.
    expect(await shop.load('b.csv', manyRows('b'))).toMatchObject({ loaded: true });
    expect(await shop.load('b.csv', manyRows('b'))).toMatchObject({
      loaded: false,
      minorDigits: 2,
      revenue: undone.revenue,
    });
    expect(await revenue()).toBe(dollars(exact));
    expect((await shop.ingests()).map(i => [i.minorDigits, i.revenue])).toEqual([
      [2, 6_000],
      [2, undone.revenue],
    ]);
  });

  it('are kept when the store is opened again', async () => {
    await shop.load('a.csv', manyRows('a'));
    const logged: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => logged.push(JSON.parse(line).msg) });
    const own = await openShopkeeper(shop.config, log, shop.now);
    expect((await own.ask('sales')).headline).toBe((await shop.ask('sales')).headline);
    await own.ingest(join(shop.folder, 'a.csv'));
    await own.close();
    expect([logged, (await decimals()).digits]).toEqual([[], 4]);
  });

  it('do not make a digest report sales that nobody changed', async () => {
    await shop.load('cents.csv', CENTS);
    const day = shop.shop.today() - 15;
    const first = await composeDigest(shop.shop, day);
    await storePosted(shop.shop.store, first, { channel: 'C1', ts: '1.2', at: shop.now() });
    const late = `${HEADER}b1,2026-03-27,c3,Tea,0.1375\n`;
    await shop.load('b.csv', late);
    const notes = async () => {
      const digest = await composeDigest(shop.shop, day + 7);
      const late = await shop.shop.read(({ store, currency }) => withLate(digest, store, currency));
      return JSON.stringify(late.headline.notes);
    };
    expect(await notes()).not.toContain('added late');
    await shop.load('c.csv', `${HEADER}b2,2026-03-03,c3,Tea,0.1375\n`);
    expect(await notes()).toContain('1 more order, +$0.14');
  });

  it('are rounded in each line where sums would be too large, which is said with its effect', async () => {
    const large = '10000000000.004';
    const result = await shop.load(
      'a.csv',
      `${HEADER}1,2026-03-02,c1,Tea,${large}\n2,2026-03-02,c1,Tea,0.004\n3,2026-03-02,c1,Tea,0.004\n`,
    );
    expect(result.ledger).toEqual([{ kind: 'rounding', rows: 3, amount: 1 }]);
    expect(ingestText(result)).toContain(
      '3 amounts had more decimals than sums this large allow, and each was rounded: together $0.01 too little.',
    );
    expect(await decimals()).toEqual({ code: 'USD', digits: 2, table: 2 });
    expect(await revenue()).toBe(10_000_000_000);
  });

  it('have four decimals where sums would be too large for six', async () => {
    // At six decimals, sums up to a hundredth of 2^53 are 90 million.
    const rows = Array.from({ length: 20 }, (_, i) => `${i},2026-03-02,c1,Tea,5000000.00075\n`);
    const result = await shop.load('a.csv', HEADER + rows.join(''));
    // 20 x 0.00075 = 0.015; to four decimals, half to even, 20 x 0.0008 = 0.016.
    expect([result.revenue, (await decimals()).digits]).toEqual([10_000_000_002, 4]);
    expect(result.ledger).toEqual([]);
  });

  it('keep the decimals of a store whose sums would become too large', async () => {
    await shop.load('a.csv', `${HEADER}1,2026-03-02,c1,Tea,10000000000.25\n`);
    await shop.load('b.csv', `${HEADER}2,2026-03-02,c1,Tea,0.504\n`);
    expect([await revenue(), (await decimals()).digits]).toEqual([10_000_000_000.75, 2]);
  });

  it('are refused in a store that has four decimals already, where sums would not be exact', async () => {
    await shop.load('a.csv', `${HEADER}1,2026-03-02,c1,Tea,0.1375\n`);
    const rows = Array.from({ length: 11 }, (_, i) => `b${i},2026-03-02,c1,Tea,90000000000.00\n`);
    await expect(shop.load('b.csv', HEADER + rows.join(''))).rejects.toThrow(
      'too large to be added exactly with 4 decimals',
    );
    expect(await revenue()).toBe(0.14);
  });

  it('of customers who are summed up are exact, too', async () => {
    const summary =
      'Customer ID,Total Spent,Orders,Last Order\nc8,700.004,2,2026-03-01\nc9,900.004,1,2026-02-01\n';
    expect(await shop.load('s.csv', summary)).toMatchObject({ kind: 'customers', revenue: 160_001 });
  });
});

describe('amounts in a currency without decimals', () => {
  it('are exact, and shown without any', async () => {
    const shop = await openTestShop({ SHOP_CURRENCY: 'JPY' });
    await shop.load(
      'a.csv',
      `${HEADER}1,2026-03-02,c1,Tea,100.4\n2,2026-03-02,c1,Tea,100.4\n3,2026-03-02,c1,Tea,100.4\n`,
    );
    expect((await shop.figures('sales', 'value')).revenue).toBe(301);
    expect((await shop.ask('sales')).headline).toContain('¥301 from 3 orders');
    expect((await shop.ingests())[0]).toMatchObject({ minorDigits: 0, revenue: 301 });
    await shop.close();
  });
});
