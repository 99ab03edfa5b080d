import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { ChartRenderer } from '../../charts/renderer.js';
import type { Answer } from '../../core/answer/answer.js';
import { answerCsv } from '../../core/answer/answer-csv.js';
import { FileHeldBack } from '../../digest/delivery/lease.js';
import { loggable, loggableError } from '../../language/logging/loggable.js';
import { answerMessage, type BlockForm, plainAnswer } from './blocks/answer-blocks.js';
import { customerCards } from './blocks/customer-cards.js';
import { joined, type Mrkdwn, mrkdwn, textMessage } from './blocks/mrkdwn.js';
import { type ChartFiles, type DrawnChart, drawCharts, uploadCharts } from './chart-files.js';
import type { Destination, Outgoing } from './destinations.js';
import { cannotPost, namesFile, rateLimitSeconds, shortReason, surelyRejected } from './failure.js';

export interface Delivery {
  readonly client: WebClient;
  readonly charts: ChartRenderer;
  readonly log: Logger;
  /** How long an answer waits for its charts, milliseconds, if not the default. */
  readonly chartDeadlineMs?: number;
}

/** Optional information about an answer. */
export interface DeliveryOptions {
  /** The asker's Slack user id. */
  readonly askedBy?: string | undefined;
  /** The question in the asker's own words. */
  readonly asked?: Mrkdwn | undefined;
  /** The charts, if they are already drawn. */
  readonly drawn?: readonly DrawnChart[];
}

const NOT_A_MEMBER = 'I am not a member here, so I cannot show charts. Use /invite to add me.';
const NOT_CONFIRMED = 'Slack did not confirm this answer where you asked, so it may appear there as well.';
const NOT_POSTED_THERE = 'It could not be posted where you asked.';

/**
 * Posts an answer to the first destination that accepts it. At each destination it falls back step by step:
 * with charts, without charts but with the reason, and as plain text. If the bot may not write there, the
 * next destination is tried. The answer's file and details follow in the thread. If Slack may have posted the
 * answer, it is not sent again.
 * @throws the last error if no destination accepted it
 */
export async function deliver(
  answer: Answer,
  destinations: readonly Destination[],
  delivery: Delivery,
  { askedBy, asked, drawn }: DeliveryOptions = {},
): Promise<string | undefined> {
  const { charts, log } = delivery;
  const images = await uploadCharts(drawn ?? (await drawCharts(answer, charts)), answer.question, delivery);
  const remarks: string[] = images.problem === undefined ? [] : [images.problem];
  let failure: unknown;
  for (const [i, destination] of destinations.entries()) {
    const attempt = await postTo(destination, { answer, images, remarks, askedBy, asked, log });
    if (attempt.isPosted) {
      if (attempt.ts !== undefined) await deliverThread(answer, destination, attempt.ts, delivery);
      return attempt.ts;
    }
    failure = attempt.failure;
    const isUnsure = !surelyRejected(failure);
    if (isUnsure && !(destination.canRetryElsewhere && i < destinations.length - 1)) throw failure;
    if (isUnsure) remarks.push(NOT_CONFIRMED);
    else if (destination.canRetryElsewhere) remarks.push(NOT_POSTED_THERE);
    // Without charts there is nothing to explain.
    else if (cannotPost(failure) && answer.charts.length > 0) remarks.push(NOT_A_MEMBER);
  }
  throw failure;
}

type Attempt =
  | { readonly isPosted: true; readonly ts: string | undefined }
  | { readonly isPosted: false; readonly failure: unknown };

interface AnswerToPost {
  readonly answer: Answer;
  readonly images: ChartFiles;
  readonly remarks: readonly string[];
  readonly askedBy: string | undefined;
  readonly asked: Mrkdwn | undefined;
  readonly log: Logger;
}

/** A form of an answer's message: the next one is simpler. */
interface FallbackStep {
  readonly form: BlockForm | 'text';
  readonly hasCharts: boolean;
  readonly make: () => Outgoing;
}

/** What may help then: no charts if Slack named a file; otherwise older blocks, then no charts. */
function stepsAfter(
  { form, hasCharts }: FallbackStep,
  left: readonly FallbackStep[],
  error: unknown,
): readonly FallbackStep[] {
  if (hasCharts && namesFile(error)) return left.filter(step => !step.hasCharts);
  return form === 'simple' ? left : left.filter(step => step.form !== form);
}

/** Posts an answer to one destination, with a simpler form after each rejection. */
async function postTo(
  destination: Destination,
  { answer, images, remarks, askedBy, asked, log }: AnswerToPost,
): Promise<Attempt> {
  const all = [...remarks, missingParts(answer, destination)].filter(r => r !== undefined);
  const remark = () => all.join(' ') || undefined;
  const chartFiles = images.files;
  // A destination that accepts no files cannot show uploaded charts either.
  const canShowCharts = chartFiles.length > 0 && destination.attach !== undefined;
  const stepOf = (form: BlockForm, hasCharts: boolean): FallbackStep => ({
    form,
    hasCharts,
    make: () =>
      answerMessage(answer, { ...(hasCharts && { chartFiles }), askedBy, asked, remark: remark() }, form),
  });
  const forms: readonly BlockForm[] = customerCards(answer)
    ? ['full', 'without cards', 'simple']
    : ['full', 'simple'];
  let steps: readonly FallbackStep[] = [
    ...(canShowCharts ? forms.map(form => stepOf(form, true)) : []),
    ...forms.map(form => stepOf(form, false)),
    { form: 'text', hasCharts: false, make: () => ({ text: plainAnswer(answer, remark()) }) },
  ];
  let failure: unknown;
  for (let step = steps[0]; step; step = steps[0]) {
    try {
      return { isPosted: true, ts: await destination.post(step.make()) };
    } catch (error) {
      failure = error;
      log.warn({ question: await loggable(answer.question), reason: shortReason(error) }, 'answer rejected');
      // A simpler form does not help: it may have arrived, the bot may not write there, or the rate limit is
      // reached.
      if (!surelyRejected(error) || cannotPost(error) || rateLimitSeconds(error) !== undefined) break;
      const left = stepsAfter(step, steps.slice(1), error);
      if (step.hasCharts && !left[0]?.hasCharts)
        all.unshift(`The chart could not be shown here (${shortReason(error)}).`);
      steps = left;
    }
  }
  return { isPosted: false, failure };
}

/** The remark for a destination that accepts no files or has no threads. */
function missingParts({ file, thread }: Answer, destination: Destination): string | undefined {
  if (file !== undefined && !destination.attach)
    return 'I cannot post a file here. Use /invite to add me, and ask again.';
  return thread.length > 0 && !destination.under
    ? 'The details need a thread. Use /invite to add me, and ask again.'
    : undefined;
}

/**
 * Posts the file and the details of a posted answer in its thread. A failure is reported there and logged.
 */
export async function deliverThread(
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
      .post(
        textMessage(
          mrkdwn`These details could not be posted: ${missing.join(', ')}. Please ask for them separately.`,
        ),
      )
      .catch(failure => delivery.log.error({ err: failure }, 'the missing details could not be reported'));
}

/** Posts an answer's file in a thread, if it has one and the thread accepts files. @throws Slack's error */
export async function giveFile(answer: Answer, thread: Destination): Promise<void> {
  if (answer.file !== undefined)
    await thread.attach?.({ name: answer.file, bytes: Buffer.from(await answerCsv(answer)) });
}

/** Posts an answer's file. A failure is reported in the thread and logged. */
async function attachFile(answer: Answer, thread: Destination, { log }: Delivery): Promise<void> {
  try {
    await giveFile(answer, thread);
  } catch (error) {
    if (error instanceof FileHeldBack) throw error;
    const question = await loggable(answer.question);
    log.error({ err: loggableError(error), question, file: answer.file }, 'file not attached');
    const outcome = surelyRejected(error) ? 'could not be attached' : 'may be missing';
    const alternative =
      answer.question === 'digest'
        ? '`shopkeeper digest show --json` prints its rows'
        : `\`shopkeeper ask '${answer.question}' --csv ${answer.file}\` writes it`;
    const text = mrkdwn`The file ${answer.file ?? ''} ${outcome} (${shortReason(error)}).`;
    const advice = mrkdwn`On the machine I run on, ${alternative}.`;
    await thread
      .post(textMessage(joined([text, advice], ' ')))
      .catch(failure => log.error({ err: failure }, 'the missing file could not be reported'));
  }
}
