import type { KnownBlock } from '@slack/types';
import { hasContacts } from '../../access/contacts.js';
import { NotPermitted, permittedAnswer } from '../../access/permitted.js';
import { isSlowText } from '../../analyses/registry.js';
import type { Ask } from '../../app/ask.js';
import { type Answer, isForAskerAlone, namesCustomers } from '../../core/answer/answer.js';
import { plural } from '../../core/answer/format.js';
import { NotUnderstood, ShopkeeperError } from '../../core/errors.js';
import { loggable, loggableError } from '../../language/logging/loggable.js';
import type { AuditEntry } from '../../store/tables/audit-log.js';
import { cut } from './blocks/limits.js';
import { joined, type Mrkdwn, mrkdwn, textMessage } from './blocks/mrkdwn.js';
import { drawCharts } from './chart-files.js';
import type { SlackContext } from './context.js';
import { deliver } from './deliver.js';
import type { Destination } from './destinations.js';
import type { Reply } from './in-flight.js';
import type { AskingMessage, PostedAnswer } from './last-questions.js';
import { problemMessage } from './problem-message.js';
import { recordOf, type SlackRequest } from './requests.js';
import { mustShare, shareRow, wouldBeSeenOutside } from './sharing.js';
import type { MarkedDirectMessage } from './unsent-replies.js';

/** A question from Slack, and the destinations of its answer. */
export interface SlackQuestion {
  readonly text: string;
  /** The message that asks it. None for a command or a button, which change no question before them. */
  readonly message?: AskingMessage;
  /** The id that takes turns in the queue: of a person, or of a bot that is allowed. */
  readonly asker: string;
  /** Slack user id; undefined for a bot. */
  readonly user: string | undefined;
  /** The request that asked it. */
  readonly request: SlackRequest;
  /** Where it was asked; undefined on the Home tab. */
  readonly channel: string | undefined;
  /** Whether the answer names the asker. The channel does not show who typed a slash command. */
  readonly namesAsker: boolean;
  /** The question as the asker put it: the command as typed, or the words on the button. */
  readonly asked?: Mrkdwn;
  /** The destinations for the answer, tried in order. */
  readonly destinations: readonly Destination[];
  /**
   * The last destination. If Slack does not accept the answer there either, it is stored and retried. None
   * for a bot.
   */
  readonly directMessage: MarkedDirectMessage | undefined;
  /** Whether other people see messages at these destinations. */
  readonly isShared: boolean;
  /** Whether people of other workspaces see messages at these destinations. */
  readonly hasExternalPeople?: boolean;
  /** Whether the asker wants others to see names of customers (*Share here*), where these are private. */
  readonly isToBeShared?: true;
  /** For messages that only the asker sees: help and problems. */
  readonly privately: Destination;
  /**
   * Whether nobody asked the bot: it is a message in a thread that it answered in. Whatever it does not
   * understand is said to others, and goes to no language model and into no log.
   */
  readonly isOverheard?: boolean;
  /** For messages to the asker that are useless later. They are not retried. */
  readonly rightNow: Destination;
}

/** Answers a question. Never throws: problems are reported to the asker and logged. */
export async function answerQuestion(
  question: SlackQuestion,
  context: SlackContext,
  reply: Reply,
): Promise<void> {
  const { log } = context;
  const privately = reply.guard(question.privately);
  const stopNotice = noticeIfSlow(question, context, reply);
  try {
    await answerOrThrow(question, context, reply, stopNotice);
  } catch (error) {
    // The stop notifies the asker.
    if (reply.signal.aborted || (question.isOverheard && isAboutWords(error))) return;
    context.audit.record({ ...recordOf(question.request), ...outcomeOf(error) });
    const text = cut(await loggable(question.text), 200);
    if (error instanceof NotUnderstood) log.info({ text }, 'not understood');
    else if (error instanceof NotPermitted) log.info({ text }, 'not permitted');
    else log.error({ err: loggableError(error), text }, 'question failed');
    await privately
      .post(problemMessage(error))
      .catch(failure => log.error({ err: failure }, 'the asker could not be notified'));
  } finally {
    stopNotice();
  }
}

async function answerOrThrow(
  question: SlackQuestion,
  context: SlackContext,
  reply: Reply,
  stopNotice: () => void,
): Promise<void> {
  const { queue, charts, limits, lastQuestions, log } = context;
  const ask = question.isOverheard ? withoutModel(context) : context.ask;
  const { text, asker, user, message } = question;
  questionsMustBeOn(context);
  limits.question(asker);
  const before = () => message && lastQuestions.before(message);
  const rights = await context.permissions.of(user, question.channel);
  const isOutside = wouldBeSeenOutside(question, context);
  if (question.isToBeShared) mustShare(rights, await isOutside);
  const work = async () => {
    // Looked up when its turn comes, since the question before may have waited for its turn as well.
    const earlier = before();
    const answer = await permittedAnswer(({ part, names }) => ask(text, earlier, part, names), rights);
    return { answer, drawn: await drawCharts(answer, charts) };
  };
  // What changes a slow question is slow itself.
  const isSlow = await isSlowText(`${before() ?? ''} ${text}`);
  const { answer, drawn } = await queue.run(asker, work, isSlow ? 'slow' : 'quick');
  if (answer.file !== undefined) {
    limits.exported(asker);
    log.info({ user, file: answer.file, rows: answer.rows.length }, 'exported');
  }
  context.audit.record({ ...recordOf(question.request), ...shownOf(answer) });
  const { directMessage } = question;
  const last = directMessage && recordingFailure(directMessage.destination);
  const isOfCustomers =
    isForAskerAlone(answer) ||
    (rights.customers === 'private' && namesCustomers(answer) && !question.isToBeShared) ||
    (context.permissions.file !== undefined && hasContacts(answer));
  const needsPrivacy = isOfCustomers || (await isOutside);
  const isPrivate = needsPrivacy && question.isShared;
  const destinations = isHelp(answer)
    ? [question.privately]
    : [...(isPrivate ? [] : question.destinations), ...(last ? [last.destination] : [])];
  try {
    const askedBy = question.namesAsker && !isPrivate ? user : undefined;
    const onPosted = (posted: PostedAnswer | undefined) => {
      stopNotice();
      if (posted && !isHelp(answer)) lastQuestions.remember(answer.question, posted, message);
    };
    const guarded = destinations.map(destination => reply.guard(afterPosting(destination, onPosted)));
    await deliver(answer, guarded, context, { askedBy, asked: question.asked, drawn });
    context.onReply('delivered');
  } catch (error) {
    // No destination accepted the answer, or Slack did not confirm the direct message.
    if (!(user && directMessage && last?.failure !== undefined) || reply.signal.aborted) {
      context.onReply('given up');
      throw error;
    }
    log.error({ err: error, user }, 'an answer could not be posted to any destination');
    await context.unsent.storeAnswer(user, answer, directMessage, last.failure);
    await reply
      .guard(question.rightNow)
      .post(RETRY_NOTICE)
      .catch(failure => log.warn({ err: failure, user }, 'the asker could not be notified of the delay'));
    return;
  }
  if (isPrivate)
    await notifyOfDirectMessage(
      question,
      isOfCustomers ? HAS_CUSTOMERS : HAS_EXTERNAL_PEOPLE,
      shareRow(question, answer, rights, await isOutside),
      reply,
      context,
    );
}

/** @throws NotPermitted if questions are turned off */
export function questionsMustBeOn(
  { answersQuestions }: Pick<SlackContext, 'answersQuestions'>,
  what = 'answer questions',
): void {
  if (!answersQuestions)
    throw new NotPermitted(
      `I do not ${what} at the moment; digests go on`,
      'My administrator turns it on again with ANSWER_QUESTIONS.',
    );
}

/** Asks without the language model. */
const withoutModel =
  ({ compute }: Pick<SlackContext, 'compute'>): Ask =>
  (text, before, part, names) =>
    compute('text', { text, before }, { part, names });

/** Whether the words were no question, or none that can be answered, rather than one that may not be. */
const isAboutWords = (error: unknown): boolean =>
  error instanceof ShopkeeperError && !(error instanceof NotPermitted);

const RETRY_NOTICE = textMessage(
  joined(
    [
      mrkdwn`Slack did not accept or confirm my answer.`,
      mrkdwn`I keep trying for some hours to send it as a direct message.`,
      mrkdwn`If it does not arrive, please ask again.`,
    ],
    ' ',
  ),
);
const HAS_CUSTOMERS = mrkdwn`The answer contains customer data, so I sent it to you as a direct message.`;
const HAS_EXTERNAL_PEOPLE = joined(
  [
    mrkdwn`This channel includes people from other workspaces.`,
    mrkdwn`I sent you the answer as a direct message.`,
  ],
  ' ',
);

async function notifyOfDirectMessage(
  { privately }: SlackQuestion,
  notice: Mrkdwn,
  share: KnownBlock | undefined,
  reply: Reply,
  { log }: SlackContext,
): Promise<void> {
  await reply
    .guard(privately)
    .post(textMessage(notice, ...(share ? [share] : [])))
    .catch(error => log.warn({ err: error }, 'the asker could not be notified of the direct message'));
}

/** The same destination, which records its last failure. */
function recordingFailure(destination: Destination): {
  readonly destination: Destination;
  readonly failure: unknown;
} {
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

/** The same destination, with a callback after each posted message. */
const afterPosting = (
  destination: Destination,
  done: (posted: PostedAnswer | undefined) => void,
): Destination => ({
  ...destination,
  post: async message => {
    const ts = await destination.post(message);
    const conversation = await destination.conversation?.();
    done(ts !== undefined && conversation ? { ...conversation, ts } : undefined);
    return ts;
  },
});

/** Notifies the asker if an answer takes long. @returns a function that cancels the notice */
function noticeIfSlow(
  { rightNow }: SlackQuestion,
  { queue, noticeAfterMs, log }: SlackContext,
  reply: Reply,
): () => void {
  const timer = setTimeout(() => {
    if (reply.signal.aborted) return;
    const waiting = queue.waiting;
    const others = waiting > 1 ? ` ${plural(waiting, 'question')} are waiting.` : '';
    void rightNow
      .post(textMessage(mrkdwn`I am working on your answer.${others}`))
      .catch(error => log.warn({ err: error }, 'the asker could not be notified to wait'));
  }, noticeAfterMs);
  timer.unref();
  return () => clearTimeout(timer);
}

/** What the audit log says of an answer. */
export const shownOf = (answer: Answer) => ({
  outcome: answer.file === undefined ? ('shown' as const) : ('exported' as const),
  detail: answer.question,
  rows: answer.rows.length,
  hasContacts: hasContacts(answer),
});

/** What the audit log says of a question without an answer. */
export function outcomeOf(error: unknown): Pick<AuditEntry, 'outcome' | 'detail'> {
  if (error instanceof NotPermitted) return { outcome: 'refused', detail: error.message };
  if (error instanceof NotUnderstood) return { outcome: 'not understood', detail: null };
  // Other messages may come from the database.
  return { outcome: 'failed', detail: error instanceof ShopkeeperError ? error.message : null };
}

const isHelp = (answer: Answer): boolean => answer.question.endsWith(' help');
