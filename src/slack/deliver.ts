import { setTimeout as wait } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Answer } from '../answer/answer.js';
import type { ChartRenderer } from '../charts/renderer.js';
import { ShopkeeperError } from '../errors.js';
import { answerMessage, type Message, plainAnswer } from './blocks/answer-blocks.js';
import { cannotPost, rateLimitSeconds, shortReason, surelyRejected } from './failure.js';
import { uploadChart } from './upload.js';

/** A place that messages can be put. @returns the message's timestamp where the place tells it */
export type Place = (message: { text: string; blocks?: Message['blocks'] }) => Promise<string | undefined>;

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
export function channelPlace(client: WebClient, channel: string, threadTs?: string): Place {
  return async message => {
    for (let attempt = 1; ; attempt++) {
      try {
        const posted = await client.chat.postMessage({
          channel,
          thread_ts: threadTs,
          unfurl_links: false,
          unfurl_media: false,
          ...message,
        });
        return posted.ts;
      } catch (error) {
        const seconds = rateLimitSeconds(error);
        if (seconds === undefined || seconds > LONGEST_RATE_LIMIT_S || attempt === RATE_LIMIT_TRIES)
          throw error;
        await wait(seconds * 1_000);
      }
    }
  };
}

/**
 * Puts an answer into the first place that takes it, and never stays silent: with its chart; on rejection without
 * the chart, saying why; on rejection again in plain text. Where the bot may not write, the next place is tried.
 * Nothing is sent again after an error that leaves open whether it was posted.
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
        if (!surelyRejected(error)) throw error;
        failure = error;
        log.warn({ question: answer.question, reason: shortReason(error) }, 'answer rejected');
        if (cannotPost(error)) {
          remark = NOT_A_MEMBER;
          break;
        }
        if (chart.id && remark !== NOT_A_MEMBER)
          remark = `The chart could not be shown here (${shortReason(error)}).`;
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
    const upload = uploadChart(client, png, spec.title, spec.alt);
    const late = wait(CHART_DEADLINE_MS, undefined, { ref: false }).then(() => {
      throw new ShopkeeperError('Slack took too long with the image');
    });
    return { id: await Promise.race([upload, late]) };
  } catch (error) {
    log.error({ err: error, question: answer.question }, 'chart not uploaded');
    return { problem: `The chart could not be made or uploaded (${shortReason(error)}).` };
  }
}
