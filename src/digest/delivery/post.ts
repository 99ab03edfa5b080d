import type { Answer } from '../../core/answer/answer.js';
import { remark } from '../../core/answer/notes.js';
import type { Day } from '../../core/calendar/days.js';
import { describeError } from '../../core/errors.js';
import { iso, leaseAt } from '../../jobs/lease.js';
import { type ClaimedRun, digestRuns } from '../../store/tables/digest-runs.js';
import type { Digest } from '../compose/digest.js';
import { withLate } from '../compose/ledger.js';
import { periodsBefore } from '../compose/periods.js';
import { failed, isLastTry, PAUSES, type Problem, repliesFailed } from './failed-runs.js';
import type { DigestJob, Found } from './job.js';
import { HeldBack, LEASE_MS, NotOurs, SLACK_CLOCK_MS } from './lease.js';
import { leaseOf, NothingSent } from './lease-holder.js';
import { nameMissing } from './missing-details.js';
import { storedDigest } from './posted.js';
import { type DigestOutcome, type Running, runKey } from './run.js';
import { noteIfPossible, postMissing, postPart, postThread } from './steps.js';
import { withheldIfTold } from './told-goals.js';

const NOTHING: Found = { parts: new Map(), files: new Set() };

/**
 * Whether the run of the last whole period before a day can be posted now: it is new, or was begun and left.
 */
export const isRunOpen = (job: DigestJob, asOf: Day): Promise<'new' | 'begun' | undefined> => {
  const now = job.now().getTime();
  return digestRuns(job.shop.store, runKey(job, asOf)).isOpen(
    iso(now),
    leaseAt(now, job.leaseMs ?? LEASE_MS),
  );
};

/**
 * Posts the digest of the last whole period, once. The run is claimed in the store before anything is sent,
 * so a second process, or a second call, finds it taken. If it is certain that nothing was posted, the claim
 * is released and the run is tried again at a time recorded in the store, so that neither a restart nor a
 * second process tries more often. A run that was left behind is taken over: only what the channel lacks is
 * sent, and the earlier process sends nothing more. The recipients of failures are notified once: immediately
 * if only a person can help, otherwise when the run is given up.
 * @param note a remark for the headline
 */
export async function postDigest(job: DigestJob, asOf: Day, note?: string): Promise<DigestOutcome> {
  const { shop, channel, log } = job;
  const through = periodsBefore(asOf, job.grain).period.to;
  const key = runKey(job, asOf);
  const now = job.now().getTime();
  const runs = digestRuns(shop.store, key);
  const claimed = await runs.claim(
    { channel, through, claimed_at: iso(now) },
    leaseAt(now, job.leaseMs ?? LEASE_MS),
  );
  if (!claimed) {
    log.info({ key }, 'digest already claimed');
    return 'already claimed';
  }
  const { left, tries } = claimed;
  log.info({ key, try: tries, isLeftBehind: left !== undefined }, 'digest begun');
  const since = new Date((left ? Date.parse(left.since) : now) - SLACK_CLOCK_MS);
  const run: Running = { job, runs, key, asOf, note, since, tries, isTakenOver: left !== undefined };
  return left ? takeOver(run, left) : send(run);
}

/** Goes on with a run that an earlier process left behind. */
async function takeOver(run: Running, left: NonNullable<ClaimedRun['left']>): Promise<DigestOutcome> {
  const { job, key, since, tries } = run;
  const { log } = job;
  const hasHeadline = left.messageTs !== null;
  if (tries > PAUSES.length + 1) {
    // A crash loop: every process that posts it dies.
    const error = new Error('it was begun again and again and never finished; the log says more');
    if (left.messageTs === null) return failed(run, error, 'unknown');
    await nameMissing(
      job,
      { key, since, messageTs: left.messageTs, content: left.content },
      leaseOf(run).renew,
    );
    await repliesFailed(run, [{ title: 'replies', error }]);
    return 'posted in part';
  }
  let found: Found;
  try {
    found = await job.find(key, since, left.messageTs ?? undefined);
  } catch (error) {
    // Better no message than two: the channel is searched again later.
    log.error({ err: error, key }, 'the channel cannot be searched for a digest that was left behind');
    return failed(run, error, 'unknown', hasHeadline ? 'replies' : 'digest');
  }
  log.warn({ key, found: found.parts.size }, 'digest was left behind; posting the missing parts');
  return send(run, { found, content: left.content });
}

interface Progress {
  /** The messages of the run that the channel already has. */
  readonly found?: Found;
  /** The digest as it was composed before. */
  readonly content?: string | null;
}

async function send(run: Running, { found = NOTHING, content }: Progress = {}): Promise<DigestOutcome> {
  const { job, runs, key } = run;
  let digest: Digest;
  let ts: string | undefined;
  try {
    // A run that is taken over posts the digest that was begun, as this function stored it.
    digest = content ? (JSON.parse(content) as Digest) : await composed(run);
    if (digest.withheld !== undefined) {
      job.log.info({ key, why: digest.withheld }, 'digest withheld');
      await runs.note({ state: 'withheld', problem: digest.withheld });
      return 'withheld';
    }
    await runs.note({ state: 'sending', ...(!content && storedDigest(digest)) });
    ts = found.parts.get(0) ?? (await postPart(run, digest.headline, 0));
  } catch (error) {
    return headlineFailed(run, error);
  }
  // The replies have attempts of their own, and their failure is notified separately.
  const isNew = !found.parts.has(0);
  await noteIfPossible(run, {
    state: 'replying',
    message_ts: ts ?? null,
    ...(isNew && { tries: 1, told: false }),
  });
  return sendReplies(isNew ? { ...run, tries: 1 } : run, digest, ts, found);
}

/** Releases the claim if it is certain that nothing was posted. */
async function headlineFailed(run: Running, error: unknown): Promise<DigestOutcome> {
  if (error instanceof NotOurs) return overtaken(run);
  const { job, key } = run;
  const isSure = error instanceof HeldBack || job.notPosted(error);
  job.log.error({ err: error, key, isReleased: isSure }, 'digest not posted');
  // An earlier holder may have sent it: the channel is searched again.
  const state = isSure && !run.isTakenOver ? 'refused' : 'unknown';
  return failed(run, error instanceof NothingSent ? error.cause : error, state);
}

async function sendReplies(
  run: Running,
  digest: Digest,
  ts: string | undefined,
  found: Found,
): Promise<DigestOutcome> {
  const { job, key } = run;
  let problems: Problem[];
  try {
    if (digest.isWithoutData) await report(run, digest.headline);
    problems = await postThread(run, digest, ts, found);
    if (problems.length > 0 && isLastTry(run)) await postMissing(run, digest, ts, problems);
  } catch (error) {
    if (error instanceof NotOurs) return overtaken(run);
    throw error;
  }
  job.log.info({ key, ts, problems: problems.length }, 'digest posted');
  if (problems.length === 0) {
    await noteIfPossible(run, { state: 'posted', problem: null, retry_at: null });
    return 'posted';
  }
  await repliesFailed(run, problems);
  return 'posted in part';
}

/** Reports once that there is no data. @throws NotOurs */
async function report(run: Running, headline: Answer): Promise<void> {
  if (!(await run.runs.isOpenTo('reported'))) return;
  if (await run.job.report?.(headline, leaseOf(run).renew)) await noteIfPossible(run, { reported: true });
}

function overtaken({ job, key }: Running): DigestOutcome {
  job.log.warn({ key }, 'this took so long that another process has taken the digest over');
  return 'already claimed';
}

/** @throws NothingSent if it cannot be composed */
async function composed({ job, asOf, note }: Running): Promise<Digest> {
  const { store } = job.shop;
  const digest = await job
    .compose(asOf)
    .then(fresh => withLate(fresh, store, fresh.headline.currency, job.name))
    .then(fresh => withheldIfTold(fresh, store, job.name))
    .catch(error => {
      throw new NothingSent(describeError(error), { cause: error });
    });
  const { headline } = digest;
  const notes = [
    ...(note ? [remark(note)] : []),
    ...headline.notes,
    ...(digest.isWithoutData
      ? [remark(`Reported to ${job.reportsTo ?? 'nobody else: OPS_CHANNEL is not set'}.`)]
      : []),
  ];
  return { ...digest, headline: { ...headline, notes } };
}
