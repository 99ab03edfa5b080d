import type { Day } from '../../core/calendar/days.js';
import { describeError, ShopkeeperError } from '../../core/errors.js';
import { elapsedSince, iso, leaseAt } from '../../jobs/lease.js';
import type { RunState } from '../../store/tables/digest-runs.js';
import {
  claimNotification,
  endUnfinished,
  markNotified,
  runsToNotify,
} from '../../store/tables/ended-digest-runs.js';
import { periodsBefore } from '../compose/periods.js';
import type { DigestJob, Failure } from './job.js';
import { type IsSure, LEASE_MS, leaseTimes, SLACK_CLOCK_MS } from './lease.js';
import { nameMissing } from './missing-details.js';
import type { DigestOutcome, Running } from './run.js';

/** Minutes between the attempts of a run; Slack or the store may be down for a while. Then it is given up. */
export const PAUSES = [1, 5, 15, 30, 60, 120];
/** If none of the recipients could be reached, they are notified again after this time, milliseconds. */
const NOTIFY_AGAIN_MS = 30 * 60_000;

/** No other process notifies them for a minute at least: the shortest pause between two attempts. */
const notificationCheck = (job: DigestJob): IsSure => {
  const elapsed = elapsedSince(job.now);
  return () => elapsed() < leaseTimes(job.leaseMs).sendWithinMs;
};

/** A reply that could not be posted. */
export interface Problem {
  readonly title: string;
  readonly error: unknown;
}

/** When a run is tried again; undefined if it is given up. */
function nextTry({ job, tries }: Running, error: unknown): string | undefined {
  const minutes = PAUSES[tries - 1];
  if (minutes === undefined) return undefined;
  return iso(job.now().getTime() + Math.max(minutes * 60_000, job.waitMs?.(error) ?? 0));
}

/** Whether what fails now is not tried again. */
export const isLastTry = ({ tries }: Running): boolean => PAUSES[tries - 1] === undefined;

const reasonOf = ({ job }: Running, error: unknown): string => job.reason?.(error) ?? describeError(error);

/**
 * Records that a run failed and when it is tried again, if at all, and notifies the recipients of failures
 * once.
 * @param state `refused` if it is certain that nothing was posted
 */
export async function failed(
  run: Running,
  error: unknown,
  state: 'refused' | 'unknown',
  what: Failure['what'] = 'digest',
): Promise<DigestOutcome> {
  const endState = what === 'digest' ? 'given up' : 'posted';
  await recordFailure(run, { error, what, problem: reasonOf(run, error), state, endState });
  return state === 'refused' ? 'failed' : 'unknown';
}

/** Replies that failed are looked for and posted later, as often as a whole digest is tried. */
export const repliesFailed = (run: Running, problems: readonly Problem[]): Promise<void> =>
  recordFailure(run, {
    error: problems[0]?.error,
    what: 'replies',
    problem: problems.map(p => `${p.title}: ${reasonOf(run, p.error)}`).join('\n'),
    state: 'replying',
    endState: 'posted',
  });

interface FailureRecord {
  readonly error: unknown;
  readonly what: Failure['what'];
  readonly problem: string;
  /** The run's state while it is tried again, and once it is given up. */
  readonly state: RunState;
  readonly endState: RunState;
}

async function recordFailure(
  run: Running,
  { error, what, problem, state, endState }: FailureRecord,
): Promise<void> {
  const { job, runs, key } = run;
  const retryAt = nextTry(run, error);
  const isGivenUp = retryAt === undefined;
  // If this process dies before it has notified anybody, or nobody can be reached, `notifyOfEnded` does it
  // later.
  const notifyAt = iso(job.now().getTime() + NOTIFY_AGAIN_MS);
  const isSure = notificationCheck(job);
  await runs.note({ state: isGivenUp ? endState : state, retry_at: retryAt ?? notifyAt, problem });
  if (isGivenUp) job.log.error({ key, what }, 'digest given up for this period');
  else job.log.warn({ key, what, retryAt }, 'digest will be tried again');
  if (!(isGivenUp || job.needsPerson(error)) || !(await runs.isOpenTo('told'))) return;
  if (await job.notify(error, { isGivenUp, what }, isSure))
    await runs.note({ told: true, ...(isGivenUp && { retry_at: null }) });
  else job.log.error({ key }, 'no recipient could be notified that the digest fails');
}

/**
 * Ends the unfinished runs of periods before the one that is due on a day, names in their threads the details
 * that they lack, and notifies the recipients of every ended run that they have not heard of.
 */
export async function notifyOfEnded(job: DigestJob, asOf: Day): Promise<void> {
  const { shop, name, log } = job;
  const now = job.now().getTime();
  const at = iso(now);
  const through = periodsBefore(asOf, job.grain).period.to;
  const ended = await endUnfinished(shop.store, {
    name,
    through,
    at,
    lease: leaseAt(now, job.leaseMs ?? LEASE_MS),
  });
  if (ended.length > 0)
    log.warn({ name, ended: ended.length }, 'unfinished digests ended: the next one is due');
  for (const { key, begunAt, messageTs, content } of ended) {
    const since = new Date(Date.parse(begunAt) - SLACK_CLOCK_MS);
    const ownTurn = async () => notificationCheck(job);
    if (messageTs !== null) await nameMissing(job, { key, since, messageTs, content }, ownTurn);
  }
  for (const { key, messageTs, problem } of await runsToNotify(shop.store, { name, at })) {
    const until = iso(now + NOTIFY_AGAIN_MS);
    const isSure = notificationCheck(job);
    if (!(await claimNotification(shop.store, { key, at, until }))) continue;
    const error = new ShopkeeperError(problem ?? 'it was not finished before the next one was due');
    const what = messageTs === null ? 'digest' : 'replies';
    if (await job.notify(error, { isGivenUp: true, what }, isSure)) await markNotified(shop.store, key);
    else log.error({ key }, 'no recipient could be notified that a digest has failed');
  }
}
