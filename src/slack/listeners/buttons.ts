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
    const where = body.container.message_ts ?? body.container.view_id;
    if (!(await context.firstTime(`press:${where}:${body.user.id}:${text}`, SAME_PRESS_MS))) return;
    const channel = body.channel?.id;
    if (!channel) {
      // On the Home tab there is no channel to answer in: it is the person's own conversation with the bot.
      const own = channelPlace(context.client, body.user.id);
      return reply({ text, places: [own], aside: own }, context);
    }
    // Under an ephemeral message there is no thread.
    const thread = body.container.is_ephemeral
      ? undefined
      : (body.message?.thread_ts ?? body.container.message_ts);
    const through = (responseType: 'in_channel' | 'ephemeral'): Place => ({
      post: async message => {
        await respond({ response_type: responseType, replace_original: false, ...message });
        return undefined;
      },
    });
    await reply(
      {
        text,
        user: body.user.id,
        places: [channelPlace(context.client, channel, thread), through('in_channel')],
        aside: through('ephemeral'),
      },
      context,
    );
  });
}
