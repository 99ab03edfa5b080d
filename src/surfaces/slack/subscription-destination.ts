import { ShopkeeperError } from '../../core/errors.js';
import { maskNames, tidied } from '../../digest/subscriptions/when-words.js';
import { unescapeTyped } from './blocks/escape.js';
import { channelReference, mrkdwn, userReference } from './blocks/mrkdwn.js';
import type { SlackContext } from './context.js';
import { shortReason, slackCode } from './failure.js';
import { ProblemWithReferences } from './problem-message.js';
import { isDirect } from './subscriptions.js';

/** `#channel`, as Slack writes it in escaped commands. */
const CHANNEL = /(?:(?<!\S)to )?<#([CG][A-Z0-9]+)(?:\|[^>]*)?>/;
/** `@anna`, as Slack writes it. */
const PERSON = /(?:(?<!\S)to )?<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/;
const ME = /(?<!\S)(?:to )?me(?!\S)/i;
const UNKNOWN_CHANNEL = /(?<!\S)#[\p{L}\d_-]+/u;

/**
 * The channel or person that a subscription is for, and the text without them.
 * @throws ShopkeeperError for a channel that Slack does not know
 */
export function destinationIn(
  rest: string,
  user: string,
  channel: string,
): { named?: string; person: string | null; text: string } {
  // Names in quotes and filters may look like a channel or a person.
  const { masked, restore } = maskNames(tidied(rest));
  const named = CHANNEL.exec(masked)?.[1];
  if (named) return { named, person: null, text: restore(masked.replace(CHANNEL, ' ')) };
  const person = PERSON.exec(masked)?.[1];
  if (person) return { person, text: restore(masked.replace(PERSON, ' ')) };
  const unknown = UNKNOWN_CHANNEL.exec(masked)?.[0];
  if (unknown)
    throw new ShopkeeperError(
      `I cannot see a channel ${unescapeTyped(unknown)}.`,
      [
        'Choose it from the list that Slack offers when you type #, or type the command in the channel ' +
          'itself:',
        '`/digest subscribe monday 9:00`. In a private channel I must be a member: /invite @shopkeeper.',
      ].join(' '),
    );
  if (ME.test(masked)) return { person: user, text: restore(masked.replace(ME, ' ')) };
  return { person: isDirect(channel) ? user : null, text: rest };
}

/**
 * The conversation of a person with the app. Unlike the person's id it can be searched for what was posted.
 * @throws ShopkeeperError if there can be none
 */
export async function directChannel({ client, log }: SlackContext, user: string): Promise<string> {
  try {
    const { channel } = await client.conversations.open({ users: user });
    return channel?.id ?? user;
  } catch (error) {
    log.warn({ err: error, user }, 'no conversation with this person');
    throw new ProblemWithReferences(
      mrkdwn`I cannot send messages to ${userReference(user)} (${shortReason(error)}).`,
      mrkdwn`Name a channel instead, or ask them to type \`/digest subscribe me monday 9:00\`.`,
    );
  }
}

/**
 * Checks that the app can read a channel. Errors that may pass until the digest is due are ignored.
 * @throws ShopkeeperError if the app is not a member of the channel
 */
export async function canPost(channel: string, { client, log }: SlackContext): Promise<void> {
  try {
    await client.conversations.history({ channel, limit: 1 });
  } catch (error) {
    log.warn({ err: error, channel }, 'the channel of a subscription cannot be read');
    const remedy = ['not_in_channel', 'channel_not_found'].includes(slackCode(error) ?? '');
    if (!remedy) return;
    throw new ProblemWithReferences(
      mrkdwn`I am not a member of ${channelReference(channel)}, so I cannot post a digest there.`,
      mrkdwn`Invite me there with \`/invite @shopkeeper\`, and try again.`,
    );
  }
}
