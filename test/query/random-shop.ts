import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Query } from '../../src/core/query/query.js';
import { queryText } from '../../src/core/query/query-text.js';
import { openTestShop } from '../support/shop.js';
import { groupOf, type PlainContext } from './plain-fields.js';
import { ordersOf } from './plain-measures.js';
import { PERIODS } from './plain-query.js';
import { COLUMNS, fileOf, randomShop, TODAY } from './plain-shop.js';
import { SEGMENTS } from './shop-queries.js';

/** PostgreSQL takes several times as long for each; what it might do otherwise needs fewer to be found. */
export const isOnPostgres = process.env.TEST_STORE === 'postgres';
export const RUNS = isOnPostgres ? 40 : 150;

type AnswerRow = Readonly<Record<string, unknown>>;

/** A random shop that has been loaded, and its lines to compute with. */
export interface RandomShop {
  /** What a query of a period is computed from; segments are as of the end of it. */
  contextOf(period: string | undefined): Promise<{ readonly context: PlainContext; readonly asOf: string }>;
  /** What the shop answers, as JSON. */
  rowsOf(query: Query): Promise<AnswerRow[]>;
  /** What a band of order sizes is called: its name is the format's. */
  nameOf(key: string | null): string | null;
  close(): Promise<void>;
}

export async function openRandomShop(seed: number): Promise<RandomShop> {
  const shop = await openTestShop({}, `${TODAY}T10:00:00Z`);
  const lines = randomShop(seed);
  const path = join(shop.folder, 'shop.csv');
  await writeFile(path, fileOf(lines));
  await shop.ingest(path, undefined, { map: COLUMNS });
  const contexts = new Map<string, PlainContext>();

  const contextOf: RandomShop['contextOf'] = async period => {
    const end = period === undefined ? TODAY : (PERIODS[period]?.[1] ?? '');
    const asOf = end > TODAY ? TODAY : end;
    const known = contexts.get(asOf);
    if (known) return { context: known, asOf };
    const { rows } = await shop.answer(`list:customers top:50 as-of:${asOf}`);
    const segments = new Map(
      rows.filter(row => row.segment !== null).map(row => [String(row.customer), String(row.segment)]),
    );
    const context = { lines, orders: ordersOf(lines), segments, segmentOrder: SEGMENTS, asOf };
    contexts.set(asOf, context);
    return { context, asOf };
  };

  /** Every band has an order, so bands by their places are named by those of the answer. */
  const bandNames = async (): Promise<ReadonlyMap<string, string>> => {
    const { context } = await contextOf(undefined);
    const bands = new Map(lines.map(line => groupOf('order-size', line, context)).map(g => [g.at, g.key]));
    const keys = [...bands].sort(([a], [b]) => Number(a) - Number(b)).flatMap(([, key]) => key ?? []);
    const { rows } = await shop.answer('measure:orders by:order-size');
    const names = rows.map(row => row.orderSize).filter(name => name !== null);
    expect(names).toHaveLength(keys.length);
    return new Map(keys.map((key, i) => [key, String(names[i])]));
  };
  const bands = await bandNames();

  return {
    contextOf,
    // JSON knows no minus zero.
    rowsOf: async query => {
      const { rows } = await shop.answer(`sales ${queryText(query)}`);
      return JSON.parse(JSON.stringify(rows)) as AnswerRow[];
    },
    nameOf: key => (key === null ? null : (bands.get(key) ?? key)),
    close: () => shop.close(),
  };
}
