import { type Day, isoOf } from '../../../core/calendar/days.js';
import { type DayRange, type Grain, periodOf, periodsIn, showRange } from '../../../core/calendar/grain.js';
import { ShopkeeperError } from '../../../core/errors.js';
import type { Setting } from '../../../query/setting.js';

/** The periods that can be forecast: a year is added up from its months. */
export type ForecastGrain = Exclude<Grain, 'year'>;

/** How far ahead is asked for. */
export interface Wanted {
  readonly grain?: Grain | undefined;
  readonly steps?: number | undefined;
  /** The days that are asked for, if they were named. */
  readonly target?: DayRange | undefined;
}

/** Which periods are forecast, and which of them are what was asked for. */
export interface Plan {
  readonly grain: ForecastGrain;
  /** All periods from the end of the history on; the first may have begun. */
  readonly ahead: readonly DayRange[];
  /** The places of those that are asked for. */
  readonly sum: { readonly from: number; readonly to: number };
  /** Days of the target that the history covers, in whole periods. */
  readonly past?: DayRange;
}

/** How far ahead by default, and at most: beyond, last year says as much. */
const STEPS: Readonly<Record<ForecastGrain, { readonly usual: number; readonly most: number }>> = {
  day: { usual: 14, most: 92 },
  week: { usual: 8, most: 53 },
  month: { usual: 3, most: 24 },
  quarter: { usual: 2, most: 8 },
};
/** Shorter histories are forecast by weeks, and the shortest by days. */
const MONTHS_ENOUGH = 400;
const WEEKS_ENOUGH = 90;

function grainOf({ grain, target }: Wanted, { data }: Setting): ForecastGrain {
  if (grain && grain !== 'year') return grain;
  if (grain === 'year') return 'month';
  if (target) {
    const length = target.to - target.from + 1;
    if (length < 7) return 'day';
    if (length < 28) return target.from === periodOf('week', target.from).from ? 'week' : 'day';
    return isWhole(target, 'month') && data.to - data.from > 250
      ? 'month'
      : isWhole(target, 'week')
        ? 'week'
        : 'day';
  }
  const days = data.to - data.from;
  return days >= MONTHS_ENOUGH ? 'month' : days >= WEEKS_ENOUGH ? 'week' : 'day';
}

const isWhole = ({ from, to }: DayRange, grain: Grain): boolean =>
  periodOf(grain, from).from === from && periodOf(grain, to).to === to;

/**
 * Plans a forecast from the first day after the history on.
 * @throws ShopkeeperError if what is asked for is over, or too far ahead
 */
export function planFor(wanted: Wanted, setting: Setting): Plan {
  const { data } = setting;
  const grain = grainOf(wanted, setting);
  const first = periodOf(grain, data.to + 1);
  const hasBegun = first.from <= data.to;
  const { target } = wanted;
  if (target) return planTo(target, grain, first, data.to);
  const perStep = wanted.grain === 'year' ? 12 : 1;
  const steps = (wanted.steps ?? (wanted.grain === 'year' ? 1 : STEPS[grain].usual)) * perStep;
  refuseFar(steps, grain);
  const from = hasBegun ? 1 : 0;
  const ahead = [first];
  while (ahead.length < steps + from) ahead.push(periodOf(grain, ahead.at(-1)!.to + 1));
  return { grain, ahead, sum: { from, to: from + steps - 1 } };
}

function planTo(target: DayRange, grain: ForecastGrain, first: DayRange, dataEnds: Day): Plan {
  if (target.to <= dataEnds)
    throw new ShopkeeperError(
      `${showRange(target)} is over, so there is nothing to forecast: the data goes to ${isoOf(dataEnds)}.`,
      'Ask for what it was, for example `sales last year`, or for a forecast of the `next 3 months`',
    );
  const end = periodOf(grain, target.to).to;
  const count = Math.ceil((end - first.from + 1) / SHORTEST[grain]);
  refuseFar(Math.min(count, 10_000) > STEPS[grain].most * 2 ? count : 1, grain);
  const ahead = periodsIn(grain, { from: first.from, to: end });
  refuseFar(ahead.length, grain);
  const from = Math.max(
    0,
    ahead.findIndex(p => p.to >= target.from),
  );
  const hasPast = target.from < first.from;
  return {
    grain,
    ahead,
    sum: { from, to: ahead.length - 1 },
    ...(hasPast && { past: { from: target.from, to: first.from - 1 } }),
  };
}

const SHORTEST: Readonly<Record<ForecastGrain, number>> = { day: 1, week: 7, month: 31, quarter: 92 };

function refuseFar(steps: number, grain: ForecastGrain): void {
  const { most } = STEPS[grain];
  // The period that has begun is one more.
  if (steps <= most + 1) return;
  throw new ShopkeeperError(
    `${steps} ${grain}s ahead are too far to tell.`,
    `Ask for ${most} ${grain}s at most, for example \`sales forecast ${Math.min(most, 6)} ${grain}s\``,
  );
}
