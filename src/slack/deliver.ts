import { setTimeout as wait } from 'node:timers/promises';
import type { MessageMetadata } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Answer } from '../answer/answer.js';
import { answerCsv } from '../answer/csv.js';
import type { ChartRenderer } from '../charts/renderer.js';
import { ShopkeeperError } from '../errors.js';
import { answerMessage, type Message, plainAnswer } from './blocks/answer-blocks.js';
import { escapeMrkdwn } from './blocks/escape.js';
import { cannotPost, rateLimitSeconds, shortReason, surelyRejected } from './failure.js';
import { shareFile, uploadChart } from './upload.js';

/** A place that messages can be put. */
export interface Place {
  /** @returns the message's timestamp where the place tells it */
  post(message: { text: string; blocks?: Message['blocks'] }): Promise<string | undefined>;
  /** The thread under a message, where the place has threads. */
  readonly under?: (ts: string) => Place;
  /** Puts a file beside the messages, where the place takes files. */
  readonly attach?: (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<void>;
}

export interface Delivery {
  readonly client: WebClient;
  readonly charts: ChartRenderer;
  readonly log: Logger;
}

const RATE_LIMIT_TRIES = 3;
const LONGEST_RATE_LIMIT_S = 60;
const NOT_A_MEMBER = 'I am not a member here, so I cannot show charts: /invite me.';
/** An answer does not wait longer than this for its chart. */
const CHART_DEADLINE_MS = 10_000;

/**
 * A channel or a thread, through the Web API. The client must not repeat calls by itself: a lost connection says
 * nothing about whether the message was posted. Only a call that was refused for being one too many is repeated.
 */
export function channelPlace(
  client: WebClient,
  channel: string,
  threadTs?: string,
  metadata?: MessageMetadata,
): Place {
  return {
    post: message =>
      patiently(async () => {
        const posted = await client.chat.postMessage({
          channel,
          thread_ts: threadTs,
          unfurl_links: false,
          unfurl_media: false,
          ...(metadata && { metadata }),
          ...message,
        });
        return posted.ts;
      }),
    // A thread has no threads of its own.
    under: ts => channelPlace(client, channel, threadTs ?? ts),
    attach: file => patiently(() => shareFile(client, file, channel, threadTs)),
  };
}

/** Repeats a call that Slack refused for being one too many, after as long as it asks to wait. */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      const seconds = rateLimitSeconds(error);
      if (seconds === undefined || seconds > LONGEST_RATE_LIMIT_S || attempt === RATE_LIMIT_TRIES)
        throw error;
      await wait(seconds * 1_000);
    }
  }
}

/**
 * Puts an answer into the first place that takes it, and never stays silent: with its charts; on rejection without
 * them, saying why; on rejection again in plain text. Where the bot may not write, the next place is tried. Its file
 * and its details follow in the thread. Nothing is sent again after an error that leaves open whether it was posted.
 * @throws the last error where nothing could be put anywhere
 */
export async function deliver(
  answer: Answer,
  places: readonly Place[],
  delivery: Delivery,
  askedBy?: string,
): Promise<string | undefined> {
  const { log } = delivery;
  const charts = await chartFiles(answer, delivery);
  let problem = charts.problem;
  let isOutside = false;
  let failure: unknown;
  for (const place of places) {
    const remark = () =>
      [problem, isOutside ? notAMember(answer) : undefined, withoutThread(answer, place)]
        .filter(r => r !== undefined)
        .join(' ') || undefined;
    const rungs: (() => Promise<string | undefined>)[] = [
      ...(charts.files.length > 0
        ? [() => place.post(answerMessage(answer, { chartFiles: charts.files, askedBy, remark: remark() }))]
        : []),
      () => place.post(answerMessage(answer, { askedBy, remark: remark() })),
      () => place.post({ text: plainAnswer(answer, remark()) }),
    ];
    for (const rung of rungs) {
      try {
        const ts = await rung();
        if (ts !== undefined) await deliverBelow(answer, place, ts, delivery);
        return ts;
      } catch (error) {
        if (!surelyRejected(error)) throw error;
        failure = error;
        log.warn({ question: answer.question, reason: shortReason(error) }, 'answer rejected');
        if (cannotPost(error)) {
          isOutside = true;
          break;
        }
        // One message too many, however it looks.
        if (rateLimitSeconds(error) !== undefined) break;
        if (charts.files.length > 0 && !isOutside)
          problem = `The chart could not be shown here (${shortReason(error)}).`;
      }
    }
  }
  throw failure;
}

/** What is said where the bot may not write: only where it would have shown a chart is that missed. */
const notAMember = ({ charts }: Answer): string | undefined => (charts.length > 0 ? NOT_A_MEMBER : undefined);

/** What is said where a place takes no files or has no threads. */
function withoutThread({ file, thread }: Answer, place: Place): string | undefined {
  if (file !== undefined && !place.attach) return 'A file cannot be given here: /invite me, and ask again.';
  return thread.length > 0 && !place.under
    ? 'The details need a thread: /invite me, and ask again.'
    : undefined;
}

/** The file and the details of an answer that was posted. What fails is said there and logged: the answer itself stands. */
async function deliverBelow(answer: Answer, place: Place, ts: string, delivery: Delivery): Promise<void> {
  const thread = place.under?.(ts);
  if (!thread) return;
  await attachFile(answer, thread, delivery);
  const missing: string[] = [];
  for (const part of answer.thread) {
    try {
      await deliver(part, [thread], delivery);
    } catch (error) {
      delivery.log.error({ err: error, question: part.question }, 'detail not posted');
      missing.push(part.title);
    }
  }
  if (missing.length > 0)
    await thread
      .post({ text: escapeMrkdwn(`Slack did not take: ${missing.join(', ')}. Ask for them by themselves.`) })
      .catch(told => delivery.log.error({ err: told }, 'nobody could be told'));
}

/** Puts an answer's file into a thread, where it has one and the thread takes files. @throws what Slack says */
export async function giveFile(answer: Answer, thread: Place): Promise<void> {
  if (answer.file !== undefined)
    await thread.attach?.({ name: answer.file, bytes: Buffer.from(await answerCsv(answer)) });
}

/** The same; what fails is said there and logged. */
async function attachFile(answer: Answer, thread: Place, { log }: Delivery): Promise<void> {
  try {
    await giveFile(answer, thread);
  } catch (error) {
    log.error({ err: error, question: answer.question, file: answer.file }, 'file not attached');
    const what = surelyRejected(error) ? 'could not be attached' : 'may not have come through';
    const has =
      answer.question === 'digest'
        ? '`shopkeeper digest show --json` has its rows'
        : `\`shopkeeper ask '${answer.question}' --csv ${answer.file}\` writes it`;
    const text = `The file ${answer.file} ${what} (${shortReason(error)}); ${has} on the machine I run on.`;
    await thread
      .post({ text: escapeMrkdwn(text) })
      .catch(told => log.error({ err: told }, 'nobody could be told'));
  }
}

/** Charts shown in one message. */
const MOST_CHARTS = 3;

async function chartFiles(
  answer: Answer,
  { client, charts, log }: Delivery,
): Promise<{ files: readonly { readonly id: string; readonly alt: string }[]; problem?: string }> {
  const results = await Promise.allSettled(
    answer.charts.slice(0, MOST_CHARTS).map(async spec => {
      const upload = charts.render(spec).then(png => uploadChart(client, png, spec.title, spec.alt));
      const late = wait(CHART_DEADLINE_MS, undefined, { ref: false }).then(() => {
        throw new ShopkeeperError('Slack took too long with the image');
      });
      return { id: await Promise.race([upload, late]), alt: spec.alt };
    }),
  );
  const files = results.flatMap(r => (r.status === 'fulfilled' ? [r.value] : []));
  const failed = results.find(r => r.status === 'rejected');
  if (!failed) return { files };
  log.error({ err: failed.reason, question: answer.question }, 'chart not uploaded');
  return {
    files,
    problem: `${files.length > 0 ? 'A chart' : 'The chart'} could not be made or uploaded (${shortReason(failed.reason)}).`,
  };
}
