import type { ChartConfiguration } from 'chart.js';
import type { BarGridChart } from '../../core/answer/chart-spec.js';
import { formatFor } from '../../core/answer/format.js';
import { type ChartKindDrawing, headings, legendBelow } from '../kind.js';
import { axisLabel, css, mixed, rgbOf, theme } from '../theme.js';

const ROW_HEIGHT = 74;
/** From pale to full: more is darker. */
const PALE = rgbOf('#b9d3e8');
const FULL = rgbOf('#08487a');
/** Figures of more digits, or over narrower bars, would lie over each other. */
const MOST_WRITTEN = 1_000;
const MOST_BARS_WRITTEN = 25;

/** A place on the shared axis: one step of a column, or the gap behind a column. */
interface Place {
  readonly column: number;
  readonly step: number;
}
const GAP = -1;

/**
 * A strip for each row with its own axis, columns side by side in it; all share one scale, so that cells can
 * be compared.
 */
const barGrid: ChartKindDrawing<BarGridChart> = {
  kind: 'barGrid',
  summary: 'a grid of small bar charts: for each row and column, a bar for each step',
  height: spec => 190 + spec.rows.length * ROW_HEIGHT,

  config(spec): ChartConfiguration {
    const { count } = formatFor(spec.currency);
    const steps = spec.steps.length;
    const most = Math.max(1, ...spec.values.flat(2));
    const colours = spec.steps.map((_, i) => css(mixed(PALE, FULL, steps === 1 ? 1 : i / (steps - 1))));
    const places = placesOf(spec);
    const isWritten = most < MOST_WRITTEN && steps * spec.columns.length <= MOST_BARS_WRITTEN;
    const columnNames = spec.columns.map(name => axisLabel(name, Math.floor(70 / spec.columns.length)));
    return {
      type: 'bar',
      data: {
        labels: places.map(({ column, step }) =>
          step === Math.floor((steps - 1) / 2) ? (columnNames[column] ?? '') : '',
        ),
        datasets: spec.rows.map((_, row) => rowDataset(spec, row, places, colours)),
      },
      options: {
        layout: { padding: { top: 16, left: 14, right: 18, bottom: 10 } },
        scales: scales(spec, most),
        plugins: {
          ...headings(spec),
          legend: legendBelow(
            spec.steps.map((text, i) => ({ text: axisLabel(text, 20), colour: colours[i] ?? '' })),
          ),
          datalabels: {
            display: context => isWritten && Number(context.dataset.data[context.dataIndex]) > 0,
            anchor: 'end',
            align: 'end',
            offset: -2,
            color: theme.colour.text,
            font: { size: most < 100 ? 12 : 11 },
            formatter: (value: number | null) => (value ? count(value) : ''),
          },
        },
      },
    };
  },
};
export default barGrid;

/** The places of all columns; between two columns there is a gap of one bar. */
const placesOf = (spec: BarGridChart): readonly Place[] =>
  spec.columns.flatMap((_, column) => [
    ...(column > 0 ? [{ column, step: GAP }] : []),
    ...spec.steps.map((_step, step) => ({ column, step })),
  ]);

const rowDataset = (
  { values }: BarGridChart,
  row: number,
  places: readonly Place[],
  colours: readonly string[],
) => ({
  data: places.map(({ column, step }) => (step === GAP ? null : (values[row]?.[column]?.[step] ?? 0))),
  yAxisID: `y${row}`,
  grouped: false,
  backgroundColor: places.map(({ step }) => colours[step] ?? 'transparent'),
  categoryPercentage: 1,
  barPercentage: 0.9,
  borderRadius: 1,
});

const scales = (spec: BarGridChart, most: number) => ({
  x: {
    grid: { display: false },
    border: { color: theme.colour.grid },
    ticks: {
      autoSkip: false,
      maxRotation: 0,
      color: theme.colour.text,
      font: { size: theme.font.base - 2 },
    },
  },
  ...Object.fromEntries(spec.rows.map((name, row) => [`y${row}`, rowScale(spec, name, row, most)])),
});

const rowScale = (spec: BarGridChart, name: string, row: number, most: number) => ({
  type: 'linear' as const,
  position: 'left' as const,
  stack: 'rows',
  stackWeight: 1,
  // The first row on top.
  weight: spec.rows.length - row,
  min: 0,
  // Room for the figure over the highest bar.
  max: most * 1.35,
  border: { display: false },
  grid: {
    color: (context: { tick?: { value: number } }) => (context.tick?.value === 0 ? '#d8d8da' : 'transparent'),
  },
  title: {
    display: true,
    text: axisLabel(name, 9),
    color: theme.colour.text,
    font: { size: theme.font.base - 2 },
  },
  ticks: { display: false },
});
