import { type DayRange, periodOf } from '../../../core/calendar/grain.js';
import { sameDateYearBefore } from '../../../core/calendar/period.js';
import { decimalsOf } from '../../../core/money/currencies.js';
import type { Query } from '../../../core/query/query.js';
import { type Expected, FEWEST_VALUES, type Forecast } from '../../../models/forecast/forecast.js';
import type { Interval } from '../../../models/forecast/intervals.js';
import { forecastApart } from '../../../models/forecast/thread.js';
import type { QueryMeasure } from '../../../query/measures.js';
import { addsOverTime, type Series, seriesOf } from '../../../query/series.js';
import type { Setting } from '../../../query/setting.js';
import type { ForecastGrain, Plan } from './plan.js';

/** How many periods make a season. */
export const SEASON: Readonly<Record<ForecastGrain, number>> = { day: 7, week: 52, month: 12, quarter: 4 };
/** What is learnt from: of older days there is little to learn, and searching them all takes long. */
const MOST_VALUES: Readonly<Record<ForecastGrain, number>> = { day: 730, week: 260, month: 180, quarter: 80 };

/** A period ahead, and what it was a year before. */
export interface StepAhead extends Expected {
  readonly period: DayRange;
  /** What came in of it so far, if it has begun. */
  readonly soFar?: number;
  readonly yearBefore?: number;
}

/** Everything that the answer says. */
export interface Outlook {
  readonly plan: Plan;
  readonly series: Series;
  readonly forecast: Forecast;
  readonly steps: readonly StepAhead[];
  /** What the periods that are asked for come to, with what their days brought already; if they add up. */
  readonly total?: Expected & { readonly soFar: number; readonly yearBefore?: number };
}

/** Forecasts a query's measure; undefined where the history is too short, of which `series` says how long. */
export async function outlookFor(
  query: Query,
  plan: Plan,
  setting: Setting,
): Promise<Outlook | { readonly tooShort: Series }> {
  const series = await seriesOf(query, plan.grain, setting);
  if (series.values.length < FEWEST_VALUES) return { tooShort: series };
  const forecast = await forecastApart({
    values: series.values.slice(-MOST_VALUES[plan.grain]),
    season: SEASON[plan.grain],
    steps: plan.ahead.length,
    sum: plan.sum,
  });
  const round = rounding(series.measure, setting.view.currency);
  const adds = addsOverTime(series.measure);
  const steps = forecast.steps.map((step, i): StepAhead => {
    const period = plan.ahead[i]!;
    const hasBegun = i === 0 && period.from <= setting.data.to;
    const soFar = hasBegun && adds ? (series.open?.soFar ?? 0) : undefined;
    const before = figureIn(series, periodOf(plan.grain, middleYearBefore(period)));
    return {
      period,
      ...rounded(
        soFar === undefined ? step : underWay(step, soFar, remaining(period, setting), series),
        round,
      ),
      ...(soFar !== undefined && { soFar }),
      ...(before !== undefined && { yearBefore: before }),
    };
  });
  const total = adds ? totalOf(plan, series, forecast, steps, round) : undefined;
  return { plan, series, forecast, steps, ...(total && { total }) };
}

const middleYearBefore = ({ from, to }: DayRange): number =>
  sameDateYearBefore(from + Math.floor((to - from) / 2));

const figureIn = ({ periods, values }: Series, period: DayRange): number | undefined =>
  values[periods.findIndex(p => p.from === period.from)];

/** The part of a period's days that the data does not have yet. */
const remaining = ({ from, to }: DayRange, { data }: Setting): number => (to - data.to) / (to - from + 1);

/**
 * A period that has begun: what came in so far, and of the forecast of the whole period the part of the days
 * that are left. Misses shrink with the root of that part, as those of days that do not depend on each other.
 */
function underWay(step: Expected, soFar: number, left: number, series: Series): Expected {
  const value = soFar + left * step.value;
  const within = (interval: Interval | undefined) =>
    interval && {
      low: value - Math.sqrt(left) * (step.value - interval.low),
      high: value + Math.sqrt(left) * (interval.high - step.value),
    };
  const [likely, veryLikely] = [within(step.likely), within(step.veryLikely)];
  return atLeast({ value, ...(likely && { likely }), ...(veryLikely && { veryLikely }) }, soFar, series);
}

/** Sums that never fell stay at least where they are: a month that has sold 500 sells no less. */
function atLeast<E extends Expected>(step: E, soFar: number | undefined, { values }: Series): E {
  if (soFar === undefined || values.some(x => x < 0)) return step;
  const up = (interval: Interval | undefined) =>
    interval && { low: Math.max(soFar, interval.low), high: Math.max(soFar, interval.high) };
  const [likely, veryLikely] = [up(step.likely), up(step.veryLikely)];
  return {
    ...step,
    value: Math.max(soFar, step.value),
    ...(likely && { likely }),
    ...(veryLikely && { veryLikely }),
  };
}

function totalOf(
  { sum, past }: Plan,
  series: Series,
  forecast: Forecast,
  steps: readonly StepAhead[],
  round: (value: number) => number,
): Outlook['total'] {
  const own = steps.slice(sum.from, sum.to + 1);
  const isPast = (p: DayRange) => past !== undefined && p.from >= past.from && p.to <= past.to;
  const done = series.values.reduce((all, x, i) => all + (isPast(series.periods[i]!) ? x : 0), 0);
  const begun = own.reduce((all, s) => all + (s.soFar ?? 0), 0);
  const value = own.reduce((all, s) => all + s.value, 0) + done;
  // A period under way is expected to bring something else than its forecast as a whole.
  const moved = value - forecast.sum.value;
  const shifted = (x: Interval | undefined) => x && { low: x.low + moved, high: x.high + moved };
  const [likely, veryLikely] = [shifted(forecast.sum.likely), shifted(forecast.sum.veryLikely)];
  const raised = atLeast(
    { value, ...(likely && { likely }), ...(veryLikely && { veryLikely }) },
    done + begun === 0 ? undefined : done + begun,
    series,
  );
  const before = own.map(s => s.yearBefore);
  const isWhole = past === undefined && before.every(x => x !== undefined);
  return {
    ...rounded(raised, round),
    soFar: round(done + begun),
    ...(isWhole && { yearBefore: round(before.reduce<number>((all, x) => all + (x ?? 0), 0)) }),
  };
}

/** As many decimals as the measure is shown with. */
function rounding({ unit }: QueryMeasure, currency: string): (value: number) => number {
  const decimals =
    unit === 'money' ? decimalsOf(currency).shown : unit === 'count' ? 0 : unit === 'share' ? 4 : 2;
  return value => Math.round(value * 10 ** decimals) / 10 ** decimals + 0;
}

function rounded<E extends Expected>(step: E, round: (value: number) => number): E {
  const ends = (x: Interval | undefined) => x && { low: round(x.low), high: round(x.high) };
  const [likely, veryLikely] = [ends(step.likely), ends(step.veryLikely)];
  return { ...step, value: round(step.value), ...(likely && { likely }), ...(veryLikely && { veryLikely }) };
}
