import type { DayRange } from '../../../core/calendar/grain.js';
import type { StoreReader } from '../../../store/engine/transaction.js';
import { linesOf } from '../../../store/lines/index.js';
import { type GroupBy, type GroupSums, groupedSums, type LineScope } from '../../../store/scope/sums.js';

/** How fast a product sells. Quantities in units. */
export interface Velocity {
  readonly id: number;
  readonly sums: GroupSums;
  /** Units a day over the last window, and the one before it. */
  readonly now: number;
  readonly before: number;
  readonly unitsNow: number;
  readonly unitsBefore: number;
  readonly daysSince: number;
  readonly trend: 'faster' | 'slower' | 'steady' | 'stalled' | 'new';
}

/** Days that velocity is taken over. */
export const WINDOW = 28;
/** Fewer units in both windows together are no trend. */
const FEWEST_UNITS = 6;

/** How fast each product sold in the last four weeks of the days covered, against the four weeks before. */
export async function velocities(
  store: StoreReader,
  scope: LineScope,
  days: DayRange,
  by: GroupBy,
): Promise<Velocity[]> {
  const window = (back: number): DayRange => ({
    from: days.to - WINDOW * (back + 1) + 1,
    to: days.to - WINDOW * back,
  });
  // A shop that has sold for a week sells what it sold in seven days, not in 28.
  const covered = Math.min(WINDOW, days.to - days.from + 1);
  const all = await groupedSums(store, scope, by);
  const within = async (range: DayRange) =>
    new Map((await groupedSums(store, { ...scope, range }, by)).map(s => [s.id, s.quantity / 1000]));
  const [now, before] = [await within(window(0)), await within(window(1))];
  const last = await (await linesOf(store)).lastDays(scope, by);
  return all
    .filter(s => s.id !== 0 && last.has(s.id))
    .map(sums => {
      const [unitsNow, unitsBefore] = [
        Math.max(0, now.get(sums.id) ?? 0),
        Math.max(0, before.get(sums.id) ?? 0),
      ];
      return {
        id: sums.id,
        sums,
        unitsNow,
        unitsBefore,
        now: unitsNow / covered,
        before: unitsBefore / WINDOW,
        daysSince: days.to - (last.get(sums.id) as number),
        trend: trendOf(unitsNow, unitsBefore, sums.quantity / 1000, days.to - (last.get(sums.id) as number)),
      };
    })
    .sort((a, b) => b.unitsNow - a.unitsNow || b.sums.quantity - a.sums.quantity || a.id - b.id);
}

/** So many times as many units as before are faster, and the same the other way round slower. */
const CHANGED_PACE = 1.5;

/**
 * Half as fast again is faster, and two thirds as fast slower; nothing any more is stalled; all in the last
 * window is new.
 */
function trendOf(now: number, before: number, ever: number, daysSince: number): Velocity['trend'] {
  // What was sold and returned has not stalled.
  if (now === 0) return before > 0 && daysSince >= WINDOW ? 'stalled' : 'steady';
  if (before === 0) return now >= ever ? 'new' : now >= FEWEST_UNITS ? 'faster' : 'steady';
  if (now + before < FEWEST_UNITS) return 'steady';
  if (now >= before * CHANGED_PACE) return 'faster';
  return now * CHANGED_PACE <= before ? 'slower' : 'steady';
}
