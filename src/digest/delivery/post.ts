import type { Answer } from '../../core/answer/answer.js';
import { remark } from '../../core/answer/notes.js';
import type { Day } from '../../core/calendar/days.js';
import { describeError } from '../../core/errors.js';
import { digestRuns } from '../../store/tables/digest-runs.js';
import type { Digest } from '../compose/compose.js';
import { withLate } from '../compose/ledger.js';
import { periodsBefore } from '../periods.js';
import { failed, PAUSES, type Problem, repliesFailed } from './failed-runs.js';
import type { DigestJob, Found } from './job.js';
import { HeldBack, iso, leaseAt, NotOurs } from './lease.js';
import { leaseOf, NothingSent } from './lease-holder.js';
import { kept } from './posted.js';
import { type DigestOutcome, type Running, runKey } from './run.js';
import { noteIfPossible, postPart, postThread } from './steps.js';

/** Clocks differ; a message cannot be from long before its run began. */
const SLACK_CLOCK_MS = 3_600_000;
const NOTHING: Found = { parts: new Map(), files: new Set() };

/** Whether the run of the last whole period before a day can be posted now, by what the store has of it: begun before, or new. */
export const isRunOpen = (job: DigestJob, asOf: Day): Promise<'new' | 'begun' | undefined> => {
  const moment = job.now().getTime();
  return digestRuns(job.shop.store, runKey(job, asOf)).isOpen(iso(moment), leaseAt(moment, job.leaseMs));
};

/**
 * Posts the digest of the last whole period, once. The run is claimed in the store before anything is sent, under a
 * key of its name and period, so that a second Shopkeeper or a second firing of the clock finds it taken. What is sure
 * not to have been posted gives its claim back and is tried again at a time that the store knows, so that neither a restart
 * nor a second Shopkeeper tries more often. A run that was left behind is taken over: only what the channel is found not to
 * hold is sent, and whoever had it before sends nothing more. Who looks after it is told once: at once where only a person can
 * mend it, otherwise when it is given up.
 * @param note what the headline is to say besides
 */
export async function postDigest(job: DigestJob, asOf: Day, note?: string): Promise<DigestOutcome> {
  const { shop, channel, log } = job;
  const through = periodsBefore(asOf, job.grain).period.to;
  const key = runKey(job, asOf);
  const moment = job.now().getTime();
  const runs = digestRuns(shop.store, key);
  const claimed = await runs.claim(
    { channel, through, claimed_at: iso(moment) },
    leaseAt(moment, job.leaseMs),
  );
  if (!claimed) {
    log.info({ key }, 'digest already claimed');
    return 'already claimed';
  }
  const { left, tries } = claimed;
  log.info({ key, try: tries, isLeftBehind: left !== undefined }, 'digest begun');
  const since = new Date(left ? Date.parse(left.since) - SLACK_CLOCK_MS : moment - SLACK_CLOCK_MS);
  const run: Running = { job, runs, key, asOf, note, since, tries, isTakenOver: left !== undefined };
  if (!left) return send(run);
  if (tries > PAUSES.length + 1) {
    // Whoever is at it dies of it.
    const error = new Error('it was begun again and again and never finished; the log says more');
    if (left.messageTs === null) return failed(run, error, 'unknown');
    await repliesFailed(run, [{ title: 'replies', error }]);
    return 'posted in part';
  }
  let there: Found;
  try {
    there = await job.find(key, since, left.messageTs ?? undefined);
  } catch (error) {
    // Rather none than two: it is looked for again later.
    log.error({ err: error, key }, 'the channel cannot be looked into for a digest that was left behind');
    return failed(run, error, 'unknown', left.messageTs === null ? 'digest' : 'replies');
  }
  log.warn({ key, found: there.parts.size }, 'digest was left behind; what is missing is posted');
  return send(run, { there, content: left.content });
}

interface SoFar {
  /** What the channel holds of the run already. */
  readonly there?: Found;
  /** The digest as it was composed before. */
  readonly content?: string | null;
}

async function send(claimed: Running, { there = NOTHING, content }: SoFar = {}): Promise<DigestOutcome> {
  let run = claimed;
  const { job, runs, key } = run;
  let digest: Digest;
  let ts: string | undefined;
  try {
    // What this function has written; a digest that is taken up again is the one that was begun.
    digest = content ? (JSON.parse(content) as Digest) : await composed(run);
    if (digest.withheld !== undefined) {
      job.log.info({ key, why: digest.withheld }, 'digest withheld');
      await runs.note({ state: 'withheld', problem: digest.withheld });
      return 'withheld';
    }
    await runs.note({ state: 'sending', ...(!content && kept(digest)) });
    ts = there.parts.get(0) ?? (await postPart(run, digest.headline, 0));
  } catch (error) {
    if (error instanceof NotOurs) return overtaken(run);
    const isSure = error instanceof HeldBack || job.notPosted(error);
    job.log.error({ err: error, key, givenBack: isSure }, 'digest not posted');
    // What somebody else may have sent is looked for again.
    const state = isSure && !run.isTakenOver ? 'refused' : 'unknown';
    return failed(run, error instanceof NothingSent ? error.cause : error, state);
  }
  // The replies have tries of their own, and their own loss to be told.
  const isNew = !there.parts.has(0);
  await noteIfPossible(run, {
    state: 'replying',
    message_ts: ts ?? null,
    ...(isNew && { tries: 1, told: false }),
  });
  if (isNew) run = { ...run, tries: 1 };
  let problems: Problem[];
  try {
    if (digest.isWithoutData) await report(run, digest.headline);
    problems = await postThread(run, digest, ts, there);
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
  job.log.warn({ key }, 'this took so long that somebody else has taken the digest over');
  return 'already claimed';
}

async function composed({ job, asOf, note }: Running): Promise<Digest> {
  const { store } = job.shop;
  const digest = await job
    .compose(asOf)
    .then(own => withLate(own, store, own.headline.currency, job.name))
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
