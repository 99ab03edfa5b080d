import { studentT } from './student-t.js';

/** Values of a group of which only the count, mean and variance are known. */
export interface Sample {
  readonly count: number;
  readonly mean: number;
  /** With count - 1 below the line. */
  readonly variance: number;
}

/** Mean and variance of values, in two passes, so that large values lose no digits. */
export function sampleOf(values: ArrayLike<number>): Sample {
  const count = values.length;
  if (count === 0) return { count, mean: 0, variance: 0 };
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i]!;
  const mean = sum / count;
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (values[i]! - mean) ** 2;
  return { count, mean, variance: count > 1 ? squares / (count - 1) : 0 };
}

/**
 * The 95 % interval of the difference a - b of two means whose variances may differ (Welch 1947), with the
 * degrees of freedom of Satterthwaite (1946), formula 17.
 * @returns undefined if a group has fewer than two values, or nothing varies
 */
export function meanDifference(
  a: Sample,
  b: Sample,
): { readonly low: number; readonly high: number; readonly freedom: number } | undefined {
  if (a.count < 2 || b.count < 2) return undefined;
  const [va, vb] = [a.variance / a.count, b.variance / b.count];
  if (!(va + vb > 0)) return undefined;
  const freedom = (va + vb) ** 2 / (va ** 2 / (a.count - 1) + vb ** 2 / (b.count - 1));
  const reach = studentT(0.975, freedom) * Math.sqrt(va + vb);
  return { low: a.mean - b.mean - reach, high: a.mean - b.mean + reach, freedom };
}
