import { studentT } from '../student-t.js';

/** A step of the test: the value that is farthest out of those that are left. */
export interface EsdStep {
  /** Its index in the values. */
  readonly index: number;
  /** R: its distance from the mean, in standard deviations. */
  readonly statistic: number;
  /** Lambda: what R is held against. */
  readonly critical: number;
}

/**
 * The generalised extreme studentised deviate test for up to `most` outliers (Rosner 1983; NIST/SEMATECH
 * e-Handbook, 1.3.5.17.3). The values but for outliers are taken to be about normal, and 25 at least. There
 * are as many outliers as the last step at which R is above lambda, even if steps before it are not: outliers
 * hide each other.
 *
 * @param alpha the probability of finding any where there are none
 */
export function generalisedEsd(
  values: readonly number[],
  most: number,
  alpha: number,
): { readonly steps: readonly EsdStep[]; readonly outliers: readonly number[] } {
  const n = values.length;
  const left = new Set(values.keys());
  const steps: EsdStep[] = [];
  let count = 0;
  for (let i = 1; i <= Math.min(most, n - 2); i++) {
    const { mean, deviation } = spread(values, left);
    // What is left are equal values, but for rounding.
    if (!(deviation > 1e-12 * Math.abs(mean))) break;
    let index = -1;
    let farthest = -1;
    for (const at of left) {
      const distance = Math.abs(values[at]! - mean);
      if (distance > farthest) [farthest, index] = [distance, at];
    }
    left.delete(index);
    const statistic = farthest / deviation;
    const critical = criticalValue(n, i, alpha);
    steps.push({ index, statistic, critical });
    if (statistic > critical) count = i;
  }
  return { steps, outliers: steps.slice(0, count).map(step => step.index) };
}

/** Rosner's equation for lambda, step `i` of `n` values. */
function criticalValue(n: number, i: number, alpha: number): number {
  const p = 1 - alpha / (2 * (n - i + 1));
  const t = studentT(p, n - i - 1);
  return ((n - i) * t) / Math.sqrt((n - i - 1 + t * t) * (n - i + 1));
}

/** Mean and standard deviation of what is left. */
function spread(values: readonly number[], left: ReadonlySet<number>): { mean: number; deviation: number } {
  let sum = 0;
  for (const at of left) sum += values[at]!;
  const mean = sum / left.size;
  let squares = 0;
  for (const at of left) squares += (values[at]! - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / (left.size - 1)) };
}
