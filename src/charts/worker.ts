import { workerData } from 'node:worker_threads';
import { move } from 'piscina';
import type { ChartSpec } from '../core/answer/chart-spec.js';
import { chartDrawer } from './draw.js';

const draw = chartDrawer(workerData?.font);

/** What a chart worker does: a chart's data in, its PNG out. */
export default async function drawChart(spec: ChartSpec) {
  const png = Uint8Array.from((await draw)(spec));
  return move(png);
}
