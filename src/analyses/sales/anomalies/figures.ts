import { isActionable, isCircumstance } from '../../../answering/field-roles.js';
import type { GroupingField } from '../../../answering/grouping-fields.js';
import type { DayRange } from '../../../core/calendar/grain.js';
import { median } from '../../../core/statistics.js';
import type { Anomalies } from '../../../models/anomalies/anomalies.js';
import { anomaliesApart } from '../../../models/anomalies/thread.js';
import { fieldCalled } from '../../../query/fields.js';
import { figuresFor, keyOf } from '../../../query/figures.js';
import { NO_FIGURES } from '../../../query/measures.js';
import type { Series } from '../../../query/series.js';
import type { Setting } from '../../../query/setting.js';
import { groupNames } from '../../../store/scope/sums.js';
import { contribution, hasContributions } from './contribution.js';

/** What periods can be out of line. */
export type AnomalyGrain = 'day' | 'week' | 'month';

/** A season, and how many periods the median of the trend is of: some weeks of days, a quarter, a year. */
const SHAPES: Readonly<Record<AnomalyGrain, { readonly season: number; readonly window: number }>> = {
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

/** One of more values than this explains little, and to add up each of them for each day takes seconds. */
const MOST_VALUES = 200;
/** What is usual for a value is the median of so many periods on each side, of days of the same weekday. */
const BESIDE = 4;

/**
 * The one value of one dimension that explains most of each difference: what it brought against the median
 * of what it brought in the same places of the seasons around; of a mean or a rate, what it moved that by.
 */
export async function withCauses(
  found: readonly OutOfLine[],
  series: Series,
  grain: AnomalyGrain,
  setting: Setting,
): Promise<OutOfLine[]> {
  const { measure, resolved } = series;
  if (!hasContributions(measure) || found.length === 0) return [...found];
  const time = await fieldCalled(grain, setting).groupBy(setting);
  const first = series.periods[0]!.from;
  const range = { from: first, to: series.periods.at(-1)!.to };
  const filtered = new Set(resolved.lines.filters.map(f => f.field.key));
  const best = new Map<OutOfLine, Cause>();
  const whole = measure.isRatio
    ? (await figuresFor([measure], [time], resolved.lines, range, setting)).groups
    : undefined;
  const open = setting.fields.filter(
    f => f.by.kind === 'dimension' && !isCircumstance(f) && !filtered.has(f.key),
  );
  const levers = open.filter(isActionable);
  for (const field of levers.length > 0 ? levers : open) {
    const values = await figuresFor([measure], [field.by], resolved.lines, range, setting);
    const ids = [...values.groups.values()].map(g => g.ids[0]!);
    if (ids.length < 2 || ids.length > MOST_VALUES) continue;
    const { groups } = await figuresFor([measure], [field.by, time], resolved.lines, range, setting);
    const of = (id: number, period: DayRange) =>
      contribution(
        measure,
        groups.get(keyOf([id, period.from])) ?? NO_FIGURES,
        whole?.get(keyOf([period.from])) ?? NO_FIGURES,
        setting.view.currency,
      );
    for (const one of found) {
      const cause = causeIn(one, series, grain, ids, of);
      if (!cause || cause.share <= (best.get(one)?.share ?? LEAST_SHARE)) continue;
      const name = (await groupNames(setting.view.store, field.by, [cause.id])).get(cause.id);
      best.set(one, { field, name: name?.label ?? String(name?.key ?? ''), ...cause });
    }
  }
  return found.map(one => {
    const cause = best.get(one);
    return cause?.name ? { ...one, cause } : one;
  });
}

/** One value explains something if a quarter of the difference is its own. */
const LEAST_SHARE = 0.25;

function causeIn(
  { period, value, usual }: OutOfLine,
  { periods }: Series,
  grain: AnomalyGrain,
  ids: readonly number[],
  of: (id: number, period: DayRange) => number,
): { id: number; difference: number; share: number } | undefined {
  const at = periods.findIndex(p => p.from === period.from);
  // Weeks and months are held against those around them: a year away, a value may be another.
  const apart = grain === 'day' ? SHAPES.day.season : 1;
  const beside = Array.from({ length: BESIDE }, (_, k) => [at - (k + 1) * apart, at + (k + 1) * apart])
    .flat()
    .flatMap(i => periods[i] ?? []);
  const whole = value - usual;
  if (beside.length === 0 || whole === 0) return undefined;
  let most: { id: number; difference: number; share: number } | undefined;
  for (const id of ids) {
    const difference = of(id, period) - (median(beside.map(p => of(id, p))) ?? 0);
    const share = difference / whole;
    if (share > (most?.share ?? 0)) most = { id, difference, share };
  }
  return most;
}
