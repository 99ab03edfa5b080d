import type { StoreReader } from '../store/engine/transaction.js';
import {
  type GroupBy,
  type GroupSums,
  groupNames,
  type LineScope,
  type Sums,
  sumsBy,
} from '../store/scope/sums.js';

/** Sums by the values of a dimension, ranked, beside the sums over everything. */
export interface Breakdown {
  readonly total: GroupSums;
  /** All groups, in no particular order. */
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
  /** Whether lines without a value are no group of the ranking. */
  readonly isNamedOnly?: boolean;
}

/** Breaks the sales in scope down. */
export async function breakdown(
  store: StoreReader,
  scope: LineScope,
  by: GroupBy,
  ranking: Ranking = {},
): Promise<Breakdown> {
  const { total, groups } = await sumsBy(store, scope, by);
  const inRanking = ranking.isNamedOnly ? groups.filter(({ id }) => id !== 0) : groups;
  return { total, all: groups, rows: await ranked(store, by, inRanking, ranking) };
}

/**
 * The first of the groups with their names. Ties stand in the order of their names, so that an answer never
 * depends on the order of a file's rows.
 */
export async function ranked(
  store: StoreReader,
  by: GroupBy,
  groups: readonly GroupSums[],
  { rankBy = s => s.revenue, limit = MOST_NAMED }: Ranking = {},
): Promise<Sums[]> {
  const most = Math.min(limit, MOST_NAMED, groups.length);
  const ranks = new Float64Array(groups.length);
  for (let i = 0; i < groups.length; i++) ranks[i] = rankBy(groups[i] as GroupSums);
  // Sorting numbers alone is many times faster than sorting groups: it finds the rank of the last one shown,
  // and those that tie with it may come before it by their names.
  const least = ranks.slice().sort()[groups.length - most] ?? 0;
  const first: { group: GroupSums; rank: number }[] = [];
  for (let i = 0; i < groups.length; i++)
    if (ranks[i]! >= least) first.push({ group: groups[i] as GroupSums, rank: ranks[i] as number });
  first.sort((a, b) => b.rank - a.rank);
  const shown = first.slice(0, MOST_NAMED);
  const rows = await named(
    store,
    by,
    shown.map(({ group }) => group),
  );
  return rows
    .map((row, i) => ({ row, rank: shown[i]?.rank ?? 0 }))
    .sort((a, b) => b.rank - a.rank || compareKeys(a.row.key, b.row.key))
    .slice(0, most)
    .map(({ row }) => row);
}

/** Groups with what they are called. */
export async function named(store: StoreReader, by: GroupBy, groups: readonly GroupSums[]): Promise<Sums[]> {
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
