import type { StoreReader } from '../engine/transaction.js';
import { linesOf } from '../lines/index.js';

/** One unit, in thousandths. */
const ONE = 1_000;

/**
 * Whether any line has another quantity than one; a line without a quantity counts as one unit. Ends at the
 * first such line, so that it costs little in a shop that has quantities. In one that has none, all
 * quantities of a chunk are the same, which is known without going through them.
 */
export async function hasQuantities(reader: StoreReader): Promise<boolean> {
  const isOther = (quantity: number) => Math.abs(quantity) !== ONE;
  const { scan } = await linesOf(reader);
  for await (const lines of scan({ filters: [] }, ['quantity'])) {
    const only = lines.only('quantity');
    if (only === undefined ? lines.column('quantity').some(isOther) : isOther(only)) return true;
  }
  return false;
}
