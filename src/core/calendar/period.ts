import { dayOf, partsOf } from './days.js';
import { type DayRange, type Grain, monthsFrom, periodBefore, periodOf } from './grain.js';

/** A period that was asked for. */
export interface Period {
  readonly range: DayRange;
  /** Set where it is one whole calendar period, so that its predecessor is the period before. */
  readonly grain?: Grain;
  /** As it can be asked again: `2004-Q4`, `last 90 days`. */
  readonly text: string;
  /** What the person should know about how it was understood: what `last month` counts from. */
  readonly remark?: string;
  /** The words that named it, where they did not say its year. */
  readonly undated?: string;
}

/** Two periods to be compared, like with like. */
export interface Comparison {
  readonly now: DayRange;
  readonly before: DayRange;
  /** True where the period runs past the data, so that only its first part is compared. */
  readonly partial: boolean;
  /** True where the data starts within the earlier period, so that only the last part of both is compared. */
  readonly isCutAtStart?: boolean;
}

/**
 * The period before, cut to what the data covers: a year to 31 May is compared with the same months of the year
 * before, a running month with as many days of the month before, any other span with as many days before it.
 */
export function comparisonFor(period: Period, dataThrough: number): Comparison {
  const { from, to } = period.range;
  const end = Math.max(from, Math.min(to, dataThrough));
  const partial = end < to;
  const now = { from, to: end };
  const months = period.grain ? undefined : wholeMonths(period.range);
  if (months && !partial) return { now, before: { from: months.before, to: from - 1 }, partial };
  if (!period.grain) return { now, before: { from: from - (end - from + 1), to: from - 1 }, partial };
  const before = periodBefore(period.grain, from);
  if (!partial) return { now, before, partial };
  const cut = period.grain === 'year' ? sameDateYearBefore(end) : before.from + (end - from);
  return { now, before: { from: before.from, to: Math.min(before.to, cut) }, partial };
}

/** Where a range is made of whole months, the first day of as many months before it. */
function wholeMonths({ from, to }: DayRange): { readonly before: number } | undefined {
  const [start, next] = [partsOf(from), partsOf(to + 1)];
  if (start.date !== 1 || next.date !== 1) return undefined;
  const count = (next.year - start.year) * 12 + next.month - start.month;
  return { before: monthsFrom(start.year, start.month - count, count).from };
}

/**
 * Two periods that were named, cut to what the data covers of the later one: where it runs past the data, as much of
 * the other is taken, to the same date where both are whole years, else the same number of days.
 */
export function comparisonOf(now: Period, before: Period, dataThrough: number): Comparison {
  const { from, to } = now.range;
  const end = Math.max(from, Math.min(to, dataThrough));
  if (end === to) return { now: now.range, before: before.range, partial: false };
  const years = partsOf(from).year - partsOf(before.range.from).year;
  let cut = before.range.from + (end - from);
  if (now.grain === 'year' && before.grain === 'year') {
    cut = end;
    for (let i = 0; i < years; i++) cut = sameDateYearBefore(cut);
  }
  return {
    now: { from, to: end },
    before: { from: before.range.from, to: Math.min(before.range.to, cut) },
    partial: true,
  };
}

/**
 * The comparison without the days of the earlier period before the data starts, and without as many of the later one:
 * to the same date where both start in a year's first days, else as many days. A few days at the start are no gap.
 */
export function fromDataStart(comparison: Comparison, dataFrom: number): Comparison {
  const { now, before } = comparison;
  if (dataFrom > before.to || reachesBack(before, dataFrom)) return comparison;
  const [a, b] = [partsOf(now.from), partsOf(before.from)];
  let from = now.from + (dataFrom - before.from);
  if (a.month === b.month && a.date === b.date) {
    const start = partsOf(dataFrom);
    from = dayOf(start.year + a.year - b.year, start.month, start.date) ?? from;
  }
  if (from > now.to) return comparison;
  return {
    ...comparison,
    now: { from, to: now.to },
    before: { from: dataFrom, to: before.to },
    isCutAtStart: true,
  };
}

/** The same date a year before; 28 February of a leap day. */
export function sameDateYearBefore(day: number): number {
  const { year, month, date } = partsOf(day);
  return dayOf(year - 1, month, date) ?? (dayOf(year - 1, month, date - 1) as number);
}

/**
 * Whether data that starts on a day covers a period, but for some days at its start at most: a shop's first sale of
 * a year may come in its second week, but half a period would read as growth, or as its weakest.
 */
export function reachesBack(period: DayRange, dataFrom: number): boolean {
  return dataFrom <= period.from + (period.to - period.from + 1) * 0.15;
}

/** The year to the last day of the data against the same months of the year before. */
export function yearToDate(dataThrough: number): Comparison {
  const range = periodOf('year', dataThrough);
  return comparisonFor({ range, grain: 'year', text: '' }, dataThrough);
}
