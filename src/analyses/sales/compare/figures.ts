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
  const contributionsByDimension: Contributions[] = [];
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
    contributionsByDimension.push({ now: now.total, before: before.total, rows });
  }
  return contributionsByDimension;
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

/** With fewer orders a value in one of the periods, what changes may be chance. */
const ENOUGH_TO_TELL = 10;
/** With fewer in both together, a table by the dimension says nothing at all. */
const ENOUGH_TO_SHOW = 5;
/** A dimension with more values explains nothing that can be read. */
const MOST_VALUES = 60;
/** A dimension that more of the revenue does not have explains too little of it. */
const MOST_UNNAMED = 0.2;
/** What changes cancel each other out to less than this part of them: shares of it say nothing. */
const LEAST_NET = 0.25;

/** Whether the values have enough orders in each period, on average, to tell a cause from chance. */
export function hasEnoughOrders({ rows }: Contributions): boolean {
  const mean = (of: (row: Contribution) => GroupSums | undefined) =>
    rows.reduce((sum, row) => sum + (of(row)?.orders ?? 0), 0) / Math.max(1, rows.length);
  return (
    Math.min(
      mean(row => row.now),
      mean(row => row.before),
    ) >= ENOUGH_TO_TELL
  );
}

/** How many standard deviations a change must be: of many values some are always two away. */
const BEYOND_CHANCE = 3;

/**
 * Whether a value's revenue changed by more than chance: as if orders came in independently of each other, so
 * that the number in two periods differs by the square root of all of them, at the value's average order.
 */
export function isBeyondChance({ now, before }: Contribution): boolean {
  const orders = (now?.orders ?? 0) + (before?.orders ?? 0);
  const revenues = [now?.revenue ?? 0, before?.revenue ?? 0] as const;
  const average = (revenues[0] + revenues[1]) / Math.max(1, orders);
  return Math.abs(revenues[0] - revenues[1]) >= BEYOND_CHANCE * average * Math.sqrt(orders);
}

/**
 * Whether a dimension's values can be read as an explanation: several, not too many, hardly any revenue
 * without one.
 */
export function isReadable({ rows, now, before }: Contributions): boolean {
  const orders = (now.orders + before.orders) / Math.max(1, rows.length);
  const unnamed = Math.abs(rows.find(r => r.id === 0)?.now?.revenue ?? 0);
  const values = rows.filter(r => r.id !== 0).length;
  return (
    values >= 2 &&
    rows.length <= MOST_VALUES &&
    orders >= ENOUGH_TO_SHOW &&
    unnamed <= now.revenue * MOST_UNNAMED
  );
}

/**
 * Whether each value has a share of the change: where gains and losses nearly cancel out, it has none that
 * means much.
 * @param leastNet the part of all gains and losses that is left at least
 */
export function hasShares({ rows }: Contributions, leastNet = LEAST_NET): boolean {
  const net = Math.abs(rows.reduce((sum, r) => sum + r.change, 0));
  const gross = rows.reduce((sum, r) => sum + Math.abs(r.change), 0);
  return net > 0 && net >= gross * leastNet;
}

/**
 * How well a dimension explains a change: how far the shares of its values moved, as the root of the sum of
 * squares, so that one large move says more than many small ones. Where all values moved alike, they explain
 * nothing.
 */
export function explains({ rows, now, before }: Contributions): number {
  if (now.revenue <= 0 || before.revenue <= 0 || rows.length < 2) return 0;
  const moved = rows.map(
    r => (r.now?.revenue ?? 0) / now.revenue - (r.before?.revenue ?? 0) / before.revenue,
  );
  return Math.sqrt(moved.reduce((sum, move) => sum + move * move, 0));
}
