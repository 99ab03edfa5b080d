import { performance } from 'node:perf_hooks';
import type { Lease } from '../store/tables/digest-runs.js';

/** A point in time as the store has it. */
export const iso = (ms: number): string => new Date(ms).toISOString();

/** A run that was renewed between these two times is held by a process. */
export const leaseAt = (now: number, leaseMs: number): Lease => ({
  leftBefore: iso(now - leaseMs),
  ahead: iso(now + leaseMs),
});

/** Milliseconds since a start, by whichever clock shows more; infinite if the wall clock was set back. */
export type Elapsed = () => number;

/**
 * Starts measuring. The wall clock may be set back, and the monotonic clock stops while the machine sleeps,
 * so the larger of the two counts.
 */
export function elapsedSince(now: () => Date): Elapsed {
  const [wall, ticks] = [now().getTime(), performance.now()];
  return () => {
    const byWall = now().getTime() - wall;
    return byWall < 0 ? Number.POSITIVE_INFINITY : Math.max(byWall, performance.now() - ticks);
  };
}
