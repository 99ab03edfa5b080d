import type { Day } from '../../core/calendar/days.js';
import { describeError, ShopkeeperError } from '../../core/errors.js';
import {
  claimTelling,
  endUnfinished,
  noteTold,
  type RunState,
  untoldRuns,
} from '../../store/tables/digest-runs.js';
import { periodsBefore } from '../periods.js';
import type { DigestJob, Failed } from './job.js';
import { elapsedSince, type IsSure, iso, leaseAt, leaseTimes } from './lease.js';
import type { DigestOutcome, Running } from './run.js';

/** Minutes between the tries of a run; Slack or the store may be away for a while. After the last one it is given up. */
export const PAUSES = [1, 5, 15, 30, 60, 120];
/** Where nobody could be told that a run is given up, that is tried so often. */
const NOTIFY_AGAIN_MS = 30 * 60_000;

/** Nobody else tells for a minute at least: the shortest pause before a run is tried again. */
const sureToTell = (job: DigestJob): IsSure => {
  const elapsed = elapsedSince(job.now);
  return () => elapsed() < leaseTimes(job.leaseMs).sendWithinMs;
};

/** A reply that could not be posted. */
export interface Problem {
  readonly title: string;
  readonly error: unknown;
}

/** When a run is tried again; undefined where it is given up. */
function nextTry({ job, tries }: Running, error: unknown): string | undefined {
  const minutes = PAUSES[tries - 1];
  if (minutes === undefined) return undefined;
  return iso(job.now().getTime() + Math.max(minutes * 60_000, job.waitMs?.(error) ?? 0));
}

const reasonOf = ({ job }: Running, error: unknown): string => job.reason?.(error) ?? describeError(error);

/** Notes that a run failed, and when it is tried again, if ever; tells who is to know, once. */
export async function failed(
  run: Running,
  error: unknown,
  state: 'refused' | 'unknown',
  what: Failed['what'] = 'digest',
): Promise<DigestOutcome> {
  const end = what === 'digest' ? 'given up' : 'posted';
  await noteFailure(run, { error, what, problem: reasonOf(run, error), going: state, end });
  return state === 'refused' ? 'failed' : 'unknown';
}

/** Replies that failed are looked for and posted later, as often as a whole digest is tried. */
export const repliesFailed = (run: Running, problems: readonly Problem[]): Promise<void> =>
  noteFailure(run, {
    error: problems[0]?.error,
    what: 'replies',
    problem: problems.map(p => `${p.title}: ${reasonOf(run, p.error)}`).join('\n'),
    going: 'replying',
    end: 'posted',
  });

async function noteFailure(
  run: Running,
  {
    error,
    what,
    problem,
    going,
    end,
  }: {
    readonly error: unknown;
    readonly what: Failed['what'];
    readonly problem: string;
    readonly going: RunState;
    readonly end: RunState;
  },
): Promise<void> {
  const { job, runs, key } = run;
  const retryAt = nextTry(run, error);
  const isGivenUp = retryAt === undefined;
  // Where this process dies before it has told, or nobody can be reached, it is told later (`notifyOfEnded`).
  const tellAt = iso(job.now().getTime() + NOTIFY_AGAIN_MS);
  const isSure = sureToTell(job);
  await runs.note({ state: isGivenUp ? end : going, retry_at: retryAt ?? tellAt, problem });
  if (isGivenUp) job.log.error({ key, what }, 'digest given up for this time');
  else job.log.warn({ key, what, retryAt }, 'digest is tried again');
  if (!(isGivenUp || job.needsPerson(error)) || !(await runs.isOpenTo('told'))) return;
  if (await job.tell(error, { isGivenUp, what }, isSure))
    await runs.note({ told: true, ...(isGivenUp && { retry_at: null }) });
  else job.log.error({ key }, 'nobody could be told that the digest fails');
}

/**
 * Ends what was never finished for periods before the one that a day gives, and tells of all that has ended with nobody told.
 */
export async function notifyOfEnded(job: DigestJob, asOf: Day): Promise<void> {
  const { shop, name, log } = job;
  const moment = job.now().getTime();
  const at = iso(moment);
  const through = periodsBefore(asOf, job.grain).period.to;
  const ended = await endUnfinished(shop.store, { name, through, at, lease: leaseAt(moment, job.leaseMs) });
  if (ended > 0) log.warn({ name, ended }, 'unfinished digests are overtaken by the next one');
  for (const { key, messageTs, problem } of await untoldRuns(shop.store, { name, at })) {
    const until = iso(moment + NOTIFY_AGAIN_MS);
    const isSure = sureToTell(job);
    if (!(await claimTelling(shop.store, { key, at, until }))) continue;
    const why = problem ?? 'it was not finished before the next one was due';
    const what = messageTs === null ? 'digest' : 'replies';
    const error = new ShopkeeperError(why);
    if (await job.tell(error, { isGivenUp: true, what }, isSure)) await noteTold(shop.store, key);
    else log.error({ key }, 'nobody could be told that a digest has failed');
  }
}
