import { setTimeout as wait } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { ChartRenderer } from '../../charts/renderer.js';
import type { Answer } from '../../core/answer/answer.js';
import type { ChartSpec } from '../../core/answer/chart-spec.js';
import { ShopkeeperError } from '../../core/errors.js';
import { loggable, loggableError } from '../../language/logging/loggable.js';
import { shortReason } from './failure.js';
import { uploadChart } from './upload.js';

/** The number of charts in one message. */
const MOST_CHARTS = 3;
/** An answer is posted without its charts if uploading them takes longer. */
const UPLOAD_DEADLINE_MS = 10_000;

/** A chart as a PNG image, or the error if drawing failed. */
export type DrawnChart = {
  readonly spec: ChartSpec;
  readonly png: PromiseSettledResult<Uint8Array>;
};

/** Draws the charts that an answer's message shows. Never throws. */
export const drawCharts = (answer: Answer, charts: ChartRenderer): Promise<DrawnChart[]> =>
  Promise.all(
    answer.charts.slice(0, MOST_CHARTS).map(async spec => {
      const [png] = await Promise.allSettled([charts.render(spec)]);
      return { spec, png };
    }),
  );

/** The uploaded charts of an answer. */
export interface ChartFiles {
  readonly files: readonly { readonly id: string; readonly alt: string }[];
  /** For the reader: why a chart is missing. */
  readonly problem?: string;
}

interface UploadParts {
  readonly client: WebClient;
  readonly log: Logger;
  readonly chartDeadlineMs?: number;
}

/** Uploads drawn charts so that a message can show them. Never throws. */
export async function uploadCharts(
  drawn: readonly DrawnChart[],
  question: string,
  { client, log, chartDeadlineMs = UPLOAD_DEADLINE_MS }: UploadParts,
): Promise<ChartFiles> {
  const results = await Promise.allSettled(
    drawn.map(async ({ spec, png }) => {
      if (png.status === 'rejected') throw png.reason;
      const upload = uploadChart(client, png.value, spec.title, spec.alt);
      const timeout = wait(chartDeadlineMs, undefined, { ref: false }).then(() => {
        throw new ShopkeeperError('Slack took too long to process the image');
      });
      return { id: await Promise.race([upload, timeout]), alt: spec.alt };
    }),
  );
  const files = results.flatMap(r => (r.status === 'fulfilled' ? [r.value] : []));
  const failed = results.find(r => r.status === 'rejected');
  if (!failed) return { files };
  log.error({ err: loggableError(failed.reason), question: await loggable(question) }, 'chart not uploaded');
  const chart = files.length > 0 ? 'A chart' : 'The chart';
  return { files, problem: `${chart} could not be drawn or uploaded (${shortReason(failed.reason)}).` };
}
