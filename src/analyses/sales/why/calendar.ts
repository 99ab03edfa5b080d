import { partsOf } from '../../../core/calendar/days.js';
import type { DayRange } from '../../../core/calendar/grain.js';
import type { PeriodSums } from '../../../store/scope/period-sums.js';

/** A weekday in two periods. Money in minor units, not rounded. */
export interface WeekdayChange {
  /** 1 is Monday. */
  readonly weekday: number;
  readonly daysBefore: number;
  readonly daysNow: number;
  readonly before: number;
  readonly now: number;
  /** What more or fewer such days add, and what each of them bringing more or less adds. */
  readonly byDays: number;
  readonly byEach: number;
}

/**
 * The change by weekday: how many of each there were, times what one brought on average, in two parts of
 * which each has half of what both do together. A weekday that a period does not have counts as bringing what
 * it brought in the other.
 */
export function byWeekday(before: PeriodSums, now: PeriodSums): WeekdayChange[] {
  const [daysBefore, daysNow] = [weekdaysIn(before.range), weekdaysIn(now.range)];
  const [was, is] = [revenueByWeekday(before), revenueByWeekday(now)];
  return daysNow.map((nowCount, i) => {
    const beforeCount = daysBefore[i]!;
    const [b, n] = [was[i]!, is[i]!];
    const each = [beforeCount ? b / beforeCount : undefined, nowCount ? n / nowCount : undefined] as const;
    const [eachBefore, eachNow] = [each[0] ?? each[1] ?? 0, each[1] ?? each[0] ?? 0];
    return {
      weekday: i + 1,
      daysBefore: beforeCount,
      daysNow: nowCount,
      before: b,
      now: n,
      byDays: ((nowCount - beforeCount) * (eachBefore + eachNow)) / 2,
      byEach: ((eachNow - eachBefore) * (beforeCount + nowCount)) / 2,
    };
  });
}

/** How many of each weekday there are, from Monday on. */
function weekdaysIn({ from, to }: DayRange): number[] {
  const days = to - from + 1;
  const first = partsOf(from).weekday;
  const counts = Array.from({ length: 7 }, () => Math.floor(days / 7));
  for (let i = 0; i < days % 7; i++) counts[(first - 1 + i) % 7]!++;
  return counts;
}

function revenueByWeekday({ revenueByDay }: PeriodSums): number[] {
  const sums = Array.from({ length: 7 }, () => 0);
  for (const [day, revenue] of revenueByDay) sums[partsOf(day).weekday - 1]! += revenue;
  return sums;
}
