import { linesTable, listChunks } from '../columns/index.js';
import type { StoreReader } from '../engine/transaction.js';

/** How the order lines of a store are, where they are in ClickHouse. */
export interface LinesFound {
  /** That count by what the store says. */
  readonly lines: number;
  /** Of these, lines that ClickHouse does not have, or has too often. */
  readonly missing: number;
}

/**
 * Compares the lines in ClickHouse with what the store says there is; undefined where they are not there.
 * @throws StoreError where ClickHouse cannot be asked
 */
export async function checkLines(reader: StoreReader): Promise<LinesFound | undefined> {
  const table = await linesTable(reader);
  if (!table) return undefined;
  const found = await table.clickHouse.query(`select batch, count() as n from ${table.all} group by batch`);
  const [batches, counts] = [found.get('batch') ?? [], found.get('n') ?? []];
  const there = new Map(Array.from(batches, (batch, i) => [batch, counts[i] ?? 0]));
  let [lines, missing] = [0, 0];
  for (const chunk of await listChunks(reader)) {
    lines += chunk.lines;
    missing += Math.abs(chunk.lines - (there.get(chunk.batch ?? 0) ?? 0));
  }
  return { lines, missing };
}
