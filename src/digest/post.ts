import type { Logger } from 'pino';
import type { Answer } from '../answer/answer.js';
import type { Day } from '../calendar/days.js';
import { isoOf } from '../calendar/days.js';
import { describeError } from '../errors.js';
import type { Shop } from '../shop.js';
import { composeDigest } from './compose.js';
import { weeksBefore } from './week.js';

/** Puts an answer into the channel, or into the thread of a message. @returns the message's timestamp */
export type PostAnswer = (answer: Answer, threadTs?: string) => Promise<string | undefined>;

export interface DigestJob {
  readonly shop: Shop;
  readonly channel: string;
  readonly post: PostAnswer;
  readonly log: Logger;
  readonly now: () => Date;
}

/** What became of a run. */
export type DigestOutcome = 'posted' | 'already-claimed' | 'failed';

/**
 * Posts the digest of the last whole week, once. The run is claimed in the store before anything is sent, under a
 * key of channel and week, so that a second Shopkeeper or a second firing of the clock finds it taken. A failure
 * after the headline was posted never sends it again; a failure before gives the claim back.
 */
export async function postDigest(
  { shop, channel, post, log, now }: DigestJob,
  asOf: Day,
): Promise<DigestOutcome> {
  const through = weeksBefore(asOf).week.to;
  const key = `${channel}:week:${isoOf(through)}`;
  const { db } = shop.store;
  const claimed: unknown[] = await db('digest_runs')
    .insert({ key, channel, through, state: 'claimed', claimed_at: now().toISOString() })
    .onConflict('key')
    .ignore()
    .returning('key');
  if (claimed.length === 0) {
    log.info({ key }, 'digest already claimed');
    return 'already-claimed';
  }
  let headlineTs: string | undefined;
  try {
    const digest = await composeDigest(shop, asOf);
    headlineTs = await post(digest.headline);
    await db('digest_runs')
      .where({ key })
      .update({ state: 'posted', message_ts: headlineTs ?? null, content: JSON.stringify(digest) });
    for (const answer of digest.thread) await post(answer, headlineTs);
    log.info({ key, ts: headlineTs }, 'digest posted');
    return 'posted';
  } catch (error) {
    log.error({ err: error, key }, 'digest not posted whole');
    const problem = describeError(error);
    if (headlineTs === undefined) await db('digest_runs').where({ key, state: 'claimed' }).delete();
    else await db('digest_runs').where({ key }).update({ problem });
    return headlineTs === undefined ? 'failed' : 'posted';
  }
}
