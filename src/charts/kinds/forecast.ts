import type { ChartConfiguration } from 'chart.js';
import type { ChartBase } from '../../core/answer/chart-spec.js';
import {
  type ChartKindDrawing,
  headings,
  legendBelow,
  periodAxis,
  shortFigure,
  TICK_SIZE,
  valueAxis,
} from '../kind.js';
import { theme } from '../theme.js';

/** A measure so far, and what is expected of it, with what is likely around that. */
export interface ForecastChart extends ChartBase {
  readonly kind: 'forecast';
  /** Of the history, then of what is ahead. */
  readonly labels: readonly string[];
  readonly history: readonly number[];
  readonly expected: readonly number[];
  /** The bounds of what is likely; null where nothing says. */
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  /** What the band holds, in the legend. */
  readonly band: string;
}

declare module '../../core/answer/chart-spec.js' {
  interface ChartSpecs {
    forecast: ForecastChart;
  }
}

/** The history as a line; ahead of it a dashed one, in a band of what is likely. */
const forecast: ChartKindDrawing<ForecastChart> = {
  kind: 'forecast',
  summary: 'a measure so far, and ahead of it what is expected, with a band of what is likely',
  leastFilled: 0.005,
  height: () => theme.height,
  examples: [
    {
      kind: 'forecast',
      title: 'About $447 is expected for Jan 1961',
      subtitle: 'Revenue by month · 1960',
      alt: 'Revenue by month: Oct 1960 $461, Nov 1960 $390, Dec 1960 $432; expected: Jan 1961 $447',
      unit: 'money',
      currency: 'USD',
      labels: ['Sep 1960', 'Oct 1960', 'Nov 1960', 'Dec 1960', 'Jan 1961', 'Feb 1961'],
      history: [508, 461, 390, 432],
      expected: [447, 420],
      low: [420, 383],
      high: [476, null],
      band: 'likely (4 of 5)',
    },
  ],

  config(spec): ChartConfiguration {
    const all = [...spec.history, ...spec.expected, ...numbers(spec.low), ...numbers(spec.high)];
    const [top, bottom] = [Math.max(0, ...all), Math.min(0, ...all)];
    return {
      type: 'line',
      data: { labels: [...spec.labels], datasets: datasets(spec) },
      options: {
        layout: { padding: { top: 16, left: 16, right: 72, bottom: 12 } },
        scales: {
          x: periodAxis(),
          y: {
            ...valueAxis(spec),
            suggestedMax: top * 1.08,
            ...(bottom < 0 && { suggestedMin: bottom * 1.08 }),
          },
        },
        plugins: {
          ...headings(spec),
          legend: legendBelow(legendOf(spec)),
          datalabels: lastFigure(spec),
        },
      },
    };
  },
};
export default forecast;

/** What is likely, around what is expected. */
const BAND = `${theme.colour.line}40`;

const numbers = (values: readonly (number | null)[]): number[] => values.filter(x => x !== null);

/** A line, a line and an area: each as a box of its colour, the band as pale as it is drawn. */
const legendOf = (spec: ForecastChart) => [
  { text: 'so far', colour: theme.colour.main },
  { text: 'expected', colour: theme.colour.line },
  ...(numbers(spec.high).length > 0 ? [{ text: spec.band, colour: BAND }] : []),
];

/** The band begins at the end of the history, so that it opens there. */
function datasets(spec: ForecastChart): ChartConfiguration['data']['datasets'] {
  const before = spec.history.slice(0, -1).map(() => null);
  const end = spec.history.slice(-1);
  const ahead = (values: readonly (number | null)[]) => [...before, ...end, ...values];
  const last = spec.labels.length - 1;
  const plain = { type: 'line', pointRadius: 0, borderColor: 'transparent', borderWidth: 0 } as const;
  return [
    {
      type: 'line',
      label: 'so far',
      data: [...spec.history],
      borderColor: theme.colour.main,
      backgroundColor: theme.colour.main,
      borderWidth: 2.5,
      pointRadius: spec.history.length < 20 ? 3 : 0,
    },
    {
      type: 'line',
      label: 'expected',
      data: ahead(spec.expected),
      borderColor: theme.colour.line,
      backgroundColor: theme.colour.line,
      borderWidth: 2.5,
      borderDash: [6, 4],
      pointRadius: spec.labels.map((_, i) =>
        i === last || (spec.labels.length <= 40 && i >= spec.history.length) ? 3.5 : 0,
      ),
    },
    { ...plain, label: '', data: ahead(spec.low), fill: false },
    {
      ...plain,
      label: spec.band,
      data: ahead(spec.high),
      backgroundColor: BAND,
      fill: '-1',
    },
  ];
}

function lastFigure(spec: ForecastChart) {
  const figure = shortFigure(spec);
  const last = spec.labels.length - 1;
  return {
    display: ({ dataIndex, datasetIndex }: { dataIndex: number; datasetIndex: number }) =>
      datasetIndex === 1 && dataIndex === last,
    align: 'right' as const,
    offset: 4,
    color: theme.colour.text,
    font: { size: TICK_SIZE, weight: 500 as const },
    formatter: (value: number | null) => (value === null ? '' : figure(value)),
  };
}
