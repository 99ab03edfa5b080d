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
  firstSuccessful,
  responseUrl,
} from '../destinations.js';
import { answerQuestion } from '../reply.js';
import { answerRequest, type SlackRequest, signatureKey } from '../requests.js';
import { trustedResponseUrl } from '../response-url.js';

/**
 * Handles `/sales` and `/segment`. They are acknowledged before the answer is computed. In channels with the
 * bot the answer is a message of the bot, since only that can show a chart. Elsewhere it goes to the
 * command's response URL.
 */
export function registerCommands(app: App, context: SlackContext): void {
  for (const family of FAMILIES) {
    app.command(`/${family}`, async ({ command, ack, context: received }) => {
      await ack();
      await answerCommand(
        command,
        `${family} ${unescapeTyped(command.text ?? '')}`,
        received.signature,
        context,
      );
    });
  }
}

/** Answers the question of a slash command. @param text the question as it is asked of the shop */
export async function answerCommand(
  command: SlashCommand,
  text: string,
  signature: unknown,
  context: SlackContext,
): Promise<void> {
  const { request, inChannel, rightNow } = commandRequest(command, signature, context);
  await answerRequest(request, context, reply =>
    answerQuestion(
      {
        text,
        asker: command.user_id,
        user: command.user_id,
        request,
        channel: command.channel_id,
        namesAsker: true,
        asked: request.question,
        destinations: [channelDestination(context.client, command.channel_id), inChannel],
        directMessage: context.unsent.directMessage(command.user_id),
        // A direct conversation may be with another person than the bot.
        isShared: true,
        privately: request.privately,
        rightNow,
      },
      context,
      reply,
    ),
  );
}

/** A slash command as a request, with the destinations for its answer. */
export function commandRequest(
  command: SlashCommand,
  signature: unknown,
  { client, log, unsent, apiUrl }: SlackContext,
) {
  const { user_id: user, channel_id: channel, team_id: team } = command;
  const response = responseUrl(trustedResponseUrl(command.response_url, apiUrl, log), log);
  const inPlace = [response.ephemeral, ephemeralMessage(client, { channel, user })];
  const typed = `${command.command} ${unescapeTyped(command.text ?? '')}`.trim();
  const request: SlackRequest = {
    surface: 'command',
    identity: { user, teams: [team], enterprise: command.enterprise_id },
    channel,
    question: code(cut(typed, 200)),
    text: typed,
    onceKeys: signatureKey(signature),
    privately: firstSuccessful([...inPlace, unsent.retriedDirectMessage(user)], log),
  };
  const rightNow = firstSuccessful([...inPlace, directMessage(client, user)], log);
  return { request, inChannel: response.inChannel, rightNow };
}
