import type { ChartConfiguration } from 'chart.js';
import type { HeatmapChart } from '../../core/answer/chart-spec.js';
import { type ChartKindDrawing, gridAxis, headings, shortFigure } from '../kind.js';
import { axisLabel, css, isPale, mixed, type Rgb, theme } from '../theme.js';

const NONE = '#f4f4f5';
const LOW = [228, 239, 248] as const;
const HIGH = [8, 72, 122] as const;
const BELOW = [194, 85, 58] as const;
const MIDDLE = [247, 247, 247] as const;

/** A table of coloured cells; the figures stand in them where there is room. */
const heatmap: ChartKindDrawing<HeatmapChart> = {
  kind: 'heatmap',
  height: spec =>
    165 +
    Math.max(3, spec.rows.length) * rowHeight(spec) +
    (spec.columns.length > 5 && spec.columns.some(name => name.length > 8) ? 60 : 0),

  config(spec): ChartConfiguration {
    const plain = shortFigure(spec);
    // 4 stands beside 4.7 as 4.0.
    const isBroken =
      spec.unit === 'number' && spec.values.some(row => row.some(v => v !== null && !Number.isInteger(v)));
    const figure = (value: number) => (isBroken ? value.toFixed(1) : plain(value));
    const colourOf = colours(spec);
    const cells = spec.rows.flatMap((_, y) =>
      spec.columns.map((_column, x) => ({ x: x + 0.5, y: y + 0.5, v: spec.values[y]?.[x] ?? null })),
    );
    const room = (theme.width - 150) / spec.columns.length;
    // Names are turned where they do not fit beside each other; very many are left out by turns instead.
    const isTight = spec.columns.length <= 24 && spec.columns.some(name => name.length > room / 8.5);
    const longest = Math.max(...cells.map(c => (c.v === null ? 0 : figure(c.v).length)));
    const size = Math.min(theme.font.base - 2, Math.floor((room - 6) / (longest * 0.64)));
    const columns = gridAxis(spec.columns, name =>
      axisLabel(name, isTight ? 22 : Math.max(4, Math.floor(room / 8.5))),
    );
    return {
      type: 'matrix',
      data: {
        datasets: [
          {
            data: cells as never,
            backgroundColor: (context: { dataIndex: number }) => {
              const v = cells[context.dataIndex]?.v;
              return v === null || v === undefined ? NONE : css(colourOf(v));
            },
            borderRadius: 3,
            width: ({ chart }) => Math.max(1, (chart.chartArea?.width ?? 0) / spec.columns.length - 3),
            height: ({ chart }) => Math.max(1, (chart.chartArea?.height ?? 0) / spec.rows.length - 3),
          },
        ],
      },
      options: {
        layout: { padding: { top: 16, left: 12, right: 22, bottom: 12 } },
        scales: {
          x: {
            ...columns,
            ticks: { ...columns.ticks, maxRotation: isTight ? 40 : 0, minRotation: isTight ? 40 : 0 },
            position: 'bottom',
          },
          y: { ...gridAxis(spec.rows, name => axisLabel(name, 20)), reverse: true },
        },
        plugins: {
          ...headings(spec),
          legend: { display: false },
          datalabels: {
            display: size >= 9,
            color: context => {
              const v = cells[context.dataIndex]?.v;
              return v !== null && v !== undefined && !isPale(colourOf(v)) ? '#ffffff' : theme.colour.title;
            },
            font: { size: Math.max(9, size), weight: 500 },
            formatter: (_: unknown, context) => {
              const v = cells[context.dataIndex]?.v;
              return v === null || v === undefined ? '' : figure(v);
            },
          },
        },
      },
    };
  },
};
export default heatmap;

const rowHeight = ({ rows }: HeatmapChart): number => (rows.length > 12 ? 26 : 40);

function colours({ values, middle }: HeatmapChart): (value: number) => Rgb {
  const all = values.flatMap(row => row.filter(v => v !== null));
  const [least, most] = [Math.min(...all), Math.max(...all)];
  if (middle === undefined) {
    // Darker by the root: one outlier must not leave all others white.
    return v => mixed(LOW, HIGH, most > least ? Math.sqrt(Math.max(0, (v - least) / (most - least))) : 0.8);
  }
  const reach = Math.max(...all.map(v => Math.abs(v - middle)), 1e-9);
  return v => mixed(MIDDLE, v < middle ? BELOW : HIGH, Math.min(1, Math.abs(v - middle) / reach));
}
