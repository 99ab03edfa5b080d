import { type Day, isoOf } from '../../core/calendar/days.js';
import type { DigestRun } from '../../store/tables/digest-runs.js';
import { periodsBefore } from '../periods.js';
import type { DigestJob } from './job.js';

/** What became of a run. `withheld`: it is not wanted by its own conditions. `unknown`: Slack may have taken the message though no answer came; the channel is looked into later. */
export type DigestOutcome =
  | 'posted'
  | 'posted in part'
  | 'withheld'
  | 'already claimed'
  | 'failed'
  | 'unknown';

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
  /** Since when it is being posted, whoever began. */
  readonly since: Date;
  /** Which try this is, from 1. */
  readonly tries: number;
  /** Somebody else had it before and may have sent what Slack has not shown yet. */
  readonly isTakenOver: boolean;
}
