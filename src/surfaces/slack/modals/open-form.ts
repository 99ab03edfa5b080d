import type { BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { type Mrkdwn, mrkdwn, section } from '../blocks/mrkdwn.js';
import type { SlackContext } from '../context.js';
import { type Destination, firstSuccessful } from '../destinations.js';
import { type Press, pressOf } from '../listeners/press.js';
import { outcomeOf } from '../reply.js';
import { answerRequest, recordOf } from '../requests.js';
import { noticeView } from './form.js';

/** What opens a form. */
export interface OpenedBy {
  readonly user: string;
  readonly press: Press;
}

const WAIT = [section(mrkdwn`One moment …`)];

/**
 * Opens a form. Slack takes a press for three seconds: so a dialog is opened at once, and shows the form, or
 * why there is none, as soon as it is known.
 * @param asked what the audit log says, also as it is shown
 * @param make makes the form, if the person may have it
 */
export async function openForm(
  body: BlockAction,
  { title, asked }: { readonly title: string; readonly asked: { question: Mrkdwn; text: string } },
  signature: unknown,
  context: SlackContext,
  make: (by: OpenedBy) => Promise<ModalView>,
): Promise<void> {
  const { client, log, audit } = context;
  const user = body.user.id;
  const onceKey = { id: `press:${user}:${String(body.actions[0]?.action_ts)}`, withinMs: 60_000 };
  const press = pressOf(body, asked, signature, context, onceKey);
  const opened = client.views.open({ trigger_id: body.trigger_id, view: noticeView(title, WAIT) });
  // Its failure is reported when the form is there.
  opened.catch(() => undefined);
  const show = async (view: ModalView) => {
    const id = (await opened).view?.id;
    await client.views.update({ view_id: id ?? '', view });
  };
  const privately = firstSuccessful([viewDestination(title, show), press.request.privately], log);
  const request = { ...press.request, privately };
  await answerRequest(request, context, async () => {
    try {
      await show(await make({ user, press }));
    } catch (error) {
      audit.record({ ...recordOf(request), ...outcomeOf(error) });
      throw error;
    }
    audit.record({ ...recordOf(request), outcome: 'shown', detail: 'a form' });
  });
}

/** Shows messages in a dialog. */
export const viewDestination = (title: string, show: (view: ModalView) => Promise<void>): Destination => ({
  post: async ({ text, blocks }) => {
    await show(noticeView(title, blocks ?? [{ type: 'section', text: { type: 'mrkdwn', text } }]));
    return undefined;
  },
});
