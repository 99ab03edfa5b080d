/** Terms of a series after which it is given up; for z up to 0.999 some ten thousand are enough. */
const MOST_TERMS = 200_000;

/**
 * (1 - z)^power 2F1(a, b; c; z) for a, b and c above 0: all terms are positive, so that none of their digits
 * cancel, however large a and b are. The sum is scaled down on the way: it may be beyond the largest number.
 */
export function scaledHypergeometric(power: number, a: number, b: number, c: number, z: number): number {
  let [term, sum, logScale] = [1, 1, power * Math.log1p(-z)];
  for (let n = 0; n < MOST_TERMS; n++) {
    const ratio = (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    term *= ratio;
    sum += term;
    if (sum > LARGE) {
      [term, sum] = [term / LARGE, sum / LARGE];
      logScale += Math.log(LARGE);
    }
    // From here on the terms shrink by a ratio below 1.
    if (ratio < 1 && term < 1e-16 * (1 - ratio) * sum) break;
  }
  return Math.exp(logScale + Math.log(sum));
}

/** Far from the largest number, and a power of two, so that dividing by it loses nothing. */
const LARGE = 2 ** 512;

/**
 * Gauss's hypergeometric function 2F1(a, b; c; z) by its series, for z from 0 to below 1. Callers choose, of
 * the equal forms (Abramowitz & Stegun 15.3), the one whose terms shrink.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < MOST_TERMS; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (term === 0) break;
    const most = mostRatio(a, b, c, n + 1) * z;
    if (most < 1 && Math.abs(term) * most < 1e-16 * (1 - most) * Math.abs(sum)) break;
  }
  return sum;
}

/**
 * What no ratio of the terms from the nth on goes beyond, but for z: its factors come closer to 1 with each
 * term once all are above 0, and can be paired in two ways. Waiting until n has passed a and b instead takes
 * as many terms as they are large, and b of the model is 100,000 where hardly anybody leaves.
 */
function mostRatio(a: number, b: number, c: number, n: number): number {
  if (Math.min(a, b, c) + n <= 0) return Number.POSITIVE_INFINITY;
  const pair = (x: number, y: number) => Math.max(1, (x + n) / (c + n)) * Math.max(1, (y + n) / (n + 1));
  return Math.min(pair(a, b), pair(b, a));
}
