import type { App, BlockAction } from '@slack/bolt';
import { z } from 'zod';
import { keepVote } from '../../../store/tables/feedback-votes.js';
import { FEEDBACK_ACTION, type Vote, voteIn } from '../blocks/feedback.js';
import { cut } from '../blocks/limits.js';
import { code, joined, type Mrkdwn, mrkdwn, textMessage } from '../blocks/mrkdwn.js';
import type { SlackContext } from '../context.js';
import { firstSuccessful } from '../destinations.js';
import { answerRequest, recordOf } from '../requests.js';
import { pressOf } from './press.js';

const pressed = z.object({ value: z.string() });

/** Handles the buttons that say whether an answer helped. The vote is kept, with the question. */
export function registerFeedback(app: App, context: SlackContext): void {
  app.action<BlockAction>(FEEDBACK_ACTION, async ({ ack, body, action, context: received }) => {
    await ack();
    const vote = voteIn(pressed.safeParse(action).data?.value ?? '');
    if (vote) await takeVote(vote, body, received.signature, context);
    else context.log.warn({ user: body.user.id }, 'a feedback button without a vote was pressed');
  });
}

async function takeVote(
  { question, isHelpful }: Vote,
  body: BlockAction,
  signature: unknown,
  context: SlackContext,
): Promise<void> {
  const { shop, log, now, audit } = context;
  const user = body.user.id;
  // Somebody who changes their mind, and changes it back, has three votes: the last one counts.
  const onceKey = { id: `vote:${user}:${String(body.actions[0]?.action_ts)}`, withinMs: 60_000 };
  const asked = { question: code(cut(question, 200)), text: question };
  const { request, channel, message, inPlace } = pressOf(body, asked, signature, context, onceKey);
  await answerRequest(request, context, async reply => {
    const at = now().toISOString();
    await keepVote(shop.store, {
      at,
      person: user,
      channel: channel ?? null,
      message: message ?? at,
      question,
      isHelpful,
    });
    audit.record({
      ...recordOf(request),
      outcome: 'rated',
      detail: isHelpful ? 'helpful' : 'not helpful',
    });
    await reply
      .guard(firstSuccessful(inPlace, log))
      .post(textMessage(isHelpful ? THANKS : REGRETS))
      .catch(error => log.warn({ err: error, user }, 'the voter could not be thanked'));
  });
}

const THANKS: Mrkdwn = mrkdwn`Thank you, I noted that this answer helped.`;
const REGRETS: Mrkdwn = joined(
  [
    mrkdwn`Thank you, I noted that this answer did not help.`,
    mrkdwn`\`/sales help\` shows what else can be asked.`,
  ],
  ' ',
);
