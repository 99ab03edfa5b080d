import { gammaln } from 'simple-statistics';

/**
 * The regularised incomplete beta function by its continued fraction (Abramowitz & Stegun 26.5.8; evaluated
 * as in Lentz 1976).
 */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  // The fraction converges fast on this side of the mean only.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const factor = Math.exp(gammaln(a + b) - gammaln(a) - gammaln(b) + a * Math.log(x) + b * Math.log1p(-x));
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let [c, d] = [1, 1 / away(1 - ((a + b) * x) / (a + 1))];
  let fraction = d;
  for (let m = 1; m <= 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    for (const term of [even, odd]) {
      d = 1 / away(1 + term * d);
      c = away(1 + term / c);
      fraction *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return (factor * fraction) / a;
}

/** The probability of a value of Student's t above `t`, for `t` of zero or more (A & S 26.7.1). */
const above = (t: number, freedom: number): number =>
  incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;

/**
 * The quantile of Student's t distribution, for the upper half of it: the value with probability `p` below.
 *
 * @param p from 0.5, and below 1
 * @param freedom degrees of freedom, above 0
 */
export function studentT(p: number, freedom: number): number {
  const tail = 1 - p;
  if (tail >= 0.5) return 0;
  let [low, high] = [0, 1];
  while (above(high, freedom) > tail && high < 1e12) high *= 2;
  for (let i = 0; i < 200 && high - low > 1e-12 * high; i++) {
    const middle = (low + high) / 2;
    if (above(middle, freedom) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
