import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeptColumns } from '../../../src/store/engine/kept-columns.js';
import { clearMemoized } from '../../../src/store/engine/memoize.js';
import { databaseOf } from '../../support/database.js';
import { openTestShop, type TestShop } from '../../support/shop.js';

const bytes = (length: number) => Buffer.alloc(length, 7);

describe('columns that are kept in memory', () => {
  it('are those of their chunk, name and version', () => {
    const kept = new KeptColumns(10_000);
    kept.add(1, 'amount', { version: 0, data: bytes(3) });
    kept.add(1, 'gone', { version: 2, data: bytes(4) });
    kept.add(2, 'd1', { version: 0, data: null });
    expect(kept.get(1, 'amount', 0)).toEqual(bytes(3));
    expect([kept.get(1, 'gone', 2), kept.get(1, 'gone', 3)]).toEqual([bytes(4), undefined]);
    // Known to be absent, and not known.
    expect([kept.get(2, 'd1', 0), kept.get(2, 'd2', 0)]).toEqual([null, undefined]);
  });

  it('take no more than they may, and room is made by chunks that are dropped', () => {
    const kept = new KeptColumns(2_500);
    for (const chunk of [1, 2, 3]) kept.add(chunk, 'amount', { version: 0, data: bytes(1_000) });
    // 200 bytes are counted for each beside its own: two fit.
    expect([1, 2, 3].map(chunk => kept.get(chunk, 'amount', 0)?.length)).toEqual([1_000, 1_000, undefined]);
    kept.keepOnly(new Set([2, 3]));
    kept.add(3, 'amount', { version: 0, data: bytes(1_000) });
    expect([1, 2, 3].map(chunk => kept.get(chunk, 'amount', 0)?.length)).toEqual([undefined, 1_000, 1_000]);
  });

  it('take the place of those of an earlier version', () => {
    const kept = new KeptColumns(2_500);
    for (let version = 0; version < 9; version++) kept.add(1, 'gone', { version, data: bytes(1_000) });
    expect(kept.get(1, 'gone', 8)).toEqual(bytes(1_000));
  });
});

describe('a question that was asked before', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  const file = (rows: string) => `Order ID,Date,Customer,Product,Quantity,Total\n${rows}`;
  const revenue = () => shop.figures('sales by product', 'revenue');
  it('sees each correction, deletion and undo, on any engine', async () => {
    await shop.load('first.csv', file('1,2026-03-02,a,Tea,1,10.00\n2,2026-03-03,b,Cup,1,5.00\n'));
    expect(await revenue()).toEqual({ Tea: 10, Cup: 5 });
    await shop.load('second.csv', file('2,2026-03-03,b,Cup,1,7.00\n3,2026-03-04,b,Pot,1,20.00\n'));
    expect(await revenue()).toEqual({ Pot: 20, Tea: 10, Cup: 7 });
    const second = (await shop.ingests()).find(ingest => ingest.file === 'second.csv');
    await shop.undo(second?.id ?? 0);
    expect(await revenue()).toEqual({ Tea: 10, Cup: 5 });
  });

  it('reads no columns again until there are new ones', async () => {
    await shop.load('first.csv', file('1,2026-03-02,a,Tea,1,10.00\n'));
    expect(await revenue()).toEqual({ Tea: 10 });
    // It is computed each time: neither the answer nor what it was made of is remembered.
    clearMemoized(shop.shop.store);
    const columns = databaseOf(shop.shop.store)('line_columns');
    const stored: { data: Buffer }[] = await columns.clone().select('chunk_id', 'name', 'data');
    await columns.clone().delete();
    expect(await revenue()).toEqual({ Tea: 10 });
    await columns.clone().insert(stored);
    await shop.load('second.csv', file('2,2026-03-03,b,Cup,1,7.00\n'));
    expect(await revenue()).toEqual({ Tea: 10, Cup: 7 });
  });
});
