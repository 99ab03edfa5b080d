import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ChunkSizes,
  DELETED,
  lastChunkId,
  listChunks,
  readChunks,
} from '../../../src/store/columns/chunk.js';
import { openStore, type Store } from '../../../src/store/engine/store.js';
import type { WriteTransaction } from '../../../src/store/engine/transaction.js';
import {
  ColumnWriter,
  rebuildColumns,
  refreshOrderColumns,
  removeOrders,
} from '../../../src/store/lines/index.js';
import { type Dimension, ensureDimension } from '../../../src/store/tables/dimensions.js';
import {
  insertOrderLines,
  LINE_COLUMNS,
  nextLineNumber,
  PART_COLUMNS,
} from '../../../src/store/tables/order-lines.js';
import { databaseOf } from '../../support/database.js';
import { newStoreUrl } from '../../support/store-url.js';

/** Small, so that a few dozen lines make several chunks. */
const SIZES: ChunkSizes = { most: 32, small: 8 };

/** What a line has beside its amount, in the order of the columns; null where it has nothing. */
type Parts = readonly (number | null)[];
/** A line as a plain row: customer, day, quantity, amount, 1 for a return, value of the dimension, parts. */
type Line = readonly [number, number, number, number, number, number, Parts];
/** What the columns are checked against: the lines of each order. */
type Model = Map<number, readonly Line[]>;
/** The ids of the chunks there are, and the highest there ever was. */
interface ChunkIds {
  readonly known: ReadonlySet<number>;
  readonly highest: number;
}

const NO_PARTS: Parts = [null, null, null, null, null];
const part = fc.option(fc.integer({ min: -9e12, max: 9e12 }), { nil: null });
const line: fc.Arbitrary<Line> = fc.tuple(
  fc.nat(5),
  fc.integer({ min: -400, max: 40_000 }),
  fc.integer({ min: -9e12, max: 9e12 }),
  fc.integer({ min: -9e12, max: 9e12 }),
  fc.nat(1),
  fc.nat(3),
  fc.oneof(fc.constant(NO_PARTS), fc.tuple(part, part, part, part, part)),
);
const orderId = fc.integer({ min: 1, max: 40 });
const lines = fc.oneof(
  { weight: 6, arbitrary: fc.array(line, { minLength: 1, maxLength: 4 }) },
  { weight: 1, arbitrary: fc.array(line, { minLength: 30, maxLength: 40 }) },
);
type Step =
  | {
      readonly do: 'load';
      readonly orders: readonly (readonly [number, readonly Line[]])[];
      readonly inParts: boolean;
    }
  | { readonly do: 'delete'; readonly orders: readonly number[] }
  | { readonly do: 'change'; readonly orders: readonly (readonly [number, readonly Line[]])[] }
  | { readonly do: 'rebuild' };

const orders = fc.uniqueArray(fc.tuple(orderId, lines), {
  selector: ([id]) => id,
  minLength: 1,
  maxLength: 12,
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('load' as const), orders, inParts: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('delete' as const),
      orders: fc.uniqueArray(orderId, { minLength: 1, maxLength: 15 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('change' as const), orders }) },
  { weight: 1, arbitrary: fc.constant({ do: 'rebuild' as const }) },
);

describe('Columns of lines', () => {
  let folder: string;
  let store: Store;
  let dimension: Dimension;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shopkeeper-columns-'));
    const made = await newStoreUrl(folder);
    remove = made.remove;
    store = await openStore(made.url);
    dimension = await store.write(trx =>
      ensureDimension(trx, { key: 'country', label: 'Country', sourceColumn: 'Country' }),
    );
  });

  afterAll(async () => {
    await store.close();
    await remove();
    await rm(folder, { recursive: true, force: true });
  });

  it('keep their invariants over any loads, replacements, deletions and rebuilds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async steps => {
        const model: Model = new Map();
        let ids: ChunkIds = { known: new Set(), highest: await store.write(emptyTables) };
        for (const next of steps) {
          await store.write(trx => take(trx, dimension, next, model));
          ids = await check(store, dimension, model, ids);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** @returns the highest chunk id that was ever given */
async function emptyTables(trx: WriteTransaction): Promise<number> {
  const db = databaseOf(trx);
  for (const table of ['order_lines', 'line_columns', 'line_chunks']) await db(table).delete();
  return Number((await db('store_state').where({ key: 'last_chunk' }).first('value'))?.value);
}

/**
 * Does one thing to the tables and the columns, as the code that loads and takes back does, and to the model.
 */
async function take(trx: WriteTransaction, dimension: Dimension, next: Step, model: Model): Promise<void> {
  switch (next.do) {
    case 'load':
      return load(trx, dimension, next, model);
    case 'delete':
      for (const id of next.orders) model.delete(id);
      await storeRows(trx, dimension, next.orders, model);
      return refreshOrderColumns(trx, [dimension], new Set(next.orders), SIZES);
    case 'change':
      for (const [id, ordered] of next.orders) model.set(id, ordered);
      await storeRows(
        trx,
        dimension,
        next.orders.map(([id]) => id),
        model,
      );
      return refreshOrderColumns(trx, [dimension], new Set(next.orders.map(([id]) => id)), SIZES);
    case 'rebuild':
      return rebuildColumns(trx, [dimension], SIZES);
  }
}

async function load(
  trx: WriteTransaction,
  dimension: Dimension,
  { orders: loaded, inParts }: Step & { do: 'load' },
  model: Model,
): Promise<void> {
  const lastChunk = await lastChunkId(trx);
  const replaced = new Set(loaded.map(([id]) => id).filter(id => model.has(id)));
  const writer = new ColumnWriter([dimension], SIZES);
  for (const [id, ordered] of loaded) {
    for (const [customer, day, quantity, amount, isReturn, value, parts] of ordered)
      writer.add(
        { orderId: id, customerId: customer || null, day, quantity, amount, isReturn: isReturn === 1, parts },
        [value || null],
      );
    if (inParts) await writer.writeFull(trx);
    model.set(id, ordered);
  }
  await storeRows(
    trx,
    dimension,
    loaded.map(([id]) => id),
    model,
  );
  await removeOrders(trx, replaced, lastChunk);
  await writer.finish(trx);
}

/** Makes the rows of these orders what the model has. */
async function storeRows(
  trx: WriteTransaction,
  dimension: Dimension,
  ids: readonly number[],
  model: Model,
): Promise<void> {
  await databaseOf(trx)('order_lines')
    .whereIn('order_id', [...ids])
    .delete();
  let number = await nextLineNumber(trx);
  const rows = ids.flatMap(id =>
    (model.get(id) ?? []).map(([customer, day, quantity, amount, isReturn, value, parts]) => [
      number++,
      1,
      id,
      customer || null,
      day,
      quantity,
      amount,
      isReturn === 1,
      value || null,
      ...parts,
    ]),
  );
  await insertOrderLines(trx, [...LINE_COLUMNS, `d${dimension.id}`, ...PART_COLUMNS], rows);
}

/** Checks what README.md of the columns says always holds. @returns the ids of its chunks */
async function check(store: Store, dimension: Dimension, model: Model, before: ChunkIds): Promise<ChunkIds> {
  const headers = await listChunks(store);
  const chunks = await readChunks(store, headers);
  const found: Model = new Map();
  let small = 0;
  for (const chunk of chunks) {
    const { header } = chunk;
    const deleted = chunk.column(DELETED);
    const [order, days] = [chunk.column('order'), chunk.column('day')];
    const columns = [
      chunk.column('customer'),
      days,
      chunk.column('quantity'),
      chunk.column('amount'),
      chunk.column('isReturn'),
      chunk.column(`d${dimension.id}`),
    ];
    const [known, parts] = [chunk.column('parts'), PART_COLUMNS.map(name => chunk.column(name))];
    const partsOf = (i: number): Parts =>
      parts.map((numbers, p) => (((known[i] as number) >> p) % 2 === 1 ? (numbers[i] as number) : null));
    const ordersHere = new Map<number, Line[]>();
    let last: number | undefined;
    for (let i = 0; i < header.lines; i++) {
      expect(days[i]).toBeGreaterThanOrEqual(header.firstDay);
      expect(days[i]).toBeLessThanOrEqual(header.lastDay);
      if (deleted[i] === 1) continue;
      const id = order[i] as number;
      // Live lines of an order lie together: once another order has begun, it does not come again.
      if (id !== last) expect(ordersHere.has(id) || found.has(id)).toBe(false);
      last = id;
      const rows = ordersHere.get(id) ?? [];
      rows.push([...columns.map(column => column[i]), partsOf(i)] as unknown as Line);
      ordersHere.set(id, rows);
    }
    for (const [id, rows] of ordersHere) found.set(id, rows);
    const marks = [...deleted].filter(mark => mark === 1).length;
    expect(header.deleted).toBe(marks);
    expect(marks * 2).toBeLessThanOrEqual(header.lines);
    if (header.lines > SIZES.most) expect(ordersHere.size).toBe(1);
    if (header.lines - marks < SIZES.small) small++;
    if (!before.known.has(header.id)) expect(header.id).toBeGreaterThan(before.highest);
  }
  expect(small).toBeLessThanOrEqual(1);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(model));
  const known = new Set(headers.map(header => header.id));
  return { known, highest: Math.max(before.highest, ...known) };
}
