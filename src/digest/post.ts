import type { Logger } from 'pino';
import type { Answer } from '../answer/answer.js';
import { type Day, isoOf } from '../calendar/days.js';
import { describeError, ShopkeeperError } from '../errors.js';
import type { Shop } from '../shop.js';
import { type DigestRun, digestRuns, postedContent } from '../store/digest-runs.js';
import type { Store } from '../store/store.js';
import type { Digest } from './compose.js';
import { type DigestGrain, periodsBefore } from './periods.js';

/** What a message of a digest bears, so that it is found again: its run, and which part it is; the headline is 0. */
export interface Mark {
  readonly run: string;
  readonly part: number;
}

export interface DigestJob {
  readonly shop: Shop;
  readonly channel: string;
  /** What its runs are named by: the channel, or a subscription. */
  readonly name: string;
  readonly grain: DigestGrain;
  /** Composes the digest of the last whole period before a day. */
  readonly compose: (asOf: Day) => Promise<Digest>;
  /** Puts an answer into the channel, or into the thread of a message. @returns the message's timestamp */
  readonly post: (answer: Answer, mark: Mark, threadTs?: string) => Promise<string | undefined>;
  /** Looks into the channel for what was posted of a run since a moment: timestamps by part. @throws where it cannot be read */
  readonly find: (run: string, since: Date) => Promise<ReadonlyMap<number, string>>;
  /** Whether an error of `post` proves that nothing was posted; a time-out does not. */
  readonly notPosted: (error: unknown) => boolean;
  /** Whether an error will not pass by itself: a person must do something. */
  readonly needsPerson: (error: unknown) => boolean;
  /** Tells whoever looks after this why a digest could not be posted and what to do. Never throws. */
  readonly tell: (error: unknown, isGivenUp: boolean) => Promise<void>;
  /** Is given what a digest could not be posted for. */
  readonly onFailed?: (error: unknown) => void;
  readonly log: Logger;
  readonly now: () => Date;
}

/** What became of a run. `unknown`: Slack may have taken the message though no answer came; the channel is looked into later. */
export type DigestOutcome = 'posted' | 'posted in part' | 'already claimed' | 'failed' | 'unknown';

/**
 * A run that was noted last so long ago, and is not finished, was left behind: its process has died, or did not hear from Slack. Longer
 * than any single step may take.
 */
export const LEASE_MS = 10 * 60_000;
const DAY_MS = 86_400_000;

/**
 * Posts the digest of the last whole period, once. The run is claimed in the store before anything is sent, under a
 * key of its name and period, so that a second Shopkeeper or a second firing of the clock finds it taken. What is sure
 * not to have been posted gives its claim back and can be tried again. A run that was left behind is taken over: only what the
 * channel is found not to hold is sent.
 * @param note what the headline is to say besides
 */
export async function postDigest(job: DigestJob, asOf: Day, note?: string): Promise<DigestOutcome> {
  const { shop, channel, log, now } = job;
  const through = periodsBefore(asOf, job.grain).period.to;
  const key = runKey(job, asOf);
  const runs = digestRuns(shop.store, key);
  const claimed_at = now().toISOString();
  if (await runs.claim({ channel, through, claimed_at })) return send(job, runs, key, asOf, { note });
  const left = await runs.takeOver(claimed_at, new Date(now().getTime() - LEASE_MS).toISOString());
  if (!left) {
    log.info({ key }, 'digest already claimed');
    return 'already claimed';
  }
  try {
    const there = await job.find(key, new Date(Date.parse(left.claimedAt) - DAY_MS));
    log.warn({ key, found: there.size }, 'digest was left behind; what is missing is posted');
    return await send(job, runs, key, asOf, { note, there, content: left.content });
  } catch (error) {
    // Rather none than two: it is looked for again when the next lease has run out.
    log.error({ err: error, key }, 'the channel cannot be looked into for a digest that was left behind');
    await runs.note({ state: 'unknown', problem: describeError(error) });
    return 'unknown';
  }
}

/**
 * A digest as it was posted, whatever has come in since.
 * @param nth 1 is the last one, 2 the one before
 * @throws ShopkeeperError where there is none
 */
export async function postedDigest(store: Pick<Store, 'db'>, nth: number): Promise<Digest> {
  const hint = 'Number 1 is the last one, 2 the one before. "digest preview" composes one now.';
  if (nth < 1) throw new ShopkeeperError('Which digest?', hint);
  const content = await postedContent(store, nth);
  // What `send` below has written.
  if (content) return JSON.parse(content) as Digest;
  const isNone = nth === 1 || (await postedContent(store, 1)) === undefined;
  throw new ShopkeeperError(
    isNone ? 'No digest was posted yet.' : `There is no posted digest number ${nth}.`,
    hint,
  );
}

/** What a run is known by: whose it is, and the period that it is of. */
export const runKey = ({ name, grain }: Pick<DigestJob, 'name' | 'grain'>, asOf: Day): string =>
  `${name}:${grain}:${isoOf(periodsBefore(asOf, grain).period.to)}`;

/** The digest could not even be composed. */
class NothingSent extends Error {}

interface SoFar {
  readonly note?: string;
  /** What the channel holds of the run already. */
  readonly there?: ReadonlyMap<number, string>;
  /** The digest as it was composed before. */
  readonly content?: string | null;
}

async function send(
  job: DigestJob,
  runs: DigestRun,
  key: string,
  asOf: Day,
  { note, there = new Map(), content }: SoFar,
): Promise<DigestOutcome> {
  const { log } = job;
  let digest: Digest;
  let ts: string | undefined;
  try {
    // What this function has written; a digest that is taken up again is the one that was begun.
    digest = content ? (JSON.parse(content) as Digest) : await composed(job, asOf, note);
    await runs.note({ state: 'sending', content: JSON.stringify(digest) });
    ts = there.get(0) ?? (await job.post(digest.headline, { run: key, part: 0 }));
  } catch (error) {
    const isSure = error instanceof NothingSent || job.notPosted(error);
    log.error({ err: error, key, givenBack: isSure }, 'digest not posted');
    job.onFailed?.(error);
    if (isSure) await runs.giveBack();
    else await runs.note({ state: 'unknown', problem: describeError(error) });
    return isSure ? 'failed' : 'unknown';
  }
  await noteDown(job, runs, key, { state: 'replying', message_ts: ts ?? null });
  const problems = await postThread(job, runs, key, digest, ts, there);
  log.info({ key, ts, problems: problems.length }, 'digest posted');
  await noteDown(job, runs, key, { state: 'posted', problem: problems.join('\n') || null });
  return problems.length === 0 ? 'posted' : 'posted in part';
}

async function composed({ compose }: DigestJob, asOf: Day, note: string | undefined): Promise<Digest> {
  const digest = await compose(asOf).catch(error => {
    throw new NothingSent(describeError(error), { cause: error });
  });
  const { headline } = digest;
  return note ? { ...digest, headline: { ...headline, notes: [note, ...headline.notes] } } : digest;
}

/** Posts every reply that is missing and can be posted. @returns what went wrong with the others */
async function postThread(
  job: DigestJob,
  runs: DigestRun,
  key: string,
  digest: Digest,
  ts: string | undefined,
  there: ReadonlyMap<number, string>,
): Promise<string[]> {
  const problems: string[] = [];
  for (const [i, answer] of digest.thread.entries()) {
    const part = i + 1;
    if (there.has(part)) continue;
    try {
      await job.post(answer, { run: key, part }, ts);
    } catch (error) {
      job.log.error({ err: error, title: answer.title }, 'reply of the digest not posted');
      problems.push(`${answer.title}: ${describeError(error)}`);
    }
    await noteDown(job, runs, key, { claimed_at: job.now().toISOString() });
  }
  return problems;
}

/** The message stands, whether it could be noted or not: the channel tells later. */
const noteDown = (
  { log }: DigestJob,
  runs: DigestRun,
  key: string,
  what: Parameters<DigestRun['note']>[0],
): Promise<void> =>
  runs.note(what).catch(error => log.error({ err: error, key }, 'digest posted but not noted'));
