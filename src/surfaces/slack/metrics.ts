import type { RequestListener } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Shop } from '../../answering/shop.js';
import type { Ask } from '../../app/ask.js';
import type { ChartRenderer } from '../../charts/renderer.js';
import { NotUnderstood, ShopkeeperError, StoreError } from '../../core/errors.js';
import { digestRunsByState } from '../../store/tables/digest-run-states.js';
import { dataExtent } from '../../store/tables/order-lines.js';
import { unsentRepliesCount } from '../../store/tables/unsent-replies.js';
import type { Health } from './health.js';

/** Figures about the running app for Prometheus. None of them is about customers or sales. */
export interface Metrics {
  /** The same parts of an app, counted and timed. */
  measured<Parts extends { readonly ask: Ask; readonly charts: ChartRenderer }>(parts: Parts): Parts;
  /** All figures in Prometheus' text format, as of now. */
  page(now: Sampled): Promise<{ readonly type: string; readonly text: string }>;
}

/** What is looked up when somebody asks for the figures. */
export interface Sampled {
  readonly shop: Shop;
  readonly health: Health;
  /** Questions that wait for their turn. */
  readonly waiting: number;
}

/** From a cached answer to one that takes as long as people wait. Seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25];

export function metricsOf(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const questions = new Counter({
    name: 'shopkeeper_questions_total',
    help: 'Questions, by what became of them',
    labelNames: ['result'] as const,
    registers,
  });
  const answering = new Histogram({
    name: 'shopkeeper_answer_seconds',
    help: 'Time to read a question and compute its answer',
    buckets: BUCKETS,
    registers,
  });
  const charts = new Counter({
    name: 'shopkeeper_charts_total',
    help: 'Charts that were asked for, those from the cache too, by result',
    labelNames: ['result'] as const,
    registers,
  });
  const drawing = new Histogram({
    name: 'shopkeeper_chart_seconds',
    help: 'Time until a chart is there',
    buckets: BUCKETS,
    registers,
  });
  const sampled = gauges(registry);
  for (const result of ['answered', 'not understood', 'refused', 'failed']) questions.inc({ result }, 0);
  for (const result of ['drawn', 'failed']) charts.inc({ result }, 0);
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
      ask: timed(parts.ask, answering, error => questions.inc({ result: resultOf(error) })),
      charts: {
        ...parts.charts,
        render: timed(parts.charts.render, drawing, error =>
          charts.inc({ result: error === undefined ? 'drawn' : 'failed' }),
        ),
      },
    }),
    page: async now => {
      await sampled(now);
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
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
  const unsent = gauge('unsent_replies', 'Answers that Slack has not taken yet, and that are tried again');
  return async ({ shop, health, waiting: questions }) => {
    waiting.set(questions);
    const problems = await health.problems();
    ready.set(Object.keys(problems).length === 0 ? 1 : 0);
    // A store that cannot be read is why it is not ready; the other figures are still of use.
    if ('store' in problems) return;
    const { store } = shop;
    const data = await dataExtent(store);
    if (data) age.set(shop.today() - data.to);
    version.set(await store.dataVersion());
    bytes.set(await store.size());
    unsent.set(await unsentRepliesCount(store));
    runs.reset();
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
