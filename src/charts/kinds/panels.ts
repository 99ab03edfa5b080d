import type { ChartConfiguration } from 'chart.js';
import type { PanelsChart } from '../../core/answer/chart-spec.js';
import { type ChartKindDrawing, headings, nameAxis, shortFigure } from '../kind.js';
import { axisLabel, theme } from '../theme.js';

/** Bars by name in panels beside each other; Chart.js stacks their axes in one row. */
const panels: ChartKindDrawing<PanelsChart> = {
  kind: 'panels',
  summary: 'names in their own colours, with a panel and a scale for each figure',
  leastFilled: 0.06,
  height: spec => 130 + spec.labels.length * 40,

  config(spec): ChartConfiguration {
    return {
      type: 'bar',
      data: {
        labels: spec.labels.map(label => axisLabel(label, 20)),
        datasets: spec.panels.map((_, i) => dataset(spec, i)),
      },
      options: {
        indexAxis: 'y',
        layout: { padding: { top: 16, left: 14, right: 16, bottom: 12 } },
        scales: {
          y: nameAxis(theme.font.base - 1),
          ...Object.fromEntries(spec.panels.map((_, i) => [`x${i}`, panelAxis(spec, i)])),
        },
        plugins: { ...headings(spec), legend: { display: false } },
      },
    };
  },
};
export default panels;

function dataset(spec: PanelsChart, i: number) {
  const { title, unit, values } = spec.panels[i] as PanelsChart['panels'][number];
  const figure = shortFigure({ ...spec, unit });
  return {
    label: title,
    data: [...values],
    xAxisID: `x${i}`,
    // Each panel has the whole height: its bars do not stand beside those of the others.
    grouped: false,
    backgroundColor: [...spec.colours],
    borderRadius: 3,
    categoryPercentage: 0.8,
    barPercentage: 0.9,
    datalabels: {
      anchor: 'end' as const,
      align: 'end' as const,
      offset: 2,
      color: theme.colour.text,
      font: { size: theme.font.base - 3, weight: 500 as const },
      formatter: (value: number | null) => (value === null ? '' : figure(value)),
    },
  };
}

function panelAxis({ panels }: PanelsChart, i: number) {
  const panel = panels[i];
  const values = panel?.values.filter(v => v !== null) ?? [];
  return {
    type: 'linear' as const,
    position: 'top' as const,
    stack: 'panels',
    stackWeight: 1,
    // Chart.js puts the last of a stack on top first.
    weight: panels.length - i,
    min: Math.min(0, ...values),
    // Room for the figure behind the longest bar.
    max: Math.max(1e-9, ...values) * 1.95,
    border: { display: false },
    grid: { display: false },
    ticks: { display: false },
    title: {
      display: true,
      text: axisLabel(panel?.title ?? '', Math.floor(64 / panels.length)),
      align: 'start' as const,
      color: theme.colour.faint,
      font: { size: theme.font.base - 2, weight: 500 as const },
    },
  };
}
