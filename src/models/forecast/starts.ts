import type { Smoothing, Start, Weights } from './smoothing.js';

const NO_SEASON: readonly number[] = [];

/**
 * The start of a smoothing without seasons that makes its squared errors least for these weights, and what
 * they add up to. Every error is linear in the first level and trend: it is what it is without either, and so
 * much of each more. One pass follows all three, and least squares find the two.
 */
export function leastStart(
  values: Float64Array,
  { trend: kind }: Pick<Smoothing, 'trend'>,
  { level: alpha, trend: beta, damping: phi }: Weights,
): { start: Start; squares: number } {
  const hasTrend = kind === 'additive';
  // Level and trend from nothing, from a level of 1 and from a trend of 1.
  let [l0, b0, l1, b1, l2, b2] = [0, 0, 1, 0, 0, hasTrend ? 1 : 0];
  let [ee, ll, lt, tt, le, te] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const [f0, f1, f2] = [l0 + phi * b0, l1 + phi * b1, l2 + phi * b2];
    const e = values[i]! - f0;
    ee += e * e;
    ll += f1 * f1;
    lt += f1 * f2;
    tt += f2 * f2;
    le += f1 * e;
    te += f2 * e;
    const [n0, n1, n2] = [f0 + alpha * e, f1 - alpha * f1, f2 - alpha * f2];
    if (hasTrend) {
      b0 = beta * (n0 - l0) + (1 - beta) * phi * b0;
      b1 = beta * (n1 - l1) + (1 - beta) * phi * b1;
      b2 = beta * (n2 - l2) + (1 - beta) * phi * b2;
    }
    [l0, l1, l2] = [n0, n1, n2];
  }
  const determinant = ll * tt - lt * lt;
  const isPlane = hasTrend && determinant > 1e-12 * ll * tt;
  const level = isPlane ? (le * tt - te * lt) / determinant : ll > 0 ? le / ll : values[0]!;
  const trend = isPlane ? (te * ll - le * lt) / determinant : 0;
  return {
    start: { level, trend, season: NO_SEASON, from: 0 },
    squares: Math.max(0, ee - level * le - trend * te),
  };
}

/**
 * The start of a smoothing with seasons, from the first two of them, as R's HoltWinters has it: a centred
 * moving average over one season, what each place differs from it on average, and a straight line through it.
 *
 * @param values two whole seasons at least
 */
export function seasonalStart(values: Float64Array, kind: Smoothing['season'], period: number): Start {
  const isRatio = kind === 'multiplicative';
  const average = centredAverage(values.subarray(0, 2 * period), period);
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  for (const { at, value } of average) {
    const x = values[at]!;
    sums[at % period] = sums[at % period]! + (isRatio ? x / value : x - value);
    counts[at % period] = counts[at % period]! + 1;
  }
  const figure = Array.from(sums, (sum, i) => sum / counts[i]!);
  const mean = figure.reduce((all, x) => all + x, 0) / period;
  const line = lineThrough(average.map(a => a.value));
  return {
    level: line.at,
    trend: line.slope,
    season: figure.map(x => (isRatio ? x / mean : x - mean)),
    from: period,
  };
}

/** Averages over one season around each value; of an even one, its two ends count half. */
function centredAverage(values: Float64Array, period: number): { at: number; value: number }[] {
  const half = Math.floor(period / 2);
  const isEven = period % 2 === 0;
  const averages: { at: number; value: number }[] = [];
  for (let at = half; at + half < values.length; at++) {
    let sum = 0;
    for (let j = -half; j <= half; j++) sum += values[at + j]! * (isEven && Math.abs(j) === half ? 0.5 : 1);
    averages.push({ at, value: sum / period });
  }
  return averages;
}

/** The least squares line through values at 1, 2, 3, ...: where it is at 0, and its slope. */
function lineThrough(values: readonly number[]): { at: number; slope: number } {
  const n = values.length;
  const [mx, my] = [(n + 1) / 2, values.reduce((sum, y) => sum + y, 0) / n];
  let [xy, xx] = [0, 0];
  values.forEach((y, i) => {
    xy += (i + 1 - mx) * (y - my);
    xx += (i + 1 - mx) ** 2;
  });
  const slope = xx === 0 ? 0 : xy / xx;
  return { at: my - slope * mx, slope };
}
