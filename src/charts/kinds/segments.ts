import type { ChartConfiguration } from 'chart.js';
import type { SegmentsChart } from '../../core/answer/chart-spec.js';
import { plural } from '../../core/answer/format.js';
import {
  type ChartKindDrawing,
  headings,
  legendBelow,
  nameAxis,
  roomBehindBars,
  valueAxis,
} from '../kind.js';
import { axisLabel, theme } from '../theme.js';

/** For each segment, its share of the customers (pale) above its share of the revenue (full colour). */
const segments: ChartKindDrawing<SegmentsChart> = {
  kind: 'segments',
  summary: 'segments by their share of customers beside their share of revenue',
  leastFilled: 0.035,
  height: spec => 170 + spec.segments.length * 62,

  config(spec): ChartConfiguration {
    const shares = spec.segments.flatMap(s => [s.share, s.revenueShare]);
    const [least, most] = [Math.min(0, ...shares), Math.max(0.01, ...shares)];
    const figures = spec.segments.map(customersAndShare);
    return {
      type: 'bar',
      data: {
        labels: spec.segments.map(s => axisLabel(s.title)),
        datasets: [
          {
            label: 'share of customers',
            data: spec.segments.map(s => s.share),
            backgroundColor: spec.segments.map(s => `${s.colour}66`),
            borderRadius: 3,
          },
          {
            label: 'share of revenue',
            data: spec.segments.map(s => s.revenueShare),
            backgroundColor: spec.segments.map(s => s.colour),
            borderRadius: 3,
          },
        ],
      },
      options: {
        indexAxis: 'y',
        layout: { padding: { top: 16, left: 16, right: 20, bottom: 12 } },
        datasets: { bar: { categoryPercentage: 0.78, barPercentage: 0.94 } },
        scales: {
          x: {
            ...valueAxis(spec),
            min: least,
            max: most + roomBehindBars(figures, most - least),
            display: false,
          },
          y: nameAxis(),
        },
        plugins: {
          ...headings(spec),
          legend: legendBelow([
            { text: 'share of customers (pale)', colour: '#45424555' },
            { text: 'share of revenue (full)', colour: '#454245' },
          ]),
          datalabels: {
            anchor: 'end',
            align: 'end',
            color: theme.colour.text,
            font: { size: theme.font.base - 1, weight: 500 },
            formatter: (value: number, context) =>
              context.datasetIndex === 0 ? (figures[context.dataIndex] ?? '') : percent(value),
          },
        },
      },
    };
  },
};
export default segments;

const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;

const customersAndShare = ({ customers, share }: SegmentsChart['segments'][number]): string =>
  `${plural(customers, 'customer')} · ${percent(share)}`;
