import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { mustHave, NotPermitted } from '../../../access/permitted.js';
import { withinChannel, withinFor } from '../../../access/rights.js';
import { type Changed, changeActions } from '../../../app/start-action.js';
import { buttons } from '../blocks/answer-blocks.js';
import { code, mrkdwn, textMessage, userReference } from '../blocks/mrkdwn.js';
import type { SlackContext } from '../context.js';
import { channelDestination, ephemeralMessage, firstSuccessful, responseUrl } from '../destinations.js';
import { outcomeOf } from '../reply.js';
import { answerRequest, recordOf, type SlackRequest, signatureKey } from '../requests.js';
import { trustedResponseUrl } from '../response-url.js';
import { mustManage } from '../subscriptions.js';

/** A second press of the same button by the same person within this time is ignored. */
const SAME_PRESS_MS = 20_000;

/** Handles "Do this": the action is started, and the thread of the button's message is told. */
export function registerStartAction(app: App, context: SlackContext): void {
  app.action<BlockAction<ButtonAction>>(/^start_\d+$/, async ({ ack, body, action, context: received }) => {
    await ack();
    await startOnPress(body, action.value ?? '', received.signature, context);
  });
}

async function startOnPress(
  body: BlockAction<ButtonAction>,
  text: string,
  signature: unknown,
  context: SlackContext,
): Promise<void> {
  const { client, log, unsent, apiUrl } = context;
  const user = body.user.id;
  const channel = body.channel?.id;
  const message = body.container?.message_ts;
  const thread = body.container?.is_ephemeral ? undefined : (body.message?.thread_ts ?? message);
  const response = responseUrl(trustedResponseUrl(body.response_url, apiUrl, log), log);
  const inPlace = channel ? [response.ephemeral, ephemeralMessage(client, { channel, user })] : [];
  const request: SlackRequest = {
    surface: 'button',
    identity: {
      user,
      teams: [body.user.team_id, body.team?.id].filter(team => team !== undefined),
      enterprise: body.enterprise?.id,
    },
    channel,
    question: code(`actions start ${text}`),
    text: `actions start ${text}`,
    onceKeys: [
      ...signatureKey(signature),
      { id: `press:${message}:${user}:start ${text}`, withinMs: SAME_PRESS_MS },
    ],
    privately: firstSuccessful([...inPlace, unsent.retriedDirectMessage(user)], log),
  };
  await answerRequest(request, context, async reply => {
    const changed = await permittedChange(text, user, context).catch(error => {
      context.audit.record({ ...recordOf(request), ...outcomeOf(error) });
      throw error;
    });
    context.audit.record({ ...recordOf(request), outcome: 'changed', detail: `action ${changed.started}` });
    // How many customers an action is for is of the whole shop.
    const isOfPart = channel !== undefined && withinChannel(context.permissions.file, channel) !== undefined;
    const isPrivate = isOfPart || (await context.isSeenOutside(channel));
    const shared =
      channel && !isPrivate ? [channelDestination(client, channel, thread), response.inChannel] : [];
    await reply
      .guard(firstSuccessful([...shared, request.privately], log))
      .post(startedMessage(changed, user));
  });
}

/**
 * Starts or removes an action for somebody who may. It is of the whole shop, and about single customers.
 * @throws NotPermitted, ShopkeeperError
 */
export async function permittedChange(text: string, user: string, context: SlackContext): Promise<Changed> {
  await mustManage(user, 'Actions are started by', context);
  const rights = await context.permissions.of(user, undefined);
  mustHave(rights, ['customers']);
  if (withinFor(rights, ['customers']) !== undefined)
    throw new NotPermitted('Actions are of the whole shop, and you may see a part of it');
  const by = { person: user, now: context.now() };
  return context.queue.run(user, () => changeActions(context.shop, text, by), 'slow');
}

/** What was started, and by whom, with a button for the list of its customers. */
function startedMessage({ said, started }: Changed, user: string) {
  const list = buttons([
    { label: 'Whom to write to', text: `segment started-action ${started}` },
    { label: 'What came of it', text: `segment outcomes ${started}` },
  ]);
  return textMessage(mrkdwn`${userReference(user)}: ${said}`, ...(list ? [list] : []));
}
