import type { ChartConfiguration } from 'chart.js';
import type { RankingChart } from '../../core/answer/chart-spec.js';
import { type ChartKindDrawing, headings, shortFigure } from '../kind.js';
import { axisLabel, theme } from '../theme.js';

/** Horizontal bars with the figure at their end: names can be read, and no axis is needed. */
const ranking: ChartKindDrawing<RankingChart> = {
  kind: 'ranking',
  height: spec => 130 + Math.max(3, spec.values.length) * 34,

  config(spec): ChartConfiguration {
    const figure = shortFigure(spec);
    const top = Math.max(0, ...spec.values);
    const bottom = Math.min(0, ...spec.values);
    // Room for the longest figure behind a bar, as a part of what is left for bars beside the names.
    const longest = Math.max(0, ...spec.values.map((v, i) => labelOf(spec, figure(v), i).length));
    const part = Math.min(0.6, (longest * LETTER + 16) / BARS);
    const room = ((top - bottom || 1) * part) / (1 - part);
    return {
      type: 'bar',
      data: {
        labels: spec.labels.map(label => axisLabel(label, 26)),
        datasets: [
          {
            data: [...spec.values],
            backgroundColor:
              spec.colour ??
              spec.values.map((value, i) => {
                if (spec.isChange) return value < 0 ? theme.colour.down : theme.colour.main;
                return i === 0 ? theme.colour.main : theme.colour.second;
              }),
            borderRadius: 4,
            maxBarThickness: 30,
            categoryPercentage: 0.86,
            barPercentage: 0.92,
          },
        ],
      },
      options: {
        indexAxis: 'y',
        layout: { padding: { top: 16, left: 16, right: 20, bottom: 14 } },
        scales: {
          x: {
            display: false,
            max: top + room,
            min: bottom < 0 ? bottom * 1.04 : 0,
          },
          y: {
            grid: { display: false },
            border: { display: false },
            ticks: { color: theme.colour.text, font: { size: theme.font.base }, autoSkip: false },
          },
        },
        plugins: {
          ...headings(spec),
          legend: { display: false },
          datalabels: {
            // To the right of every bar, also of one that reaches to the left, where the names stand.
            anchor: 'end',
            align: 'right',
            color: theme.colour.text,
            font: { size: theme.font.base - 1, weight: 500 },
            formatter: (value: number, context) => labelOf(spec, figure(value), context.dataIndex),
          },
        },
      },
    };
  },
};
export default ranking;

/** The width of a letter of a label, and of the bars, in CSS pixels. */
const LETTER = 8;
const BARS = 470;

const labelOf = ({ notes }: RankingChart, figure: string, index: number): string =>
  notes?.[index] ? `${figure} · ${notes[index]}` : figure;
