import { type LineScope, scan } from '../columns/index.js';
import type { StoreReader } from '../engine/transaction.js';

/** How many order lines are in scope. Reads no figures, only what the scope needs. */
export async function countLines(reader: StoreReader, scope: LineScope): Promise<number> {
  let count = 0;
  for await (const lines of scan(reader, scope, [])) count += lines.count;
  return count;
}
