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
    // The terms behind are no more than a geometric series of z once n has passed the parameters.
    if (term === 0 || (Math.abs(term) < 1e-15 * (1 - z) * Math.abs(sum) && n > Math.abs(a) + Math.abs(b)))
      break;
  }
  return sum;
}
