import type { ChartConfiguration, Plugin } from 'chart.js';
import type { BoxChart } from '../../core/answer/chart-spec.js';
import { type ChartKindDrawing, headings, nameAxis, shortFigure, valueAxis } from '../kind.js';
import { textWidth } from '../text-width.js';
import { axisLabel, theme } from '../theme.js';

const ROW_HEIGHT = 66;
const THICKNESS = 38;

/**
 * Horizontal box plots: the box from the first to the third quartile, the median named, whiskers, and the
 * outliers beyond them.
 */
const box: ChartKindDrawing<BoxChart> = {
  kind: 'box',
  summary: 'how values are spread: quartiles, whiskers and what lies beyond them',
  height: spec => 180 + Math.max(2, spec.boxes.length) * ROW_HEIGHT,

  config({ boxes, ...rest }): ChartConfiguration {
    // A figure that is not finite would end the whole process in the canvas.
    const spec = {
      ...rest,
      boxes: boxes.filter(b => [b.low, b.q1, b.median, b.q3, b.high].every(Number.isFinite)),
    };
    const config = {
      type: 'boxplot',
      data: { labels: spec.boxes.map(b => axisLabel(b.label, 22)), datasets: [dataset(spec)] },
      options: {
        indexAxis: 'y',
        layout: { padding: { top: 16, left: 16, right: 26, bottom: 12 } },
        scales: {
          x: {
            ...valueAxis(spec),
            suggestedMax: Math.max(...spec.boxes.flatMap(b => [b.high, ...b.beyond])),
          },
          y: nameAxis(),
        },
        plugins: { ...headings(spec), legend: { display: false }, datalabels: { display: false } },
      },
      plugins: [medianLabels(spec)],
    };
    return config as unknown as ChartConfiguration;
  },
};
export default box;

const dataset = ({ boxes }: BoxChart) => ({
  data: boxes.map(b => ({
    min: b.low,
    whiskerMin: b.low,
    q1: b.q1,
    median: b.median,
    q3: b.q3,
    whiskerMax: b.high,
    max: b.high,
    outliers: [...b.beyond],
    items: [],
  })),
  backgroundColor: `${theme.colour.second}88`,
  borderColor: theme.colour.main,
  medianColor: theme.colour.title,
  borderWidth: 1.5,
  outlierBackgroundColor: `${theme.colour.faint}55`,
  outlierBorderColor: 'transparent',
  outlierRadius: 2.5,
  meanRadius: 0,
  itemRadius: 0,
  maxBarThickness: THICKNESS,
});

/** Writes each median below its line; the labels plugin knows only the ends of a box. */
function medianLabels(spec: BoxChart): Plugin {
  const figure = shortFigure(spec);
  const font = `500 ${theme.font.base - 2}px ${theme.font.family}`;
  return {
    id: 'medianLabels',
    afterDatasetsDraw: ({ ctx, scales: { x, y }, chartArea }) => {
      if (!x || !y) return;
      ctx.save();
      ctx.font = font;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'top';
      ctx.fillStyle = theme.colour.text;
      for (const [i, { median }] of spec.boxes.entries()) {
        const text = `median ${figure(median)}`;
        const half = textWidth(text, font) / 2;
        const middle = Math.min(Math.max(x.getPixelForValue(median), half + 8), chartArea.right - half);
        ctx.fillText(text, middle, y.getPixelForValue(i) + THICKNESS / 2 + 5);
      }
      ctx.restore();
    },
  };
}
