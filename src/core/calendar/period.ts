import { dayOf, partsOf } from './days.js';
import { type DayRange, type Grain, monthsFrom, periodBefore, periodOf } from './grain.js';

/** A period that a question is about. */
export interface Period {
  readonly range: DayRange;
  /** Set if it is exactly one calendar period, which is then compared with the calendar period before it. */
  readonly grain?: Grain;
  /** Its canonical text, which is understood again: `2004-Q4`, `last 90 days`. */
  readonly text: string;
  /** How it was understood, if that needs saying: what `last month` counts from. */
  readonly remark?: string;
  /** The words that named it, if they did not include a year. */
  readonly undated?: string;
}

/** Two periods to be compared, like with like. */
export interface Comparison {
  readonly now: DayRange;
  readonly before: DayRange;
  /** True if the period runs past the end of the data, so that only its first part is compared. */
  readonly partial: boolean;
  /** True if the data starts within the earlier period, so that only the last part of both is compared. */
  readonly isCutAtStart?: boolean;
}

/**
 * A period against the one before, as far as the data goes: a year to 31 May is compared with the same months
 * of the year before (any twelve whole months are a year), a month in progress with as many days of the month
 * before, any other range with as many days before it.
 *
 * @param dataThrough the last day of the data
 */
export function comparisonFor(period: Period, dataThrough: number): Comparison {
  const { from, to } = period.range;
  const end = Math.max(from, Math.min(to, dataThrough));
  const partial = end < to;
  const now = { from, to: end };
  const months = period.grain ? undefined : wholeMonths(period.range);
  if (months && !partial) return { now, before: { from: months.before, to: from - 1 }, partial };
  if (months?.count === 12)
    return { now, before: { from: months.before, to: sameDateYearBefore(end) }, partial };
  if (!period.grain) return { now, before: { from: from - (end - from + 1), to: from - 1 }, partial };
  const before = periodBefore(period.grain, from);
  if (!partial) return { now, before, partial };
  const cut = period.grain === 'year' ? sameDateYearBefore(end) : before.from + (end - from);
  return { now, before: { from: before.from, to: Math.min(before.to, cut) }, partial };
}

/** If a range consists of whole months: the first day of the same number of months before it. */
function wholeMonths({
  from,
  to,
}: DayRange): { readonly before: number; readonly count: number } | undefined {
  const [start, next] = [partsOf(from), partsOf(to + 1)];
  if (start.date !== 1 || next.date !== 1) return undefined;
  const count = (next.year - start.year) * 12 + next.month - start.month;
  return { before: monthsFrom(start.year, start.month - count, count).from, count };
}

/**
 * Two named periods against each other. If the later one runs past the end of the data, the earlier one is
 * cut to match: at the same date if both are whole years, otherwise after the same number of days.
 *
 * @param dataThrough the last day of the data
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
 * Cuts a comparison whose earlier period begins before the data: both periods lose their beginning, up to the
 * same date if they start on the same date of a year, otherwise the same number of days. A gap of a few days
 * is ignored.
 *
 * @param dataFrom the first day of the data
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

/** The same date one year earlier; 28 February for a leap day. */
export function sameDateYearBefore(day: number): number {
  const { year, month, date } = partsOf(day);
  return dayOf(year - 1, month, date) ?? (dayOf(year - 1, month, date - 1) as number);
}

/**
 * Whether data from `dataFrom` on covers a period, except for 15 % of it at the start at most: the first sale
 * of a year may come in its second week, but half a period would look like growth or like the weakest period.
 */
export function reachesBack(period: DayRange, dataFrom: number): boolean {
  return dataFrom <= period.from + (period.to - period.from + 1) * 0.15;
}

/** The year up to the last day of the data against the same days of the year before. */
export function yearToDate(dataThrough: number): Comparison {
  const range = periodOf('year', dataThrough);
  return comparisonFor({ range, grain: 'year', text: '' }, dataThrough);
}
