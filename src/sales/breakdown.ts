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

interface Ranking {
  readonly rankBy?: RankBy;
  readonly limit?: number;
}

/** Breaks the sales in scope down. */
export async function breakdown(
  store: Store,
  scope: LineScope,
  by: GroupBy,
  ranking: Ranking = {},
): Promise<Breakdown> {
  const { total, groups } = await sumsBy(store, scope, by);
  const all = sortedBy(groups, ranking.rankBy ?? byRevenue);
  return { total, all, rows: await firstOf(store, by, all, ranking) };
}

/** The first of the groups with their names. */
export const ranked = (
  store: Pick<Store, 'db'>,
  by: GroupBy,
  groups: readonly GroupSums[],
  ranking: Ranking = {},
): Promise<Sums[]> => firstOf(store, by, sortedBy(groups, ranking.rankBy ?? byRevenue), ranking);

const byRevenue: RankBy = sums => sums.revenue;

/** Sorted by a rank that is worked out once for each, the largest first. */
export function sortedBy(groups: readonly GroupSums[], rankBy: RankBy): GroupSums[] {
  const ranks = Float64Array.from(groups, rankBy);
  const places = Uint32Array.from(ranks.keys());
  places.sort((a, b) => (ranks[b] as number) - (ranks[a] as number));
  return Array.from(places, place => groups[place] as GroupSums);
}

/**
 * The first of groups that are sorted. Ties stand in the order of their names, so that an answer never depends on the
 * order of a file's rows.
 */
async function firstOf(
  store: Pick<Store, 'db'>,
  by: GroupBy,
  all: readonly GroupSums[],
  { rankBy = byRevenue, limit = MOST_NAMED }: Ranking,
): Promise<Sums[]> {
  const most = Math.min(limit, MOST_NAMED);
  let count = Math.min(most, all.length);
  const last = all[count - 1];
  // Those that tie with the last one shown may come before it by their names.
  while (last && count < Math.min(all.length, MOST_NAMED) && rankBy(all[count] as GroupSums) === rankBy(last))
    count++;
  const rows = await named(store, by, all.slice(0, count));
  rows.sort((a, b) => rankBy(b) - rankBy(a) || compareKeys(a.key, b.key));
  return rows.slice(0, most);
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
