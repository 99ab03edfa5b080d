import type { ChartConfiguration, ChartDataset } from 'chart.js';
import type { TrendChart } from '../../core/answer/chart-spec.js';
import { type ChartKindDrawing, headings, periodAxis, shortFigure, TICK_SIZE, valueAxis } from '../kind.js';
import { textWidth } from '../text-width.js';
import { axisLabel, theme } from '../theme.js';

const MOST_BARS = 16;
/** With more bars, only the peak and the last one have their figure written. */
const MOST_FIGURES = 12;
/** The width that bars share beside the value axis, in CSS pixels. */
const BARS_WIDTH = 590;
/** With more points, a line is drawn thin, so that it does not become an area. */
const MOST_THICK_POINTS = 150;

/**
 * A measure over time: bars for a few periods, a line for many. A period that is not over is pale or dashed.
 */
const trend: ChartKindDrawing<TrendChart> = {
  kind: 'trend',
  summary: 'a measure over time, with its average and what stands out',
  height: () => theme.height,

  config(spec): ChartConfiguration {
    const bars = isInBars(spec);
    const top = Math.max(0, ...spec.values);
    const bottom = Math.min(0, ...spec.values);
    const xAxis = periodAxis();
    return {
      type: bars ? 'bar' : 'line',
      data: {
        labels: bars ? barNames(spec) : [...spec.labels],
        // Said outright: the union of both kinds of dataset is more than the compiler takes.
        datasets: [
          bars ? barDataset(spec) : lineDataset(spec),
          ...(spec.average ? [averageLine(spec.average)] : []),
        ] as ChartDataset[],
      },
      options: {
        layout: { padding: { top: 16, left: 16, right: isLastBeside(spec) ? 72 : 40, bottom: 12 } },
        scales: {
          x: { ...xAxis, ticks: { ...xAxis.ticks, autoSkip: !bars } },
          // Room for the figures over and under the bars.
          y: {
            ...valueAxis(spec),
            suggestedMax: top * 1.12,
            ...(bottom < 0 && { suggestedMin: bottom * 1.12 }),
          },
        },
        plugins: {
          ...headings(spec),
          legend: averageLegend(spec),
          datalabels: figureLabels(spec),
        },
      },
    };
  },
};
export default trend;

const isInBars = ({ values }: TrendChart): boolean => values.length <= MOST_BARS;

const isPartial = ({ partialLast, values }: TrendChart, index: number): boolean =>
  partialLast && index === values.length - 1;

/** Whether the last figure stands beside the end of a line, off the line itself and the peak's figure. */
const isLastBeside = (spec: TrendChart): boolean =>
  !isInBars(spec) && !spec.isCycle && spec.peak !== spec.values.length - 1;

/** The names below bars in two lines; some are skipped if they do not fit beside each other. */
function barNames(spec: TrendChart): (string | string[])[] {
  const { labels, isCycle } = spec;
  if (isCycle) return labels.map(label => axisLabel(label, Math.max(5, Math.floor(80 / labels.length))));
  const font = `${TICK_SIZE}px ${theme.font.family}`;
  const names = labels.map(twoLines);
  const widest = Math.max(0, ...names.flat().map(line => textWidth(line, font)));
  const step = Math.max(1, Math.ceil((widest * labels.length) / BARS_WIDTH));
  return names.map((lines, i) =>
    (labels.length - 1 - i) % step === 0 ? [...lines, ...(isPartial(spec, i) ? ['so far'] : [])] : '',
  );
}

const barDataset = (spec: TrendChart): ChartDataset<'bar', number[]> => ({
  data: [...spec.values],
  backgroundColor: spec.values.map((_, i) => {
    if (isPartial(spec, i)) return theme.colour.muted;
    return i === spec.peak ? theme.colour.main : theme.colour.second;
  }),
  borderRadius: 4,
  maxBarThickness: 56,
});

function lineDataset(spec: TrendChart): ChartDataset<'line', number[]> {
  const last = spec.values.length - 1;
  const marks = new Set(spec.marks);
  const hasPoint = (i: number) => i === spec.peak || i === last || marks.has(i);
  const colourOf = (i: number) => (marks.has(i) ? theme.colour.line : theme.colour.main);
  return {
    data: [...spec.values],
    borderColor: theme.colour.main,
    borderWidth: spec.values.length > MOST_THICK_POINTS ? 1 : 2.5,
    fill: true,
    // Below the average.
    order: 1,
    backgroundColor: '#0b6fb81c',
    pointRadius: spec.values.map((_, i) => (hasPoint(i) ? 4.5 : 0)),
    pointBorderColor: spec.values.map((_, i) => colourOf(i)),
    pointBackgroundColor: spec.values.map((_, i) => (isPartial(spec, i) ? '#ffffff' : colourOf(i))),
    segment: { borderDash: context => (isPartial(spec, context.p1DataIndex) ? [5, 4] : undefined) },
  };
}

const averageLine = ({
  label,
  values,
}: NonNullable<TrendChart['average']>): ChartDataset<'line', (number | null)[]> => ({
  type: 'line',
  label: axisLabel(label, 60),
  data: [...values],
  borderColor: theme.colour.line,
  borderWidth: 2,
  pointRadius: 0,
  spanGaps: false,
  datalabels: { display: false },
});

/** The legend names the average alone: the title says what the bars are. */
const averageLegend = ({ average }: TrendChart) => ({
  display: average !== undefined,
  position: 'bottom' as const,
  align: 'start' as const,
  labels: {
    color: theme.colour.text,
    boxWidth: 22,
    boxHeight: 2,
    font: { size: TICK_SIZE },
    filter: (item: { text: string }) => average !== undefined && item.text === axisLabel(average.label, 60),
  },
});

function figureLabels(spec: TrendChart) {
  const figure = shortFigure(spec);
  const last = spec.values.length - 1;
  const isWritten = (i: number) =>
    (isInBars(spec) && spec.values.length <= MOST_FIGURES) ||
    i === spec.peak ||
    (i === last && !spec.isCycle);
  const isBelow = (i: number) => isInBars(spec) && (spec.values[i] ?? 0) < 0;
  return {
    display: ({ dataIndex }: { dataIndex: number }) => isWritten(dataIndex),
    anchor: ({ dataIndex }: { dataIndex: number }) =>
      (isBelow(dataIndex) ? 'start' : 'end') as 'start' | 'end',
    align: ({ dataIndex }: { dataIndex: number }) => {
      if (isBelow(dataIndex)) return 'bottom';
      return isLastBeside(spec) && dataIndex === last ? 'right' : 'top';
    },
    offset: 3,
    color: theme.colour.text,
    font: { size: TICK_SIZE, weight: 500 as const },
    formatter: (value: number) => figure(value),
  } as const;
}

/** `Q4 2004` as `Q4` above `2004`, so that every bar keeps its name. */
function twoLines(label: string): string[] {
  const at = label.lastIndexOf(' ');
  return at < 0 ? [label] : [label.slice(0, at).replace(/,$/, ''), label.slice(at + 1)];
}
