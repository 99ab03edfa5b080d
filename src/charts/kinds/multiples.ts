import type { ChartConfiguration, Plugin } from 'chart.js';
import type { MultiplesChart } from '../../core/answer/chart-spec.js';
import { type ChartKindDrawing, headings, periodAxis, shortFigure, valueAxis } from '../kind.js';
import { axisLabel, theme } from '../theme.js';

const STRIP_HEIGHT = 92;

/** Lines over the same time, each in a strip with a scale of its own, so that a small one is seen as well. */
const multiples: ChartKindDrawing<MultiplesChart> = {
  kind: 'multiples',
  summary: 'small charts over the same time, one below the other, each with its own scale',
  height: spec => 150 + spec.series.length * STRIP_HEIGHT,

  config(spec): ChartConfiguration {
    return {
      type: 'line',
      data: {
        labels: [...spec.labels],
        datasets: spec.series.map((_, i) => dataset(spec, i)),
      },
      options: {
        layout: { padding: { top: 16, left: 16, right: 24, bottom: 12 } },
        scales: {
          x: periodAxis(),
          ...Object.fromEntries(spec.series.map((_, i) => [`y${i}`, stripAxis(spec, i)])),
        },
        plugins: { ...headings(spec), legend: { display: false } },
      },
      plugins: [stripNames(spec)],
    };
  },
};
export default multiples;

function dataset(spec: MultiplesChart, i: number) {
  const { name, values } = spec.series[i] as MultiplesChart['series'][number];
  const figure = shortFigure(spec);
  const colour = theme.colour.parts[i % theme.colour.parts.length];
  const last = spec.labels.length - 1;
  const peak = values.indexOf(Math.max(...values));
  return {
    label: name,
    data: [...values],
    yAxisID: `y${i}`,
    borderColor: colour,
    backgroundColor: `${colour}22`,
    fill: true,
    borderWidth: 2,
    pointRadius: values.map((_, k) => (k === peak ? 3.5 : 0)),
    pointBackgroundColor: colour,
    segment: {
      borderDash: (context: { p1DataIndex: number }) =>
        spec.partialLast && context.p1DataIndex === last ? [5, 4] : undefined,
    },
    datalabels: {
      display: (context: { dataIndex: number }) => context.dataIndex === peak,
      align: alignOf(peak, last),
      color: theme.colour.text,
      font: { size: theme.font.base - 3, weight: 500 },
      formatter: (value: number) => figure(value),
    },
  } as never;
}

/** Above the peak; beside it at either end, where the figure would stand on the axis or be cut off. */
function alignOf(peak: number, last: number): 'top' | number {
  if (peak === 0) return TOP_RIGHT;
  return peak === last ? TOP_LEFT : 'top';
}
/** Degrees, clockwise from the right. */
const [TOP_LEFT, TOP_RIGHT] = [225, 315];

function stripAxis(spec: MultiplesChart, i: number) {
  const values = spec.series[i]?.values ?? [];
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const axis = valueAxis(spec);
  return {
    ...axis,
    stack: 'strips',
    stackWeight: 1,
    // Stacked axes stand from the bottom up.
    weight: spec.series.length - i,
    offset: true,
    // Room for the strip's name and the peak's figure above the line.
    suggestedMax: most + (most - least) * 0.35,
    ticks: { ...axis.ticks, maxTicksLimit: 3, font: { size: theme.font.base - 4 } },
  };
}

/** Writes each strip's name into its upper left corner. */
const stripNames = (spec: MultiplesChart): Plugin => ({
  id: 'stripNames',
  afterDraw: chart => {
    const { ctx } = chart;
    ctx.save();
    ctx.font = `500 ${theme.font.base - 2}px ${theme.font.family}`;
    ctx.textBaseline = 'top';
    for (const [i, { name }] of spec.series.entries()) {
      const scale = chart.scales[`y${i}`];
      if (!scale) continue;
      const text = axisLabel(name, 30);
      const [x, y] = [(chart.chartArea?.left ?? 0) + 6, scale.top - 2];
      ctx.fillStyle = '#ffffffcc';
      ctx.fillRect(x - 3, y - 1, ctx.measureText(text).width + 6, theme.font.base + 3);
      ctx.fillStyle = theme.colour.title;
      ctx.fillText(text, x, y);
    }
    ctx.restore();
  },
});
