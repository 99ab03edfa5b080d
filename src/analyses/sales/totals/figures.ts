import type { DayRange } from '../../../core/calendar/grain.js';
import { type Comparison, reachesBack, yearToDate } from '../../../core/calendar/period.js';
import { changeOf, fraction } from '../../../measures/measures.js';
import type { StoreReader } from '../../../store/engine/transaction.js';
import { boughtBefore } from '../../../store/scope/bought-before.js';
import {
  type GroupSums,
  type LineScope,
  type Overview,
  overview,
  type PartSums,
  type ValueFilter,
} from '../../../store/scope/sums.js';

/** The totals of a scope. */
export interface Totals {
  readonly sums: GroupSums;
  /** The share of the customers who had ordered before the scope's period, or ordered twice in it. */
  readonly repeatRate: number | null;
  /** Minor units. */
  readonly revenueByDay: Overview['revenueByDay'];
  /** Of the values that were asked for on their own. */
  readonly part: PartSums | undefined;
}

/**
 * Whether a customer is new is judged by all orders before the period, whatever the filters leave of them.
 * @param part values whose lines are added up on their own as well
 */
export async function totalsOf(
  store: StoreReader,
  scope: LineScope,
  data: DayRange,
  part?: ValueFilter,
): Promise<Totals> {
  const from = scope.range?.from ?? data.from;
  const before = from > data.from ? await boughtBefore(store, from) : undefined;
  const { total, repeat, ...rest } = await overview(store, scope, before, part);
  return { sums: total, repeatRate: fraction(repeat.twice, repeat.once), ...rest };
}

/** Revenue of the running year and of the same months of the year before, in minor units. */
export interface YearSoFar extends Comparison {
  readonly revenue: number;
  readonly revenueBefore: number;
  readonly change: number;
}

/** @returns undefined if the data does not reach back that far, or there is nothing to compare with */
export function yearSoFar({ revenueByDay }: Totals, data: DayRange): YearSoFar | undefined {
  const comparison = yearToDate(data.to);
  if (!reachesBack(comparison.before, data.from)) return undefined;
  const sumOf = ({ from, to }: DayRange) => {
    let revenue = 0;
    for (let day = from; day <= to; day++) revenue += revenueByDay.get(day) ?? 0;
    return revenue;
  };
  const [revenue, revenueBefore] = [sumOf(comparison.now), sumOf(comparison.before)];
  const change = changeOf(revenue, revenueBefore);
  return change === null ? undefined : { ...comparison, revenue, revenueBefore, change };
}
