import type { ChartConfiguration } from 'chart.js';
import type { BoxChart } from '../../core/answer/chart-spec.js';
import { type ChartKindDrawing, headings, shortFigure, valueAxis } from '../kind.js';
import { axisLabel, theme } from '../theme.js';

/** Horizontal box plots: the box from the first to the third quartile, the median named, whiskers, and what lies beyond. */
const box: ChartKindDrawing<BoxChart> = {
  kind: 'box',
  height: spec => 190 + Math.max(2, spec.boxes.length) * 62,

  config({ boxes, ...rest }): ChartConfiguration {
    // The canvas ends the whole process over a figure that is none.
    const spec = {
      ...rest,
      boxes: boxes.filter(b => [b.low, b.q1, b.median, b.q3, b.high].every(Number.isFinite)),
    };
    const figure = shortFigure(spec);
    const config = {
      type: 'boxplot',
      data: {
        labels: spec.boxes.map(b => axisLabel(b.label, 22)),
        datasets: [
          {
            data: spec.boxes.map(b => ({
              min: b.low,
              whiskerMin: b.low,
              q1: b.q1,
              median: b.median,
              q3: b.q3,
              whiskerMax: b.high,
              max: b.high,
              outliers: [...b.beyond],
              items: [],
            })),
            backgroundColor: `${theme.colour.second}88`,
            borderColor: theme.colour.main,
            medianColor: theme.colour.title,
            borderWidth: 1.5,
            outlierBackgroundColor: `${theme.colour.faint}55`,
            outlierBorderColor: 'transparent',
            outlierRadius: 2.5,
            meanRadius: 0,
            itemRadius: 0,
            maxBarThickness: 38,
          },
        ],
      },
      options: {
        indexAxis: 'y',
        layout: { padding: { top: 16, left: 16, right: 26, bottom: 12 } },
        scales: {
          x: {
            ...valueAxis(spec),
            suggestedMax: Math.max(...spec.boxes.flatMap(b => [b.high, ...b.beyond])),
          },
          y: {
            grid: { display: false },
            border: { display: false },
            ticks: { color: theme.colour.text, font: { size: theme.font.base } },
          },
        },
        plugins: {
          ...headings(spec),
          legend: { display: false },
          datalabels: {
            anchor: 'center',
            align: 'bottom',
            offset: 3,
            color: theme.colour.text,
            font: { size: theme.font.base - 2, weight: 500 },
            formatter: (_: unknown, context: { dataIndex: number }) => {
              const b = spec.boxes[context.dataIndex];
              return b ? `median ${figure(b.median)}` : '';
            },
          },
        },
      },
    };
    return config as unknown as ChartConfiguration;
  },
};
export default box;
