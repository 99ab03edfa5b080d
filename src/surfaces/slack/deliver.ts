import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { ChartRenderer } from '../../charts/renderer.js';
import type { Answer } from '../../core/answer/answer.js';
import { answerCsv } from '../../core/answer/answer-csv.js';
import { FileHeldBack } from '../../digest/delivery/lease.js';
import { loggable, loggableError } from '../../language/logging/loggable.js';
import { answerMessage, plainAnswer } from './blocks/answer-blocks.js';
import { mrkdwn, textMessage } from './blocks/mrkdwn.js';
import { type ChartFiles, type DrawnChart, drawCharts, uploadCharts } from './chart-files.js';
import type { Destination } from './destinations.js';
import { cannotPost, rateLimitSeconds, shortReason, surelyRejected } from './failure.js';

export interface Delivery {
  readonly client: WebClient;
  readonly charts: ChartRenderer;
  readonly log: Logger;
  /** How long an answer waits for its charts, milliseconds, if not as usual. */
  readonly chartDeadlineMs?: number;
}

/** What is known of an answer besides itself. */
export interface DeliveryOptions {
  /** Who asked, a Slack user id. */
  readonly askedBy?: string | undefined;
  /** Its charts, if they are drawn already. */
  readonly drawn?: readonly DrawnChart[];
}

const NOT_A_MEMBER = 'I am not a member here, so I cannot show charts: /invite me.';
const NOT_CONFIRMED = 'Slack did not confirm this answer where you asked; it may appear there as well.';

const NOT_THERE = 'It could not be posted where you asked.';

/**
 * Puts an answer into the first destination that takes it, and never stays silent: with its charts; on rejection
 * without them, saying why; on rejection again in plain text. Where the bot may not write, the next destination is
 * tried. The answer's file and details follow in the thread. Nothing is sent to a channel again after an error that
 * leaves open whether it was posted.
 * @throws the last error if no destination took it
 */
export async function deliver(
  answer: Answer,
  destinations: readonly Destination[],
  delivery: Delivery,
  { askedBy, drawn }: DeliveryOptions = {},
): Promise<string | undefined> {
  const { charts, log } = delivery;
  const images = await uploadCharts(drawn ?? (await drawCharts(answer, charts)), answer.question, delivery);
  const remarks: string[] = images.problem === undefined ? [] : [images.problem];
  let failure: unknown;
  for (const [i, destination] of destinations.entries()) {
    const attempt = await putInto(destination, { answer, images, remarks, askedBy, log });
    if (attempt.isPosted) {
      if (attempt.ts !== undefined) await deliverBelow(answer, destination, attempt.ts, delivery);
      return attempt.ts;
    }
    failure = attempt.failure;
    const isUnsure = !surelyRejected(failure);
    if (isUnsure && !(destination.mayBeDead && i < destinations.length - 1)) throw failure;
    if (isUnsure) remarks.push(NOT_CONFIRMED);
    else if (destination.mayBeDead) remarks.push(NOT_THERE);
    // Only a chart that would have been shown is missed.
    else if (cannotPost(failure) && answer.charts.length > 0) remarks.push(NOT_A_MEMBER);
  }
  throw failure;
}

type Attempt =
  | { readonly isPosted: true; readonly ts: string | undefined }
  | { readonly isPosted: false; readonly failure: unknown };

interface Put {
  readonly answer: Answer;
  readonly images: ChartFiles;
  readonly remarks: readonly string[];
  readonly askedBy: string | undefined;
  readonly log: Logger;
  /** How long an answer waits for its charts, milliseconds, if not as usual. */
  readonly chartDeadlineMs?: number;
}

/** Puts an answer into one destination, plainer at each rejection. */
async function putInto(
  destination: Destination,
  { answer, images, remarks, askedBy, log }: Put,
): Promise<Attempt> {
  const all = [...remarks, withoutThread(answer, destination)].filter(r => r !== undefined);
  const remark = () => all.join(' ') || undefined;
  const chartFiles = images.files;
  const forms = [
    // A destination that takes no files shows none either.
    ...(chartFiles.length > 0 && destination.attach
      ? [() => answerMessage(answer, { chartFiles, askedBy, remark: remark() })]
      : []),
    () => answerMessage(answer, { askedBy, remark: remark() }),
    () => ({ text: plainAnswer(answer, remark()) }),
  ];
  let failure: unknown;
  for (const form of forms) {
    try {
      return { isPosted: true, ts: await destination.post(form()) };
    } catch (error) {
      failure = error;
      log.warn({ question: await loggable(answer.question), reason: shortReason(error) }, 'answer rejected');
      // Nothing plainer helps: it may have arrived, the bot may not write there, or it is one message too many.
      if (!surelyRejected(error) || cannotPost(error) || rateLimitSeconds(error) !== undefined) break;
      const reason = `The chart could not be shown here (${shortReason(error)}).`;
      if (chartFiles.length > 0 && destination.attach && !all.includes(reason)) all.unshift(reason);
    }
  }
  return { isPosted: false, failure };
}

/** What is said if a destination takes no files or has no threads. */
function withoutThread({ file, thread }: Answer, destination: Destination): string | undefined {
  if (file !== undefined && !destination.attach)
    return 'A file cannot be given here: /invite me, and ask again.';
  return thread.length > 0 && !destination.under
    ? 'The details need a thread: /invite me, and ask again.'
    : undefined;
}

/** The file and the details of an answer that was posted. What fails is said there and logged: the answer itself stands. */
export async function deliverBelow(
  answer: Answer,
  destination: Destination,
  ts: string,
  delivery: Delivery,
): Promise<void> {
  const thread = destination.under?.(ts);
  if (!thread) return;
  await attachFile(answer, thread, delivery);
  const missing: string[] = [];
  for (const part of answer.thread) {
    try {
      await deliver(part, [thread], delivery);
    } catch (error) {
      const question = await loggable(part.question);
      delivery.log.error({ err: loggableError(error), question }, 'detail not posted');
      missing.push(part.title);
    }
  }
  if (missing.length > 0)
    await thread
      .post(textMessage(mrkdwn`Slack did not take: ${missing.join(', ')}. Ask for them by themselves.`))
      .catch(told => delivery.log.error({ err: told }, 'nobody could be told'));
}

/** Puts an answer's file into a thread, if it has one and the thread takes files. @throws what Slack says */
export async function giveFile(answer: Answer, thread: Destination): Promise<void> {
  if (answer.file !== undefined)
    await thread.attach?.({ name: answer.file, bytes: Buffer.from(await answerCsv(answer)) });
}

/** The same; what fails is said there and logged. */
async function attachFile(answer: Answer, thread: Destination, { log }: Delivery): Promise<void> {
  try {
    await giveFile(answer, thread);
  } catch (error) {
    if (error instanceof FileHeldBack) throw error;
    const question = await loggable(answer.question);
    log.error({ err: loggableError(error), question, file: answer.file }, 'file not attached');
    const what = surelyRejected(error) ? 'could not be attached' : 'may not have come through';
    const has =
      answer.question === 'digest'
        ? '`shopkeeper digest show --json` has its rows'
        : `\`shopkeeper ask '${answer.question}' --csv ${answer.file}\` writes it`;
    const text = mrkdwn`The file ${answer.file ?? ''} ${what} (${shortReason(error)}); ${has} on the machine I run on.`;
    await thread.post(textMessage(text)).catch(told => log.error({ err: told }, 'nobody could be told'));
  }
}
