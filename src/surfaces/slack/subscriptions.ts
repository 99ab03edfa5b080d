import { mustHave, NotPermitted } from '../../access/permitted.js';
import type { DigestText } from '../../app/computing/tasks.js';
import { listed } from '../../core/answer/format.js';
import type { Day } from '../../core/calendar/days.js';
import type { Digest } from '../../digest/compose/digest.js';
import type { DigestGrain } from '../../digest/compose/periods.js';
import { permittedDigest, type Readers, sightOf } from '../../digest/compose/permitted.js';
import { fromSettings, type ScheduledDigest } from '../../digest/delivery/schedule.js';
import { freshUntilIn } from '../../digest/subscriptions/fresh-words.js';
import {
  type Schedule,
  type SubscriptionView,
  scheduleOfSettings,
  subscriptionLines,
} from '../../digest/subscriptions/subscribe.js';
import { listSubscriptions, type Subscription } from '../../store/tables/subscriptions.js';
import { escapeMrkdwn, unescapeTyped } from './blocks/escape.js';
import { channelReference, code, Mrkdwn, mrkdwn, userReference } from './blocks/mrkdwn.js';
import type { SlackContext } from './context.js';
import { digestJob, type Recipient } from './digest-poster.js';
import { ProblemWithReferences } from './problem-message.js';
import { mustBeAnswered, type ReaderContext } from './readers.js';
import { tellOps } from './tell-ops.js';

/**
 * Makes the function that lists all scheduled digests: that of the settings, and the subscriptions. Digests
 * of one list that have the same day, period and request are composed once.
 */
export function scheduledDigests(context: SlackContext): () => Promise<ScheduledDigest[]> {
  const recipients = opsRecipients(context);
  return async () => {
    const compose = composedOnce(context);
    const schedule = scheduleOfSettings(context.digests, context.now());
    const subscriptions = await listSubscriptions(context.shop.store);
    const ofSettings = schedule && {
      ...fromSettings(
        digestJob(
          context,
          schedule.channel,
          recipients,
          composing(schedule, compose, { channel: schedule.channel, person: null }),
        ),
        schedule,
      ),
      ...waiting(schedule.request, context),
    };
    return [
      ...(ofSettings ? [ofSettings] : []),
      ...subscriptions.filter(s => !s.isPaused).map(s => scheduledSubscription(context, s, compose)),
    ];
  };
}

/** Whether a digest waits for fresh data, and who is told that it did in vain. */
const waiting = (request: string, context: SlackContext) => ({
  freshUntil: freshUntilIn(request),
  tellStale: (note: string) => tellOps(context, `A digest was posted all the same. ${note}`),
});

const composing = ({ grain, request }: Schedule, compose: Compose, to: SentTo) => ({
  grain,
  compose: (asOf: Day) => compose(asOf, grain, request, to),
});

/** The recipients of failures besides the subscriber. */
const opsRecipients = ({ digests: { OPS_CHANNEL } }: SlackContext): Recipient[] =>
  OPS_CHANNEL ? [{ id: OPS_CHANNEL, name: 'my administrator (OPS_CHANNEL)' }] : [];

/** Composes the digest as of a day, from the text of a request. */
export type Compose = (asOf: Day, grain: DigestGrain, request: string, to: SentTo) => Promise<Digest>;

/** Where a digest goes: to a channel, or to one person. */
type SentTo = Pick<Subscription, 'channel' | 'person'>;

/**
 * Who reads what is sent there.
 * @throws NotPermitted if it is somebody, or a channel with people, whom the app does not answer
 */
export async function readersOf({ channel, person }: SentTo, context: ReaderContext): Promise<Readers> {
  const { permissions } = context;
  if (isDirect(channel)) {
    await mustBeAnswered(person ?? channel, context);
    return { isOnePerson: true, rights: await permissions.of(person ?? channel, undefined) };
  }
  if (await context.isSeenOutside(channel))
    throw new NotPermitted(
      'People of other workspaces are in the channel, so no digest is posted there',
      'Choose a channel of your own workspace. My administrator can allow it with ALLOW_EXTERNAL.',
    );
  // Whatever anybody there may see.
  return { isOnePerson: false, rights: await permissions.of(undefined, channel) };
}

function composedOnce(context: Pick<SlackContext, 'compute'> & ReaderContext): Compose {
  const composed = new Map<string, Promise<Digest>>();
  return async (asOf, grain, request, to) => {
    const readers = await readersOf(to, context);
    const sight = sightOf(readers);
    const key = JSON.stringify([asOf, grain, request, sight]);
    const digest = composed.get(key) ?? context.compute('digest', { asOf, request, grain }, sight);
    composed.set(key, digest);
    return permittedDigest(await digest, readers);
  };
}

/** The digests of a subscription are due from when it was created, or resumed after a pause. */
export function scheduledSubscription(
  context: SlackContext,
  subscription: Subscription,
  compose: Compose = composedOnce(context),
): ScheduledDigest {
  const { id, channel, createdBy, createdAt } = subscription;
  const recipients = opsRecipients(context);
  return {
    job: digestJob(
      context,
      channel,
      createdBy ? [...recipients, { id: createdBy, name: 'the subscriber' }] : recipients,
      {
        name: `subscription ${id}`,
        ...composing(subscription, compose, {
          channel,
          person: subscription.person ?? createdBy,
        }),
      },
    ),
    when: subscription,
    ...waiting(subscription.request, context),
    isDueSince: async due => due >= new Date(createdAt),
    isWanted: async () => {
      const current = (await listSubscriptions(context.shop.store)).find(s => s.id === id);
      return current !== undefined && !current.isPaused;
    },
  };
}

/** What somebody typed of a digest, with what it is read by. */
export function digestText(typed: string, { digests, now }: SlackContext): DigestText {
  const { DIGEST_CHANNEL, DIGEST_CRON, DIGEST_OPTIONS, SHOP_TIMEZONE } = digests;
  const settings = { DIGEST_CHANNEL, DIGEST_CRON, DIGEST_OPTIONS, SHOP_TIMEZONE };
  return { text: unescapeTyped(typed), digests: settings, now: now() };
}

/** The view of subscriptions in Slack: its texts are mrkdwn, and typed text is escaped. */
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

/** Whether an id is that of a person, or of a conversation with one, rather than of a channel. */
export const isDirect = (channel: string): boolean => !/^[CG]/.test(channel);

/**
 * Whether a person may see and manage everybody's digests: whoever has the capability, if there is an access
 * file; the managers, if the settings name any; everybody otherwise.
 */
export async function isManager(
  user: string,
  { permissions, digests: { DIGEST_MANAGERS: managers } }: SlackContext,
): Promise<boolean> {
  if (permissions.file) return (await permissions.of(user, undefined)).may.has('digests');
  return managers.length === 0 || managers.includes(user);
}

/**
 * Whether a person may see who asked what, and the state of the app: whoever has the capability, if there is
 * an access file; those who manage digests otherwise.
 */
export async function isAdministrator(user: string, context: SlackContext): Promise<boolean> {
  const { permissions } = context;
  return permissions.file
    ? (await permissions.of(user, undefined)).may.has('settings')
    : isManager(user, context);
}

/** @throws ShopkeeperError with who may, if this person may not */
export async function mustManage(user: string, what: string, context: SlackContext): Promise<void> {
  if (await isManager(user, context)) return;
  if (context.permissions.file) mustHave(await context.permissions.of(user, undefined), ['digests']);
  const managers = context.digests.DIGEST_MANAGERS.map(id => userReference(id).source);
  throw new ProblemWithReferences(
    mrkdwn`${what} ${Mrkdwn.ofEscaped(listed(managers))}: please ask them.`,
    mrkdwn`\`/digest subscribe me monday 9:00\` sends it to you alone, \`/digest preview\` shows it now.`,
  );
}

/** Whether a subscription is sent to this person alone. */
export const isOwn = ({ channel, person, createdBy }: Subscription, user: string): boolean =>
  isDirect(channel) && (person ?? createdBy) === user;

/** The subscriptions that a person may see, a line of mrkdwn each: all, or their own. */
export const visibleSubscriptionLines = async (user: string, context: SlackContext): Promise<string[]> =>
  (await isManager(user, context))
    ? subscriptionLines(subscriptionView(context))
    : subscriptionLines(subscriptionView(context), subscription => isOwn(subscription, user));
