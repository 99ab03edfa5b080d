import { errorFunction } from 'simple-statistics';

/** So many of so many. */
export interface Proportion {
  readonly part: number;
  readonly whole: number;
}

/** The quantile of the standard normal distribution that bounds the middle 95 %. */
const Z95 = 1.959963984540054;

/**
 * The 95 % interval of a proportion by its score (Wilson 1927, formula 1 of Newcombe 1998 a): right for few
 * cases too, and never below 0 or above 1.
 */
export function wilsonInterval({ part, whole }: Proportion): readonly [low: number, high: number] {
  if (whole === 0) return [0, 1];
  const share = part / whole;
  const square = Z95 ** 2;
  const middle = share + square / (2 * whole);
  const reach = Z95 * Math.sqrt((share * (1 - share)) / whole + square / (4 * whole ** 2));
  const scale = 1 + square / whole;
  return [Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)];
}

/** The 95 % interval of the difference a - b of two proportions (Newcombe 1998 b, method 10). */
export function differenceInterval(a: Proportion, b: Proportion): readonly [low: number, high: number] {
  const [pa, pb] = [a.part / a.whole, b.part / b.whole];
  const [[lowA, highA], [lowB, highB]] = [wilsonInterval(a), wilsonInterval(b)];
  return [pa - pb - Math.hypot(pa - lowA, highB - pb), pa - pb + Math.hypot(highA - pa, pb - lowB)];
}

/**
 * How likely two proportions are to differ as much by chance: the two-sided p of the z test of two
 * proportions with their pooled share. 1 if there is nothing to compare.
 */
export function chanceOfDifference(a: Proportion, b: Proportion): number {
  if (a.whole === 0 || b.whole === 0) return 1;
  const pooled = (a.part + b.part) / (a.whole + b.whole);
  const variance = pooled * (1 - pooled) * (1 / a.whole + 1 / b.whole);
  if (variance <= 0) return 1;
  const z = (a.part / a.whole - b.part / b.whole) / Math.sqrt(variance);
  return Math.max(0, 1 - errorFunction(Math.abs(z) / Math.SQRT2));
}
