import type { ChartConfiguration } from 'chart.js';
import type { HistogramChart } from '../../core/answer/chart-spec.js';
import { formatFor } from '../../core/answer/format.js';
import { type ChartKindDrawing, headings } from '../kind.js';
import { fitted } from '../text-width.js';
import { axisLabel, theme } from '../theme.js';

/** Above this many columns in all, figures over them would run into each other. */
const MOST_LABELLED = 16;

/** Columns that touch, in panels beside each other with one scale. */
const histogram: ChartKindDrawing<HistogramChart> = {
  kind: 'histogram',
  summary: 'how many there are of each size, in panels that share a scale',
  height: () => theme.height,

  config(spec): ChartConfiguration {
    const { count } = formatFor(spec.currency);
    const columns = spec.panels.reduce((sum, panel) => sum + panel.counts.length, 0);
    const colours = theme.colour.parts;
    return {
      type: 'bar',
      data: {
        datasets: spec.panels.map((panel, i) => ({
          label: panel.title,
          data: panel.counts.map((value, k) => ({
            x: axisLabel(panel.labels[k] ?? '', 16),
            y: value,
          })) as never,
          xAxisID: `x${i}`,
          grouped: false,
          backgroundColor: colours[i % colours.length] as string,
          categoryPercentage: 1,
          barPercentage: 0.94,
          borderRadius: 2,
        })),
      },
      options: {
        layout: { padding: { top: 16, left: 14, right: 18, bottom: 10 } },
        scales: {
          y: countAxis(count),
          ...Object.fromEntries(spec.panels.map((_, i) => [`x${i}`, panelAxis(spec, i)])),
        },
        plugins: {
          ...headings(spec),
          legend: { display: false },
          datalabels: {
            display: context =>
              columns <= MOST_LABELLED &&
              Number((context.dataset.data[context.dataIndex] as never as { y: number }).y) > 0,
            anchor: 'end',
            align: 'end',
            offset: 0,
            color: theme.colour.text,
            font: { size: theme.font.base - 3, weight: 500 },
            formatter: (value: { y: number }) => count(value.y),
          },
        },
      },
    };
  },
};
export default histogram;

const countAxis = (count: (value: number) => string) => ({
  beginAtZero: true,
  grace: '10%',
  border: { display: false },
  grid: { color: theme.colour.grid, drawTicks: false },
  title: {
    display: true,
    text: 'customers',
    color: theme.colour.faint,
    font: { size: theme.font.base - 2 },
  },
  ticks: {
    color: theme.colour.faint,
    padding: 6,
    maxTicksLimit: 6,
    precision: 0,
    font: { size: theme.font.base - 2 },
    callback: (value: number | string) => count(Number(value)),
  },
});

/** The width that panels share beside the axis, in CSS pixels. */
const PANELS_WIDTH = 590;
const TITLE_FONT = `500 ${theme.font.base - 1}px ${theme.font.family}`;

/** The axis of one panel; Chart.js puts those of one stack beside each other. */
function panelAxis({ panels }: HistogramChart, i: number) {
  const panel = panels[i];
  const isLast = i === panels.length - 1;
  return {
    type: 'category' as const,
    // A free place at the end keeps panels apart.
    labels: [...(panel?.labels ?? []).map(label => axisLabel(label, 16)), ...(isLast ? [] : [''])],
    position: 'bottom' as const,
    stack: 'panels',
    stackWeight: 1,
    offset: true,
    border: { color: theme.colour.grid },
    grid: { display: false },
    title: {
      display: true,
      text: fitted(axisLabel(panel?.title ?? '', 80), TITLE_FONT, PANELS_WIDTH / panels.length),
      color: theme.colour.text,
      font: { size: theme.font.base - 1, weight: 500 as const },
    },
    ticks: {
      color: theme.colour.faint,
      maxRotation: panels.length > 1 ? 45 : 0,
      autoSkipPadding: 8,
      font: { size: theme.font.base - 3 },
    },
  };
}
