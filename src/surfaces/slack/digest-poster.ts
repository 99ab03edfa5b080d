import { ShopkeeperError, StoreError } from '../../core/errors.js';
import type { Digest } from '../../digest/compose/digest.js';
import type { DigestJob, Failure } from '../../digest/delivery/job.js';
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

/** Somebody who is notified about digests: the id of a channel or a person, and their name in a sentence. */
export interface Recipient {
  readonly id: string;
  readonly name: string;
}

/** The notification that a digest could not be posted. */
function failureText(channel: string, error: unknown, { isGivenUp, what }: Failure): Mrkdwn {
  const isDigest = what === 'digest';
  const reason = shortReason(error).replace(/\.$/, '');
  const remedy = remedyFor(error);
  const attempts = isGivenUp
    ? `I tried for several hours and gave up${isDigest ? '; `/digest now` posts it' : ''}.`
    : `I will keep trying for several hours${isDigest ? '; after that, `/digest now` posts it' : ''}.`;
  const subject = isDigest ? 'The digest' : 'Some replies of the digest';
  const sentences: Mrkdwn[] = [
    mrkdwn`⚠️ ${subject} for ${channelReference(channel)} could not be posted: ${reason}.`,
    ...(remedy === undefined ? [] : [escaped(remedy)]),
    escaped(attempts),
  ];
  return joined(sentences, ' ');
}

/**
 * Sends a text to the ops channel and the subscriber, if there are any.
 * @param send sends only while this process holds the lease, so that each recipient gets it once
 * @returns false if there are recipients and none could be reached
 */
async function sendToRecipients(
  { log }: SlackContext,
  recipients: readonly Recipient[],
  text: Mrkdwn,
  send: HeldSend,
): Promise<boolean> {
  let reached = 0;
  for (const id of new Set(recipients.map(recipient => recipient.id))) {
    try {
      await send(client => channelDestination(client, id).post(textMessage(text)));
      reached++;
    } catch (error) {
      log.error({ err: error, recipient: id }, 'a recipient could not be notified about a digest');
    }
  }
  return reached > 0 || recipients.length === 0;
}

/**
 * A job that posts digests to a channel as the bot, each answer with its chart. A message that Slack rejects
 * is posted in simpler forms, step by step.
 * @param recipients are notified if a digest cannot be posted, or there is no data for it
 */
export function digestJob(
  context: SlackContext,
  channel: string,
  recipients: readonly Recipient[] = [],
  overrides: Partial<Pick<DigestJob, 'name' | 'grain' | 'compose' | 'leaseMs'>> = {},
): DigestJob {
  const { requestMs } = leaseTimes(overrides.leaseMs);
  const holding = (renew: Renew) => heldSend(context, renew, requestMs);
  const others = recipients.filter(recipient => recipient.id !== channel);
  return {
    shop: context.shop,
    channel,
    name: channel,
    grain: 'week',
    compose: asOf => context.compute('digest', { asOf, request: '' }),
    ...overrides,
    log: context.log,
    now: context.now,
    notPosted: surelyRejected,
    reason: shortReason,
    needsPerson: error => remedyFor(error) !== undefined,
    ...(others.length > 0 && { reportsTo: [...new Set(others.map(other => other.name))].join(' and ') }),
    report: (headline, renew) =>
      sendToRecipients(
        context,
        others,
        joined(
          [
            mrkdwn`⚠️ The digest for ${channelReference(channel)} has no data.`,
            ...[headline.headline, ...headline.actions].map(text => mrkdwn`${text}`),
          ],
          ' ',
        ),
        holding(renew),
      ),
    notify: (error, failure, isSure) =>
      sendToRecipients(
        context,
        recipients,
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
        // Nothing is uploaded if another process holds the lease.
        await renew();
        await giveFile(answer, heldDestination(context, { channel, threadTs }, holding(renew)));
      }),
    find: (run, since, headline) => findMarked(context, channel, run, since, headline),
    keepEarliest: (posted, since) => keepEarliest(context, channel, posted, since),
  };
}

/**
 * Posts a digest on request: the headline, and its details in the thread.
 * @returns the headline's timestamp
 */
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

/** Posts a digest to a channel on request, and stores it as it was posted. */
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
