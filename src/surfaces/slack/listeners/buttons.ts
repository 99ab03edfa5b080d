import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { cut } from '../blocks/limits.js';
import { code, mrkdwn } from '../blocks/mrkdwn.js';
import type { SlackContext } from '../context.js';
import { channelDestination, directMessage, firstSuccessful } from '../destinations.js';
import { answerQuestion } from '../reply.js';
import { answerRequest } from '../requests.js';
import { pressOf } from './press.js';

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
  const { client, log, unsent } = context;
  const user = body.user.id;
  const asked = { question: code(cut(text, 200)), text };
  const { request, channel, thread, inChannel, inPlace } = pressOf(body, asked, signature, context);
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
        // The Home tab has no channel, so the answer goes to the person's conversation with the bot.
        destinations: channel ? [channelDestination(client, channel, thread), inChannel] : [],
        directMessage: unsent.directMessage(user),
        isShared: channel !== undefined,
        privately: request.privately,
        rightNow: firstSuccessful([...inPlace, directMessage(client, user)], log),
      },
      context,
      reply,
    ),
  );
}
