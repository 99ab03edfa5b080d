import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourcesOf } from '../../src/ingest/read/sources.js';
import { openTable } from '../../src/ingest/understand/plan.js';
import { rolesNamed } from '../../src/ingest/understand/roles-named.js';
import { openTestShop } from '../support/shop.js';

interface Line {
  readonly product: number;
  readonly quantity: number;
  /** Cents. */
  readonly price: number;
}

/** A shop, and how its files are spelt. */
interface MadeUp {
  readonly orders: readonly {
    readonly customer: number;
    readonly day: number;
    readonly lines: readonly Line[];
  }[];
  readonly isCounting: boolean;
  readonly seed: number;
}

const line = fc.record({
  product: fc.integer({ min: 0, max: 5 }),
  quantity: fc.integer({ min: 1, max: 4 }),
  price: fc.integer({ min: 50, max: 9_999 }),
});
const order = fc.record({
  customer: fc.integer({ min: 0, max: 5 }),
  day: fc.integer({ min: 1, max: 28 }),
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
});
const madeUp: fc.Arbitrary<MadeUp> = fc.record({
  orders: fc.array(order, { minLength: 3, maxLength: 14 }),
  isCounting: fc.boolean(),
  seed: fc.integer({ min: 1, max: 1_000_000 }),
});

/** Numbers that look random and are the same each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function shuffled<T>(items: readonly T[], next: () => number): T[] {
  return items
    .map(item => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** A table as CSV, its rows and columns in any order. */
function csvOf(rows: readonly Readonly<Record<string, string | number>>[], next: () => number): string {
  const columns = shuffled(Object.keys(rows[0] ?? {}), next);
  return [columns, ...shuffled(rows, next).map(row => columns.map(c => row[c]))]
    .map(r => r.join(','))
    .join('\n');
}

const money = (cents: number): string => (cents / 100).toFixed(2);

/** The shop as the files that a database would be exported to, and as one file. */
function filesOf({ orders, isCounting, seed }: MadeUp) {
  const next = random(seed);
  const key = (kind: string, i: number) => (isCounting ? i + 1 : `${kind}${(i + 3) * 7_919}`);
  const day = (date: number) => `2026-01-${String(date).padStart(2, '0')}`;
  const customers = [0, 1, 2, 3, 4, 5].map(i => ({
    customer_id: key('C', i),
    name: `Name ${i}`,
    city: `City ${i % 3}`,
  }));
  const products = [0, 1, 2, 3, 4, 5].map(i => ({
    product_id: key('P', i),
    title: `Thing ${i}`,
    price: money(1_000 + i),
  }));
  const lines = orders.flatMap((o, i) =>
    o.lines.map(l => ({
      order_id: key('O', i),
      product_id: key('P', l.product),
      quantity: l.quantity,
      price: money(l.price),
    })),
  );
  const heads = orders.map((o, i) => ({
    order_id: key('O', i),
    order_date: day(o.day),
    customer_id: key('C', o.customer),
  }));
  const flat = orders.flatMap((o, i) =>
    o.lines.map(l => ({
      order_id: key('O', i),
      order_date: day(o.day),
      customer_id: key('C', o.customer),
      product_id: key('P', l.product),
      quantity: l.quantity,
      price: money(l.price),
    })),
  );
  return {
    separate: {
      'orders.csv': csvOf(heads, next),
      'order_lines.csv': csvOf(lines, next),
      'customers.csv': csvOf(customers, next),
      'products.csv': csvOf(products, next),
    },
    flat: csvOf(flat, next),
    order: (paths: readonly string[]) => shuffled(paths, next),
  };
}

describe('a shop in several files', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'together-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function written(files: Readonly<Record<string, string>>, into = folder): Promise<string[]> {
    await mkdir(into, { recursive: true });
    const paths = Object.keys(files).map(name => join(into, name));
    for (const [i, text] of Object.values(files).entries()) await writeFile(paths[i]!, text);
    return paths;
  }

  it('has each line once, with its own order, customer and product', async () => {
    await fc.assert(
      fc.asyncProperty(madeUp, async shop => {
        const files = filesOf(shop);
        const sources = await sourcesOf(files.order(await written(files.separate)), openTable, rolesNamed);
        expect(sources).toHaveLength(1);
        const table = await sources[0]!.open();
        const at = (header: string) => table.header.indexOf(header);
        const wanted = ['order_id', 'order_date', 'customer_id', 'product_id', 'quantity', 'price'];
        const read: string[] = [];
        for await (const batch of table.rows())
          for (const { cells } of batch) read.push(wanted.map(header => cells[at(header)]).join(','));
        const [columns, ...rows] = files.flat.split('\n').map(row => row.split(','));
        const right = rows.map(row => wanted.map(header => row[columns!.indexOf(header)]).join(','));
        expect(read.sort()).toEqual(right.sort());
      }),
      { numRuns: 100 },
    );
  }, 120_000);

  it('reads back the same totals as in one file', async () => {
    for (const shop of fc.sample(madeUp, { numRuns: 3, seed: 15 })) {
      const files = filesOf(shop);
      const [apart, one] = [await openTestShop(), await openTestShop()];
      try {
        const results = [];
        for await (const result of apart.ingestAll(await written(files.separate, apart.folder)))
          results.push(result);
        await one.load('flat.csv', files.flat);
        expect(results).toHaveLength(1);
        expect(await apart.figures('sales', 'value')).toEqual(await one.figures('sales', 'value'));
        expect(await apart.figures('sales trend by day', 'revenue')).toEqual(
          await one.figures('sales trend by day', 'revenue'),
        );
      } finally {
        await apart.close();
        await one.close();
      }
    }
  }, 120_000);
});
