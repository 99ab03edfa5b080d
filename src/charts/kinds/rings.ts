import type { ChartConfiguration } from 'chart.js';
import type { RingsChart } from '../../core/answer/chart-spec.js';
import { type ChartKindDrawing, headings, legendItems } from '../kind.js';
import { axisLabel, theme } from '../theme.js';

/** A share that is smaller has no room for its figure. */
const LEAST_SHOWN = 0.035;

/** Shares as rings, with a legend that has the figures of each. */
const rings: ChartKindDrawing<RingsChart> = {
  kind: 'rings',
  summary: 'shares of a whole as rings, one inside the other',
  leastFilled: 0.2,
  height: spec => Math.max(theme.height, 130 + spec.labels.length * 30),

  config(spec): ChartConfiguration {
    const config: ChartConfiguration<'doughnut'> = {
      type: 'doughnut',
      data: {
        labels: spec.labels.map(label => axisLabel(label, 24)),
        datasets: spec.rings.map(ring => ({
          label: ring.title,
          data: ring.shares.map(share => Math.max(0, share)),
          backgroundColor: [...spec.colours],
          borderColor: theme.colour.background,
          borderWidth: 2,
        })),
      },
      options: {
        cutout: '38%',
        layout: { padding: { top: 16, left: 16, right: 16, bottom: 14 } },
        plugins: {
          ...headings(spec),
          legend: {
            position: 'right',
            labels: {
              boxWidth: 14,
              boxHeight: 12,
              padding: 10,
              color: theme.colour.text,
              font: { size: theme.font.base - 1 },
              generateLabels: () =>
                legendItems(
                  spec.labels.map((label, i) => ({
                    text: `${axisLabel(label, 22)}  ${percents(spec, i)}`,
                    colour: spec.colours[i] as string,
                  })),
                ),
            },
          },
          datalabels: {
            display: context => Number(context.dataset.data[context.dataIndex]) >= LEAST_SHOWN,
            color: '#ffffff',
            textStrokeColor: '#00000066',
            textStrokeWidth: 2,
            font: { size: theme.font.base - 2, weight: 700 },
            formatter: (value: number) => percent(value),
          },
        },
      },
    };
    return config as ChartConfiguration;
  },
};
export default rings;

const percent = (value: number): string => `${(value * 100).toFixed(value < 0.0995 ? 1 : 0)}%`;

/** A part's share in each ring: `55% / 23%`. */
const percents = ({ rings: all }: RingsChart, part: number): string =>
  all.map(({ shares }) => percent(shares[part] ?? 0)).join(' / ');
