import type { App, SlashCommand } from '@slack/bolt';
import { FAMILIES } from '../../../answering/declaration.js';
import { unescapeTyped } from '../blocks/escape.js';
import { cut } from '../blocks/limits.js';
import { code } from '../blocks/mrkdwn.js';
import type { SlackContext } from '../context.js';
import {
  channelDestination,
  directMessage,
  ephemeralMessage,
  firstOf,
  responseAddress,
} from '../destinations.js';
import { answerQuestion } from '../reply.js';
import { answerRequest, onceSigned, type SlackRequest } from '../requests.js';
import { trustedResponseUrl } from '../response-url.js';

/**
 * `/sales` and `/segment`. Acknowledged before anything is worked out. The answer is a message of the bot where it
 * is a member, since only such a message can show a chart; elsewhere it goes to the command's response address.
 */
export function registerCommands(app: App, context: SlackContext): void {
  for (const family of FAMILIES) {
    app.command(`/${family}`, async ({ command, ack, context: received }) => {
      await ack();
      const { request, inChannel, rightNow } = commandRequest(command, received.signature, context);
      await answerRequest(request, context, reply =>
        answerQuestion(
          {
            text: `${family} ${unescapeTyped(command.text ?? '')}`,
            asker: command.user_id,
            user: command.user_id,
            namesAsker: true,
            destinations: [channelDestination(context.client, command.channel_id), inChannel],
            directMessage: context.unsent.directMessage(command.user_id),
            // A conversation may be with somebody else than the bot.
            isShared: true,
            privately: request.privately,
            rightNow,
          },
          context,
          reply,
        ),
      );
    });
  }
}

/** A slash command as a request, and the way to answer it where it was typed. */
export function commandRequest(
  command: SlashCommand,
  signature: unknown,
  { client, log, unsent, apiUrl }: SlackContext,
) {
  const { user_id: user, channel_id: channel, team_id: team } = command;
  const response = responseAddress(trustedResponseUrl(command.response_url, apiUrl, log));
  const inPlace = [response.ephemeral, ephemeralMessage(client, { channel, user })];
  const request: SlackRequest = {
    surface: 'command',
    identity: { user, teams: [team] },
    channel,
    asked: code(cut(`${command.command} ${unescapeTyped(command.text ?? '')}`.trim(), 200)),
    once: onceSigned(signature),
    privately: firstOf([...inPlace, unsent.keptDirectMessage(user)], log),
  };
  const rightNow = firstOf([...inPlace, directMessage(client, user)], log);
  return { request, inChannel: response.inChannel, rightNow };
}
