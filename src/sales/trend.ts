import { type DayRange, type Grain, periodOf, periodsIn } from '../calendar/grain.js';
import type { Store } from '../store/store.js';
import { type GroupSums, groupedSums, type LineScope } from '../store/sums.js';
import { reachesBack } from './period.js';

/** One period of a trend. */
export interface TrendPoint {
  readonly period: DayRange;
  readonly sums: GroupSums;
  /** True where the sums are not of the whole period: the data, or what was asked for, starts or ends within it. */
  readonly partial: boolean;
}

const NOTHING: Omit<GroupSums, 'id'> = {
  revenue: 0,
  lines: 0,
  orders: 0,
  customers: 0,
  quantity: 0,
  linesWithoutCustomer: 0,
  returns: 0,
  ratingSum: 0,
  ratings: 0,
};

/**
 * Sums for every period of the grain over the days covered, the empty ones too: a gap is a finding.
 * @param days what is covered, cut to the data; `data` is all there is
 */
export async function trend(
  store: Store,
  scope: LineScope,
  { days, data }: { readonly days: DayRange; readonly data: DayRange },
  grain: Grain,
): Promise<TrendPoint[]> {
  const found = new Map((await groupedSums(store, scope, { kind: 'grain', grain })).map(s => [s.id, s]));
  return periodsIn(grain, days).map(period => ({
    period,
    sums: found.get(period.from) ?? { id: period.from, ...NOTHING },
    partial:
      period.to > days.to ||
      (period.from < days.from && !(days.from === data.from && reachesBack(period, data.from))),
  }));
}

/** The grain that shows a span in a readable number of points. */
export function grainFor(days: DayRange): Grain {
  const length = days.to - days.from + 1;
  if (length <= 35) return 'day';
  if (length <= 200) return 'week';
  if (length <= 366 * 4 || periodsIn('month', days).length <= 48) return 'month';
  return length <= 366 * 12 || periodOf('quarter', days.from).to > days.to ? 'quarter' : 'year';
}
