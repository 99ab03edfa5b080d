/**
 * Gamma-Gamma: what a customer's orders come to. Fader & Hardie (2013), "The Gamma-Gamma Model of Monetary
 * Value"; formula numbers are of that note. A customer's orders vary around a mean of their own (shape p),
 * and these means vary over customers (q, gamma), whatever the number of orders.
 */
import { gammaln } from 'simple-statistics';
import { maximise, maximiseFrom } from '../maximise.js';
import type { Histories } from './histories.js';

/** Gamma is in the unit of the amounts. */
export interface GammaGamma {
  readonly p: number;
  readonly q: number;
  readonly gamma: number;
}

export interface GammaGammaFit {
  readonly model: GammaGamma;
  readonly logLikelihood: number;
  readonly isConverged: boolean;
}

/** Logarithms of p, q and gamma; the amounts are divided by their mean before. */
const STARTS: readonly (readonly number[])[] = [
  [0, 1, 0],
  [1.5, 1.5, 1],
  [3, 2, 0.5],
];

/** Means beyond this many are sampled to find the hill to climb. */
const MOST_MEANS = 6_000;

/** Fits the model on customers with a repeat order of more than nothing; undefined where there are none. */
export function fitGammaGamma({
  repeats,
  mean,
}: Pick<Histories, 'repeats' | 'mean'>): GammaGammaFit | undefined {
  const places = Int32Array.from(repeats.keys())
    .filter(i => repeats[i]! > 0 && mean[i]! > 0)
    .sort((a, b) => repeats[a]! - repeats[b]! || mean[a]! - mean[b]!);
  if (places.length === 0) return undefined;
  const x = Float64Array.from(places, i => repeats[i]!);
  const amounts = Float64Array.from(places, i => mean[i]!);
  const scale = amounts.reduce((sum, m) => sum + m, 0) / amounts.length;
  const all = logLikelihoodOf(
    x,
    amounts.map(m => m / scale),
  );
  const step = Math.max(1, places.length / MOST_MEANS);
  const some = Int32Array.from({ length: Math.floor(places.length / step) }, (_, i) => Math.floor(i * step));
  const sample =
    step === 1
      ? all
      : logLikelihoodOf(
          Float64Array.from(some, i => x[i]!),
          Float64Array.from(some, i => amounts[i]! / scale),
        );
  const rough = maximise(sample, STARTS);
  const found = step === 1 ? rough : maximiseFrom(all, rough.at);
  const [p, q, gamma] = found.at.map(Math.exp) as [number, number, number];
  return {
    model: { p, q, gamma: gamma * scale },
    // The density of the amounts themselves: dividing them by the scale multiplied it.
    logLikelihood: found.value - places.length * Math.log(scale),
    isConverged: found.isConverged && rough.agreeing >= 2 && q > 1,
  };
}

/**
 * The log-likelihood of means of so many orders each (1a), as a function of the logarithms of the
 * parameters.
 */
function logLikelihoodOf(x: Float64Array, mean: Float64Array): (logs: readonly number[]) => number {
  const logMean = mean.map(Math.log);
  return logs => {
    const [p, q, gamma] = logs.map(Math.exp) as [number, number, number];
    const same = q * logs[2]! - gammaln(q);
    let sum = 0;
    let [of, fixed] = [-1, 0];
    for (let i = 0; i < x.length; i++) {
      const n = x[i]!;
      // Sorted by n: what depends on it alone is computed once for all of its customers.
      if (n !== of) [of, fixed] = [n, same + gammaln(p * n + q) - gammaln(p * n) + p * n * Math.log(n)];
      const m = mean[i]!;
      sum += fixed + (p * n - 1) * logMean[i]! - (p * n + q) * Math.log(gamma + n * m);
    }
    return sum;
  };
}

/**
 * What an order of a customer is expected to come to (5): between their own average and everybody's, nearer
 * to their own the more orders it is of.
 */
export const expectedAmount = ({ p, q, gamma }: GammaGamma, repeats: number, mean: number): number =>
  (p * (gamma + repeats * Math.max(0, mean))) / (p * repeats + q - 1);
