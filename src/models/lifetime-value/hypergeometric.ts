/** Terms of a series after which it is given up; for z up to 0.999 some ten thousand are enough. */
const MOST_TERMS = 200_000;

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
