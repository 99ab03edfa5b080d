import type { Store } from '../store/store.js';
import {
  type GroupBy,
  type GroupSums,
  groupNames,
  type LineScope,
  type Sums,
  sumsBy,
} from '../store/sums.js';

/** Sums by the values of a dimension, ranked, beside the sums over everything. */
export interface Breakdown {
  readonly total: GroupSums;
  /** All groups, ranked. */
  readonly all: readonly GroupSums[];
  /** The first of them, as many as are asked for, with their names. */
  readonly rows: readonly Sums[];
}

/** What groups are ranked by: the larger, the higher. Revenue unless said otherwise. */
export type RankBy = (sums: GroupSums) => number;

/** Names are looked up for so many groups at most. */
const MOST_NAMED = 10_000;

/**
 * Breaks the sales in scope down. Ties stand in the order of their names, so that an answer never depends on the order
 * of a file's rows.
 */
export async function breakdown(
  store: Store,
  scope: LineScope,
  by: GroupBy,
  { rankBy = s => s.revenue, limit = MOST_NAMED }: { readonly rankBy?: RankBy; readonly limit?: number } = {},
): Promise<Breakdown> {
  const { total, groups } = await sumsBy(store, scope, by);
  const all = groups.sort((a, b) => rankBy(b) - rankBy(a));
  // Those that tie with the last one shown may come before it by their names.
  const most = Math.min(limit, MOST_NAMED);
  const last = all[Math.min(most, all.length) - 1];
  let count = Math.min(most, all.length);
  while (last && count < all.length && count < MOST_NAMED && rankBy(all[count] as GroupSums) === rankBy(last))
    count++;
  const rows = await named(store, by, all.slice(0, count));
  rows.sort((a, b) => rankBy(b) - rankBy(a) || compareKeys(a.key, b.key));
  return { total, all, rows: rows.slice(0, most) };
}

/** Groups with what they are called. */
export async function named(
  store: Pick<Store, 'db'>,
  by: GroupBy,
  groups: readonly GroupSums[],
): Promise<Sums[]> {
  const names = await groupNames(
    store,
    by,
    groups.map(g => g.id),
  );
  return groups.map(g => ({
    ...g,
    key: names.get(g.id)?.key ?? null,
    label: names.get(g.id)?.label ?? null,
  }));
}

function compareKeys(a: Sums['key'], b: Sums['key']): number {
  return String(a ?? '\uffff') < String(b ?? '\uffff') ? -1 : 1;
}
