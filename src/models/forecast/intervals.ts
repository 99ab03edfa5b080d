import { median } from '../../core/statistics.js';
import type { Backtest } from './backtest.js';

/** The bounds that a value is expected within; undefined where too few tests can tell. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How far forecasts were off in tests, as a difference or as the logarithm of a ratio. */
export interface Misses {
  readonly isRatio: boolean;
  /** By step: the absolute misses, ascending. */
  readonly bySteps: readonly (readonly number[])[];
  /** Those of the sum over a range of steps. */
  readonly ofSum: readonly number[];
}

/** The steps that are added up, from 0. */
export interface Steps {
  readonly from: number;
  readonly to: number;
}

/** A value below this part of the median is as good as nothing, and no ratio to it says anything. */
const NEXT_TO_NOTHING = 1 / 20;

/**
 * How far the tests were off. Where all values and forecasts are well above zero it is the ratio that counts:
 * a shop that sells twice as much errs by twice as much, and a bound is never below zero.
 */
export function missesOf(
  { origins, forecasts }: Backtest,
  values: Float64Array,
  sum: Steps,
  steps: number,
  isRatioFit = true,
): Misses {
  const least = Math.max(0, (median(values) ?? 0) * NEXT_TO_NOTHING);
  const isRatio = isRatioFit && values.every(x => x > least) && forecasts.every(own => own.every(x => x > 0));
  const miss = (actual: number, expected: number) =>
    Math.abs(isRatio ? Math.log(actual / expected) : actual - expected);
  const ascending = (a: number, b: number) => a - b;
  const bySteps = Array.from({ length: steps }, (_, h) =>
    origins
      .flatMap((at, i) => {
        const expected = forecasts[i]?.[h];
        return expected === undefined ? [] : [miss(values[at + h]!, expected)];
      })
      .sort(ascending),
  );
  const ofSum = origins
    .flatMap((at, i) => {
      const own = forecasts[i] ?? [];
      if (own.length <= sum.to) return [];
      const expected = own.slice(sum.from, sum.to + 1).reduce((a, b) => a + b, 0);
      const actual = values.subarray(at + sum.from, at + sum.to + 1).reduce((a, b) => a + b, 0);
      return [miss(actual, expected)];
    })
    .sort(ascending);
  return { isRatio, bySteps, ofSum };
}

/**
 * What the next miss stays within with at least this probability: the ceil((m + 1) p)-th smallest of m misses
 * (split conformal prediction; Vovk, Gammerman & Shafer 2005; Lei et al. 2018, equation 6). It assumes no
 * distribution, but that the next miss is one like those before.
 * @returns undefined where there are too few
 */
export function reach(ascending: readonly number[], p: number): number | undefined {
  return ascending[Math.ceil((ascending.length + 1) * p - 1e-9) - 1];
}

/**
 * The reach of each step. It never shrinks with the steps. Steps that too few tests reached widen as a random
 * walk does, by the root of the steps.
 */
export function reaches(bySteps: readonly (readonly number[])[], p: number): (number | undefined)[] {
  let widest: number | undefined;
  let at = 0;
  return bySteps.map((misses, h) => {
    const own = reach(misses, p);
    if (own !== undefined) {
      widest = Math.max(own, widest ?? 0);
      at = h;
      return widest;
    }
    return widest === undefined ? undefined : widest * Math.sqrt((h + 1) / (at + 1));
  });
}

/** The interval around a forecast. @param least no value is below, where there is such a bound */
export function around(
  value: number,
  within: number | undefined,
  isRatio: boolean,
  least: number,
): Interval | undefined {
  if (within === undefined) return undefined;
  if (isRatio && value > 0) return { low: value * Math.exp(-within), high: value * Math.exp(within) };
  return { low: Math.max(least, value - within), high: Math.max(least, value + within) };
}
