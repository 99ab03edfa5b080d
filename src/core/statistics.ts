import { quantileSorted, quickselect } from 'simple-statistics';

/** The library only reads and writes places by their index, as typed arrays allow; its types ask for more. */
const indexed = (values: ArrayLike<number>) => values as number[];

/**
 * A quantile, type 7 (Hyndman & Fan 1996, the default of R and numpy).
 *
 * @param sorted ascending
 * @param p from 0 to 1
 * @returns NaN if there are no values
 */
export const quantile = (sorted: ArrayLike<number>, p: number): number =>
  sorted.length === 0 ? Number.NaN : quantileSorted(indexed(sorted), p);

/** The median: the middle value, or the mean of the two middle ones; null if there are no values. */
export const median = (values: ArrayLike<number>): number | null =>
  values.length === 0 ? null : quantile(Float64Array.from(values).sort(), 0.5);

/**
 * The same as {@link median}, several times faster for many values, whose order it changes: the middle ones
 * are selected (Floyd & Rivest 1975), the others are not sorted.
 */
export function medianInPlace(values: Int32Array | Float64Array): number | null {
  const { length } = values;
  if (length === 0) return null;
  const middle = length >> 1;
  quickselect(indexed(values), middle);
  const upper = values[middle]!;
  if (length % 2 === 1) return upper;
  let lower = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < middle; i++) if (values[i]! > lower) lower = values[i]!;
  return lower + (upper - lower) / 2;
}

/**
 * How far each value lies from the others, robustly: 0.6745 times its distance from the median, in median
 * absolute deviations. Beyond 3.5 a value stands out (Iglewicz & Hoaglin 1993). If half of the values are
 * equal, that deviation is zero and tells nothing: then the mean absolute deviation takes its place (1.2533
 * of it are a standard deviation of normal values). Zero for all values if all are equal.
 */
export function modifiedZScores(values: readonly number[]): number[] {
  const middle = median(values) ?? 0;
  const distances = values.map(v => Math.abs(v - middle));
  const mean = distances.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length);
  const deviation = (median(distances) ?? 0) / 0.6745 || mean * 1.2533;
  return values.map(v => (deviation === 0 ? 0 : (v - middle) / deviation));
}

/** A box plot's figures (Tukey 1977): quartiles, and whiskers within 1.5 interquartile ranges of them. */
export interface Spread {
  readonly count: number;
  /** The lower whisker. */
  readonly low: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  /** The upper whisker. */
  readonly high: number;
  readonly least: number;
  readonly most: number;
  /** How many values lie beyond the whiskers. */
  readonly beyond: number;
}

/** @param sorted ascending, not empty */
export function spreadOf(sorted: Float64Array): Spread {
  const [q1, q3] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
  const reach = (q3 - q1) * 1.5;
  const within = sorted.filter(v => v >= q1 - reach && v <= q3 + reach);
  return {
    count: sorted.length,
    low: within[0] as number,
    q1,
    median: quantile(sorted, 0.5),
    q3,
    high: within.at(-1) as number,
    least: sorted[0] as number,
    most: sorted.at(-1) as number,
    beyond: sorted.length - within.length,
  };
}
