import { performance } from 'node:perf_hooks';

/** How long work takes, in milliseconds, and what it gives. */
export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}

/** The value that a share of the values lies below. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
}

export const show = (ms: number | undefined): string =>
  ms === undefined ? '       –' : ms.toFixed(1).padStart(8);
export const number = (n: number): string => n.toLocaleString('en-US');
