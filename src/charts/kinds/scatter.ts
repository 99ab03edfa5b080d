import type { ChartConfiguration } from 'chart.js';
import type { ScatterChart } from '../../core/answer/chart-spec.js';
import { formatFor } from '../../core/answer/format.js';
import { type ChartKindDrawing, headings } from '../kind.js';
import { axisLabel, theme } from '../theme.js';

const SMALLEST = 3;
/** Many points must be small, or they hide each other. */
const largest = (points: number): number => (points > 600 ? 8 : points > 200 ? 11 : 17);

/** Points in the colours of their groups; the area says the weight. */
const scatter: ChartKindDrawing<ScatterChart> = {
  kind: 'scatter',
  summary: 'points of groups, in the colours of the groups, as large as their weight',
  leastFilled: 0.004,
  height: () => theme.height + 70,

  config(spec): ChartConfiguration {
    const points = spec.groups.reduce((sum, group) => sum + group.points.length, 0);
    const smallest = points > 200 ? 1.5 : SMALLEST;
    return {
      type: 'bubble',
      data: {
        datasets: spec.groups.map(group => ({
          label: axisLabel(group.name, 40),
          // Large ones behind small ones, so that none is hidden.
          data: [...group.points]
            .sort((a, b) => b.weight - a.weight)
            .map(({ x, y, weight }) => ({
              x,
              y,
              r: smallest + (largest(points) - smallest) * Math.sqrt(Math.max(0, weight)),
            })),
          backgroundColor: `${group.colour}${points > 200 ? '77' : '99'}`,
          borderColor: group.colour,
          borderWidth: points > 200 ? 0.6 : 1,
          clip: false as const,
        })),
      },
      options: {
        layout: { padding: { top: 16, left: 14, right: 26, bottom: 12 } },
        scales: {
          x: { ...axis(spec, spec.x.title), reverse: spec.x.isReversed ?? false },
          y: axis(spec, spec.y.title),
        },
        plugins: {
          ...headings(spec),
          legend: pointLegend,
          datalabels: { display: false },
        },
      },
    };
  },
};
export default scatter;

const pointLegend = {
  position: 'bottom' as const,
  align: 'start' as const,
  labels: {
    usePointStyle: true,
    boxHeight: 9,
    padding: 12,
    color: theme.colour.text,
    font: { size: theme.font.base - 1 },
  },
};

function axis({ currency }: ScatterChart, title: string) {
  const { count } = formatFor(currency);
  return {
    type: 'linear' as const,
    border: { display: false },
    grid: { color: theme.colour.grid, drawTicks: false },
    grace: '6%',
    beginAtZero: true,
    title: {
      display: true,
      text: axisLabel(title, 60),
      color: theme.colour.text,
      font: { size: theme.font.base - 1 },
    },
    ticks: {
      color: theme.colour.faint,
      padding: 6,
      maxTicksLimit: 8,
      font: { size: theme.font.base - 2 },
      callback: (value: number | string) =>
        Number.isInteger(Number(value)) && Number(value) >= 0 ? count(Number(value)) : '',
    },
  };
}
