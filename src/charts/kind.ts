import type {} from '@sgratzl/chartjs-chart-boxplot';
import type { ChartConfiguration } from 'chart.js';
import type {} from 'chartjs-chart-matrix';
import type {} from 'chartjs-chart-sankey';
import type {} from 'chartjs-plugin-datalabels';
import type { ChartSpec, ChartUnit } from '../core/answer/chart-spec.js';
import { type Format, formatFor } from '../core/answer/format.js';
import { subtitleLines, textWidth, titleLines } from './text-width.js';
import { theme } from './theme.js';

/** How one kind of chart is drawn. One file in kinds/ each. */
export interface ChartKindDrawing<S extends ChartSpec = ChartSpec> {
  readonly kind: S['kind'];
  /** What it shows, for docs/charts.md. */
  readonly summary: string;
  /**
   * The share of the plot area that its series cover at least, about half of the least seen with real
   * figures; 0.01 unless given. The picture tests notice an empty chart by it.
   */
  readonly leastFilled?: number;
  /** Charts that the picture tests draw too: needed until an answer of the test shops has one. */
  readonly examples?: readonly S[];
  /** Height of the canvas for this data, in CSS pixels; the width is the theme's. */
  height(spec: S): number;
  /** A fresh configuration for one drawing: Chart.js changes what it is given. */
  config(spec: S): ChartConfiguration;
}

/** Title and subtitle, aligned left. */
export function headings(spec: ChartSpec) {
  return {
    title: {
      display: true,
      text: titleLines(spec.title),
      align: 'start' as const,
      color: theme.colour.title,
      font: { size: theme.font.title, weight: 'bold' as const, lineHeight: 1.2 },
      padding: { bottom: 2 },
    },
    subtitle: {
      display: true,
      text: subtitleLines(spec.subtitle),
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
  // Adding zero turns minus zero into zero: an axis has no "-$0".
  if (spec.unit === 'money') return value => format.moneyShort(value + 0);
  if (spec.unit === 'share') return value => `${Math.round(value * 100) + 0}%`;
  return value => format.count(value + 0);
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

/** The size of the figures and names along an axis below a chart. */
export const TICK_SIZE = theme.font.base - 2;

/** The axis of periods below a chart: no grid lines, upright names, some left out where there are many. */
export const periodAxis = () => ({
  grid: { display: false },
  border: { color: theme.colour.grid },
  ticks: { color: theme.colour.faint, maxRotation: 0, autoSkipPadding: 18, font: { size: TICK_SIZE } },
});

/** The axis of names beside horizontal bars: every name is written, without grid lines. */
export const nameAxis = (size: number = theme.font.base) => ({
  grid: { display: false },
  border: { display: false },
  ticks: { color: theme.colour.text, font: { size }, autoSkip: false },
});

/** The narrowest that horizontal bars and their figures get beside long names, in CSS pixels. */
const BARS_WIDTH = 440;

/**
 * The part of a value axis to leave free so that the longest figure fits behind the longest bar.
 *
 * @param span from the least to the largest value of the bars
 */
export function roomBehindBars(figures: readonly string[], span: number): number {
  const font = `500 ${theme.font.base - 1}px ${theme.font.family}`;
  const longest = Math.max(0, ...figures.map(figure => textWidth(figure, font)));
  const share = Math.min(0.6, (longest + 16) / BARS_WIDTH);
  return (span * share) / (1 - share);
}

/** The figures to the right of every bar, even one that reaches to the left: the names are there. */
export const figuresBehindBars = (figures: readonly string[]) => ({
  anchor: 'end' as const,
  align: 'right' as const,
  color: theme.colour.text,
  font: { size: theme.font.base - 1, weight: 500 as const },
  formatter: (_: unknown, { dataIndex }: { dataIndex: number }) => figures[dataIndex] ?? '',
});

/** A legend below the chart, aligned left; with these names and colours if any are given. */
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
