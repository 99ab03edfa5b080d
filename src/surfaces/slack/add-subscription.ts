import { sightOf } from '../../digest/compose/permitted.js';
import { type Schedule, subscribe } from '../../digest/subscriptions/subscribe.js';
import { Mrkdwn } from './blocks/mrkdwn.js';
import type { SlackContext } from './context.js';
import { canPost, directChannel } from './subscription-destination.js';
import { digestText, readersOf, subscriptionView } from './subscriptions.js';

/** When a digest is posted, and what is in it. */
type WhenAndWhat = Omit<Schedule, 'channel'>;

/** Reads when a digest is posted, and of what. @throws ShopkeeperError, NotUnderstood */
export async function readSchedule(text: string, user: string, context: SlackContext): Promise<WhenAndWhat> {
  // People may name what they see themselves, wherever it goes.
  const sight = sightOf(await readersOf({ channel: user, person: user }, context));
  return context.compute('schedule', digestText(text, context), sight);
}

/**
 * Adds a subscription for somebody who may. @returns a confirmation
 * @param to a channel, or the person whom it is sent to alone
 * @throws ShopkeeperError if the app cannot post there, or does not answer who reads it, or there is the same
 * already
 */
export async function addSubscription(
  schedule: WhenAndWhat,
  to: { readonly channel?: string | undefined; readonly person: string | null },
  createdBy: string,
  context: SlackContext,
): Promise<Mrkdwn> {
  const { person } = to;
  const channel = to.channel ?? (await directChannel(context, person ?? createdBy));
  await canPost(channel, context);
  await readersOf({ channel, person }, context);
  return Mrkdwn.ofEscaped(
    await subscribe({ ...schedule, channel }, { person, createdBy }, subscriptionView(context)),
  );
}
