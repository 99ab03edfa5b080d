import type { GroupingField } from '../../../answering/grouping-fields.js';
import type { DayRange } from '../../../core/calendar/grain.js';
import type { Anomalies } from '../../../models/anomalies/anomalies.js';
import { anomaliesApart } from '../../../models/anomalies/thread.js';
import type { Series } from '../../../query/series.js';

/** What periods can be out of line. */
export type AnomalyGrain = 'day' | 'week' | 'month';

/** A season, and how many periods the median of the trend is of: some weeks of days, a quarter, a year. */
export const SHAPES: Readonly<Record<AnomalyGrain, { readonly season: number; readonly window: number }>> = {
  day: { season: 7, window: 29 },
  week: { season: 52, window: 13 },
  month: { season: 12, window: 13 },
};

/** The probability of finding anything in a history in which nothing is out of line. */
export const ALPHA = 0.05;

/** A period that is out of line. */
export interface OutOfLine {
  readonly period: DayRange;
  readonly value: number;
  readonly usual: number;
  readonly statistic: number;
  readonly cause?: Cause;
}

/** The value of a dimension that differs most from what it usually brings. */
export interface Cause {
  readonly field: GroupingField;
  readonly name: string;
  readonly difference: number;
  /** Its part of the whole difference. */
  readonly share: number;
}

/** How much has to differ. */
export interface Floor {
  readonly share?: number;
  readonly amount?: number;
}

/** Runs the test over a series. */
export const anomaliesIn = (series: Series, grain: AnomalyGrain): Promise<Anomalies> =>
  anomaliesApart({ values: series.values, ...SHAPES[grain], alpha: ALPHA });

/** The periods that were found, of those that are asked for and off by enough, the latest first. */
export function outOfLine(
  series: Series,
  { found }: Anomalies,
  { share = 0, amount = 0 }: Floor,
  range: DayRange | undefined,
): OutOfLine[] {
  return found
    .map(({ index, value, usual, statistic }) => ({
      period: series.periods[index]!,
      value,
      usual,
      statistic,
    }))
    .filter(({ period, value, usual }) => {
      const off = Math.abs(value - usual);
      const isIn = !range || (period.from >= range.from && period.to <= range.to);
      return isIn && off >= amount && off >= share * Math.abs(usual);
    })
    .reverse();
}
