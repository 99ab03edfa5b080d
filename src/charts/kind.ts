import type {} from '@sgratzl/chartjs-chart-boxplot';
import type { ChartConfiguration } from 'chart.js';
import type {} from 'chartjs-chart-matrix';
import type {} from 'chartjs-chart-sankey';
import type {} from 'chartjs-plugin-datalabels';
import { type Format, formatFor } from '../answer/format.js';
import type { ChartSpec, ChartUnit } from './spec.js';
import { lines, theme } from './theme.js';

/** How one kind of chart is drawn. One file in kinds/ each. */
export interface ChartKindDrawing<S extends ChartSpec = ChartSpec> {
  readonly kind: S['kind'];
  /** Height of the canvas for this data, in CSS pixels; the width is the theme's. */
  height(spec: S): number;
  /** A fresh configuration for one drawing: Chart.js changes what it is given. */
  config(spec: S): ChartConfiguration;
}

/** Title and subtitle, on the left as a reader starts. */
export function headings(spec: ChartSpec) {
  return {
    title: {
      display: true,
      text: lines(spec.title, 52),
      align: 'start' as const,
      color: theme.colour.title,
      font: { size: theme.font.title, weight: 'bold' as const, lineHeight: 1.2 },
      padding: { bottom: 2 },
    },
    subtitle: {
      display: true,
      text: lines(spec.subtitle, 84),
      align: 'start' as const,
      color: theme.colour.faint,
      font: { size: theme.font.subtitle },
      padding: { bottom: 14 },
    },
  };
}

/** Writes an axis' figures short: `$1.2M`, `340`, `20%`. */
export function shortFigure(spec: { unit: ChartUnit; currency: string }): (value: number) => string {
  const format: Format = formatFor(spec.currency);
  if (spec.unit === 'money') return format.moneyShort;
  if (spec.unit === 'share') return value => `${Math.round(value * 100)}%`;
  return format.count;
}

/** A value axis: light grid lines, no border, short figures. */
export function valueAxis(spec: { unit: ChartUnit; currency: string }) {
  const figure = shortFigure(spec);
  return {
    beginAtZero: true,
    border: { display: false },
    grid: { color: theme.colour.grid, drawTicks: false },
    ticks: {
      color: theme.colour.faint,
      padding: 6,
      maxTicksLimit: 6,
      font: { size: theme.font.base - 1 },
      callback: (value: number | string) => figure(Number(value)),
    },
  };
}
