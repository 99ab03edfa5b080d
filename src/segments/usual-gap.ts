import { medianInPlace } from '../core/statistics.js';
import type { Snapshot } from './snapshots/snapshot.js';

/** Fewer customers who came back than this are too few to say what is usual. */
const ENOUGH = 10;

/**
 * The usual number of days between a customer's orders: of the customers with orders on two days or more, the
 * median of their average gaps. Null if there are fewer than ten of them.
 */
export function usualGap({ scored: { figures } }: Pick<Snapshot, 'scored'>): number | null {
  const { firstDay, lastDay, orders, count } = figures;
  const gaps = new Float64Array(count);
  let customers = 0;
  for (let i = 0; i < count; i++) {
    const days = lastDay[i]! - firstDay[i]!;
    if (days > 0) gaps[customers++] = days / (orders[i]! - 1);
  }
  return customers < ENOUGH ? null : medianInPlace(gaps.subarray(0, customers));
}
