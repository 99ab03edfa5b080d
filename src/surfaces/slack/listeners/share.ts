import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { cut } from '../blocks/limits.js';
import { code } from '../blocks/mrkdwn.js';
import { SHARE_ACTION, type Shared, sharedIn } from '../blocks/share-button.js';
import type { SlackContext } from '../context.js';
import { channelDestination, directMessage, firstSuccessful } from '../destinations.js';
import { answerQuestion } from '../reply.js';
import { answerRequest } from '../requests.js';
import { pressOf } from './press.js';

/** Handles *Share here*: what somebody saw alone is shown to everybody where it was asked. */
export function registerShare(app: App, context: SlackContext): void {
  app.action<BlockAction<ButtonAction>>(SHARE_ACTION, async ({ ack, body, action, context: received }) => {
    await ack();
    await share(sharedIn(action.value ?? ''), body, received.signature, context);
  });
}

/** Whether the person may is asked again: the button may be an old one. */
async function share(
  { question, thread }: Shared,
  body: BlockAction,
  signature: unknown,
  context: SlackContext,
): Promise<void> {
  const { client, log, unsent } = context;
  const user = body.user.id;
  const asked = { question: code(cut(`/${question}`, 200)), text: `share here: ${question}` };
  const { request, channel, inChannel, inPlace } = pressOf(body, asked, signature, context);
  if (channel === undefined) return;
  await answerRequest(request, context, reply =>
    answerQuestion(
      {
        text: question,
        asker: user,
        user,
        request,
        channel,
        namesAsker: true,
        destinations: [channelDestination(client, channel, thread), inChannel],
        directMessage: unsent.directMessage(user),
        isShared: true,
        isToBeShared: true,
        privately: request.privately,
        rightNow: firstSuccessful([...inPlace, directMessage(client, user)], log),
      },
      context,
      reply,
    ),
  );
}
