import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrationSource } from '../../migrations/index.js';
import { SeededRandom } from '../../seeds/random.js';
import { openShopkeeper } from '../../src/app/shopkeeper.js';
import { ingestsText, ingestText } from '../../src/surfaces/cli/show/ingest.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const HEADER = 'Order ID,Order Date,Customer ID,Status,Product,Amount\n';
/** Orders 1 and 2: 10 + 20. */
const A = `${HEADER}1,2026-01-05,c1,Shipped,Tea,10.00\n2,2026-01-06,c2,Shipped,Tea,20.00\n`;
/** The same orders, corrected: 11 + 22. */
const B = `${HEADER}1,2026-01-05,c1,Shipped,Tea,11.00\n2,2026-01-06,c2,Shipped,Tea,22.00\n`;
/** Order 2 corrected and 3 new: 25 + 30. */
const PART = `${HEADER}2,2026-01-06,c2,Shipped,Tea,25.00\n3,2026-02-07,c3,Shipped,Tea,30.00\n`;

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

/** Revenue and orders of everything. */
const state = async () => {
  const { revenue, orders } = await shop.figures('sales', 'value');
  return { revenue, orders };
};

describe('a file that is loaded again after a correction', () => {
  it('replaces the correction, and says so', async () => {
    expect(await shop.load('a.csv', A)).toMatchObject({ loaded: true, overtaken: null });
    expect(await shop.load('b.csv', B)).toMatchObject({ loaded: true, overtaken: null, ordersReplaced: 2 });
    expect(await state()).toEqual({ revenue: 33, orders: 2 });
    const again = await shop.load('a.csv', A);
    expect(again).toMatchObject({ loaded: true, overtaken: 2, ordersReplaced: 2 });
    expect(ingestText(again)).toContain('Loaded again, since later files had replaced 2 of its orders.');
    expect(await state()).toEqual({ revenue: 30, orders: 2 });
    expect((await shop.answer('segment customer c2')).rows[0]).toMatchObject({ frequency: 1, monetary: 20 });
    expect((await shop.ingests()).map(i => [i.id, i.file, i.overtaken])).toEqual([
      [1, 'a.csv', 2],
      [2, 'b.csv', 2],
      [3, 'a.csv', 0],
    ]);
    const listed = ingestsText(await shop.ingests()).split('\n');
    expect(listed.map(line => line.includes('2 orders')).filter(Boolean)).toHaveLength(2);
    expect(listed[1]).toContain('Replaced since');
  });

  it('changes nothing as long as all of it stands', async () => {
    await shop.load('a.csv', A);
    const version = await shop.shop.store.dataVersion();
    expect(await shop.load('again.csv', A)).toMatchObject({ id: 1, loaded: false, overtaken: null });
    await shop.load('b.csv', B);
    await shop.load('a.csv', A);
    expect(await shop.load('a.csv', A)).toMatchObject({ id: 3, loaded: false, overtaken: null });
    expect(await shop.shop.store.dataVersion()).toBe(version + 2);
    expect(await shop.ingests()).toHaveLength(3);
  });

  it('replaces what a partly overlapping file replaced, and leaves what that one brought besides', async () => {
    await shop.load('a.csv', A);
    await shop.load('part.csv', PART);
    expect(await state()).toEqual({ revenue: 10 + 25 + 30, orders: 3 });
    // One order of two was replaced by the file in between; both are replaced by the new load.
    expect(await shop.load('a.csv', A)).toMatchObject({ loaded: true, overtaken: 1, ordersReplaced: 2 });
    expect(await state()).toEqual({ revenue: 10 + 20 + 30, orders: 3 });
    expect(await shop.load('part.csv', PART)).toMatchObject({ loaded: true, overtaken: 1 });
    expect(await state()).toEqual({ revenue: 10 + 25 + 30, orders: 3 });
  });

  it('has nothing to do once the correction was taken back', async () => {
    await shop.load('a.csv', A);
    await shop.load('b.csv', B);
    await shop.undo(2);
    expect(await shop.load('a.csv', A)).toMatchObject({ id: 1, loaded: false });
    expect(await state()).toEqual({ revenue: 30, orders: 2 });
  });

  it('can be taken back, which brings the correction back', async () => {
    for (const content of [A, B, A]) await shop.load('file.csv', content);
    await shop.undo(3);
    expect(await state()).toEqual({ revenue: 33, orders: 2 });
    expect(await shop.load('a.csv', A)).toMatchObject({ loaded: true, overtaken: 2 });
    expect(await state()).toEqual({ revenue: 30, orders: 2 });
    // Taking the correction, or the first load, back leaves what was loaded last.
    await shop.undo(2);
    await shop.undo(1);
    expect(await state()).toEqual({ revenue: 30, orders: 2 });
    expect(await shop.load('a.csv', A)).toMatchObject({ loaded: false });
  });

  it('goes by what the file says, whatever statuses are excluded in between', async () => {
    const cancelled = B.replace('c2,Shipped', 'c2,Cancelled');
    await shop.load('a.csv', A);
    await shop.load('b.csv', cancelled);
    const again = await openShopkeeper(
      { ...shop.config, EXCLUDED_STATUSES: ['Cancelled'] },
      shop.log,
      shop.now,
    );
    // Order 2 is not counted now, but it is there as the file has it.
    expect((await again.ask('sales')).headline).toContain('$11.00');
    expect(await again.ingest(join(shop.folder, 'b.csv'))).toMatchObject({ loaded: false });
    expect(await again.ingest(join(shop.folder, 'a.csv'))).toMatchObject({ loaded: true, overtaken: 2 });
    expect((await again.ask('sales')).headline).toContain('$30.00');
    expect(await again.ingest(join(shop.folder, 'b.csv'))).toMatchObject({ loaded: true, excluded: 1 });
    expect((await again.ask('sales')).headline).toContain('$11.00');
    await again.close();
  });

  it('is loaded once by two processes at the same time', async () => {
    const other = await openShopkeeper(shop.config, shop.log, shop.now);
    const both = async () =>
      (await Promise.all([shop, other].map(s => s.ingest(join(shop.folder, 'a.csv')))))
        .map(r => r.loaded)
        .sort();
    await shop.load('b.csv', B);
    await shop.load('a.csv', A);
    await shop.load('b.csv', B);
    expect(await both()).toEqual([false, true]);
    expect(await state()).toEqual({ revenue: 30, orders: 2 });
    expect((await shop.ingests()).map(i => i.overtaken)).toEqual([2, 2, 2, 0]);
    await other.close();
  });

  it('is read in another way and back again', async () => {
    const content = 'Order Date,Customer ID,Amount\n01/02/2026,c1,5\n';
    await shop.close();
    shop = await openTestShop({ DATE_ORDER: 'mdy' });
    const dmy = await openShopkeeper({ ...shop.config, DATE_ORDER: 'dmy' }, shop.log, shop.now);
    await shop.load('us.csv', content);
    await dmy.ingest(join(shop.folder, 'us.csv'));
    expect((await shop.answer('segment customer c1')).rows[0]).toMatchObject({ lastOrder: '2026-02-01' });
    expect(await shop.load('us.csv', content)).toMatchObject({ loaded: true, overtaken: 1 });
    expect((await shop.answer('segment customer c1')).rows[0]).toMatchObject({ lastOrder: '2026-01-02' });
    await dmy.close();
  });

  it.each([1, 2, 3])('leaves for each order what was loaded last (seed %i)', async seed => {
    const random = new SeededRandom(seed);
    const contents = Array.from({ length: 4 }, (_, file) =>
      Object.fromEntries([0, 1, 2].map(i => [((file + i) % 4) + 1, random.whole(1, 99)])),
    );
    const csv = (orders: Record<string, number>) =>
      `${HEADER}${Object.entries(orders)
        .map(([order, amount]) => `${order},2026-01-0${order},c${order},Shipped,Tea,${amount}.00\n`)
        .join('')}`;
    const loads: { id: number; content: number }[] = [];
    const lastOf = (order: string) => loads.filter(l => order in (contents[l.content] ?? {})).at(-1);
    for (let step = 0; step < 25; step++) {
      const undone = loads[random.whole(0, Math.max(0, loads.length - 1))];
      if (undone && loads.length > 2 && random.chance(0.25)) {
        await shop.undo(undone.id);
        loads.splice(loads.indexOf(undone), 1);
      } else {
        const content = random.whole(0, 3);
        const orders = contents[content] ?? {};
        const stands = loads.some(
          l => l.content === content && Object.keys(orders).every(o => lastOf(o) === l),
        );
        const result = await shop.load('some.csv', csv(orders));
        expect(result.loaded).toBe(!stands);
        if (result.loaded) loads.push({ id: result.id, content });
      }
      const expected = ['1', '2', '3', '4'].flatMap(order => {
        const load = lastOf(order);
        return load ? [contents[load.content]?.[order] ?? 0] : [];
      });
      expect(await state()).toEqual({
        revenue: expected.reduce((sum, amount) => sum + amount, 0),
        orders: expected.length,
      });
    }
  });
});

describe('a file of customer summaries that is loaded again after a newer one', () => {
  const summary = (...rows: string[]) => `Customer ID,Total Spent,Orders,Last Order\n${rows.join('\n')}\n`;
  const first = summary('c1,100.00,5,2026-03-01', 'c2,20.00,1,2025-06-01', 'c3,300.00,9,2026-03-20');
  const second = summary('c2,25.00,2,2026-01-01', 'c4,40.00,2,2026-01-15');
  const spent = async () => {
    const rows = await Promise.all(['c1', 'c2', 'c3'].map(c => shop.answer(`segment customer ${c}`)));
    return rows.map(({ rows: [row] }) => row?.monetary);
  };

  it('is what counts again, and says so', async () => {
    await shop.load('first.csv', first);
    await shop.load('second.csv', second);
    expect(await spent()).toEqual([100, 25, 300]);
    expect((await shop.ingests()).map(i => i.overtaken)).toEqual([1, 0]);
    const again = await shop.load('first.csv', first);
    expect(again).toMatchObject({ kind: 'customers', loaded: true, overtaken: 1, customers: 3 });
    expect(ingestText(again)).toContain('later files had newer summaries for 1 of its customers.');
    expect(await spent()).toEqual([100, 20, 300]);
    expect(await shop.load('first.csv', first)).toMatchObject({ id: 3, loaded: false });
    await shop.undo(3);
    expect(await spent()).toEqual([100, 25, 300]);
    await shop.undo(2);
    expect(await shop.load('first.csv', first)).toMatchObject({ id: 1, loaded: false });
    expect(await spent()).toEqual([100, 20, 300]);
  });
});

describe('an order that an export was cut within', () => {
  const file = (...rows: string[]) =>
    `${HEADER}${rows.map(row => row.replace(' ', ',2026-01-05,c1,Shipped,').replace(' ', ',')).join('\n')}\n`;
  /** 1 + 2. */
  const part1 = file('1 Tea 1.00', '2 Tea 2.00');
  /** Goes on with order 2: 4, and 8. */
  const part2 = file('2 Mug 4.00', '3 Tea 8.00');

  it('is not what a file that begins with an order of the correction goes on with', async () => {
    await shop.load('a.csv', part1);
    // Order 1 alone, corrected to another product: on its own this looks like an export that was cut.
    expect(await shop.load('b.csv', file('1 Pot 16.00'))).toMatchObject({ ordersReplaced: 1 });
    expect(await state()).toEqual({ revenue: 16 + 2, orders: 2 });
    expect(await shop.load('a.csv', part1)).toMatchObject({ overtaken: 1, ordersContinued: 0 });
    expect(await state()).toEqual({ revenue: 1 + 2, orders: 2 });
  });

  it('keeps its first half when the file with the second is loaded again', async () => {
    await shop.load('1.csv', part1);
    expect(await shop.load('2.csv', part2)).toMatchObject({ ordersContinued: 1 });
    expect(await shop.load('2.csv', part2)).toMatchObject({ loaded: false, ordersContinued: 1 });
    await shop.load('b.csv', file('3 Tea 32.00'));
    expect(await state()).toEqual({ revenue: 1 + 2 + 4 + 32, orders: 3 });
    expect(await shop.load('2.csv', part2)).toMatchObject({ overtaken: 1, ordersContinued: 1 });
    expect(await state()).toEqual({ revenue: 1 + 2 + 4 + 8, orders: 3 });
    expect(await shop.load('1.csv', part1)).toMatchObject({ loaded: false });
    await shop.undo(4);
    expect(await state()).toEqual({ revenue: 1 + 2 + 4 + 32, orders: 3 });
  });

  it('has both halves again where a file with all of it came in between', async () => {
    await shop.load('1.csv', part1.replace('2,2026-01-05,c1,Shipped', '2,2026-01-05,c1,Cancelled'));
    await shop.load('2.csv', part2);
    await shop.load('b.csv', file('2 Tea 2.00', '2 Mug 64.00'));
    expect(await state()).toEqual({ revenue: 1 + 2 + 64 + 8, orders: 3 });
    const strict = await openShopkeeper(
      { ...shop.config, EXCLUDED_STATUSES: ['Cancelled'] },
      shop.log,
      shop.now,
    );
    expect(await strict.ingest(join(shop.folder, '2.csv'))).toMatchObject({ overtaken: 1 });
    expect((await strict.ask('sales')).headline).toContain('$13.00');
    await strict.close();
    const all = await openShopkeeper({ ...shop.config, EXCLUDED_STATUSES: [] }, shop.log, shop.now);
    expect((await all.ask('sales')).headline).toContain('$15.00');
    await all.undo(4);
    expect((await all.ask('sales')).headline).toContain('$75.00');
    await all.close();
  });

  it('goes on from a correction of its first half', async () => {
    await shop.load('1.csv', part1);
    await shop.load('2.csv', part2);
    expect(await shop.load('b.csv', part1.replace('Tea,2.00', 'Tea,2.50'))).toMatchObject({
      ordersReplaced: 2,
    });
    expect(await shop.load('2.csv', part2)).toMatchObject({ overtaken: 1, ordersContinued: 1 });
    expect(await state()).toEqual({ revenue: 1 + 2.5 + 4 + 8, orders: 3 });
  });

  it('is known in a store from before, too', async () => {
    const db = databaseOf(shop.shop.store);
    await shop.load('1.csv', part1);
    await shop.load('2.csv', part2);
    await shop.load('b.csv', file('2 Tea 2.00', '2 Mug 64.00'));
    await shop.load('c.csv', part1);
    expect((await db('ingests').orderBy('id')).map(i => i.orders_continued)).toEqual([0, 1, 0, 0]);
    await db.migrate.down({ migrationSource, name: '0007_loads_again' });
    await expect(db('ingests').select('orders_continued')).rejects.toThrow();
    expect(new Set(await db('ingests').pluck('content_hash')).size).toBe(4);
    await db.migrate.latest({ migrationSource });
    expect((await db('ingests').orderBy('id')).map(i => i.orders_continued)).toEqual([0, 1, 0, 0]);
  });
});
