import type { ChartConfiguration } from 'chart.js';
import type { HeatmapChart } from '../../core/answer/chart-spec.js';
import { type ChartKindDrawing, gridAxis, headings, shortFigure } from '../kind.js';
import { axisLabel, css, isPale, mixed, type Rgb, theme } from '../theme.js';

const NO_VALUE = '#f4f4f5';
/** Smaller figures cannot be read, and are left out. */
const SMALLEST_FIGURE = 9;
const LOW = [228, 239, 248] as const;
const HIGH = [8, 72, 122] as const;
const BELOW = [194, 85, 58] as const;
const MIDDLE = [247, 247, 247] as const;

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly value: number | null;
}

/** A table of coloured cells; with figures in them if there is room. */
const heatmap: ChartKindDrawing<HeatmapChart> = {
  kind: 'heatmap',
  summary: 'a value for each pair of names, as colours',
  height: spec =>
    165 +
    Math.max(3, spec.rows.length) * rowHeight(spec) +
    (spec.columns.length > 5 && spec.columns.some(name => name.length > 8) ? 60 : 0),

  config(spec): ChartConfiguration {
    const figure = cellFigure(spec);
    const colourOf = colours(spec);
    const cells: Cell[] = spec.rows.flatMap((_, y) =>
      spec.columns.map((_column, x) => ({ x: x + 0.5, y: y + 0.5, value: spec.values[y]?.[x] ?? null })),
    );
    const room = (theme.width - 150) / spec.columns.length;
    // Names that do not fit beside each other are rotated; if there are very many, some are skipped instead.
    const isTight = spec.columns.length <= 24 && spec.columns.some(name => name.length > room / 8.5);
    const longest = Math.max(...cells.map(({ value }) => (value === null ? 0 : figure(value).length)));
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
              const value = cells[context.dataIndex]?.value ?? null;
              return value === null ? NO_VALUE : css(colourOf(value));
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
          datalabels: cellLabels(cells, size, figure, colourOf),
        },
      },
    };
  },
};
export default heatmap;

/**
 * Writes a cell's figure; if some have decimals, all have one: 4 stands beside 4.7 as 4.0. Shares that are
 * all small have one too: 0.4 % and 1.4 % are not the same.
 */
function cellFigure(spec: HeatmapChart): (value: number) => string {
  const isSmall = (v: number | null) => v === null || Math.abs(v) < 0.1;
  if (spec.unit === 'share' && spec.values.every(row => row.every(isSmall)))
    return value => `${(value * 100).toFixed(1)}%`;
  const hasDecimals =
    spec.unit === 'number' && spec.values.some(row => row.some(v => v !== null && !Number.isInteger(v)));
  return hasDecimals ? value => value.toFixed(1) : shortFigure(spec);
}

const cellLabels = (
  cells: readonly Cell[],
  size: number,
  figure: (value: number) => string,
  colourOf: (value: number) => Rgb,
) => ({
  display: size >= SMALLEST_FIGURE,
  color: ({ dataIndex }: { dataIndex: number }) => {
    const value = cells[dataIndex]?.value ?? null;
    return value !== null && !isPale(colourOf(value)) ? '#ffffff' : theme.colour.title;
  },
  font: { size: Math.max(SMALLEST_FIGURE, size), weight: 500 as const },
  formatter: (_: unknown, { dataIndex }: { dataIndex: number }) => {
    const value = cells[dataIndex]?.value ?? null;
    return value === null ? '' : figure(value);
  },
});

const rowHeight = ({ rows }: HeatmapChart): number => (rows.length > 12 ? 26 : 40);

function colours({ values, middle }: HeatmapChart): (value: number) => Rgb {
  const all = values.flatMap(row => row.filter(v => v !== null));
  const [least, most] = [Math.min(...all), Math.max(...all)];
  if (middle === undefined) {
    // Darker by the root: one outlier must not leave all others white.
    // Of equal values nothings are pale.
    if (!(most > least)) return v => mixed(LOW, HIGH, v === 0 ? 0 : 0.8);
    return v => mixed(LOW, HIGH, Math.sqrt(Math.max(0, (v - least) / (most - least))));
  }
  const reach = Math.max(...all.map(v => Math.abs(v - middle)), 1e-9);
  return v => mixed(MIDDLE, v < middle ? BELOW : HIGH, Math.min(1, Math.abs(v - middle) / reach));
}
