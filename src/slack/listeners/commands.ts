import type { App } from '@slack/bolt';
import { FAMILIES } from '../../questions/question.js';
import { unescapeTyped } from '../blocks/escape.js';
import type { SlackContext } from '../context.js';
import { channelPlace, type Place } from '../deliver.js';
import { reply } from '../reply.js';

/**
 * `/sales` and `/segment`. Acknowledged before anything is worked out. The answer is a message of the bot where it
 * is a member, since only such a message can show a chart; elsewhere it goes to the command's response address.
 */
export function registerCommands(app: App, context: SlackContext): void {
  for (const family of FAMILIES) {
    app.command(`/${family}`, async ({ command, ack, respond }) => {
      await ack();
      const through = (responseType: 'in_channel' | 'ephemeral'): Place => ({
        post: async message => {
          await respond({ response_type: responseType, ...message });
          return undefined;
        },
      });
      await reply(
        {
          text: `${family} ${unescapeTyped(command.text)}`,
          user: command.user_id,
          places: [channelPlace(context.client, command.channel_id), through('in_channel')],
          aside: through('ephemeral'),
        },
        context,
      );
    });
  }
}
