import { type DayRange, type Grain, periodOf, periodsIn } from '../core/calendar/grain.js';
import { reachesBack } from '../core/calendar/period.js';
import { median, modifiedZScores } from '../core/statistics.js';
import type { StoreReader } from '../store/engine/transaction.js';
import { NO_SUMS } from '../store/lines/index.js';
import {
  type GroupBy,
  type GroupSums,
  groupedSums,
  type LineScope,
  pairedSums,
} from '../store/scope/sums.js';
import { type RankBy, ranked } from './breakdown.js';

/** One period of a trend. */
export interface TrendPoint {
  readonly period: DayRange;
  readonly sums: GroupSums;
  /**
   * True where the sums are not of the whole period: the data, or what was asked for, starts or ends within
   * it.
   */
  readonly partial: boolean;
  /**
   * True also where only a few days at its start are missing: then it can be compared, but not called
   * weakest.
   */
  readonly isCut: boolean;
}

/**
 * Sums for every period of the grain over the days covered, the empty ones too: a gap is a finding.
 * @param days what is covered, cut to the data; `data` is all there is
 */
export async function trend(
  store: StoreReader,
  scope: LineScope,
  { days, data }: { readonly days: DayRange; readonly data: DayRange },
  grain: Grain,
): Promise<TrendPoint[]> {
  const sums = await groupedSums(store, scope, { kind: 'grain', grain });
  const sumsByPeriod = new Map(sums.map(s => [s.id, s]));
  return pointsOf({ days, data }, grain, from => sumsByPeriod.get(from));
}

/** The points of a trend of revenue alone, from the revenue of each day; all other sums are zero. */
export function revenuePoints(
  revenueByDay: ReadonlyMap<number, number>,
  span: { readonly days: DayRange; readonly data: DayRange },
  grain: Grain,
): TrendPoint[] {
  const sumsByPeriod = new Map<number, GroupSums>();
  for (const [day, revenue] of revenueByDay) {
    const id = periodOf(grain, day).from;
    const sums = sumsByPeriod.get(id);
    sumsByPeriod.set(id, { ...NO_SUMS, id, revenue: (sums?.revenue ?? 0) + revenue });
  }
  return pointsOf(span, grain, from => sumsByPeriod.get(from));
}

/** A line of a trend: one value of a dimension over time. */
export interface TrendSeries {
  readonly key: string | number | null;
  readonly label: string | null;
  readonly total: GroupSums;
  readonly points: readonly TrendPoint[];
}

/** Names are looked up, and lines made, for so many values at most. */
const MOST_SERIES = 200;

/** A trend for each of the highest values of a dimension, the highest first. */
export async function trendBy(
  store: StoreReader,
  scope: LineScope,
  span: { readonly days: DayRange; readonly data: DayRange },
  grain: Grain,
  by: GroupBy,
  rankBy: RankBy,
): Promise<TrendSeries[]> {
  const { firsts, pairs } = await pairedSums(store, scope, by, { kind: 'grain', grain });
  const rows = await ranked(store, by, firsts, { limit: MOST_SERIES, rankBy });
  const pairSums = new Map(pairs.map(p => [`${p.first}|${p.second}`, p]));
  return rows.map(total => ({
    key: total.key,
    label: total.label,
    total,
    points: pointsOf(span, grain, from => pairSums.get(`${total.id}|${from}`)),
  }));
}

/** Whether days do not cover a period, but for a few days at the start of all data. */
export function isPartial(
  period: DayRange,
  { days, data }: { readonly days: DayRange; readonly data: DayRange },
): boolean {
  if (period.to > days.to) return true;
  return period.from < days.from && !(days.from === data.from && reachesBack(period, data.from));
}

function pointsOf(
  { days, data }: { readonly days: DayRange; readonly data: DayRange },
  grain: Grain,
  sumsOf: (from: number) => GroupSums | undefined,
): TrendPoint[] {
  return periodsIn(grain, days).map(period => ({
    period,
    sums: sumsOf(period.from) ?? { ...NO_SUMS, id: period.from },
    partial: isPartial(period, { days, data }),
    isCut: period.to > days.to || period.from < days.from,
  }));
}

/**
 * Index of the period with the most, where there are at least three to choose from; one that is not over can
 * be it.
 */
export function peakOf(
  points: readonly TrendPoint[],
  of: (point: TrendPoint) => number = p => p.sums.revenue,
): number | undefined {
  if (points.length < 3) return undefined;
  let best = 0;
  points.forEach((p, i) => {
    if (of(p) > of(points[best] as TrendPoint)) best = i;
  });
  return of(points[best] as TrendPoint) > 0 ? best : undefined;
}

/** A period that stands out from those around it. */
export interface StandOut {
  readonly index: number;
  /** The median of the periods around it. */
  readonly usual: number;
  /** Robust deviations from it; beyond 3.5 either way. */
  readonly score: number;
}

/** Periods on each side that are looked at. */
const AROUND = 6;
const STANDS_OUT = 3.5;

/** Days are compared with the same weekdays around them, other periods with their neighbours. */
export const comparedWith = (grain: Grain): string =>
  grain === 'day' ? 'the same weekdays of the six weeks on each side' : `the six ${grain}s on each side`;

/**
 * The whole periods that stand out from the ones around them: their distance from the median of the six on
 * each side (of days: the same weekdays), as a modified z-score among all such distances (statistics.ts).
 * Growth, seasons and weekdays move the median along, so they do not count as outliers.
 */
export function standOuts(
  points: readonly TrendPoint[],
  of: (point: TrendPoint) => number,
  grain: Grain,
): StandOut[] {
  const whole = points.map((point, index) => ({ point, index })).filter(({ point }) => !point.partial);
  const step = grain === 'day' ? 7 : 1;
  if (whole.length < AROUND * 2) return [];
  const values = whole.map(({ point }) => of(point));
  const usual = values.map((_, i) => {
    const around: number[] = [];
    for (let k = -AROUND; k <= AROUND; k++) {
      const value = values[i + k * step];
      if (value !== undefined) around.push(value);
    }
    return median(around) ?? 0;
  });
  const scores = modifiedZScores(values.map((value, i) => value - (usual[i] as number)));
  return whole.flatMap(({ index }, i) =>
    Math.abs(scores[i] as number) > STANDS_OUT
      ? [{ index, usual: usual[i] as number, score: scores[i] as number }]
      : [],
  );
}

/**
 * The mean of each point and those before it, so many together; null where there are not enough, or one is
 * partial.
 */
export function movingAverage(
  points: readonly TrendPoint[],
  of: (point: TrendPoint) => number,
  length: number,
): (number | null)[] {
  return points.map((_, i) => {
    const window = points.slice(Math.max(0, i - length + 1), i + 1);
    if (window.length < length || window.some(p => p.partial)) return null;
    return window.reduce((sum, p) => sum + of(p), 0) / length;
  });
}

/** The grain that shows a span in a readable number of points. */
export function grainFor(days: DayRange): Grain {
  const length = days.to - days.from + 1;
  if (length <= 35) return 'day';
  if (length <= 200) return 'week';
  if (length <= 366 * 4 || periodsIn('month', days).length <= 48) return 'month';
  return length <= 366 * 12 || periodOf('quarter', days.from).to > days.to ? 'quarter' : 'year';
}
