import { linesTable, scan as scanColumns } from '../columns/index.js';
import type { StoreReader } from '../engine/transaction.js';
import { clickHouseEngine } from './clickhouse/engine.js';
import type { LineEngine } from './line-engine.js';
import { scanningEngine } from './scanning.js';

/** What adds up the lines that a reader sees. */
export async function linesOf(reader: StoreReader): Promise<LineEngine> {
  const table = await linesTable(reader);
  if (table) return clickHouseEngine(reader, table);
  return scanningEngine(reader, (scope, names) => scanColumns(reader, scope, names));
}
