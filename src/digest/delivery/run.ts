import { type Day, isoOf } from '../../core/calendar/days.js';
import type { DigestRun } from '../../store/tables/digest-runs.js';
import { periodsBefore } from '../compose/periods.js';
import type { DigestJob } from './job.js';

/**
 * How a run ended. `withheld`: its own conditions do not hold. `unknown`: Slack may have accepted the message
 * without answering, so the channel is searched for it later.
 */
export type DigestOutcome =
  | 'posted'
  | 'posted in part'
  | 'withheld'
  | 'already claimed'
  | 'failed'
  | 'unknown';

/** The key of a run: the name of its job and the last day of its period. */
export const runKey = ({ name, grain }: Pick<DigestJob, 'name' | 'grain'>, asOf: Day): string =>
  `${name}:${grain}:${isoOf(periodsBefore(asOf, grain).period.to)}`;

/** A run that this process has claimed. */
export interface Running {
  readonly job: DigestJob;
  readonly runs: DigestRun;
  readonly key: string;
  readonly asOf: Day;
  readonly note: string | undefined;
  /** When the run was begun, by this process or an earlier one. */
  readonly since: Date;
  /** The number of this attempt, from 1. */
  readonly tries: number;
  /** An earlier process held the run and may have sent a message that Slack does not show yet. */
  readonly isTakenOver: boolean;
}
