import { ShopkeeperError, StoreError } from '../../core/errors.js';
import { composeDigest, type Digest } from '../../digest/compose/compose.js';
import type { DigestJob, Failed } from '../../digest/delivery/job.js';
import { leaseTimes, type Renew } from '../../digest/delivery/lease.js';
import { storePosted } from '../../digest/delivery/posted.js';
import { channelReference, escaped, joined, type Mrkdwn, mrkdwn, textMessage } from './blocks/mrkdwn.js';
import type { SlackContext } from './context.js';
import { deliver, giveFile } from './deliver.js';
import { channelDestination, type Destination } from './destinations.js';
import { findMarked, keepEarliest, metadataOf } from './digest-marks.js';
import { rateLimitSeconds, shortReason, slackRemedy, surelyRejected } from './failure.js';
import { type HeldSend, heldDestination, heldSend } from './held-destination.js';

const remedyFor = (error: unknown): string | undefined =>
  error instanceof ShopkeeperError && !(error instanceof StoreError) ? error.hint : slackRemedy(error);

/** Somebody who looks after digests: the id of a channel or a person, and as a sentence names them. */
export interface Recipient {
  readonly id: string;
  readonly called: string;
}

/** What is said if a digest could not be posted. */
function failureText(channel: string, error: unknown, { isGivenUp, what }: Failed): Mrkdwn {
  const isDigest = what === 'digest';
  const reason = shortReason(error).replace(/\.$/, '');
  const remedy = remedyFor(error);
  const again = isGivenUp
    ? `It was tried for some hours and is given up for this time${isDigest ? '; `/digest now` posts it' : ''}.`
    : `It is tried again for some hours${isDigest ? '; after that `/digest now` posts it' : ''}.`;
  const whose = isDigest ? 'The digest' : 'Some replies of the digest';
  const sentences: Mrkdwn[] = [
    mrkdwn`⚠️ ${whose} for ${channelReference(channel)} could not be posted: ${reason}.`,
    ...(remedy === undefined ? [] : [escaped(remedy)]),
    escaped(again),
  ];
  return joined(sentences, ' ');
}

/**
 * Tells the ops channel and whoever subscribed, if there are such; the log has it in any case.
 * @param send for what only one of several processes is to say
 * @returns false if there is somebody and nobody could be told
 */
async function inform(
  { log }: SlackContext,
  whom: readonly Recipient[],
  text: Mrkdwn,
  send: HeldSend,
): Promise<boolean> {
  let told = 0;
  for (const one of new Set(whom.map(w => w.id))) {
    try {
      await send(client => channelDestination(client, one).post(textMessage(text)));
      told++;
    } catch (failure) {
      log.error({ err: failure, whom: one }, 'nobody there could be told about a digest');
    }
  }
  return told > 0 || whom.length === 0;
}

/**
 * Posts digests to a channel as the bot, each answer with its chart and the ladder of fallbacks.
 * @param whom who are told where one cannot be posted, or has no data
 */
export function digestJob(
  context: SlackContext,
  channel: string,
  whom: readonly Recipient[] = [],
  own: Partial<Pick<DigestJob, 'name' | 'grain' | 'compose' | 'leaseMs'>> = {},
): DigestJob {
  const { requestMs } = leaseTimes(own.leaseMs);
  const holding = (renew: Renew) => heldSend(context, renew, requestMs);
  const others = whom.filter(w => w.id !== channel);
  return {
    shop: context.shop,
    channel,
    name: channel,
    grain: 'week',
    compose: asOf => composeDigest(context.shop, asOf),
    ...own,
    log: context.log,
    now: context.now,
    notPosted: surelyRejected,
    reason: shortReason,
    needsPerson: error => remedyFor(error) !== undefined,
    ...(others.length > 0 && { reportsTo: [...new Set(others.map(w => w.called))].join(' and ') }),
    report: (headline, renew) =>
      inform(
        context,
        others,
        mrkdwn`⚠️ The digest for ${channelReference(channel)} had nothing to tell. ${[headline.headline, ...headline.actions].join(' ')}`,
        holding(renew),
      ),
    tell: (error, failure, isSure) =>
      inform(
        context,
        whom,
        failureText(channel, error, failure),
        holding(async () => isSure),
      ),
    post: (answer, mark, threadTs, renew) =>
      context.pace(channel, () => {
        const log = context.log.child({ digest: mark.run, part: mark.part });
        const where = { channel, threadTs, metadata: metadataOf(mark) };
        return deliver(answer, [heldDestination(context, where, holding(renew))], { ...context, log });
      }),
    waitMs: error => (rateLimitSeconds(error) ?? 0) * 1_000,
    attach: (answer, threadTs, renew) =>
      context.pace(channel, async () => {
        // Rather not upload at all what another process has in hand.
        await renew();
        await giveFile(answer, heldDestination(context, { channel, threadTs }, holding(renew)));
      }),
    find: (run, since, headline) => findMarked(context, channel, run, since, headline),
    keepEarliest: (posted, since) => keepEarliest(context, channel, posted, since),
  };
}

/** Posts a digest that somebody waits for: the headline, and what belongs to it in its thread. @returns the headline's timestamp */
export async function postAnswers(
  { headline, thread }: Digest,
  destination: Destination,
  context: SlackContext,
  askedBy?: string | undefined,
): Promise<string | undefined> {
  const ts = await deliver(headline, [destination], context, { askedBy });
  const under = ts === undefined ? undefined : destination.under?.(ts);
  for (const part of thread) await deliver(part, [under ?? destination], context);
  return ts;
}

/** Posts a digest to a channel because somebody says so, and keeps it as it was posted. */
export async function postNow(
  digest: Digest,
  {
    channel,
    askedBy,
    guard = destination => destination,
  }: {
    readonly channel: string;
    readonly askedBy?: string;
    readonly guard?: (destination: Destination) => Destination;
  },
  context: SlackContext,
): Promise<void> {
  const destination = guard(channelDestination(context.client, channel));
  const ts = await postAnswers(digest, destination, context, askedBy);
  await storePosted(context.shop.store, digest, { channel, ts, at: context.now() });
}
