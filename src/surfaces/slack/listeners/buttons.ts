import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { cut } from '../blocks/limits.js';
import { code, mrkdwn } from '../blocks/mrkdwn.js';
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

/** A second press of the same button by the same person within this time is ignored. */
const SAME_PRESS_MS = 20_000;

/** Handles buttons that ask a question. The answer goes to the thread of the button's message. */
export function registerButtons(app: App, context: SlackContext): void {
  app.action<BlockAction<ButtonAction>>(/^ask_\d+$/, async ({ ack, body, action, context: received }) => {
    await ack();
    await answerPress(body, action, received.signature, context);
  });
}

async function answerPress(
  body: BlockAction<ButtonAction>,
  { value: text = '', text: label }: ButtonAction,
  signature: unknown,
  context: SlackContext,
): Promise<void> {
  const { client, log, unsent, apiUrl } = context;
  const user = body.user.id;
  const message = body.container?.message_ts ?? body.container?.view_id;
  // The Home tab has no channel, so the answer goes to the person's conversation with the bot.
  const channel = body.channel?.id;
  // An ephemeral message has no thread.
  const thread = body.container?.is_ephemeral
    ? undefined
    : (body.message?.thread_ts ?? body.container?.message_ts);
  const response = responseUrl(trustedResponseUrl(body.response_url, apiUrl, log));
  const inPlace = channel ? [response.ephemeral, ephemeralMessage(client, { channel, user })] : [];
  const privately = firstSuccessful([...inPlace, unsent.retriedDirectMessage(user)], log);
  const request: SlackRequest = {
    surface: 'button',
    identity: {
      user,
      teams: teamsOf(body.user.team_id, body.team?.id),
      enterprise: body.enterprise?.id,
    },
    channel,
    question: code(cut(text, 200)),
    text,
    onceKeys: [
      ...signatureKey(signature),
      { id: `press:${message}:${user}:${text}`, withinMs: SAME_PRESS_MS },
    ],
    privately,
  };
  await answerRequest(request, context, reply =>
    answerQuestion(
      {
        text,
        asker: user,
        user,
        request,
        channel,
        namesAsker: true,
        asked: label?.text ? mrkdwn`"${cut(label.text, 200)}"` : code(cut(`/${text}`, 200)),
        destinations: channel ? [channelDestination(client, channel, thread), response.inChannel] : [],
        directMessage: unsent.directMessage(user),
        isShared: channel !== undefined,
        privately,
        rightNow: firstSuccessful([...inPlace, directMessage(client, user)], log),
      },
      context,
      reply,
    ),
  );
}

const teamsOf = (...teams: readonly (string | undefined)[]): string[] =>
  teams.filter(team => team !== undefined);
