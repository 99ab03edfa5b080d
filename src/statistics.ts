/** A quantile of sorted values, type 7 (Hyndman & Fan 1996, the default of R and numpy); NaN of nothing. */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return Number.NaN;
  const h = (sorted.length - 1) * p;
  const below = Math.floor(h);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (h - below) * (high - low);
}

/** The middle value (the mean of the two middle ones); null of nothing. */
export function median(values: ArrayLike<number>): number | null {
  return values.length === 0 ? null : quantile(Float64Array.from(values).sort(), 0.5);
}

/**
 * How far each value lies from the others, robustly: 0.6745 times its distance from the median, in median absolute
 * deviations. Beyond 3.5 a value stands out (Iglewicz & Hoaglin 1993). Zero for all where half of the values are equal.
 */
export function modifiedZScores(values: readonly number[]): number[] {
  const middle = median(values) ?? 0;
  const deviation = median(values.map(v => Math.abs(v - middle))) ?? 0;
  return values.map(v => (deviation === 0 ? 0 : (0.6745 * (v - middle)) / deviation));
}

/** Quartiles, and the last values within one and a half interquartile ranges of them (Tukey 1977). */
export interface Spread {
  readonly count: number;
  readonly low: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly high: number;
  readonly least: number;
  readonly most: number;
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
