import type { ChartConfiguration, Plugin } from 'chart.js';
import type { MultiplesChart } from '../../core/answer/chart-spec.js';
import { type ChartKindDrawing, headings, shortFigure, valueAxis } from '../kind.js';
import { axisLabel, theme } from '../theme.js';

const EACH = 92;

/** Lines over the same time, each in a strip of its own with its own scale, so that a small one is seen as well. */
const multiples: ChartKindDrawing<MultiplesChart> = {
  kind: 'multiples',
  height: spec => 150 + spec.series.length * EACH,

  config(spec): ChartConfiguration {
    const figure = shortFigure(spec);
    const last = spec.labels.length - 1;
    const count = spec.series.length;
    const axis = (i: number) => `y${i}`;
    return {
      type: 'line',
      data: {
        labels: [...spec.labels],
        datasets: spec.series.map((s, i) => {
          const best = s.values.indexOf(Math.max(...s.values));
          return {
            label: s.name,
            data: [...s.values],
            yAxisID: axis(i),
            borderColor: theme.colour.parts[i % theme.colour.parts.length],
            backgroundColor: `${theme.colour.parts[i % theme.colour.parts.length]}22`,
            fill: true,
            borderWidth: 2,
            pointRadius: s.values.map((_, k) => (k === best ? 3.5 : 0)),
            pointBackgroundColor: theme.colour.parts[i % theme.colour.parts.length],
            segment: {
              borderDash: (context: { p1DataIndex: number }) =>
                spec.partialLast && context.p1DataIndex === last ? [5, 4] : undefined,
            },
            datalabels: {
              display: (context: { dataIndex: number }) => context.dataIndex === best,
              align: 'top',
              color: theme.colour.text,
              font: { size: theme.font.base - 3, weight: 500 },
              formatter: (value: number) => figure(value),
            },
          } as never;
        }),
      },
      options: {
        layout: { padding: { top: 16, left: 16, right: 24, bottom: 12 } },
        scales: {
          x: {
            grid: { display: false },
            border: { color: theme.colour.grid },
            ticks: {
              color: theme.colour.faint,
              maxRotation: 0,
              autoSkipPadding: 18,
              font: { size: theme.font.base - 2 },
            },
          },
          ...Object.fromEntries(
            spec.series.map((s, i) => [
              axis(i),
              {
                ...valueAxis(spec),
                stack: 'strips',
                stackWeight: 1,
                // Stacked axes stand from the bottom up.
                weight: count - i,
                offset: true,
                suggestedMax: Math.max(...s.values) * 1.35,
                ticks: { ...valueAxis(spec).ticks, maxTicksLimit: 3, font: { size: theme.font.base - 4 } },
              },
            ]),
          ),
        },
        plugins: { ...headings(spec), legend: { display: false } },
      },
      plugins: [stripNames(spec)],
    };
  },
};
export default multiples;

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
