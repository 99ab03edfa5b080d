import { type Backtest, backtests, FEWEST_ORIGINS, LEAST_HISTORY, scored } from './backtest.js';
import { CANDIDATES, type ModelName } from './candidates.js';
import { around, type Interval, missesOf, reach, reaches, type Steps } from './intervals.js';
import type { Weights } from './smoothing.js';

/** The fewest values that anything can be said of. */
export const FEWEST_VALUES = LEAST_HISTORY + FEWEST_ORIGINS;

/** A series, and how far ahead it is to be forecast. */
export interface ForecastTask {
  /** Finite, in the order of time, without gaps; at least FEWEST_VALUES. */
  readonly values: readonly number[];
  /** How many values make a season: 12 of months. */
  readonly season: number;
  readonly steps: number;
  /** The steps that are added up. */
  readonly sum: Steps;
}

/** A forecast with what is likely: 4 of 5, and 19 of 20. */
export interface Expected {
  readonly value: number;
  readonly likely?: Interval;
  readonly veryLikely?: Interval;
}

/** How one way to forecast did in the tests. */
export interface Tested {
  readonly model: ModelName;
  readonly isNaive: boolean;
  readonly error: number;
}

export interface Forecast {
  readonly model: ModelName;
  readonly isNaive: boolean;
  /** Whether the history has two whole seasons, and enough beyond to test what is made of them. */
  readonly isSeasonal: boolean;
  readonly steps: readonly Expected[];
  readonly sum: Expected;
  /** The best first. */
  readonly tested: readonly Tested[];
  /** How many tests all took part in, and how many the intervals are from. */
  readonly tests: number;
  readonly origins: number;
  /** Whether all values are the same. */
  readonly isConstant: boolean;
  readonly weights?: Weights;
}

/**
 * Forecasts a series by whatever did best in a backtest: smoothing with level, trend and seasons, or a naive
 * forecast where no smoothing did better. Intervals are from the misses in the same tests.
 */
export function forecastOf({ values: given, season, steps, sum }: ForecastTask): Forecast {
  const values = Float64Array.from(given);
  if (values.length < FEWEST_VALUES || !values.every(Number.isFinite))
    throw new RangeError(`A forecast needs ${FEWEST_VALUES} finite values or more.`);
  // Away from the ends of what numbers can hold: squares of cents are.
  const size = values.reduce((most, x) => Math.max(most, Math.abs(x)), 0) || 1;
  const scaled = values.map(x => x / size);
  const period = values.length >= 2 * season && season > 1 ? season : 1;
  const scores = scored(backtests(scaled, period, steps), scaled);
  const best = bestOf(scores);
  const made = best.backtest.candidate.make(scaled, period, best.backtest.last);
  const again = best.backtest.candidate.make(scaled, period);
  const end = (made.fitted?.end.squares ?? 0) < (again.fitted?.end.squares ?? 0) ? made : again;
  const least = scaled.every(x => x >= 0) ? 0 : Number.NEGATIVE_INFINITY;
  const { candidate } = best.backtest;
  return {
    model: candidate.name,
    isNaive: candidate.isNaive,
    isSeasonal: scores.some(s => s.backtest.candidate.name === 'seasonal-naive'),
    ...expected(best.backtest, scaled, end.ahead(steps), { steps, sum, least, size }),
    tested: scores.map(({ backtest: { candidate: c }, error }) => ({
      model: c.name,
      isNaive: c.isNaive,
      error: error * size,
    })),
    tests: best.tests,
    origins: best.backtest.origins.length,
    isConstant: scaled.every(x => x === scaled[0]),
    ...(end.fitted && { weights: end.fitted.weights }),
  };
}

/** The least error; of several that are as good but for rounding, the plainest. */
function bestOf(scores: ReturnType<typeof scored>) {
  const least = scores[0]?.error ?? 0;
  const asGood = scores.filter(s => s.error <= least * (1 + 1e-9) + 1e-12);
  const place = (s: (typeof scores)[number]) => CANDIDATES.indexOf(s.backtest.candidate);
  return asGood.reduce((a, b) => (place(b) < place(a) ? b : a));
}

function expected(
  test: Backtest,
  values: Float64Array,
  ahead: readonly number[],
  { steps, sum, least, size }: { steps: number; sum: Steps; least: number; size: number },
): Pick<Forecast, 'steps' | 'sum'> {
  const misses = missesOf(test, values, sum, steps);
  const isRatio = misses.isRatio && ahead.every(x => x > 0);
  const { bySteps, ofSum } = misses.isRatio === isRatio ? misses : missesOf(test, values, sum, steps, false);
  const scaled = (interval: Interval | undefined) =>
    interval && { low: interval.low * size, high: interval.high * size };
  const expectedOf = (value: number, likely?: number, veryLikely?: number): Expected => {
    const own = Math.max(least, value);
    const [narrow, wide] = [likely, veryLikely].map(w => scaled(around(own, w, isRatio, least)));
    return { value: own * size, ...(narrow && { likely: narrow }), ...(wide && { veryLikely: wide }) };
  };
  const [narrow, wide] = [reaches(bySteps, LIKELY), reaches(bySteps, VERY_LIKELY)];
  const expectedSteps = ahead.map((value, h) => expectedOf(value, narrow[h], wide[h]));
  const added = ahead.slice(sum.from, sum.to + 1).reduce((all, x) => all + Math.max(least, x), 0);
  const ofAll = expectedOf(added, reach(ofSum, LIKELY), reach(ofSum, VERY_LIKELY));
  const parts = expectedSteps.slice(sum.from, sum.to + 1);
  const likely = ofAll.likely ?? together(parts.map(part => part.likely));
  const veryLikely = ofAll.veryLikely ?? together(parts.map(part => part.veryLikely));
  return {
    steps: expectedSteps,
    sum: { value: ofAll.value, ...(likely && { likely }), ...(veryLikely && { veryLikely }) },
  };
}

/** What the sum of several is within if all miss to the same side; for sums that too few tests had. */
function together(parts: readonly (Interval | undefined)[]): Interval | undefined {
  const known = parts.flatMap(part => part ?? []);
  if (known.length < parts.length || known.length === 0) return undefined;
  return known.reduce((a, b) => ({ low: a.low + b.low, high: a.high + b.high }));
}

const LIKELY = 0.8;
const VERY_LIKELY = 0.95;
