import { composeDigest, type Digest } from '../digest/compose.js';
import type { DigestJob, Failed, Found, Mark } from '../digest/job.js';
import { keepPosted } from '../digest/posted.js';
import { ShopkeeperError, StoreError } from '../errors.js';
import { channelReference, escaped, joined, type Mrkdwn, mrkdwn, textMessage } from './blocks/mrkdwn.js';
import type { SlackContext } from './context.js';
import { deliver, giveFile } from './deliver.js';
import { channelDestination, type Destination } from './destinations.js';
import { rateLimitSeconds, shortReason, slackRemedy, surelyRejected } from './failure.js';
import { type FoundMessage, lookThrough, markOf } from './marked-messages.js';

/** What the messages of digests are marked with (Slack's message metadata, which nobody sees). */
const EVENT = 'shopkeeper_digest';

const remedyFor = (error: unknown): string | undefined =>
  error instanceof ShopkeeperError && !(error instanceof StoreError) ? error.hint : slackRemedy(error);

/** Somebody who looks after digests: the id of a channel or a person, and as a sentence names them. */
export interface Steward {
  readonly id: string;
  readonly called: string;
}

/** Tells the ops channel and whoever subscribed, where there are such; the log has it in any case. */
async function tell(
  context: SlackContext,
  channel: string,
  whom: readonly Steward[],
  error: unknown,
  { isGivenUp, what }: Failed,
): Promise<boolean> {
  const isDigest = what === 'digest';
  const reason = shortReason(error).replace(/\.$/, '');
  const remedy = remedyFor(error);
  const again = isGivenUp
    ? `It was tried for some hours and is given up for this time${isDigest ? '; `/digest now` posts it' : ''}.`
    : `It is tried again for some hours${isDigest ? '; after that `/digest now` posts it' : ''}.`;
  const whose = isDigest ? 'The digest' : 'Some replies of the digest';
  const said: Mrkdwn[] = [
    mrkdwn`:warning: ${whose} for ${channelReference(channel)} could not be posted: ${reason}.`,
    ...(remedy === undefined ? [] : [escaped(remedy)]),
    escaped(again),
  ];
  return inform(context, whom, joined(said, ' '));
}

/** @returns false where there is somebody and nobody could be told */
async function inform(
  { client, log }: SlackContext,
  whom: readonly Steward[],
  text: Mrkdwn,
): Promise<boolean> {
  let told = 0;
  for (const one of new Set(whom.map(w => w.id))) {
    try {
      await channelDestination(client, one).post(textMessage(text));
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
  whom: readonly Steward[] = [],
  own: Partial<Pick<DigestJob, 'name' | 'grain' | 'compose'>> = {},
): DigestJob {
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
    needsPerson: error => remedyFor(error) !== undefined,
    ...(others.length > 0 && { reportsTo: [...new Set(others.map(w => w.called))].join(' and ') }),
    report: headline =>
      inform(
        context,
        others,
        mrkdwn`:warning: The digest for ${channelReference(channel)} had nothing to tell. ${[headline.headline, ...headline.actions].join(' ')}`,
      ),
    tell: (error, failed) => tell(context, channel, whom, error, failed),
    post: (answer, mark, threadTs, mayI) =>
      context.pace(channel, async () => {
        await mayI();
        const log = context.log.child({ digest: mark.run, part: mark.part });
        return deliver(answer, [marked(context, channel, mark, threadTs)], { ...context, log });
      }),
    waitMs: error => (rateLimitSeconds(error) ?? 0) * 1_000,
    attach: (answer, threadTs, mayI) =>
      context.pace(channel, async () => {
        await mayI();
        await giveFile(answer, channelDestination(context.client, channel, threadTs));
      }),
    find: (run, since, headline) => findMarked(context, channel, run, since, headline),
  };
}

const marked = ({ client }: SlackContext, channel: string, { run, part }: Mark, threadTs?: string) =>
  channelDestination(client, channel, threadTs, { event_type: EVENT, event_payload: { run, part } });

/** The messages of a run in a channel, and in the thread of its headline, with the files there. @throws the client's error where it may not read */
async function findMarked(
  { client }: SlackContext,
  channel: string,
  run: string,
  since: Date,
  known: string | undefined,
): Promise<Found> {
  const found = new Map<number, string>();
  const files = new Set<string>();
  const take = (messages: readonly FoundMessage[]) => {
    for (const message of messages) {
      for (const { name, title } of message.files ?? []) files.add(name ?? title ?? '');
      const mark = markOf(message, EVENT);
      if (mark?.run === run && message.ts !== undefined) found.set(Number(mark.part), message.ts);
    }
  };
  if (known === undefined)
    await lookThrough(client, { channel, since }, page => {
      take(page);
      return found.has(0);
    });
  else found.set(0, known);
  const headline = found.get(0);
  if (headline !== undefined)
    await lookThrough(client, { channel, thread: headline }, page => {
      take(page);
      return false;
    });
  return { parts: found, files };
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
  await keepPosted(context.shop.store, digest, { channel, ts, at: context.now() });
}
