import type { ChartConfiguration } from 'chart.js';
import type { BarGridChart } from '../../core/answer/chart-spec.js';
import { formatFor } from '../../core/answer/format.js';
import { type ChartKindDrawing, headings, legendBelow } from '../kind.js';
import { css, mixed, rgbOf, theme } from '../theme.js';

const EACH = 74;
/** From pale to full: more is darker. */
const PALE = rgbOf('#b9d3e8');
const FULL = rgbOf('#08487a');

/** A strip for each row with its own axis, columns side by side in it; all share one scale, so that cells can be compared. */
const barGrid: ChartKindDrawing<BarGridChart> = {
  kind: 'barGrid',
  height: spec => 190 + spec.rows.length * EACH,

  config(spec): ChartConfiguration {
    const { count } = formatFor(spec.currency);
    const steps = spec.steps.length;
    const most = Math.max(1, ...spec.values.flat(2));
    const colours = spec.steps.map((_, i) => css(mixed(PALE, FULL, steps === 1 ? 1 : i / (steps - 1))));
    // Between two columns there is a gap of one bar.
    const places = spec.columns.flatMap((_, column) => [
      ...spec.steps.map((_step, step) => ({ column, step })),
      { column, step: -1 },
    ]);
    places.pop();
    return {
      type: 'bar',
      data: {
        labels: places.map(({ column, step }) =>
          step === Math.floor((steps - 1) / 2) ? (spec.columns[column] as string) : '',
        ),
        datasets: spec.rows.map((_, row) => ({
          data: places.map(({ column, step }) =>
            step < 0 ? null : (spec.values[row]?.[column]?.[step] ?? 0),
          ),
          yAxisID: `y${row}`,
          grouped: false,
          backgroundColor: places.map(({ step }) => colours[step] ?? 'transparent'),
          categoryPercentage: 1,
          barPercentage: 0.9,
          borderRadius: 1,
        })),
      },
      options: {
        layout: { padding: { top: 16, left: 14, right: 18, bottom: 10 } },
        scales: {
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
          ...Object.fromEntries(
            spec.rows.map((name, row) => [
              `y${row}`,
              {
                type: 'linear' as const,
                position: 'left' as const,
                stack: 'rows',
                stackWeight: 1,
                // The first row on top.
                weight: spec.rows.length - row,
                min: 0,
                max: most * 1.22,
                border: { display: false },
                grid: {
                  color: (context: { tick?: { value: number } }) =>
                    context.tick?.value === 0 ? '#d8d8da' : 'transparent',
                },
                title: {
                  display: true,
                  text: name,
                  color: theme.colour.text,
                  font: { size: theme.font.base - 2 },
                },
                ticks: { display: false },
              },
            ]),
          ),
        },
        plugins: {
          ...headings(spec),
          legend: legendBelow(spec.steps.map((text, i) => ({ text, colour: colours[i] as string }))),
          datalabels: {
            // Figures of four digits would lie over each other.
            display: context =>
              most < 1_000 &&
              steps * spec.columns.length <= 25 &&
              Number(context.dataset.data[context.dataIndex]) > 0,
            anchor: 'end',
            align: 'end',
            offset: -2,
            color: theme.colour.faint,
            font: { size: 9 },
            formatter: (value: number | null) => (value ? count(value) : ''),
          },
        },
      },
    };
  },
};
export default barGrid;
