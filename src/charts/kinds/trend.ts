import type { ChartConfiguration } from 'chart.js';
import type { TrendChart } from '../../core/answer/chart-spec.js';
import { type ChartKindDrawing, headings, shortFigure, valueAxis } from '../kind.js';
import { axisLabel, theme } from '../theme.js';

const BARS_UP_TO = 16;

/** A measure over time: bars for a few periods, a line for many. A period that is not over is pale or dashed. */
const trend: ChartKindDrawing<TrendChart> = {
  kind: 'trend',
  height: () => theme.height,

  config(spec): ChartConfiguration {
    const figure = shortFigure(spec);
    const bars = spec.values.length <= BARS_UP_TO;
    const last = spec.values.length - 1;
    const isPartial = (index: number) => spec.partialLast && index === last;
    const top = Math.max(0, ...spec.values);
    // Days and weeks under so many bars would run into each other.
    const isTight =
      spec.labels.length > 13 && spec.labels.some(label => (twoLines(label)[0]?.length ?? 0) > 5);
    const step = isTight ? 2 : 1;
    // Two names side by side at the end would overlap.
    const crowded = !bars && spec.peak !== undefined && spec.peak !== last && last - spec.peak < last * 0.14;
    const marks = new Set(spec.marks);
    const named = (index: number) =>
      (bars && spec.values.length <= 12) || index === spec.peak || (index === last && !spec.isCycle);
    const pointAt = (i: number) => i === spec.peak || i === last || marks.has(i);
    return {
      type: bars ? 'bar' : 'line',
      data: {
        labels: spec.labels.map((label, i) => {
          if (!bars) return label;
          if (spec.isCycle) return axisLabel(label, Math.max(5, Math.floor(80 / spec.labels.length)));
          if ((last - i) % step !== 0) return '';
          return [...twoLines(label), ...(isPartial(i) ? ['so far'] : [])];
        }),
        datasets: [
          bars
            ? {
                data: [...spec.values],
                backgroundColor: spec.values.map((_, i) =>
                  isPartial(i)
                    ? theme.colour.muted
                    : i === spec.peak
                      ? theme.colour.main
                      : theme.colour.second,
                ),
                borderRadius: 4,
                maxBarThickness: 56,
              }
            : {
                data: [...spec.values],
                borderColor: theme.colour.main,
                borderWidth: 2.5,
                fill: true,
                backgroundColor: '#0b6fb81c',
                pointRadius: spec.values.map((_, i) => (pointAt(i) ? 4.5 : 0)),
                pointBorderColor: spec.values.map((_, i) =>
                  marks.has(i) ? theme.colour.line : theme.colour.main,
                ),
                pointBackgroundColor: spec.values.map((_, i) => {
                  if (isPartial(i)) return '#ffffff';
                  return marks.has(i) ? theme.colour.line : theme.colour.main;
                }),
                segment: { borderDash: context => (isPartial(context.p1DataIndex) ? [5, 4] : undefined) },
              },
          ...(spec.average
            ? [
                {
                  type: 'line' as const,
                  label: spec.average.label,
                  data: [...spec.average.values],
                  borderColor: theme.colour.line,
                  borderWidth: 2,
                  pointRadius: 0,
                  spanGaps: false,
                  datalabels: { display: false },
                },
              ]
            : []),
        ],
      },
      options: {
        layout: { padding: { top: 16, left: 16, right: crowded ? 72 : 40, bottom: 12 } },
        scales: {
          x: {
            grid: { display: false },
            border: { color: theme.colour.grid },
            ticks: {
              color: theme.colour.faint,
              maxRotation: 0,
              autoSkip: !bars,
              autoSkipPadding: 18,
              font: { size: theme.font.base - 2 },
            },
          },
          y: { ...valueAxis(spec), suggestedMax: top * 1.12 },
        },
        plugins: {
          ...headings(spec),
          legend: {
            display: spec.average !== undefined,
            position: 'bottom',
            align: 'start',
            labels: {
              color: theme.colour.text,
              boxWidth: 22,
              boxHeight: 2,
              font: { size: theme.font.base - 2 },
              filter: item => item.text === spec.average?.label,
            },
          },
          datalabels: {
            display: context => named(context.dataIndex),
            anchor: 'end',
            align: context => (crowded && context.dataIndex === last ? 'right' : 'top'),
            offset: 3,
            color: theme.colour.text,
            font: { size: theme.font.base - 2, weight: 500 },
            formatter: (value: number) => figure(value),
          },
        },
      },
    };
  },
};
export default trend;

/** `Q4 2004` as `Q4` above `2004`, so that every bar keeps its name. */
function twoLines(label: string): string[] {
  const at = label.lastIndexOf(' ');
  return at < 0 ? [label] : [label.slice(0, at).replace(/,$/, ''), label.slice(at + 1)];
}
