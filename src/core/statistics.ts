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
 * The same, several times faster for many values, which are put into another order: the middle ones are selected (Hoare 1961),
 * the others are not sorted.
 */
export function medianInPlace(values: Int32Array | Float64Array): number | null {
  const { length } = values;
  if (length === 0) return null;
  const upper = selected(values, length >> 1);
  if (length % 2 === 1) return upper;
  let lower = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < length >> 1; i++) if ((values[i] as number) > lower) lower = values[i] as number;
  return lower + (upper - lower) / 2;
}

/** The value that stands at a place when sorted; afterwards none before it is larger. */
function selected(values: Int32Array | Float64Array, place: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const pivot = values[(low + high) >> 1] as number;
    let [i, j] = [low, high];
    while (i <= j) {
      while ((values[i] as number) < pivot) i++;
      while ((values[j] as number) > pivot) j--;
      if (i > j) break;
      const swapped = values[i] as number;
      values[i++] = values[j] as number;
      values[j--] = swapped;
    }
    if (place <= j) high = j;
    else if (place >= i) low = i;
    else break;
  }
  return values[place] as number;
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
