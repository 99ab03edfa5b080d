import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { cut } from '../blocks/limits.js';
import { code } from '../blocks/mrkdwn.js';
import { SCOPE_ACTION } from '../blocks/scope-button.js';
import { mustSetGoals } from '../change-goals.js';
import type { SlackContext } from '../context.js';
import { GOAL_ACTION, SUBSCRIBE_ACTION } from '../modals/buttons.js';
import { GOAL_FORM, GOAL_TITLE, goalForm, goalText, submitGoal } from '../modals/goal-form.js';
import { type OpenedBy, openForm } from '../modals/open-form.js';
import { SCOPE_FORM, SCOPE_TITLE, scopeForm, scopeState, submitScope } from '../modals/scope-form.js';
import { onSubmit, type Submission, type SubmittedForm } from '../modals/submission.js';
import {
  SUBSCRIBE_FORM,
  SUBSCRIBE_TITLE,
  submitSubscription,
  subscribeForm,
  subscribeText,
} from '../modals/subscribe-form.js';
import { recordOf } from '../requests.js';
import { showHome } from './home.js';

const openedIn = z.object({ channel: z.string().optional() });

/** Handles the buttons that open forms, and what is filled in there. */
export function registerForms(app: App, context: SlackContext): void {
  registerSubscribe(app, context);
  registerGoal(app, context);
  registerScope(app, context);
}

function registerSubscribe(app: App, context: SlackContext): void {
  onPress(app, SUBSCRIBE_ACTION, SUBSCRIBE_TITLE, context, async ({ press }) =>
    subscribeForm(press.channel, context),
  );
  onForm(app, SUBSCRIBE_FORM, context, metadata => {
    const { channel } = openedIn.parse(JSON.parse(metadata));
    return {
      form: { title: SUBSCRIBE_TITLE, channel, text: subscribeText },
      work: withHome(channel, context, submission => submitSubscription(submission, context)),
    };
  });
}

function registerGoal(app: App, context: SlackContext): void {
  onPress(app, GOAL_ACTION, GOAL_TITLE, context, async ({ user, press }) => {
    await mustSetGoals(user, context);
    return goalForm(press.channel);
  });
  onForm(app, GOAL_FORM, context, metadata => {
    const { channel } = openedIn.parse(JSON.parse(metadata));
    return {
      form: { title: GOAL_TITLE, channel, text: goalText },
      work: withHome(channel, context, submission => submitGoal(submission, context)),
    };
  });
}

function registerScope(app: App, context: SlackContext): void {
  onPress(app, SCOPE_ACTION, SCOPE_TITLE, context, ({ user, press: { channel, thread } }, question) =>
    scopeForm({ question, channel, thread }, user, context),
  );
  onForm(app, SCOPE_FORM, context, metadata => {
    const state = scopeState(metadata);
    const { question, channel } = state;
    return {
      form: { title: SCOPE_TITLE, channel, text: () => `/${question} (period and filters)` },
      work: submission => submitScope(submission, state, context),
    };
  });
}

/** @param make makes the form, of the button's value */
function onPress(
  app: App,
  action: string,
  title: string,
  context: SlackContext,
  make: (by: OpenedBy, value: string) => Promise<ModalView>,
): void {
  app.action<BlockAction<ButtonAction>>(
    action,
    async ({ ack, body, action: { value = '' }, context: received }) => {
      await ack();
      const text = value === '' ? title : `${title}: ${value}`;
      const asked = { question: code(cut(text, 200)), text };
      await openForm(body, { title, asked }, received.signature, context, by => make(by, value));
    },
  );
}

interface FormWork {
  readonly form: SubmittedForm;
  readonly work: (submission: Submission) => Promise<void>;
}

/** @param of what becomes of a submission, by the state that the form was opened with */
function onForm(app: App, id: string, context: SlackContext, of: (metadata: string) => FormWork): void {
  app.view(id, async ({ ack, body, view, context: received }) => {
    if (body.type !== 'view_submission') return ack();
    const { form, work } = of(view.private_metadata);
    await onSubmit(
      { ack: response => ack(response), body, signature: received.signature },
      form,
      context,
      async submission => {
        await work(submission);
        if (id === SCOPE_FORM) return;
        context.audit.record({
          ...recordOf(submission.request),
          outcome: 'changed',
          detail: null,
        });
      },
    );
  });
}

/** The Home tab shows what was added there. */
const withHome =
  (channel: string | undefined, context: SlackContext, work: FormWork['work']): FormWork['work'] =>
  async submission => {
    await work(submission);
    if (channel !== undefined) return;
    await showHome(submission.user, context).catch(error =>
      context.log.warn({ err: error }, 'the Home tab could not be shown anew'),
    );
  };
