import { performance } from 'node:perf_hooks';
import type { Lease } from '../../store/tables/digest-runs.js';

/**
 * A run that was noted last so long ago, and is not finished, was left behind: its process has died, or did not hear from
 * Slack. Only then does another one take it over. docs/digest.md has why nothing is posted twice.
 */
export const LEASE_MS = 10 * 60_000;

/** A request to Slack is given up after this time, milliseconds. */
const REQUEST_MS = 15_000;

/** How the time of a lease is divided, milliseconds. */
export interface LeaseTimes {
  readonly leaseMs: number;
  /** The first byte of a message leaves within this time of the renewal, or the lease is renewed again. */
  readonly sendWithinMs: number;
  /** The request is then given up after this time. What is left of the lease is for clocks that differ, and for Slack. */
  readonly requestMs: number;
}

/** Of ten minutes: half a minute to begin to send, 15 seconds for the request, and more than nine minutes to spare. */
export const leaseTimes = (leaseMs = LEASE_MS): LeaseTimes => ({
  leaseMs,
  sendWithinMs: leaseMs / 20,
  requestMs: Math.min(REQUEST_MS, leaseMs / 4),
});

/** A moment as the store has it. */
export const iso = (ms: number): string => new Date(ms).toISOString();

/** The moments between which somebody is at a run. */
export const leaseAt = (moment: number, leaseMs = LEASE_MS): Lease => ({
  leftBefore: iso(moment - leaseMs),
  ahead: iso(moment + leaseMs),
});

/** Milliseconds since a moment, by whichever clock says more; without end if the clock was set back. */
export type Elapsed = () => number;

/**
 * Begins to measure. The clock on the wall may be set back, and the monotonic one stands still while the machine sleeps:
 * only what both say is sure.
 */
export function elapsedSince(now: () => Date): Elapsed {
  const [wall, ticks] = [now().getTime(), performance.now()];
  return () => {
    const byWall = now().getTime() - wall;
    return byWall < 0 ? Number.POSITIVE_INFINITY : Math.max(byWall, performance.now() - ticks);
  };
}

/** Whether a lease is still sure to be ours. ParsedQuery right before the first byte of a message leaves. */
export type IsSure = () => boolean;

/** Renews the lease on a run, and says how to tell whether it is still sure. @throws HeldBack if nothing may be sent */
export type Renew = () => Promise<IsSure>;

/** Surely nothing was sent: the lease could not be renewed, or ran out before the message could leave. */
export class HeldBack extends Error {}

/** Somebody else has taken the run over meanwhile, and posts it. */
export class NotOurs extends HeldBack {}

/** A message stands, but its file was held back: it is given later. `cause` is why. */
export class FileHeldBack extends Error {}
