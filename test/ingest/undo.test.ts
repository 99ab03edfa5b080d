import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShopkeeper } from '../../src/app/shopkeeper.js';
import { CORNER_SHOP, openTestShop, type TestShop } from '../support/shop.js';

const HEADER = 'Order ID,Order Date,Customer ID,Country,Status,Amount\n';
const A = `${HEADER}1,2026-01-05,c1,Spain,Shipped,10.00\n2,2026-01-06,c2,Peru,Shipped,20.00\n`;
const B = `${HEADER}2,2026-01-06,c2,Peru,Cancelled,25.00\n3,2026-02-07,c3,Chile,Shipped,30.00\n`;
const C = `${HEADER}2,2026-02-08,c1,Chile,Shipped,27.00\n4,2026-02-09,c4,Spain,Shipped,40.00\n`;

describe('taking a file back', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  /** Everything that can be asked, as one value. */
  const everything = async (of: TestShop) => ({
    totals: await of.figures('sales', 'value').catch(String),
    countries: (await of.answer('sales by country').catch(() => ({ rows: [] }))).rows,
    months: (await of.answer('sales trend by month').catch(() => ({ rows: [] }))).rows,
    customers: (await of.answer('sales top-customers').catch(() => ({ rows: [] }))).rows,
    segments: (await of.answer('segment').catch(() => ({ rows: [] }))).rows,
  });

  it.each([
    ['the last', [A, B, C], [3], [A, B]],
    ['the first', [A, B, C], [1], [B, C]],
    ['one in the middle', [A, B, C], [2], [A, C]],
    ['two, the later first', [A, B, C], [3, 2], [A]],
    ['two, the earlier first', [A, B, C], [2, 3], [A]],
    ['the first two', [A, B, C], [1, 2], [C]],
    ['all', [A, B, C], [2, 1, 3], []],
  ])('leaves what the others say: %s', async (_, loaded, undone, left) => {
    for (const [i, content] of loaded.entries()) await shop.load(`${i}.csv`, content);
    for (const id of undone) await shop.undo(id);
    const other = await openTestShop();
    for (const [i, content] of left.entries()) await other.load(`${i}.csv`, content);
    expect(await everything(shop)).toEqual(await everything(other));
    expect((await shop.ingests()).map(i => i.file)).toHaveLength(left.length);
    await other.close();
  });

  it('lets the same file be loaded again, and says what came back', async () => {
    await shop.ingest(CORNER_SHOP);
    const before = await everything(shop);
    await shop.load(
      'b.csv',
      'Order ID,Order Date,Customer ID,Amount,Shelf\nA2,2026-01-20,c2,1.00,x\nA8,2026-03-10,c5,1.00,y\n',
    );
    expect(await shop.undo(2)).toMatchObject({ id: 2, file: 'b.csv', lines: 2, linesBack: 2 });
    expect(await everything(shop)).toEqual(before);
    // The dimension that came with it is gone.
    await expect(shop.answer('sales by shelf')).rejects.toThrow();
    expect(
      await shop.load(
        'b.csv',
        'Order ID,Order Date,Customer ID,Amount,Shelf\nA2,2026-01-20,c2,1.00,x\nA8,2026-03-10,c5,1.00,y\n',
      ),
    ).toMatchObject({ loaded: true, ordersReplaced: 2 });
  });

  it('says which there are where there is none of that number', async () => {
    await shop.ingest(CORNER_SHOP);
    await expect(shop.undo(7)).rejects.toMatchObject({
      message: 'There is no ingest 7.',
      hint: expect.stringContaining('1'),
    });
  });
});

describe('statuses that are not counted', () => {
  it('are left out of everything; the setting can be changed without loading again', async () => {
    const shop = await openTestShop({ EXCLUDED_STATUSES: 'cancelled' });
    const withStatus = (EXCLUDED_STATUSES: string[]) =>
      openShopkeeper({ ...shop.config, EXCLUDED_STATUSES }, shop.log, shop.now);
    expect(await shop.load('a.csv', A)).toMatchObject({ lines: 2, excluded: 0 });
    expect(await shop.load('b.csv', B)).toMatchObject({ lines: 1, excluded: 1, ordersReplaced: 1 });
    // Order 1 and 3; order 2 was replaced by a cancelled one.
    expect(await shop.figures('sales by country', 'revenue')).toEqual({ Spain: 10, Chile: 30 });
    expect((await shop.answer('segment')).rows.reduce((n, r) => n + Number(r.customers), 0)).toBe(2);

    const all = await withStatus([]);
    expect((await all.ask('sales by country')).rows).toHaveLength(3);
    expect((await all.ask('sales')).headline).toContain('$65.00');
    await all.close();
    const none = await withStatus(['Cancelled', 'shipped']);
    await expect(none.ask('sales')).rejects.toThrow();
    await none.close();
    const again = await withStatus(['Cancelled']);
    expect((await again.ask('sales')).headline).toContain('$40.00');
    await again.close();
    await shop.close();
  });
});
