import type { StoreReader } from '../engine/transaction.js';
import { type LineScope, linesOf, notedLineCount } from '../lines/index.js';

/**
 * How many order lines are in scope. Reads no figures, only what the scope needs, and nothing if the same read
 * transaction went through these lines before.
 */
export async function countLines(reader: StoreReader, scope: LineScope): Promise<number> {
  const noted = await notedLineCount(reader, scope);
  if (noted !== undefined) return noted;
  return (await linesOf(reader)).count(scope);
}
