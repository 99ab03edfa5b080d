import { type LineScope, notedLineCount, scan } from '../columns/index.js';
import type { StoreReader } from '../engine/transaction.js';

/**
 * How many order lines are in scope. Reads no figures, only what the scope needs, and nothing if the same read
 * transaction went through these lines before.
 */
export async function countLines(reader: StoreReader, scope: LineScope): Promise<number> {
  const noted = await notedLineCount(reader, scope);
  if (noted !== undefined) return noted;
  let count = 0;
  for await (const lines of scan(reader, scope, [])) count += lines.count;
  return count;
}
