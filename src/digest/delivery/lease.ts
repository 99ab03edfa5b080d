/**
 * How long a run that is not renewed stays with its process. After that it counts as left behind: the process
 * has died, or Slack did not answer it. Only then may another process take the run over. docs/digest.md
 * explains why nothing is posted twice.
 */
export const LEASE_MS = 10 * 60_000;

/** Clocks differ; a message cannot be from long before its run began. Milliseconds. */
export const SLACK_CLOCK_MS = 3_600_000;

/** A request to Slack is given up after this time, milliseconds. */
const REQUEST_MS = 15_000;

/** How the time of a lease is divided, milliseconds. */
export interface LeaseTimes {
  readonly leaseMs: number;
  /**
   * The first byte of a message leaves within this time of the renewal; otherwise the lease is renewed again.
   */
  readonly sendWithinMs: number;
  /**
   * The request is given up after this time. The rest of the lease allows for clocks that differ, and for
   * Slack.
   */
  readonly requestMs: number;
}

/**
 * Of ten minutes: half a minute to start sending, 15 seconds for the request, and more than nine minutes to
 * spare.
 */
export const leaseTimes = (leaseMs = LEASE_MS): LeaseTimes => ({
  leaseMs,
  sendWithinMs: leaseMs / 20,
  // A timer takes whole milliseconds alone.
  requestMs: Math.min(REQUEST_MS, Math.floor(leaseMs / 4)),
});

/**
 * The before-send check: whether the lease is certain to be ours. Called right before the first byte leaves.
 */
export type IsSure = () => boolean;

/** Renews the lease on a run. @returns the before-send check @throws HeldBack if nothing may be sent */
export type Renew = () => Promise<IsSure>;

/** Nothing was sent: the lease could not be renewed, or expired before the message could leave. */
export class HeldBack extends Error {}

/** Another process has taken the run over and posts it. */
export class NotOurs extends HeldBack {}

/** A message was posted, but its file was held back and follows later. `cause` is the reason. */
export class FileHeldBack extends Error {}
