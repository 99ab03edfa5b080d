import type { DayRange } from '../../../core/calendar/grain.js';
import type { StoreReader } from '../../../store/engine/transaction.js';
import {
  type GroupBy,
  type GroupSums,
  groupNames,
  type LineScope,
  sumsByEach,
} from '../../../store/scope/sums.js';

/** One value of a dimension in two periods. */
export interface Contribution {
  readonly id: number;
  readonly key: string | number | null;
  readonly label: string | null;
  readonly now: GroupSums | undefined;
  readonly before: GroupSums | undefined;
  /** How much more it brought, by the measure. */
  readonly change: number;
}

/** A dimension's values in two periods, the largest change first, whichever way it goes. */
export interface Contributions {
  readonly now: GroupSums;
  readonly before: GroupSums;
  readonly rows: readonly Contribution[];
}

const MOST_NAMED = 2_000;

/**
 * What each value adds to the change from one period to another, by each of the dimensions.
 * @param of the measure
 */
export async function contributions(
  store: StoreReader,
  scope: LineScope,
  ranges: { readonly now: DayRange; readonly before: DayRange },
  bys: readonly GroupBy[],
  of: (sums: GroupSums) => number,
): Promise<Contributions[]> {
  const now = await sumsByEach(store, { ...scope, range: ranges.now }, bys);
  const before = await sumsByEach(store, { ...scope, range: ranges.before }, bys);
  const found: Contributions[] = [];
  for (const [i, by] of bys.entries()) {
    const changes = changesOf(now.groups[i] ?? [], before.groups[i] ?? [], of).slice(0, MOST_NAMED);
    const names = await groupNames(
      store,
      by,
      changes.map(c => c.id),
    );
    const rows = changes
      .map(c => ({ ...c, key: names.get(c.id)?.key ?? null, label: names.get(c.id)?.label ?? null }))
      .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (String(a.key) < String(b.key) ? -1 : 1));
    found.push({ now: now.total, before: before.total, rows });
  }
  return found;
}

/** Each group's change, the largest first. */
function changesOf(now: readonly GroupSums[], before: readonly GroupSums[], of: (sums: GroupSums) => number) {
  const [nowById, beforeById] = [byId(now), byId(before)];
  const value = (sums: GroupSums | undefined) => (sums ? of(sums) : 0);
  return [...new Set([...nowById.keys(), ...beforeById.keys()])]
    .map(id => ({
      id,
      now: nowById.get(id),
      before: beforeById.get(id),
      change: value(nowById.get(id)) - value(beforeById.get(id)),
    }))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
}

const byId = (groups: readonly GroupSums[]) => new Map(groups.map(g => [g.id, g]));

/**
 * How well a dimension explains a change: how far the shares of its values moved, as the root of the sum of squares, so
 * that one large move says more than many small ones. Where all values moved alike, they explain nothing.
 */
export function explains({ rows, now, before }: Contributions): number {
  if (now.revenue <= 0 || before.revenue <= 0 || rows.length < 2) return 0;
  const moved = rows.map(
    r => (r.now?.revenue ?? 0) / now.revenue - (r.before?.revenue ?? 0) / before.revenue,
  );
  return Math.sqrt(moved.reduce((sum, move) => sum + move * move, 0));
}
