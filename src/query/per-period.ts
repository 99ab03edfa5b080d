import type { Note } from '../core/answer/notes.js';
import type { Day } from '../core/calendar/days.js';
import { type DayRange, type Grain, periodsIn } from '../core/calendar/grain.js';
import { periodContext } from '../core/calendar/in-words/named-period.js';
import { reachesBack } from '../core/calendar/period.js';
import { NotUnderstood } from '../core/errors.js';
import { type LineMask, type LineScope, totalSums } from '../store/scope/sums.js';
import type { QueryMeasure } from './measure.js';
import type { Setting } from './setting.js';

/** The calendar periods that figures are averaged over: `average sales per month`. */
export interface PerPeriod {
  readonly grain: Grain;
  /** One after another, those without sales among them; only those that are over. */
  readonly periods: readonly DayRange[];
  /** From the first day of the first one to the last day of the last one. */
  readonly range: DayRange;
}

/**
 * The periods of a grain that lie within some days as a whole and are over. The first one counts if the data
 * covers half of it: a shop's first sale is seldom on the first of a month.
 * @param days the period that was asked for; all of the data without one
 * @param masks filters on days: only periods in which they leave a day count
 * @throws NotUnderstood if there is none
 */
export function periodsOver(
  grain: Grain,
  days: DayRange | undefined,
  { data, view }: Setting,
  masks: readonly LineMask[],
): PerPeriod {
  const today = view.today();
  const { anchor } = periodContext(data, today);
  const end = Math.max(anchor, data.to);
  const isOver = (period: DayRange): boolean =>
    period.to < end || (period.to < today && coversEnd(period, data.to));
  const startsInTime = ({ from, to }: DayRange): boolean => data.from <= from + (to - from + 1) / 2;
  const periods = periodsIn(grain, { from: data.from, to: end }).filter(
    period =>
      isOver(period) &&
      startsInTime(period) &&
      (!days || (period.from >= days.from && period.to <= days.to)) &&
      keepsADay(masks, period),
  );
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last)
    throw new NotUnderstood(
      `No whole ${grain} of this period is over, so there is no average per ${grain}.`,
      ['measure:revenue per:day'],
    );
  return { grain, periods, range: { from: first.from, to: last.to } };
}

/** Whether data that has ended covers a period but for a few days at its end. */
const coversEnd = ({ from, to }: DayRange, end: Day): boolean => reachesBack({ from: -to, to: -from }, -end);

/** Whether filters leave a day of a period. */
function keepsADay(masks: readonly LineMask[], { from, to }: DayRange): boolean {
  const ofDays = masks.filter(mask => mask.column === 'day');
  for (let day = from; day <= to; day++)
    if (ofDays.every(({ first, marks }) => marks[day - first] === 1)) return true;
  return false;
}

/** A measure as its average per period. */
export const perPeriod = (measure: QueryMeasure, grain: Grain): QueryMeasure => {
  const { key, label, unit, formula } = measure;
  const what = key === 'revenue' ? '' : `${label.toLowerCase()} `;
  const [one, many] = measure.nouns?.map(noun => `${noun} `) ?? [what, what];
  return {
    ...measure,
    label: `${label} per ${grain}`,
    unit: unit === 'count' ? 'number' : unit,
    nouns: [`${one}a ${grain} on average`, `${many}a ${grain} on average`],
    formula: `${formula}; the mean of all whole ${grain}s`,
    addsUp: false,
    isRatio: true,
  };
};

/** @throws NotUnderstood for measures of which there is no average per period */
export function refuseAverages(measures: readonly QueryMeasure[], grain: Grain): void {
  const other = measures.find(m => m.isRatio || m.isExpected);
  if (!other) return;
  const why = other.isExpected ? 'is expected of the next 12 months' : 'is a mean or a rate already';
  throw new NotUnderstood(`${other.label} ${why}: it has no average per ${grain}.`, [
    `measure:${other.key} by:${grain}`,
  ]);
}

/** Over which periods figures are averaged, and what lies in none of them. */
export async function averageNotes(
  { grain, periods, range }: PerPeriod,
  lines: LineScope,
  { view, data, period }: Setting,
): Promise<Note[]> {
  const notes: Note[] = [
    {
      kind: 'averagedOver',
      grain,
      count: periods.length,
      range,
      ...(data.from > range.from && { dataStarts: data.from }),
    },
  ];
  const days = period?.range ?? data;
  const outside: DayRange[] = [
    { from: Math.max(days.from, data.from), to: range.from - 1 },
    { from: range.to + 1, to: Math.min(days.to, data.to) },
  ];
  for (const part of outside) {
    if (part.from > part.to) continue;
    const sums = await totalSums(view.store, { ...lines, range: part });
    if (sums.lines === 0) continue;
    notes.push({
      kind: 'outsideAverage',
      grain,
      range: part,
      revenue: sums.revenue,
      currency: view.currency,
    });
  }
  return notes;
}
