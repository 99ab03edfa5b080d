import type { ChartSpec } from '../../src/core/answer/chart-spec.js';
import areas from './extremes/areas.js';
import bars from './extremes/bars.js';
import type { Extremes } from './extremes/hard-values.js';
import linesAndPoints from './extremes/lines-and-points.js';

/** A chart that is hard to draw. */
export interface ExtremeChart {
  readonly name: string;
  readonly spec: ChartSpec;
  /** Set if the plot is rightly empty: there is nothing to draw. */
  readonly isEmpty: boolean;
}

const extremes: Extremes = { ...bars, ...linesAndPoints, ...areas };

export const extremeCharts: readonly ExtremeChart[] = Object.entries(extremes).flatMap(([kind, charts]) =>
  Object.entries(charts).map(([name, spec]) => ({
    name: `${kind}: ${name}`,
    spec,
    isEmpty: name.startsWith('nothing'),
  })),
);
