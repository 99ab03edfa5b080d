import type { Store } from '../store/store.js';
import { type GroupBy, groupedSums, type LineScope, type Sums, totalSums } from '../store/sums.js';

/** Sums by the values of a dimension, the largest revenue first, beside the sums over everything. */
export interface Breakdown {
  readonly total: Sums;
  readonly rows: readonly Sums[];
}

/** Breaks the sales in scope down; ties in the order of the values, so that an answer never depends on row order. */
export async function breakdown(store: Store, scope: LineScope, by: GroupBy): Promise<Breakdown> {
  const [total, rows] = await Promise.all([totalSums(store, scope), groupedSums(store, scope, by)]);
  return { total, rows: rows.sort((a, b) => b.revenue - a.revenue || compareKeys(a.key, b.key)) };
}

function compareKeys(a: Sums['key'], b: Sums['key']): number {
  return String(a ?? '￿') < String(b ?? '￿') ? -1 : 1;
}
