import { setTimeout as wait } from 'node:timers/promises';
import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { isDataFileName } from '../../../ingest/read/data-file-name.js';
import { type Message, mrkdwn, textMessage } from '../blocks/mrkdwn.js';
import type { SlackContext } from '../context.js';
import type { Conversation } from '../destinations.js';
import { readChoice } from '../files/choice.js';
import { type FileMessage, fileMessage } from '../files/file-conversation.js';
import {
  ANSWER_ACTION,
  DISMISS_ACTION,
  LOAD_ACTION,
  statusMessage,
  UNDO_ACTION,
} from '../files/file-messages.js';
import { loadFiles, lookAtFiles, mustLoad, undoLoad } from '../files/load-file.js';
import { outcomeOf, questionsMustBeOn } from '../reply.js';
import { answerRequest, recordOf, type SlackRequest, signatureKey } from '../requests.js';
import { pressOf } from './press.js';

const THE_FILE = mrkdwn`the file`;
const DROP_AGAIN = textMessage(
  mrkdwn`I was restarted before I had read the file. Please drop it again in a minute.`,
);
const SAME_FILE_MS = 3_600_000;
/** A message says more of its files than the event of each of them, so it goes first. */
const MESSAGE_FIRST_MS = 2_000;

/** The files of a message that may hold sales. */
export const salesFilesOf = (
  files: readonly { readonly id: string; readonly name?: string | null }[] = [],
): string[] => files.filter(({ name }) => isDataFileName(name ?? '')).map(({ id }) => id);

/** Handles files that people drop into a conversation with the bot, and the buttons of their messages. */
export function registerFiles(app: App, context: SlackContext): void {
  app.event('file_shared', async ({ event, body, context: received }) => {
    // In channels a file is for the bot only if its message mentions it.
    if (!event.channel_id.startsWith('D')) return;
    const privately = context.unsent.retriedDirectMessage(event.user_id);
    // It is a reply in progress from now on, so that a stop in this time tells the person.
    const notify = (message: Message) => privately.post(message);
    const asker = { question: THE_FILE, interrupted: DROP_AGAIN, notify };
    await context.inFlight.run(asker, async () => {
      await wait(MESSAGE_FIRST_MS);
      const files = await sharedFiles(event.file_id, context);
      if (files.length === 0) return;
      await takeFiles(files, { channel: event.channel_id }, context, {
        identity: { user: event.user_id, teams: [body.team_id], enterprise: body.enterprise_id },
        channel: event.channel_id,
        onceKeys: [
          ...signatureKey(received.signature),
          { id: `event:${body.event_id}`, withinMs: SAME_FILE_MS },
        ],
        privately,
      });
    });
  });
  const press = (action: string | RegExp, work: PressWork) =>
    app.action<BlockAction<ButtonAction>>(
      action,
      async ({ ack, body, action: pressed, context: received }) => {
        await ack();
        await onPress(body, pressed, received.signature, context, work);
      },
    );
  press(ANSWER_ACTION, ({ value, message }) => lookAtFiles(readChoice(value), message, context));
  press(LOAD_ACTION, ({ value, message, request }) =>
    loadFiles(readChoice(value), message, request, context),
  );
  press(DISMISS_ACTION, ({ message }) => message.show(statusMessage('The file was not loaded.')));
  press(UNDO_ACTION, ({ value, message, request }) => undoLoad(Number(value), message, request, context));
}

/** The file that was shared, if it may hold sales: if Slack does not say what it is, it may. */
async function sharedFiles(id: string, { client, log }: SlackContext): Promise<string[]> {
  const shared = await client.files.info({ file: id }).catch(error => {
    log.warn({ err: error }, 'Slack did not say which file was shared');
    return undefined;
  });
  // Looking at it fails with the reason.
  return shared ? salesFilesOf([{ id, name: shared.file?.name ?? '' }]) : [id];
}

/** Looks at files that somebody dropped. A file is looked at once, whichever event names it first. */
export async function takeFiles(
  files: readonly string[],
  place: Conversation,
  context: SlackContext,
  asked: Pick<SlackRequest, 'identity' | 'channel' | 'onceKeys' | 'privately'>,
): Promise<void> {
  const request: SlackRequest = {
    ...asked,
    surface: 'file',
    question: THE_FILE,
    interrupted: DROP_AGAIN,
    text: `files ${files.join(' ')}`,
    onceKeys: [
      ...asked.onceKeys,
      ...files.map(id => ({ id: `file:${place.channel}:${id}`, withinMs: SAME_FILE_MS })),
    ],
  };
  await answerRequest(request, context, async () => {
    await permitted(request, context);
    context.audit.record({ ...recordOf(request), outcome: 'shown', detail: 'how a file is read' });
    await lookAtFiles({ files: [...files], map: [] }, fileMessage(place, undefined, context), context);
  });
}

/** Records a refusal before it is told. @throws NotPermitted */
async function permitted(request: SlackRequest, context: SlackContext): Promise<void> {
  try {
    questionsMustBeOn(context, 'load files');
    await mustLoad(request.identity.user, context);
  } catch (error) {
    context.audit.record({ ...recordOf(request), ...outcomeOf(error) });
    throw error;
  }
}

type PressWork = (pressed: {
  readonly value: string;
  readonly message: FileMessage;
  readonly request: SlackRequest;
}) => Promise<void>;

/** A second press of the same button by the same person within this time is ignored. */
const SAME_PRESS_MS = 20_000;

async function onPress(
  body: BlockAction<ButtonAction>,
  { action_id: action, value = '', text: label }: ButtonAction,
  signature: unknown,
  context: SlackContext,
  work: PressWork,
): Promise<void> {
  const text = `${label?.text ?? action} (button of a file)`;
  // The button to load a file may have the value of the answer before it, in the same message.
  const id = `press:${body.container?.message_ts}:${body.user.id}:${action}:${value}`;
  const asked = { question: mrkdwn`the button below the file`, text };
  const once = { id, withinMs: SAME_PRESS_MS };
  const { request, channel, message, thread } = pressOf(body, asked, signature, context, once);
  await answerRequest(request, context, async () => {
    await permitted(request, context);
    if (channel === undefined || message === undefined) return;
    const place = { channel, threadTs: thread === message ? undefined : thread };
    await work({ value, message: fileMessage(place, message, context), request });
  });
}
