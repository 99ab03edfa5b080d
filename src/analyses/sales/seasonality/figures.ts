import { partsOf } from '../../../core/calendar/days.js';
import { type DayRange, periodsIn } from '../../../core/calendar/grain.js';
import { reachesBack } from '../../../core/calendar/period.js';
import type { StoreReader } from '../../../store/engine/transaction.js';
import {
  type GroupBy,
  type GroupSums,
  groupedSums,
  type LineScope,
  pairedSums,
} from '../../../store/scope/sums.js';
import type { Dimension } from '../../../store/tables/dimensions.js';
import { listValues } from '../../../store/tables/dimensions.js';

/** A part of a cycle: a month of the year, a weekday, an hour. Money in minor units. */
export interface SeasonPart {
  /** 1 to 12 (months), 1 to 7 (weekdays, Monday first), 0 to 23 (hours). */
  readonly id: number;
  readonly revenue: number;
  readonly orders: number;
  /** Whether all the data has nothing in it: the shop is closed then, which is not the same as weak. */
  readonly isClosed: boolean;
  /** How often the data covers it whole: so many Novembers, so many Mondays. */
  readonly times: number;
  /** Revenue for each time. */
  readonly average: number;
  /** The average in relation to the mean of all parts: 1 is usual. */
  readonly index: number;
}

/** A cycle's parts, and how each year, or weekday, went through it. */
export interface Season {
  readonly parts: readonly SeasonPart[];
  /** Revenue by row (year or weekday) and part; null where the data does not cover it. */
  readonly grid:
    | {
        readonly rows: readonly number[];
        readonly columns: readonly number[];
        readonly values: readonly (readonly (number | null)[])[];
      }
    | undefined;
}

/**
 * Months of the year, each by the mean of the whole months of that name, so that years that are not whole
 * count like others: five Januaries and four Decembers are compared by what one brings.
 */
export async function monthsOfYear(
  store: StoreReader,
  scope: LineScope,
  { days, data }: { readonly days: DayRange; readonly data: DayRange },
): Promise<Season> {
  const sums = new Map(
    (await groupedSums(store, scope, { kind: 'grain', grain: 'month' })).map(s => [s.id, s]),
  );
  const months = periodsIn('month', days).filter(
    m => m.to <= days.to && (m.from >= days.from || (days.from === data.from && reachesBack(m, data.from))),
  );
  const years = [...new Set(months.map(m => partsOf(m.from).year))];
  const cell = (year: number, month: number) => {
    const covered = months.find(m => partsOf(m.from).year === year && partsOf(m.from).month === month);
    return covered ? (sums.get(covered.from)?.revenue ?? 0) : null;
  };
  const parts = Array.from({ length: 12 }, (_, i) => {
    const sameMonth = months.filter(m => partsOf(m.from).month === i + 1).map(m => sums.get(m.from));
    return partOf(i + 1, sameMonth.length, sameMonth);
  });
  const numbers = Array.from({ length: 12 }, (_, i) => i + 1);
  return {
    parts: await markClosed(withIndex(parts), store, { kind: 'monthOfYear' }),
    grid: {
      rows: years,
      columns: numbers,
      values: years.map(year => numbers.map(month => cell(year, month))),
    },
  };
}

/** Weekdays, each by the mean of the days of that name that the data covers. */
export async function weekdays(
  store: StoreReader,
  scope: LineScope,
  days: DayRange,
  hour?: Dimension,
): Promise<Season> {
  const sums = new Map((await groupedSums(store, scope, { kind: 'weekday' })).map(s => [s.id, s]));
  const parts = Array.from({ length: 7 }, (_, i) =>
    partOf(i + 1, countWeekday(days, i + 1), [sums.get(i + 1)]),
  );
  return {
    parts: await markClosed(withIndex(parts), store, { kind: 'weekday' }),
    grid: hour && (await weekdayHours(store, scope, hour)).grid,
  };
}

/** Hours of the day, each by its mean on the days covered, beside the weekdays. */
export async function weekdayHours(
  store: StoreReader,
  scope: LineScope,
  hour: Dimension,
  days?: DayRange,
): Promise<Season> {
  const hours = await hoursOf(store, hour);
  const { pairs } = await pairedSums(
    store,
    scope,
    { kind: 'weekday' },
    { kind: 'dimension', dimension: hour },
  );
  const open = [...new Set(pairs.flatMap(p => hours.get(p.second) ?? []))].sort((a, b) => a - b);
  const first = open[0] ?? 0;
  const all = Array.from({ length: (open.at(-1) ?? -1) - first + 1 }, (_, i) => first + i);
  const at = (weekday: number, of: number) =>
    pairs.find(p => p.first === weekday && hours.get(p.second) === of)?.revenue ?? null;
  const rows = [1, 2, 3, 4, 5, 6, 7];
  const length = days ? days.to - days.from + 1 : 1;
  const parts = all.map(h =>
    partOf(
      h,
      length,
      pairs.filter(p => hours.get(p.second) === h),
    ),
  );
  return {
    parts: await markClosed(withIndex(parts), store, { kind: 'dimension', dimension: hour }),
    grid: { rows, columns: all, values: rows.map(w => all.map(h => at(w, h))) },
  };
}

function partOf(id: number, times: number, sums: readonly (GroupSums | undefined)[]): SeasonPart {
  const revenue = sums.reduce((sum, s) => sum + (s?.revenue ?? 0), 0);
  const orders = sums.reduce((sum, s) => sum + (s?.orders ?? 0), 0);
  return {
    id,
    revenue,
    orders,
    isClosed: false,
    times,
    average: times === 0 ? 0 : revenue / times,
    index: 0,
  };
}

/** What the lines of a cycle's parts are grouped by. */
type CycleGrouping = Extract<GroupBy, { kind: 'monthOfYear' | 'weekday' | 'dimension' }>;

/**
 * Marks the parts that the whole data has no lines of: a filter or a short period can leave nothing of an
 * open one.
 */
async function markClosed(
  parts: readonly SeasonPart[],
  store: StoreReader,
  by: CycleGrouping,
): Promise<SeasonPart[]> {
  if (parts.every(p => p.revenue !== 0 || p.orders > 0)) return [...parts];
  const groups = (await groupedSums(store, { filters: [] }, by)).filter(g => g.lines > 0);
  const ids = by.kind === 'dimension' ? await hoursOf(store, by.dimension) : undefined;
  const open = new Set(groups.map(g => (ids ? ids.get(g.id) : g.id)));
  return parts.map(p => ({ ...p, isClosed: !open.has(p.id) }));
}

const hoursOf = async (store: StoreReader, hour: Dimension): Promise<Map<number, number>> =>
  new Map((await listValues(store, hour)).map(v => [v.id, Number(v.value)]));

/** The parts that are open, the strongest first. */
export const strongestFirst = (parts: readonly SeasonPart[]): SeasonPart[] =>
  parts.filter(p => !p.isClosed).sort((a, b) => b.average - a.average);

/** Only parts that the data covers count in the mean. */
function withIndex(parts: readonly SeasonPart[]): SeasonPart[] {
  const covered = parts.filter(p => p.times > 0);
  const mean = covered.reduce((sum, p) => sum + p.average, 0) / Math.max(1, covered.length);
  return covered.map(p => ({ ...p, index: mean === 0 ? 0 : p.average / mean }));
}

function countWeekday({ from, to }: DayRange, weekday: number): number {
  const first = from + ((weekday - partsOf(from).weekday + 7) % 7);
  return first > to ? 0 : Math.floor((to - first) / 7) + 1;
}
