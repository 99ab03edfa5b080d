import type { AckFn, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { code, type Message, mrkdwn, section } from '../blocks/mrkdwn.js';
import type { SlackContext } from '../context.js';
import { firstSuccessful } from '../destinations.js';
import type { Reply } from '../in-flight.js';
import { outcomeOf } from '../reply.js';
import { answerRequest, recordOf, type SlackRequest, signatureKey } from '../requests.js';
import { FieldFault } from './faults.js';
import { type FilledIn, filledIn } from './filled-in.js';
import { noticeView } from './form.js';
import { viewDestination } from './open-form.js';

/** Slack waits three seconds for what becomes of the dialog. */
const PATIENCE_MS = 2_000;
const MORE_TIME = [section(mrkdwn`This takes a little longer. One moment …`)];

/** A form that somebody submitted. */
export interface Submission {
  readonly user: string;
  readonly values: FilledIn;
  readonly request: SlackRequest;
  readonly reply: Reply;
  /** Closes the dialog. */
  close(): Promise<void>;
  /** Shows a message in the place of the form. */
  show(message: Message): Promise<void>;
}

/** What there is to know about a form. */
export interface SubmittedForm {
  readonly title: string;
  /** Where it was opened; undefined on the Home tab. */
  readonly channel: string | undefined;
  /** What was filled in as a command would say it, for the audit log. */
  readonly text: (values: FilledIn) => string;
}

type ViewAck = AckFn<ViewResponseAction | undefined> | ((response?: ViewResponseAction) => Promise<void>);

/** What becomes of the dialog: the first is the acknowledgement, what follows changes the dialog. */
function dialogOf(ack: (response?: ViewResponseAction) => Promise<void>, id: string, client: WebClient) {
  let isAcked = false;
  const first = (response?: ViewResponseAction) => {
    isAcked = true;
    return ack(response);
  };
  return {
    get isAcked() {
      return isAcked;
    },
    close: async () => {
      if (!isAcked) await first();
    },
    refuse: (errors: Readonly<Record<string, string>>) =>
      first({ response_action: 'errors', errors: { ...errors } }),
    show: async (view: ModalView) => {
      if (isAcked) await client.views.update({ view_id: id, view });
      else await first({ response_action: 'update', view });
    },
  };
}

/**
 * Carries out what a submitted form asks for, once, if its sender may be answered. Faults of a field are
 * shown there. What takes longer than Slack waits is shown in the dialog when it is there.
 */
export async function onSubmit(
  { ack, body, signature }: { ack: ViewAck; body: ViewSubmitAction; signature: unknown },
  { title, channel, text }: SubmittedForm,
  context: SlackContext,
  work: (submission: Submission) => Promise<void>,
): Promise<void> {
  const { client, log, unsent, audit } = context;
  const { user, view, team } = body;
  const values = filledIn(view.state);
  const dialog = dialogOf(response => ack(response), view.id, client);
  const timer = setTimeout(() => {
    if (!dialog.isAcked)
      dialog
        .show(noticeView(title, MORE_TIME))
        .catch(error => log.warn({ err: error }, 'a dialog could not be answered'));
  }, PATIENCE_MS);
  const asked = text(values);
  const request: SlackRequest = {
    surface: 'form',
    identity: {
      user: user.id,
      teams: [user.team_id, team?.id, view.team_id].filter(id => id !== undefined),
      enterprise: body.enterprise?.id,
    },
    channel,
    question: code(asked),
    text: asked,
    onceKeys: signatureKey(signature),
    privately: firstSuccessful(
      [viewDestination(title, dialog.show), unsent.retriedDirectMessage(user.id)],
      log,
    ),
  };
  try {
    await answerRequest(request, context, async reply => {
      try {
        await work({
          user: user.id,
          values,
          request,
          reply,
          close: dialog.close,
          show: async message => {
            await reply.guard(request.privately).post(message);
          },
        });
      } catch (error) {
        const isFault = error instanceof FieldFault;
        audit.record({ ...recordOf(request), ...outcomeOf(isFault ? error.cause : error) });
        if (!isFault || dialog.isAcked) throw error;
        await dialog.refuse({ [error.field]: error.plainText });
      }
    });
  } finally {
    clearTimeout(timer);
    // A repetition of what was answered before.
    await dialog.close();
  }
}
