import type { Shop } from '../../answering/shop.js';
import type { Day } from '../../core/calendar/days.js';
import { composeDigest, type Digest } from '../../digest/compose/compose.js';
import { fromSettings, type ScheduledDigest } from '../../digest/delivery/schedule.js';
import type { DigestGrain } from '../../digest/periods.js';
import { readDigestRequest } from '../../digest/subscriptions/request.js';
import {
  type Schedule,
  type SubscriptionView,
  scheduleOfSettings,
  subscriptionLines,
} from '../../digest/subscriptions/subscribe.js';
import { listSubscriptions, type Subscription } from '../../store/tables/subscriptions.js';
import { escapeMrkdwn } from './blocks/escape.js';
import { channelReference, code, mrkdwn, userReference } from './blocks/mrkdwn.js';
import type { SlackContext } from './context.js';
import { digestJob, type Recipient } from './digest-poster.js';

/**
 * Makes the function that lists all digests that are posted by themselves: that of the settings, and the subscriptions. Those
 * of one list that are of the same are composed once.
 */
export function scheduledDigests(context: SlackContext): () => Promise<ScheduledDigest[]> {
  const whom = opsRecipients(context);
  return async () => {
    const compose = composedOnce(context.shop);
    const own = scheduleOfSettings(context.digests, context.now());
    const subscriptions = await listSubscriptions(context.shop.store);
    return [
      ...(own ? [fromSettings(digestJob(context, own.channel, whom, composing(own, compose)), own)] : []),
      ...subscriptions.filter(s => !s.isPaused).map(s => scheduledSubscription(context, s, compose)),
    ];
  };
}

const composing = ({ grain, request }: Schedule, compose: Compose) => ({
  grain,
  compose: (asOf: Day) => compose(asOf, grain, request),
});

/** Who is told of failures, beside whoever subscribed. */
const opsRecipients = ({ digests: { OPS_CHANNEL } }: SlackContext): Recipient[] =>
  OPS_CHANNEL ? [{ id: OPS_CHANNEL, called: 'whoever looks after me (OPS_CHANNEL)' }] : [];

/** Composes the digest as of a day of a request as it was said. */
export type Compose = (asOf: Day, grain: DigestGrain, request: string) => Promise<Digest>;

function composedOnce(shop: Shop): Compose {
  const composed = new Map<string, Promise<Digest>>();
  const compose: Compose = async (asOf, grain, request) => {
    return composeDigest(shop, asOf, { ...(await readDigestRequest(request, shop)), grain });
  };
  return (asOf, grain, request) => {
    const key = JSON.stringify([asOf, grain, request]);
    const known = composed.get(key);
    if (known) return known;
    const digest = compose(asOf, grain, request);
    composed.set(key, digest);
    return digest;
  };
}

/** A subscription owes what falls due from when it was made, or went on after a pause. */
export function scheduledSubscription(
  context: SlackContext,
  subscription: Subscription,
  compose: Compose = composedOnce(context.shop),
): ScheduledDigest {
  const { id, channel, createdBy, createdAt } = subscription;
  const whom = opsRecipients(context);
  return {
    job: digestJob(
      context,
      channel,
      createdBy ? [...whom, { id: createdBy, called: 'whoever subscribed' }] : whom,
      { name: `subscription ${id}`, ...composing(subscription, compose) },
    ),
    when: subscription,
    isDueSince: async due => due >= new Date(createdAt),
    isWanted: async () => {
      const now = (await listSubscriptions(context.shop.store)).find(s => s.id === id);
      return now !== undefined && !now.isPaused;
    },
  };
}

/** Subscriptions as they are managed in Slack: all texts that it makes are mrkdwn, with what people typed escaped. */
export const subscriptionView = ({ shop, digests, now }: SlackContext): SubscriptionView => ({
  shop,
  digests,
  now,
  where: (channel, person) =>
    (isDirect(channel)
      ? mrkdwn`to ${userReference(person ?? channel)} alone`
      : mrkdwn`to ${channelReference(channel)}`
    ).source,
  command: text => code(`/digest ${text}`).source,
  code: text => code(text).source,
  typed: escapeMrkdwn,
});

/** Whether it is a person, or a conversation with one, rather than a channel. */
export const isDirect = (channel: string): boolean => !/^[CG]/.test(channel);

/** Whether somebody may see and manage the digests of all: everybody, unless the settings name who. */
export const isManager = (user: string, { digests: { DIGEST_MANAGERS: managers } }: SlackContext): boolean =>
  managers.length === 0 || managers.includes(user);

/** Whether a subscription comes to one person alone, and it is theirs. */
export const isOwn = ({ channel, person, createdBy }: Subscription, user: string): boolean =>
  isDirect(channel) && (person ?? createdBy) === user;

/** The subscriptions that somebody may see, a line of mrkdwn each: all, or their own. */
export const visibleSubscriptionLines = (user: string, context: SlackContext): Promise<string[]> =>
  isManager(user, context)
    ? subscriptionLines(subscriptionView(context))
    : subscriptionLines(subscriptionView(context), subscription => isOwn(subscription, user));
