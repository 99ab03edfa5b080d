import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Answer } from '../answer/answer.js';
import type { ChartRenderer } from '../charts/renderer.js';
import { answerMessage, type Message, plainAnswer } from './blocks/answer-blocks.js';
import { cannotPost, shortReason } from './failure.js';
import { uploadChart } from './upload.js';

/** A place that messages can be put. @returns the message's timestamp where the place tells it */
export type Place = (message: { text: string; blocks?: Message['blocks'] }) => Promise<string | undefined>;

export interface Delivery {
  readonly client: WebClient;
  readonly charts: ChartRenderer;
  readonly log: Logger;
}

/** A channel or a thread, through the Web API. */
export function channelPlace(client: WebClient, channel: string, threadTs?: string): Place {
  return async message =>
    (
      await client.chat.postMessage({
        channel,
        thread_ts: threadTs,
        unfurl_links: false,
        unfurl_media: false,
        ...message,
      })
    ).ts;
}

/**
 * Puts an answer into the first place that takes it, and never stays silent: with its chart; on rejection without
 * the chart, saying why; on rejection again in plain text. Where the bot may not write, the next place is tried.
 * @throws the last error where nothing could be put anywhere
 */
export async function deliver(
  answer: Answer,
  places: readonly Place[],
  { client, charts, log }: Delivery,
  askedBy?: string,
): Promise<string | undefined> {
  const chart = await chartFile(answer, client, charts, log);
  let remark = chart.problem;
  let failure: unknown;
  for (const place of places) {
    const rungs: (() => Promise<string | undefined>)[] = [
      ...(chart.id ? [() => place(answerMessage(answer, { chartFile: chart.id, askedBy }))] : []),
      () => place(answerMessage(answer, { askedBy, remark })),
      () => place({ text: plainAnswer(answer, remark) }),
    ];
    for (const rung of rungs) {
      try {
        return await rung();
      } catch (error) {
        failure = error;
        log.warn(
          { question: answer.question, reason: shortReason(error) },
          'answer rejected, trying a plainer one',
        );
        remark = chart.id
          ? `The chart could not be shown here (${shortReason(error)}). Invite me with /invite to see charts.`
          : remark;
        if (cannotPost(error)) break;
      }
    }
  }
  throw failure;
}

async function chartFile(
  answer: Answer,
  client: WebClient,
  charts: ChartRenderer,
  log: Logger,
): Promise<{ id?: string; problem?: string }> {
  const spec = answer.charts[0];
  if (!spec) return {};
  try {
    const png = await charts.render(spec);
    return { id: await uploadChart(client, png, spec.title, spec.alt) };
  } catch (error) {
    log.error({ err: error, question: answer.question }, 'chart not uploaded');
    return { problem: `The chart could not be made or uploaded (${shortReason(error)}).` };
  }
}
