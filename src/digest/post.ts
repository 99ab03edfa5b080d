import type { Logger } from 'pino';
import type { Answer } from '../answer/answer.js';
import type { Day } from '../calendar/days.js';
import { isoOf } from '../calendar/days.js';
import { describeError } from '../errors.js';
import type { Shop } from '../shop.js';
import { digestRuns } from '../store/digest-runs.js';
import { composeDigest, type Digest } from './compose.js';
import { periodsBefore } from './periods.js';

/** Puts an answer into the channel, or into the thread of a message. @returns the message's timestamp */
export type PostAnswer = (answer: Answer, threadTs?: string) => Promise<string | undefined>;

export interface DigestJob {
  readonly shop: Shop;
  readonly channel: string;
  readonly post: PostAnswer;
  /** Whether an error of `post` proves that nothing was posted; a time-out does not. */
  readonly notPosted: (error: unknown) => boolean;
  readonly log: Logger;
  readonly now: () => Date;
}

/** What became of a run. `unknown`: Slack may have taken the message though no answer came; it is not sent again. */
export type DigestOutcome = 'posted' | 'posted in part' | 'already claimed' | 'failed' | 'unknown';

/**
 * Posts the digest of the last whole week, once. The run is claimed in the store before anything is sent, under a
 * key of channel and week, so that a second Shopkeeper or a second firing of the clock finds it taken. What is sure
 * not to have been posted gives its claim back and can be tried again; nothing else is ever sent twice.
 * @param note what the headline is to say besides
 */
export async function postDigest(job: DigestJob, asOf: Day, note?: string): Promise<DigestOutcome> {
  const { shop, channel, log, now } = job;
  const through = periodsBefore(asOf).period.to;
  const key = runKey(channel, asOf);
  const runs = digestRuns(shop.store, key);
  if (!(await runs.claim({ channel, through, claimed_at: now().toISOString() }))) {
    log.info({ key }, 'digest already claimed');
    return 'already claimed';
  }
  const headline = await postHeadline(job, asOf, note).catch(async error => {
    const isSure = error instanceof NothingSent || job.notPosted(error);
    log.error({ err: error, key, givenBack: isSure }, 'digest not posted');
    if (isSure) await runs.giveBack();
    else await runs.note({ state: 'unknown', problem: describeError(error) });
    return isSure ? ('failed' as const) : ('unknown' as const);
  });
  if (typeof headline === 'string') return headline;
  await runs
    .note({ state: 'posted', message_ts: headline.ts ?? null, content: JSON.stringify(headline.digest) })
    .catch(error => log.error({ err: error, key }, 'digest posted but not noted'));
  const problems = await postThread(job, headline.digest, headline.ts);
  log.info({ key, ts: headline.ts, problems: problems.length }, 'digest posted');
  if (problems.length === 0) return 'posted';
  await runs
    .note({ problem: problems.join('\n') })
    .catch(error => log.error({ err: error, key }, 'problems not noted'));
  return 'posted in part';
}

/** What a run is known by: the channel and the week that it is of. */
export const runKey = (channel: string, asOf: Day): string =>
  `${channel}:week:${isoOf(periodsBefore(asOf).period.to)}`;

/** The digest could not even be composed. */
class NothingSent extends Error {}

async function postHeadline(
  { shop, post }: DigestJob,
  asOf: Day,
  note: string | undefined,
): Promise<{ digest: Digest; ts: string | undefined }> {
  const composed = await composeDigest(shop, asOf).catch(error => {
    throw new NothingSent(describeError(error), { cause: error });
  });
  const { headline } = composed;
  const digest = note
    ? { ...composed, headline: { ...headline, notes: [note, ...headline.notes] } }
    : composed;
  return { digest, ts: await post(digest.headline) };
}

/** Posts every reply that can be posted. @returns what went wrong with the others */
async function postThread(
  { post, log }: DigestJob,
  digest: Digest,
  ts: string | undefined,
): Promise<string[]> {
  const problems: string[] = [];
  for (const answer of digest.thread) {
    try {
      await post(answer, ts);
    } catch (error) {
      log.error({ err: error, title: answer.title }, 'reply of the digest not posted');
      problems.push(`${answer.title}: ${describeError(error)}`);
    }
  }
  return problems;
}
