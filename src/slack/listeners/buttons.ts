import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { SlackContext } from '../context.js';
import { channelPlace, type Place } from '../deliver.js';
import { reply } from '../reply.js';

/** A second press of the same button by the same person within this time is the same press. */
const SAME_PRESS_MS = 20_000;

/** Buttons that ask a question: the answer goes to the thread of the message they stand under. */
export function registerButtons(app: App, context: SlackContext): void {
  app.action<BlockAction<ButtonAction>>(/^ask_\d+$/, async ({ ack, body, action, respond }) => {
    await ack();
    const text = action.value ?? '';
    const id = `press:${body.container.message_ts}:${body.user.id}:${text}`;
    if (!(await context.firstTime(id, SAME_PRESS_MS))) return;
    const aside: Place = async message => {
      await respond({ response_type: 'ephemeral', replace_original: false, ...message });
      return undefined;
    };
    const channel = body.channel?.id;
    // Under an ephemeral message there is no thread.
    const thread = body.container.is_ephemeral
      ? undefined
      : (body.message?.thread_ts ?? body.container.message_ts);
    const toChannel: Place = async message => {
      await respond({ response_type: 'in_channel', replace_original: false, ...message });
      return undefined;
    };
    await reply(
      {
        text,
        user: body.user.id,
        places: [...(channel ? [channelPlace(context.client, channel, thread)] : []), toChannel],
        aside,
      },
      context,
    );
  });
}
