import type { Plugin } from 'chart.js';
import { chartDrawer } from '../../src/charts/draw.js';
import { subtitleLines, titleLines } from '../../src/charts/text-width.js';
import { rgbOf } from '../../src/charts/theme.js';
import type { ChartSpec } from '../../src/core/answer/chart-spec.js';
import { overlappingTexts, recordTexts, type TextBox, textsOffCanvas } from './text-boxes.js';

/** Charts are drawn at one pixel for each of CSS: four times as many say no more, and take four times as long. */
const PIXEL_RATIO = 1;

/** A chart as it was drawn, with what a check needs to know. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly TextBox[];
  /** The share of the plot area's pixels that have a colour of a series: 0 to 1. */
  readonly filled: number;
}

/** A canvas after a chart was drawn: its size, and the pixels of the plot area unless that has none. */
interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly plot: Uint8ClampedArray | undefined;
}

/**
 * Makes the function that draws a chart and looks at the picture, in the test's own process.
 *
 * @param plugins what goes wrong with every chart, to see that it is noticed
 */
export async function pictureMaker(...plugins: Plugin[]): Promise<(spec: ChartSpec) => Picture> {
  const drawn: Drawn[] = [];
  const layout: Plugin = {
    id: 'layout',
    beforeInit: ({ options }) => {
      options.devicePixelRatio = PIXEL_RATIO;
    },
    // After all that plugins draw.
    afterRender: ({ canvas, ctx, chartArea }) => {
      const { left, top, width, height } = chartArea;
      const area = [left, top, width, height].map(v => Math.round(v * PIXEL_RATIO));
      const [x = 0, y = 0, w = 0, h = 0] = area;
      const plot = w < 1 || h < 1 ? undefined : ctx.getImageData(x, y, w, h).data;
      drawn.push({ width: canvas.width, height: canvas.height, plot });
      // What is looked at is the canvas: to encode it as PNG takes longer than to draw it.
      Object.assign(canvas, { toBuffer: () => Buffer.alloc(0) });
    },
  };
  const draw = await chartDrawer(undefined, [...plugins, layout]);
  return spec => {
    const { texts } = recordTexts(() => draw(spec));
    const last = drawn.at(-1);
    drawn.length = 0;
    if (!last) throw new Error('nothing was drawn');
    const { width, height, plot } = last;
    return { width, height, texts, filled: plot ? shareOfSeries(plot, spec) : 0 };
  };
}

/** Grey pixels are text, grid and background; series are coloured, or have a grey that the chart names. */
const LEAST_CHROMA = 24;

function shareOfSeries(pixels: Uint8ClampedArray, spec: ChartSpec): number {
  const named = new Set(JSON.stringify(spec).match(/#[\da-f]{6}\b/gi) ?? []);
  const packed = (r: number, g: number, b: number): number => (r << 16) | (g << 8) | b;
  const ownColours = new Set([...named].map(colour => packed(...rgbOf(colour))));
  let series = 0;
  for (let i = 0; i < pixels.length; i += 4) {
    const [r, g, b] = [pixels[i] as number, pixels[i + 1] as number, pixels[i + 2] as number];
    const isColoured = Math.max(r, g, b) - Math.min(r, g, b) >= LEAST_CHROMA;
    if (isColoured || ownColours.has(packed(r, g, b))) series++;
  }
  return series / (pixels.length / 4);
}

/** Letters may touch by this many pixels: a box includes accents and descenders. */
const OVERLAP_SLACK = 2;

/**
 * What is wrong with a picture, in words; nothing if it is as a reader needs it.
 *
 * @param leastFilled the share of the plot area that series must cover
 */
export function faultsOf(spec: ChartSpec, picture: Picture, leastFilled: number): string[] {
  const { texts, width, height, filled } = picture;
  const written = new Set(texts.map(({ text }) => text));
  const headings = [...titleLines(spec.title), ...subtitleLines(spec.subtitle)];
  return [
    ...(filled < leastFilled
      ? [`the plot is empty: series cover ${percent(filled)} of it, not ${percent(leastFilled)} or more`]
      : []),
    ...textsOffCanvas(texts, width, height).map(text => `"${text}" leaves the canvas`),
    ...overlappingTexts(texts, OVERLAP_SLACK).map(pair => `texts overlap: ${pair}`),
    ...headings.filter(line => !written.has(line)).map(line => `the heading "${line}" is missing`),
  ];
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
