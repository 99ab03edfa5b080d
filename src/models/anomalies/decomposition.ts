import { median } from '../../core/statistics.js';

/** What a series is usually, and what is left. */
export interface Decomposition {
  /** By value: what trend and season make of it. */
  readonly usual: readonly number[];
  /** What they do not explain, on the scale that the series was split on. */
  readonly rest: readonly number[];
  readonly scale: Scale;
  /** Whether the history carries seasons. */
  readonly isSeasonal: boolean;
}

/**
 * What a series is split on. Busy days differ by more than quiet ones: where all values are above zero, their
 * logarithms are split (a December sells half as much again, not a thousand more), and where some are zero
 * their roots, which are near to it and have a place for zero.
 */
export type Scale = 'logarithm' | 'root' | 'plain';
const same = (x: number): number => x;
const SCALES = {
  logarithm: { to: Math.log, from: Math.exp },
  root: { to: Math.sqrt, from: (x: number) => Math.max(0, x) ** 2 },
  plain: { to: same, from: same },
} as const;
const scaleOf = (values: readonly number[]): Scale =>
  values.every(x => x > 0) ? 'logarithm' : values.every(x => x >= 0) ? 'root' : 'plain';

/** Trend and season are each worked out without the other, in turns. */
const ROUNDS = 3;
/** A place in a season is known by its median, of so many at least. */
const FEWEST_SEASONS = 3;

/**
 * Splits a series into trend, season and rest, robustly: the trend is a moving median, the season the median
 * of each of its places. One odd value moves neither; STL (Cleveland et al. 1990) has loess in their place,
 * and weights for the same end.
 *
 * @param season how many values make a season
 * @param window how many values the median of the trend is of, odd
 */
export function decompose(values: readonly number[], season: number, window: number): Decomposition {
  const scale = scaleOf(values);
  const own = values.map(SCALES[scale].to);
  const isSeasonal = season > 1 && values.length >= FEWEST_SEASONS * season;
  let seasonal: readonly number[] = own.map(() => 0);
  let trend: readonly number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    trend = movingMedian(
      own.map((x, i) => x - seasonal[i]!),
      window,
    );
    if (!isSeasonal) break;
    const course = trend;
    seasonal = seasonOf(
      own.map((x, i) => x - course[i]!),
      season,
    );
  }
  const fitted = own.map((_, i) => trend[i]! + seasonal[i]!);
  return {
    usual: fitted.map(SCALES[scale].from),
    rest: own.map((x, i) => x - fitted[i]!),
    scale,
    isSeasonal,
  };
}

/**
 * The median of the values around each. At the ends, where there are fewer on one side, a series that grows
 * would be above the median of its last values and look out of line each time: there they are first moved to
 * the place in question, along the slope of the nearest whole window.
 */
function movingMedian(values: readonly number[], window: number): number[] {
  const half = Math.floor(window / 2);
  const [first, last] = [medianSlope(values.slice(0, window)), medianSlope(values.slice(-window))];
  return values.map((_, i) => {
    const from = Math.max(0, i - half);
    const around = values.slice(from, i + half + 1);
    const slope = i < half ? first : i + half >= values.length ? last : 0;
    return median(around.map((x, k) => x - slope * (from + k - i))) as number;
  });
}

/** The median of the slopes between any two values (Theil 1950; Sen 1968): a few odd ones do not turn it. */
function medianSlope(values: readonly number[]): number {
  const slopes = values.flatMap((x, i) => values.slice(i + 1).map((y, k) => (y - x) / (k + 1)));
  return median(slopes) ?? 0;
}

/** The median of each place in the season, around zero. */
function seasonOf(values: readonly number[], season: number): number[] {
  const places = Array.from(
    { length: season },
    (_, place) => median(values.filter((_, i) => i % season === place)) as number,
  );
  const middle = places.reduce((sum, x) => sum + x, 0) / season;
  return values.map((_, i) => places[i % season]! - middle);
}
