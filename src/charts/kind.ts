import type {} from '@sgratzl/chartjs-chart-boxplot';
import type { ChartConfiguration } from 'chart.js';
import type {} from 'chartjs-chart-matrix';
import type {} from 'chartjs-chart-sankey';
import type {} from 'chartjs-plugin-datalabels';
import type { ChartSpec, ChartUnit } from '../core/answer/chart-spec.js';
import { type Format, formatFor } from '../core/answer/format.js';
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
      text: lines(spec.title, 57),
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

/** A legend below the chart, from where a reader starts; of these names and colours where any are given. */
export function legendBelow(items?: readonly { readonly text: string; readonly colour: string }[]) {
  return {
    position: 'bottom' as const,
    align: 'start' as const,
    labels: {
      boxWidth: 14,
      boxHeight: 12,
      padding: 12,
      color: theme.colour.text,
      font: { size: theme.font.base - 1 },
      ...(items && { generateLabels: () => legendItems(items) }),
    },
  };
}

/** Entries of a legend as plain coloured boxes. */
export const legendItems = (items: readonly { readonly text: string; readonly colour: string }[]) =>
  items.map(({ text, colour }) => ({
    text,
    fillStyle: colour,
    strokeStyle: 'transparent',
    lineWidth: 0,
    fontColor: theme.colour.text,
  }));

/** An axis of a grid: a name in the middle of each cell, which are one wide. */
export function gridAxis(names: readonly string[], labelOf: (name: string) => string) {
  return {
    type: 'linear' as const,
    // The matrix controller would leave half a cell free at each end.
    offset: false,
    min: 0,
    max: names.length,
    grid: { display: false },
    border: { display: false },
    afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
      scale.ticks = names.map((_, i) => ({ value: i + 0.5 }));
    },
    ticks: {
      color: theme.colour.text,
      autoSkip: names.length > 24,
      maxRotation: 0,
      font: { size: theme.font.base - 2 },
      callback: (value: number | string) => labelOf(names[Math.floor(Number(value))] ?? ''),
    },
  };
}
