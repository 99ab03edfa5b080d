import type { StoreReader } from '../store/engine/transaction.js';
import { type GroupBy, type GroupSums, groupNames, type LineScope, pairedSums } from '../store/scope/sums.js';
import type { RankBy } from './breakdown.js';

export type PairSums = GroupSums & { readonly first: number; readonly second: number };
export type Names = Map<number, { readonly key: string | number; readonly label: string | null }>;

/** Sums by two dimensions at once. */
export interface PairBreakdown {
  readonly total: GroupSums;
  /** The values of each dimension, the highest first. */
  readonly firsts: readonly number[];
  readonly seconds: readonly number[];
  readonly firstSums: readonly GroupSums[];
  readonly secondSums: readonly GroupSums[];
  /** Every pair that occurs, the highest first. */
  readonly pairs: readonly PairSums[];
  readonly firstNames: Names;
  readonly secondNames: Names;
}

/** At most this many values of each dimension get a name. */
const MOST_NAMED = 5_000;

/**
 * Breaks the sales in scope down by two dimensions, ranked by revenue unless said otherwise. Ties stand in
 * the order of their names.
 */
export async function pairBreakdown(
  store: StoreReader,
  scope: LineScope,
  first: GroupBy,
  second: GroupBy,
  rankBy: RankBy = s => s.revenue,
): Promise<PairBreakdown> {
  const { total, firsts, seconds, pairs } = await pairedSums(store, scope, first, second);
  const ids = (groups: readonly GroupSums[]) => groups.map(g => g.id).slice(0, MOST_NAMED);
  const sorted = (groups: GroupSums[]) => groups.sort((x, y) => rankBy(y) - rankBy(x));
  const [firstSums, secondSums] = [sorted(firsts), sorted(seconds)];
  const firstNames = await groupNames(store, first, ids(firstSums));
  const secondNames = await groupNames(store, second, ids(secondSums));
  const text = (p: PairSums) =>
    `${firstNames.get(p.first)?.key ?? '\uffff'}\u0000${secondNames.get(p.second)?.key ?? '\uffff'}`;
  return {
    total,
    firsts: ids(firstSums),
    seconds: ids(secondSums),
    firstSums,
    secondSums,
    pairs: pairs.sort((x, y) => rankBy(y) - rankBy(x) || (text(x) < text(y) ? -1 : 1)),
    firstNames,
    secondNames,
  };
}
