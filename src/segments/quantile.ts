/**
 * Quantile scoring, right-closed: a value on a cut falls below it, so equal values always get equal scores and
 * the order of the rows does not matter (as pandas `qcut` bins).
 */
import { quantile } from '../statistics.js';

/** The inner cuts of `bins` equal shares: type-7 quantiles (Hyndman & Fan 1996, the default of R and numpy). */
export function quantileCuts(values: readonly number[], bins: number): number[] {
  const sorted = Float64Array.from(values).sort();
  return Array.from({ length: bins - 1 }, (_, i) => quantile(sorted, (i + 1) / bins));
}

/** The bin a value falls into, 1 for the smallest: one more than the number of cuts below it. */
export function binOf(value: number, cuts: readonly number[]): number {
  let bin = 1;
  for (const cut of cuts) if (value > cut) bin++;
  return bin;
}
