import type { ChartConfiguration } from 'chart.js';
import type { ChartBase } from '../../core/answer/chart-spec.js';
import {
  type ChartKindDrawing,
  figuresBehindBars,
  headings,
  nameAxis,
  roomBehindBars,
  shortFigure,
} from '../kind.js';
import { axisLabel, theme } from '../theme.js';

/** What leads from one figure to another, step by step; start and steps together are the end. */
export interface WaterfallChart extends ChartBase {
  readonly kind: 'waterfall';
  readonly start: { readonly label: string; readonly value: number };
  readonly steps: readonly { readonly label: string; readonly value: number }[];
  readonly end: { readonly label: string; readonly value: number };
}

declare module '../../core/answer/chart-spec.js' {
  interface ChartSpecs {
    waterfall: WaterfallChart;
  }
}

/** Horizontal bars, so that the names of steps can be read: each begins where the one above ends. */
const waterfall: ChartKindDrawing<WaterfallChart> = {
  kind: 'waterfall',
  summary: 'steps that lead from one figure to another, each beginning where the one before ends',
  leastFilled: 0.04,
  examples: [
    {
      kind: 'waterfall',
      title: 'Revenue -10.0%: lost customers took the most',
      subtitle: 'Feb 2026 against Jan 2026',
      alt: 'From $1,000 to $900: new customers +$200, customers lost -$350, price +$50',
      unit: 'money',
      currency: 'USD',
      start: { label: 'Jan 2026', value: 1000 },
      steps: [
        { label: 'New customers', value: 200 },
        { label: 'Customers lost', value: -350 },
        { label: 'Price per unit', value: 50 },
      ],
      end: { label: 'Feb 2026', value: 900 },
    },
  ],
  height: spec => 140 + (spec.steps.length + 2) * 36,

  config(spec): ChartConfiguration {
    const bars = barsOf(spec);
    const figure = shortFigure(spec);
    const figures = bars.map(({ value, isStep }) => `${isStep && value > 0 ? '+' : ''}${figure(value)}`);
    const ends = bars.flatMap(bar => [bar.from, bar.to]);
    const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
    return {
      type: 'bar',
      data: {
        labels: bars.map(bar => axisLabel(bar.label, 28)),
        datasets: [
          {
            data: bars.map(({ from, to }) => [Math.min(from, to), Math.max(from, to)]) as never,
            backgroundColor: bars.map(colourOf),
            borderRadius: 3,
            borderSkipped: false,
            // Steps that hardly change anything are still seen.
            minBarLength: 2,
            maxBarThickness: 26,
            categoryPercentage: 0.9,
            barPercentage: 0.9,
          },
        ],
      },
      options: {
        indexAxis: 'y',
        layout: { padding: { top: 16, left: 16, right: 20, bottom: 14 } },
        scales: {
          x: {
            display: false,
            min: least < 0 ? least * 1.04 : 0,
            max: most + roomBehindBars(figures, most - least || 1),
          },
          y: nameAxis(theme.font.base - 1),
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
export default waterfall;

interface Bar {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly isStep: boolean;
}

function barsOf({ start, steps, end }: WaterfallChart): Bar[] {
  let level = start.value;
  const bars = steps.map(({ label, value }): Bar => {
    const from = level;
    level += value;
    return { label, from, to: level, value, isStep: true };
  });
  const whole = ({ label, value }: { readonly label: string; readonly value: number }): Bar => ({
    label,
    from: 0,
    to: value,
    value,
    isStep: false,
  });
  return [whole(start), ...bars, whole(end)];
}

function colourOf({ isStep, value }: Bar): string {
  if (!isStep) return theme.colour.muted;
  return value < 0 ? theme.colour.down : theme.colour.main;
}
