import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { pauseOrResume, unsubscribe } from '../../../digest/subscriptions/subscribe.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import type { SlackContext } from '../context.js';
import { SUBSCRIPTION_ACTION } from '../home/digests.js';
import { homeBlocks } from '../home/home-blocks.js';
import { outcomeOf } from '../reply.js';
import { answerRequest, recordOf, signatureKey } from '../requests.js';
import { subscriptionView } from '../subscriptions.js';
import { mustBeAllowedToChange } from './digest.js';
import { pressOf } from './press.js';

/** Slack repeats an event for up to five minutes; an hour is safe. */
const SAME_EVENT_MS = 3_600_000;

/** A view's workspace, which the library's type lacks. */
const viewSchema = z.object({ team_id: z.string() });

/** Shows the Home tab, and handles the buttons of its subscriptions. */
export function registerHome(app: App, context: SlackContext): void {
  app.event('app_home_opened', async ({ event, body, context: received }) => {
    if (event.tab !== 'home') return;
    const { user } = event;
    await answerRequest(
      {
        surface: 'home',
        identity: {
          user,
          teams: [body.team_id, viewSchema.safeParse(event.view).data?.team_id].filter(
            team => team !== undefined,
          ),
          enterprise: body.enterprise_id,
        },
        channel: undefined,
        question: mrkdwn`the Home tab`,
        text: 'the Home tab',
        onceKeys: [
          ...signatureKey(received.signature),
          { id: `event:${body.event_id}`, withinMs: SAME_EVENT_MS },
        ],
        privately: { post: message => publish(user, message.blocks ?? [], context) },
      },
      context,
      () => showHome(user, context),
    );
  });
  app.action<BlockAction<ButtonAction>>(
    SUBSCRIPTION_ACTION,
    async ({ ack, body, action, context: received }) => {
      await ack();
      await changeSubscription(body, action, received.signature, context);
    },
  );
}

async function publish(user: string, blocks: KnownBlock[], { client }: SlackContext): Promise<undefined> {
  await client.views.publish({ user_id: user, view: { type: 'home', blocks } });
}

/** Shows a person their Home tab as it is now. */
export async function showHome(user: string, context: SlackContext): Promise<void> {
  await publish(user, await context.queue.run(user, () => homeBlocks(user, context)), context);
}

/** Pauses, resumes or removes a subscription, and shows the Home tab as it is then. */
async function changeSubscription(
  body: BlockAction<ButtonAction>,
  { action_id: action, value = '' }: ButtonAction,
  signature: unknown,
  context: SlackContext,
): Promise<void> {
  const user = body.user.id;
  const verb = /pause|resume|unsubscribe/.exec(action)?.[0];
  const text = `/digest ${verb} ${value}`;
  const { request } = pressOf(body, { question: mrkdwn`the button`, text }, signature, context, {
    id: `press:home:${user}:${action}:${String(body.actions[0]?.action_ts)}`,
    withinMs: SAME_EVENT_MS,
  });
  await answerRequest(request, context, async () => {
    const view = subscriptionView(context);
    try {
      await mustBeAllowedToChange({ rest: value, user }, verb ?? '', context);
      if (verb === 'unsubscribe') await unsubscribe(value, view);
      else await pauseOrResume(value, verb === 'resume' ? 'resume' : 'pause', view);
    } catch (error) {
      context.audit.record({ ...recordOf(request), ...outcomeOf(error) });
      throw error;
    }
    context.audit.record({ ...recordOf(request), outcome: 'changed', detail: null });
    await showHome(user, context);
  });
}
