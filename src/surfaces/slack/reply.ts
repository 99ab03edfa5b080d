import { isSlowText } from '../../analyses/registry.js';
import { type Answer, isForAskerAlone } from '../../core/answer/answer.js';
import { plural } from '../../core/answer/format.js';
import { NotUnderstood } from '../../core/errors.js';
import { loggable, loggableError } from '../../language/logging/loggable.js';
import { cut } from './blocks/limits.js';
import { type Mrkdwn, mrkdwn, textMessage } from './blocks/mrkdwn.js';
import { drawCharts } from './chart-files.js';
import type { SlackContext } from './context.js';
import { deliver } from './deliver.js';
import type { Destination } from './destinations.js';
import { surelyRejected } from './failure.js';
import type { Reply } from './in-flight.js';
import { problemMessage } from './problem-message.js';
import type { MarkedDirectMessage } from './unsent-replies.js';

/** A question somebody asked, and where its answer goes. */
export interface SlackQuestion {
  readonly text: string;
  /** Whose turn it is in the queue: a person, or a bot that is allowed. */
  readonly asker: string;
  /** Slack user id; undefined for a bot. */
  readonly user: string | undefined;
  /** Whether the answer says who asked: a slash command leaves no trace in the channel by itself. */
  readonly namesAsker: boolean;
  /** Tried in turn for the answer. */
  readonly destinations: readonly Destination[];
  /** Comes after them; what Slack does not take there either is kept and tried again. None for a bot. */
  readonly directMessage: MarkedDirectMessage | undefined;
  /** Whether others see what is put there. */
  readonly isShared: boolean;
  /** Whether people of other workspaces see what is put there. */
  readonly hasStrangers?: boolean;
  /** Seen by the asker alone: help, what was not understood, what went wrong. */
  readonly privately: Destination;
  /** Reaches the asker alone now or not at all: for what is of no use later. */
  readonly rightNow: Destination;
}

/** Answers a text wherever it was asked. Never throws: what goes wrong is said to the asker and logged. */
export async function answerQuestion(
  question: SlackQuestion,
  context: SlackContext,
  reply: Reply,
): Promise<void> {
  const { log } = context;
  const privately = reply.guard(question.privately);
  const stopNotice = noticeIfSlow(question, context, reply);
  try {
    await answerWithin(question, context, reply, stopNotice);
  } catch (error) {
    // Whoever stops the process tells the asker.
    if (reply.signal.aborted) return;
    const text = cut(await loggable(question.text), 200);
    if (error instanceof NotUnderstood) log.info({ text }, 'not understood');
    else log.error({ err: loggableError(error), text }, 'question failed');
    await privately
      .post(problemMessage(error))
      .catch(failure => log.error({ err: failure }, 'the asker could not be told'));
  } finally {
    stopNotice();
  }
}

async function answerWithin(
  question: SlackQuestion,
  context: SlackContext,
  reply: Reply,
  stopNotice: () => void,
): Promise<void> {
  const { ask, queue, charts, limits, log } = context;
  const { text, asker, user } = question;
  limits.question(asker);
  const work = async () => {
    const answer = await ask(text);
    return { answer, drawn: await drawCharts(answer, charts) };
  };
  const { answer, drawn } = await queue.run(asker, work, (await isSlowText(text)) ? 'slow' : 'quick');
  if (answer.file !== undefined) {
    limits.exported(asker);
    log.info({ user, file: answer.file, rows: answer.rows.length }, 'exported');
  }
  const { directMessage } = question;
  const last = directMessage && watched(directMessage.destination);
  const isForFew = isForAskerAlone(answer) || (question.hasStrangers === true && !context.allowsStrangers);
  const isPrivate = isForFew && question.isShared;
  const places = isHelp(answer)
    ? [question.privately]
    : [...(isPrivate ? [] : question.destinations), ...(last ? [last.destination] : [])];
  try {
    const askedBy = question.namesAsker && !isPrivate ? user : undefined;
    const guarded = places.map(place => reply.guard(thenDo(place, stopNotice)));
    await deliver(answer, guarded, context, { askedBy, drawn });
  } catch (error) {
    // Slack took it nowhere, not even as a direct message, or did not say whether it took that.
    if (!(user && directMessage && last?.failure !== undefined) || reply.signal.aborted) throw error;
    log.error({ err: error, user }, 'an answer could not be posted anywhere');
    await context.unsent.keepAnswer(user, answer, directMessage, !surelyRejected(last.failure));
    await reply
      .guard(question.rightNow)
      .post(KEPT)
      .catch(failure => log.warn({ err: failure, user }, 'the asker could not be told that it comes later'));
    return;
  }
  if (isPrivate)
    await tellWhere(question, isForAskerAlone(answer) ? HAS_CUSTOMERS : HAS_STRANGERS, reply, context);
}

const KEPT = textMessage(
  mrkdwn`Slack has not taken or confirmed my answer. I keep trying for some hours, and it comes as a direct message; if it does not, please ask again.`,
);
const HAS_CUSTOMERS = mrkdwn`That answer has customers' data, so I sent it to you alone: it is in your messages with me.`;
const HAS_STRANGERS = mrkdwn`People of other workspaces are in this channel, so I sent the answer to you alone: it is in your messages with me.`;

async function tellWhere(
  { privately }: SlackQuestion,
  where: Mrkdwn,
  reply: Reply,
  { log }: SlackContext,
): Promise<void> {
  await reply
    .guard(privately)
    .post(textMessage(where))
    .catch(error => log.warn({ err: error }, 'the asker could not be told where the answer is'));
}

/** The same destination, which remembers how it has failed. */
function watched(destination: Destination): { readonly destination: Destination; readonly failure: unknown } {
  let failure: unknown;
  return {
    get failure() {
      return failure;
    },
    destination: {
      ...destination,
      post: message =>
        destination.post(message).catch(error => {
          failure = error;
          throw error;
        }),
    },
  };
}

/** The same destination; something is done once a message is posted. */
const thenDo = (destination: Destination, done: () => void): Destination => ({
  ...destination,
  post: async message => {
    const ts = await destination.post(message);
    done();
    return ts;
  },
});

/** Tells the asker after a while that the question is being worked on. @returns what ends that */
function noticeIfSlow(
  { rightNow }: SlackQuestion,
  { queue, noticeAfterMs, log }: SlackContext,
  reply: Reply,
): () => void {
  const timer = setTimeout(() => {
    if (reply.signal.aborted) return;
    const waiting = queue.waiting;
    const others = waiting > 1 ? ` ${plural(waiting, 'question')} are waiting for their turn.` : '';
    void rightNow
      .post(textMessage(mrkdwn`I am working on your answer.${others}`))
      .catch(error => log.warn({ err: error }, 'the asker could not be told to wait'));
  }, noticeAfterMs);
  timer.unref();
  return () => clearTimeout(timer);
}

const isHelp = (answer: Answer): boolean => answer.question.endsWith(' help');
