import { scan } from '../columns/index.js';
import type { StoreReader } from '../engine/transaction.js';

/** One unit, in thousandths. */
const ONE = 1_000;

/**
 * Whether any line has another quantity than one. A line without a quantity counts as one unit. Ends at the first such
 * line, so it costs little in a shop that has quantities.
 */
export async function hasQuantities(reader: StoreReader): Promise<boolean> {
  for await (const lines of scan(reader, { filters: [] }, ['quantity']))
    if (lines.column('quantity').some(quantity => Math.abs(quantity) !== ONE)) return true;
  return false;
}
