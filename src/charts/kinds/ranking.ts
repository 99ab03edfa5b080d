import type { ChartConfiguration } from 'chart.js';
import type { RankingChart } from '../../core/answer/chart-spec.js';
import {
  type ChartKindDrawing,
  figuresBehindBars,
  headings,
  nameAxis,
  roomBehindBars,
  shortFigure,
} from '../kind.js';
import { axisLabel, theme } from '../theme.js';

/** Horizontal bars with the figure at their end: names can be read, and no axis is needed. */
const ranking: ChartKindDrawing<RankingChart> = {
  kind: 'ranking',
  summary: 'names with a value each, as horizontal bars',
  leastFilled: 0.04,
  height: spec => 130 + Math.max(3, spec.values.length) * (spec.secondLabels ? 48 : 34),

  config(spec): ChartConfiguration {
    const shortened = shortFigure(spec);
    // One value that is not a number would leave the axis without a scale.
    const values = spec.values.map(value => (Number.isFinite(value) ? value : 0));
    const figures = spec.values.map((value, i) => {
      const figure = Number.isFinite(value) ? shortened(value) : '–';
      return spec.notes?.[i] ? `${figure} · ${spec.notes[i]}` : figure;
    });
    const top = Math.max(0, ...values);
    const bottom = Math.min(0, ...values);
    return {
      type: 'bar',
      data: {
        labels: namesOf(spec),
        datasets: [
          {
            data: values,
            backgroundColor: spec.colour ?? values.map((value, i) => colourOf(spec, value, i)),
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
            max: top + roomBehindBars(figures, top - bottom || 1),
            min: bottom < 0 ? bottom * 1.04 : 0,
          },
          y: nameAxis(spec.secondLabels ? theme.font.base - 1 : undefined),
        },
        plugins: {
          ...headings(spec),
          legend: { display: false },
          datalabels: figuresBehindBars(figures),
        },
      },
    };
  },
};
export default ranking;

/** One line for each name, or two. */
function namesOf({ labels, secondLabels }: RankingChart): (string | string[])[] {
  const short = (label: string) => axisLabel(label, 26);
  if (!secondLabels) return labels.map(short);
  return labels.map((label, i) => [short(label), short(secondLabels[i] ?? '')]);
}

function colourOf({ isChange }: RankingChart, value: number, index: number): string {
  if (isChange) return value < 0 ? theme.colour.down : theme.colour.main;
  return index === 0 ? theme.colour.main : theme.colour.second;
}
