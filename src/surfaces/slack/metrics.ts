import type { RequestListener } from 'node:http';
import type { Logger } from 'pino';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Shop } from '../../answering/shop.js';
import type { Ask } from '../../app/ask.js';
import type { ChartRenderer } from '../../charts/renderer.js';
import { NotUnderstood, ShopkeeperError, StoreError } from '../../core/errors.js';
import { digestRunsByState } from '../../store/tables/digest-run-states.js';
import { unsentRepliesCount } from '../../store/tables/unsent-replies.js';
import type { AppState } from './app-state.js';
import type { Health } from './health.js';
import type { ReplyResult } from './unsent-replies.js';

interface Measured {
  readonly ask: Ask;
  readonly charts: ChartRenderer;
  readonly log: Logger;
}

/** Figures about the running app for Prometheus. None of them is about customers or sales. */
export interface Metrics {
  /** The same parts of an app, counted and timed. */
  measured<Parts extends Measured>(parts: Parts): Parts;
  /** Counts what became of an answer. */
  replied(result: ReplyResult): void;
  /** All figures in Prometheus' text format, as of now. */
  page(now: Sampled): Promise<{ readonly type: string; readonly text: string }>;
}

/** What is looked up when somebody asks for the figures. */
export interface Sampled {
  readonly shop: Shop;
  readonly health: Health;
  readonly state: () => Promise<AppState>;
  /** Questions that wait for their turn. */
  readonly waiting: number;
}

/** From a cached answer to one that takes as long as people wait. Seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25];

export function metricsOf(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const { questions, answering, charts, drawing, replies, errors } = countersIn([registry]);
  const sampled = gauges(registry);
  const timed = <Arguments extends unknown[], Result>(
    work: (...given: Arguments) => Promise<Result>,
    times: Histogram,
    count: (error?: unknown) => void,
  ) => {
    return async (...given: Arguments): Promise<Result> => {
      const stop = times.startTimer();
      try {
        const result = await work(...given);
        count();
        return result;
      } catch (error) {
        count(error ?? 'failed');
        throw error;
      } finally {
        stop();
      }
    };
  };
  return {
    measured: parts => ({
      ...parts,
      log: countingErrors(parts.log, () => errors.inc()),
      ask: timed(parts.ask, answering, error => questions.inc({ result: resultOf(error) })),
      charts: {
        ...parts.charts,
        render: timed(parts.charts.render, drawing, error =>
          charts.inc({ result: error === undefined ? 'drawn' : 'failed' }),
        ),
      },
    }),
    replied: result => replies.inc({ result }),
    page: async now => {
      await sampled(now);
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

function countersIn(registers: Registry[]) {
  const counter = <Label extends string = never>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name: `shopkeeper_${name}_total`, help, labelNames, registers });
  const seconds = (name: string, help: string) =>
    new Histogram({ name: `shopkeeper_${name}_seconds`, help, buckets: BUCKETS, registers });
  const questions = counter('questions', 'Questions, by what became of them', ['result']);
  const charts = counter('charts', 'Charts that were asked for, those from the cache too, by result', [
    'result',
  ]);
  const replies = counter('replies', 'Answers, by what became of them on the way to Slack', ['result']);
  for (const result of ['answered', 'not understood', 'refused', 'failed']) questions.inc({ result }, 0);
  for (const result of ['drawn', 'failed']) charts.inc({ result }, 0);
  for (const result of REPLY_RESULTS) replies.inc({ result }, 0);
  return {
    questions,
    charts,
    replies,
    errors: counter('errors', 'Errors in the log'),
    answering: seconds('answer', 'Time to read a question and compute its answer'),
    drawing: seconds('chart', 'Time until a chart is there'),
  };
}

const REPLY_RESULTS: readonly ReplyResult[] = ['delivered', 'delivered late', 'kept', 'given up'];
/** Ends of a digest's run that stay, so that a dashboard has each of them from the start. */
const RUN_STATES = ['posted', 'refused', 'unknown', 'given up', 'withheld'];

/** The same log, and each log made from it, with its errors counted. */
function countingErrors(log: Logger, count: () => void): Logger {
  return new Proxy(log, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]): unknown => {
        if (name === 'error' || name === 'fatal') count();
        const result: unknown = value.apply(target, given);
        return name === 'child' ? countingErrors(result as Logger, count) : result;
      };
    },
  });
}

function resultOf(error: unknown): string {
  if (error === undefined) return 'answered';
  if (error instanceof NotUnderstood) return 'not understood';
  return error instanceof ShopkeeperError && !(error instanceof StoreError) ? 'refused' : 'failed';
}

/** Gauges that are set when they are asked for. */
function gauges(registry: Registry): (now: Sampled) => Promise<void> {
  const gauge = <Label extends string = never>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge({ name: `shopkeeper_${name}`, help, labelNames, registers: [registry] });
  const ready = gauge('ready', '1 if people can be answered');
  const waiting = gauge('questions_waiting', 'Questions that wait for their turn');
  const age = gauge('data_age_days', 'Days from the last day with sales to today');
  const version = gauge('data_version', 'Grows with each change of the data');
  const bytes = gauge('store_bytes', 'Size of the store');
  const runs = gauge('digest_runs', 'Digests of the last 30 days, by state', ['state']);
  const behind = gauge('sources_behind', 'Sources whose newest sales are missing');
  const next = gauge('next_digest_timestamp_seconds', 'When the next digest is due; 0 if none is');
  const unsent = gauge('unsent_replies', 'Answers that Slack has not taken yet, and that are tried again');
  return async ({ shop, health, state, waiting: questions }) => {
    waiting.set(questions);
    const problems = await health.problems();
    ready.set(Object.keys(problems).length === 0 ? 1 : 0);
    // A store that cannot be read is why it is not ready; the other figures are still of use.
    if ('store' in problems) return;
    const { store } = shop;
    const { dataAgeDays, sourcesBehind, nextDigest } = await state();
    if (dataAgeDays !== undefined) age.set(dataAgeDays);
    behind.set(sourcesBehind);
    next.set(nextDigest ? nextDigest.getTime() / 1_000 : 0);
    version.set(await store.dataVersion());
    bytes.set(await store.size());
    unsent.set(await unsentRepliesCount(store));
    runs.reset();
    for (const ended of RUN_STATES) runs.set({ state: ended }, 0);
    for (const [state, count] of await digestRunsByState(store, shop.today() - 30))
      runs.set({ state }, count);
  };
}

/** Answers `GET /metrics`. @returns false for any other request */
export function metricsListener(
  page: () => ReturnType<Metrics['page']>,
): (...args: Parameters<RequestListener>) => boolean {
  return (request, response) => {
    if (request.url?.split('?')[0] !== '/metrics' || request.method !== 'GET') return false;
    page().then(
      ({ type, text }) =>
        response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(text),
      () => response.writeHead(503).end(),
    );
    return true;
  };
}
