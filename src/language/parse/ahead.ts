import { type Note, remark } from '../../core/answer/notes.js';
import { partsOf } from '../../core/calendar/days.js';
import { type DayRange, GRAINS, type Grain, periodOf } from '../../core/calendar/grain.js';
import { named, type PeriodContext } from '../../core/calendar/in-words/named-period.js';
import { findPeriods } from '../../core/calendar/in-words/period.js';
import type { Period } from '../../core/calendar/period.js';
import { COUNT as ANY_COUNT, countOf } from '../../core/text/counts.js';

/** The units of time, as a pattern. */
export const UNITS = GRAINS.join('|');
/** The grain that is called so: `weeks`. */
export const grainCalled = (word: string | undefined): Grain | undefined =>
  GRAINS.find(grain => grain === word?.toLowerCase().replace(/s$/, ''));

/** Four digits are a year. */
const COUNT = `(?!\\d{4})${ANY_COUNT}`;
const NEXT = new RegExp(
  `(?:\\b(?:for|in|over|during|of|within) )?(?:the )?` +
    `\\b(?:next|coming|following|upcoming) (?:${COUNT} )?(${UNITS})s?\\b`,
);
const SO_MANY = new RegExp(`(?:\\b(?:for|of) )?\\b${COUNT} (${UNITS})s?(?: ahead| out| from now)?\\b`);
const REST =
  /\b(?:(?:for|in|over|by|until|till) )*(?:the )?(?:rest|end) of (?:the |this )?(year|quarter|month|week)\b/;
/** `by week`, `weekly` */
export const BY = new RegExp(
  `\\b(?:by|per|each|every) (?:the )?(${UNITS})\\b|\\b(daily|weekly|monthly|quarterly)\\b`,
);
/** How far ahead a text asks for, and what is left of it. */
export interface Ahead {
  readonly limit?: number;
  readonly grain?: Grain;
  readonly period?: Period;
  readonly remark?: Note;
  readonly rest: string;
}

/** Reads how far ahead a text asks for. */
export async function aheadIn(text: string, context: PeriodContext): Promise<Ahead> {
  const by = BY.exec(text);
  const daily = { daily: 'day', weekly: 'week', monthly: 'month', quarterly: 'quarter' } as const;
  const grain = by ? grainCalled(by[1] ?? daily[by[2] as keyof typeof daily]) : undefined;
  const left = by ? text.replace(by[0], ' ') : text;
  const next = NEXT.exec(left) ?? SO_MANY.exec(left);
  const said = { ...(grain && { grain }) };
  if (next?.[2] === 'year' && next[1] === undefined) {
    const period = yearAfter(context);
    return { ...said, period, rest: left.replace(next[0], ' ') };
  }
  if (next) {
    const unit = grainCalled(next[2]);
    const limit = next[1] === undefined ? 1 : countOf(next[1]);
    return { limit, ...(unit && { grain: unit }), rest: left.replace(next[0], ' ') };
  }
  if (/\btomorrow\b/.test(left))
    return { limit: 1, grain: 'day', rest: left.replace(/\b(?:for )?tomorrow\b/, ' ') };
  const { period, rest } = await findPeriods(left.replace(REST, 'this $1'), context);
  if (!period) return { ...said, rest };
  const own = period.undated ? named(period.undated, context, firstAhead(context)) : period;
  return {
    ...said,
    period: own,
    rest,
    ...(period.remark && !period.undated && { remark: remark(period.remark) }),
  };
}

/** The month that comes or is not over: "december" is then the next one. */
const firstAhead = ({ data }: PeriodContext): number => periodOf('month', data.to + 1).from;
const yearPeriod = (range: DayRange): Period => ({
  range,
  grain: 'year',
  text: String(partsOf(range.from).year),
});
/** The year that is not over. */
export const thisYear = ({ data }: PeriodContext): Period => yearPeriod(periodOf('year', data.to + 1));
const yearAfter = ({ data }: PeriodContext): Period =>
  yearPeriod(periodOf('year', periodOf('year', data.to).to + 1));
