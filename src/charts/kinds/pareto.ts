import type { ChartConfiguration } from 'chart.js';
import type { ParetoChart } from '../../core/answer/chart-spec.js';
import { type ChartKindDrawing, headings, shortFigure, valueAxis } from '../kind.js';
import { axisLabel, theme } from '../theme.js';

/** Bars from the largest, and the line of their cumulative share, with a mark at 80 %. */
const pareto: ChartKindDrawing<ParetoChart> = {
  kind: 'pareto',
  summary: 'values from the largest, and the share that they bring together',
  leastFilled: 0.08,
  height: () => theme.height + 30,

  config(spec): ChartConfiguration {
    const few = areFew(spec);
    return {
      type: 'bar',
      data: {
        labels: spec.labels.map(label => axisLabel(label, few ? 14 : 9)),
        datasets: [cumulativeLine(spec), bars(spec)],
      },
      options: {
        layout: { padding: { top: 16, left: 16, right: 20, bottom: 12 } },
        scales: {
          x: {
            grid: { display: false },
            border: { color: theme.colour.grid },
            ticks: {
              color: theme.colour.faint,
              font: { size: theme.font.base - 3 },
              maxRotation: few ? 30 : 0,
              autoSkip: !few,
            },
          },
          y: valueAxis(spec),
          share: shareAxis(spec),
        },
        plugins: { ...headings(spec), legend: { display: false } },
      },
    };
  },
};
export default pareto;

/** Whether every bar has room for its name and its figure. */
const areFew = ({ labels }: ParetoChart): boolean => labels.length <= 12;

function cumulativeLine(spec: ParetoChart) {
  const last = spec.reached ?? -1;
  return {
    type: 'line',
    data: [...spec.cumulative],
    yAxisID: 'share',
    borderColor: theme.colour.line,
    backgroundColor: theme.colour.line,
    borderWidth: 2.5,
    pointRadius: spec.cumulative.map((_, i) => (i === last ? 5 : 2)),
    datalabels: {
      display: ({ dataIndex }: { dataIndex: number }) =>
        dataIndex === last || (areFew(spec) && dataIndex < last),
      align: 'top',
      color: theme.colour.text,
      textStrokeColor: '#ffffff',
      textStrokeWidth: 4,
      font: { size: theme.font.base - 2, weight: 500 },
      formatter: (value: number) => `${Math.round(value * 100)}%`,
    },
  } as never;
}

function bars(spec: ParetoChart) {
  const figure = shortFigure(spec);
  const last = spec.reached ?? -1;
  return {
    data: [...spec.values],
    backgroundColor: spec.values.map((_, i) => (i <= last ? theme.colour.main : theme.colour.muted)),
    borderRadius: 3,
    categoryPercentage: 0.9,
    maxBarThickness: 90,
    datalabels: {
      display: areFew(spec),
      anchor: 'start',
      align: 'end',
      clamp: true,
      color: ({ dataIndex }: { dataIndex: number }) => (dataIndex <= last ? '#ffffff' : theme.colour.text),
      font: { size: theme.font.base - 4, weight: 500 },
      formatter: (value: number) => figure(value),
    },
  } as never;
}

function shareAxis({ currency }: ParetoChart) {
  const axis = valueAxis({ unit: 'share', currency });
  return {
    ...axis,
    position: 'right' as const,
    min: 0,
    max: 1,
    grid: { display: false },
    ticks: { ...axis.ticks, stepSize: 0.2, maxTicksLimit: 7 },
  };
}
