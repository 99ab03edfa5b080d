import { type Day, isoOf } from '../calendar/days.js';
import type { DigestRun, Lease } from '../store/digest-runs.js';
import type { DigestJob } from './job.js';
import { periodsBefore } from './periods.js';

/** What became of a run. `withheld`: it is not wanted by its own conditions. `unknown`: Slack may have taken the message though no answer came; the channel is looked into later. */
export type DigestOutcome =
  | 'posted'
  | 'posted in part'
  | 'withheld'
  | 'already claimed'
  | 'failed'
  | 'unknown';

/**
 * A run that was noted last so long ago, and is not finished, was left behind: its process has died, or did not hear from Slack. Longer
 * than any single step may take.
 */
export const LEASE_MS = 10 * 60_000;

/** A moment as the store has it. */
export const iso = (ms: number): string => new Date(ms).toISOString();

/** The moments between which somebody is at a run. */
export const leaseAt = (moment: number): Lease => ({
  leftBefore: iso(moment - LEASE_MS),
  ahead: iso(moment + LEASE_MS),
});

/** What a run is known by: whose it is, and the period that it is of. */
export const runKey = ({ name, grain }: Pick<DigestJob, 'name' | 'grain'>, asOf: Day): string =>
  `${name}:${grain}:${isoOf(periodsBefore(asOf, grain).period.to)}`;

/** A run that this process has claimed. */
export interface Running {
  readonly job: DigestJob;
  readonly runs: DigestRun;
  readonly key: string;
  readonly asOf: Day;
  readonly note: string | undefined;
  /** Which try this is, from 1. */
  readonly tries: number;
  /** Somebody else had it before and may have sent what Slack has not shown yet. */
  readonly isTakenOver: boolean;
}
