import type { Day } from '../core/calendar/days.js';
import { type DayRange, type Grain, periodOf } from '../core/calendar/grain.js';
import { reachesBack } from '../core/calendar/period.js';
import type { Query } from '../core/query/query.js';
import type { QueryMeasure } from './measures.js';
import { type ResolvedQuery, resolveQuery, runGroups } from './run.js';
import type { Setting } from './setting.js';

/** One measure over time, in whole periods, for what is worked out from its course. */
export interface Series {
  readonly measure: QueryMeasure;
  readonly grain: Grain;
  /** One after another, without gaps. */
  readonly periods: readonly DayRange[];
  readonly values: readonly number[];
  /** The period that the data ends within, and what came in of it so far; it is none of `periods`. */
  readonly open?: { readonly period: DayRange; readonly soFar: number };
  /** How many periods had no figure, such as an average of no orders, and have that of the one before. */
  readonly filled: number;
  /** Whether the first figure came after the first whole period of the data: what was before is left out. */
  readonly startsLate: boolean;
  readonly resolved: ResolvedQuery;
}

/** Measures that add up over time although groups of one period do not: no order is of two days. */
const ADD_OVER_TIME = ['orders', 'new-customers', 'cancelled-orders'];

/** Whether a measure of several periods is the sum of them. */
export const addsOverTime = ({ addsUp, key }: QueryMeasure): boolean => addsUp || ADD_OVER_TIME.includes(key);

/** Of older periods nothing is learnt that still holds, and a course of thousands takes long to work out. */
const MOST_DAYS: Readonly<Record<Grain, number>> = {
  day: 3 * 365,
  week: 5 * 364,
  month: 15 * 365,
  quarter: 20 * 365,
  year: 60 * 365,
};
/** The first day of the earliest period that is read. */
const latest = (grain: Grain, day: Day): Day => periodOf(grain, day - MOST_DAYS[grain]).to + 1;

/** Reads the first measure of a query, by periods, as far as the data has them whole. */
export async function seriesOf(query: Query, grain: Grain, setting: Setting): Promise<Series> {
  const { period: _, goal: __, ...rest } = query;
  const resolved = await resolveQuery(
    { ...rest, rows: 'groups', by: [grain] },
    { ...setting, period: undefined },
  );
  const [measure] = resolved.measures;
  if (!measure) throw new Error('A query has at least one measure.');
  const { data } = setting;
  const days = { from: Math.max(data.from, latest(grain, data.to)), to: data.to };
  const lines = { ...resolved.lines, range: days };
  const { rows } = await runGroups({ ...resolved, lines }, { ...setting, period: undefined, days });
  const points = rows
    .map(row => ({ period: periodOf(grain, row.ids[0]!), value: row.values[0] ?? null }))
    .sort((a, b) => a.period.from - b.period.from);
  const open = points.find(p => p.period.to > data.to);
  const whole = points.filter(p => p.period.to <= data.to && reachesBack(p.period, days.from));
  const first = whole.findIndex(p => p.value !== null && p.value !== 0);
  const own = first < 0 ? [] : whole.slice(first);
  let last = 0;
  const values = own.map(({ value }) => {
    last = value ?? last;
    return last;
  });
  return {
    measure,
    grain,
    periods: own.map(p => p.period),
    values,
    ...(open && { open: { period: open.period, soFar: open.value ?? 0 } }),
    filled: own.filter(p => p.value === null).length,
    startsLate: first > 0,
    resolved,
  };
}
