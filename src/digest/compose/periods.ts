import { type Day, isoOf, partsOf, showWeekday } from '../../core/calendar/days.js';
import { type DayRange, labelPeriod, monthsFrom, periodOf, showRange } from '../../core/calendar/grain.js';

/** The lengths of a digest's period. */
export const DIGEST_GRAINS = ['day', 'week', 'month'] as const;
export type DigestGrain = (typeof DIGEST_GRAINS)[number];

/** The periods that a digest compares. */
export interface DigestPeriods {
  readonly grain: DigestGrain;
  /** The last whole period: a day, Monday to Sunday, or a calendar month. */
  readonly period: DayRange;
  readonly before: DayRange;
  /** 52 weeks earlier for days and weeks, so that the weekdays match; the same month for months. */
  readonly yearBefore: DayRange;
}

/** The last whole period before a day, and the periods it is compared with. */
export function periodsBefore(asOf: Day, grain: DigestGrain = 'week'): DigestPeriods {
  const last = (day: Day) => periodOf(grain, periodOf(grain, day).from - 1);
  const period = last(asOf);
  const before = last(period.from);
  const { year, month } = partsOf(period.from);
  const yearBefore =
    grain === 'month' ? monthsFrom(year - 1, month, 1) : { from: period.from - 364, to: period.to - 364 };
  return { grain, period, before, yearBefore };
}

/** A period as written in a question: `2026-11-09..2026-11-15`. */
export const periodWord = ({ from, to }: DayRange): string =>
  from === to ? isoOf(from) : `${isoOf(from)}..${isoOf(to)}`;

/** A period as a title: `Week of Nov 9 – 15, 2026`, `Sun, Nov 15, 2026`, `Oct 2026`. */
export const periodTitle = ({ grain, period }: Pick<DigestPeriods, 'grain' | 'period'>): string =>
  grain === 'week'
    ? `Week of ${showRange(period)}`
    : grain === 'day'
      ? showWeekday(period.from)
      : labelPeriod('month', period.from);
