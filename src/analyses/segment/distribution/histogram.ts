import { quantile } from '../../../core/statistics.js';

/** How many values lie in each of some equal steps. */
export interface Histogram {
  /** The lowest value of each column; a value on an edge belongs to the column that starts there. */
  readonly from: readonly number[];
  readonly counts: readonly number[];
  /** Whether the last column holds everything from its edge on. */
  readonly isOpen: boolean;
}

/**
 * Values beyond this share are put together, so that a few far ones do not leave all others in one column.
 */
const SHOWN = 0.98;

/**
 * Counts values in columns of a round width: 1, 2 or 5 times a power of ten.
 * @param least the narrowest column: 1 for whole numbers
 */
export function histogramOf(values: ArrayLike<number>, columns: number, least = 1): Histogram {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return { from: [], counts: [], isOpen: false };
  const [low, high] = [sorted[0] as number, sorted.at(-1) as number];
  const far = quantile(sorted, SHOWN);
  // A tail that is no longer than the rest needs no cut.
  const end = high - low > (far - low) * 1.5 ? far : high;
  const width = Math.max(least, roundStep((end - low) / columns));
  const start = Math.floor(low / width) * width;
  const count = Math.max(1, Math.floor((end - start) / width) + 1);
  const counts = Array.from({ length: count }, () => 0);
  for (const value of sorted) {
    const at = Math.min(count - 1, Math.floor((value - start) / width));
    counts[at] = counts[at]! + 1;
  }
  return {
    from: counts.map((_, i) => start + i * width),
    counts,
    isOpen: high >= start + count * width,
  };
}

function roundStep(wanted: number): number {
  if (wanted <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(wanted));
  return ([1, 2, 5].find(n => n * power >= wanted) ?? 10) * power;
}
