import type { ChartConfiguration } from 'chart.js';
import type { PartsChart } from '../../core/answer/chart-spec.js';
import { type ChartKindDrawing, headings, legendBelow, nameAxis, shortFigure, valueAxis } from '../kind.js';
import { axisLabel, theme } from '../theme.js';

/** Horizontal bars by one dimension, in parts or side by side by another. */
const parts: ChartKindDrawing<PartsChart> = {
  kind: 'parts',
  summary: 'bars that are made of parts, or stand beside each other in groups',
  leastFilled: 0.1,
  height: ({ labels, series, layout }) =>
    205 + Math.max(3, labels.length) * (layout === 'grouped' ? 14 + series.length * 15 : 36),

  config(spec): ChartConfiguration {
    const isStacked = spec.layout === 'stacked';
    const figure = shortFigure(spec);
    const sums = spec.labels.map((_, row) =>
      isStacked ? spec.series.reduce((sum, s) => sum + Math.max(0, s.values[row] ?? 0), 0) : 0,
    );
    const colours = theme.colour.parts;
    const values = spec.series.flatMap(s => s.values);
    const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
    return {
      type: 'bar',
      data: {
        labels: spec.labels.map(label => axisLabel(label, 22)),
        datasets: spec.series.map((s, i) => ({
          label: axisLabel(s.name, 22),
          data: [...s.values],
          backgroundColor:
            i === spec.series.length - 1 && s.name.startsWith('Other')
              ? colours.at(-1)
              : colours[i % colours.length],
          borderRadius: isStacked ? 0 : 3,
          borderColor: theme.colour.background,
          borderWidth: isStacked ? { right: 1.5 } : 0,
          categoryPercentage: 0.84,
          barPercentage: isStacked ? 0.92 : 0.95,
        })),
      },
      options: {
        indexAxis: 'y',
        layout: { padding: { top: 16, left: 16, right: 26, bottom: 12 } },
        scales: {
          // Figures stand to the right of their bars, even if all bars reach to the left.
          x: {
            ...valueAxis(spec),
            stacked: isStacked,
            grace: '14%',
            ...(most <= 0 && { suggestedMax: -least * 0.16 }),
          },
          y: { stacked: isStacked, ...nameAxis() },
        },
        plugins: {
          ...headings(spec),
          legend: legendBelow(),
          datalabels: {
            // A stacked bar has its sum at its end; bars beside each other have a figure each.
            display: context => !isStacked || context.datasetIndex === spec.series.length - 1,
            anchor: 'end',
            align: 'right',
            color: theme.colour.text,
            font: { size: theme.font.base - 2, weight: 500 },
            formatter: (value: number, context) => figure(isStacked ? (sums[context.dataIndex] ?? 0) : value),
          },
        },
      },
    };
  },
};
export default parts;
