import type { App } from '@slack/bolt';
import { unescapeTyped } from '../blocks/escape.js';
import type { SlackContext } from '../context.js';
import { channelPlace, type Place } from '../deliver.js';
import { reply } from '../reply.js';

/** Slack repeats an event for up to five minutes; an hour is safe. */
const SAME_EVENT_MS = 3_600_000;

/** Questions put to the bot by name in a channel, and in a direct message. Both are answered where they stand. */
export function registerMessages(app: App, context: SlackContext): void {
  const answer = async (
    event: { text?: string; channel: string; ts: string; thread_ts?: string; user?: string },
    eventId: string,
  ) => {
    if (!(await context.firstTime(`event:${eventId}`, SAME_EVENT_MS))) return;
    const text = unescapeTyped((event.text ?? '').replace(/<@[A-Z0-9]+>/g, ' ')).trim();
    const place = channelPlace(context.client, event.channel, event.thread_ts);
    await reply(
      { text: text === '' ? 'sales help' : text, places: [place], aside: asideFor(context, event, place) },
      context,
    );
  };
  app.event('app_mention', ({ event, body }) => answer(event, body.event_id));
  app.message(async ({ message, body }) => {
    if (message.channel_type !== 'im' || message.subtype !== undefined || 'bot_id' in message) return;
    await answer(message, body.event_id);
  });
}

/** What concerns the asker alone: in a channel a message only they see, in a direct message one like any other. */
function asideFor(
  { client }: SlackContext,
  { channel, thread_ts, user }: { channel: string; thread_ts?: string; user?: string },
  place: Place,
): Place {
  if (!user || channel.startsWith('D')) return place;
  return {
    post: async message => {
      try {
        await client.chat.postEphemeral({ channel, user, thread_ts, ...message });
        return undefined;
      } catch {
        return place.post(message);
      }
    },
  };
}
