import type { ChartConfiguration } from 'chart.js';
import type { CellsChart } from '../../core/answer/chart-spec.js';
import { type ChartKindDrawing, gridAxis, headings, legendBelow } from '../kind.js';
import { axisLabel, theme } from '../theme.js';

const ROW_HEIGHT = 62;
/** Part of a column that lies between it and the next. */
const GAP = 0.06;

/** A grid whose cells have the colours of segments; stripes from left to right if a third score decides. */
const cells: ChartKindDrawing<CellsChart> = {
  kind: 'cells',
  summary: 'which segment each cell of a grid of scores belongs to',
  leastFilled: 0.4,
  height: spec => 215 + spec.rows.length * ROW_HEIGHT + Math.ceil(spec.segments.length / 4) * 18,

  config(spec): ChartConfiguration {
    const stripes = spec.cells[0]?.[0]?.length ?? 1;
    const wide = (1 - GAP) / stripes;
    const points = stripePoints(spec, stripes, wide);
    const axis = (names: readonly string[], title: string, most: number) => ({
      ...gridAxis(names, name => axisLabel(name, Math.floor(65 / spec.columns.length))),
      title: {
        display: true,
        text: axisLabel(title, most),
        color: theme.colour.faint,
        font: { size: theme.font.base - 2 },
      },
    });
    return {
      type: 'matrix',
      data: {
        datasets: [
          {
            data: points as never,
            backgroundColor: (context: { dataIndex: number }) =>
              spec.segments[points[context.dataIndex]?.segment ?? 0]?.colour ?? theme.colour.muted,
            borderRadius: stripes === 1 ? 4 : 0,
            width: ({ chart }) =>
              ((chart.chartArea?.width ?? 0) / spec.columns.length) * wide + (stripes > 1 ? 0.5 : 0),
            height: ({ chart }) => (chart.chartArea?.height ?? 0) / spec.rows.length - 4,
          },
        ],
      },
      options: {
        layout: { padding: { top: 16, left: 12, right: 22, bottom: 10 } },
        scales: {
          x: { ...axis(spec.columns, spec.columnTitle, 66), position: 'bottom' },
          y: { ...axis(spec.rows, spec.rowTitle, spec.rows.length * 9), reverse: true },
        },
        plugins: {
          ...headings(spec),
          legend: legendBelow(spec.segments.map(({ title, colour }) => ({ text: axisLabel(title), colour }))),
          datalabels: {
            display: context => (points[context.dataIndex]?.note ?? '') !== '',
            color: theme.colour.title,
            backgroundColor: '#ffffffd9',
            borderRadius: 3,
            padding: { top: 2, bottom: 2, left: 5, right: 5 },
            font: { size: theme.font.base - 3, weight: 500 },
            formatter: (_: unknown, context) => points[context.dataIndex]?.note ?? '',
          },
        },
      },
    };
  },
};
export default cells;

/** The middle of each stripe of each cell. */
const stripePoints = (spec: CellsChart, stripes: number, wide: number) =>
  spec.rows.flatMap((_, y) =>
    spec.columns.flatMap((_column, x) =>
      Array.from({ length: stripes }, (_stripe, s) => ({
        x: x + GAP / 2 + wide * (s + 0.5),
        y: y + 0.5,
        segment: spec.cells[y]?.[x]?.[s] ?? 0,
        // The note stands on the middle stripe.
        note: s === Math.floor(stripes / 2) ? (spec.notes[y]?.[x] ?? '') : '',
      })),
    ),
  );
