import { createRequire } from 'node:module';
import type { ChartComponentLike, ChartItem, Plugin } from 'chart.js';
import type { ChartSpec } from '../core/answer/chart-spec.js';
import { discover } from '../core/files/discover.js';
import type { ChartKindDrawing } from './kind.js';
import { theme } from './theme.js';

/**
 * Draws charts, synchronously and in one thread: the only form that this canvas supports. Runs inside the
 * chart workers.
 *
 * Plugins must come from the same copy of Chart.js as the charts, so all are loaded through `require`.
 */
const require = createRequire(import.meta.url);
const { Chart } = require('chart.js/auto') as typeof import('chart.js/auto');
const { createCanvas, GlobalFonts } = require('canvas') as typeof import('canvas');
const boxplot = require('@sgratzl/chartjs-chart-boxplot') as typeof import('@sgratzl/chartjs-chart-boxplot');
const sankey = require('chartjs-chart-sankey') as typeof import('chartjs-chart-sankey');
const matrix = require('chartjs-chart-matrix') as typeof import('chartjs-chart-matrix');
const labels = require('chartjs-plugin-datalabels') as Plugin;

// Its exports hide its types, and hold more than what can be registered.
const treemap = require('chartjs-chart-treemap') as {
  readonly TreemapController: ChartComponentLike;
  readonly TreemapElement: ChartComponentLike;
};

const WEIGHTS = ['400Regular/Inter_400Regular', '500Medium/Inter_500Medium', '700Bold/Inter_700Bold'];

/** Registers the project's fonts, so that text never depends on the machine, and the shop's own font. */
function registerFonts(ownFont: string | undefined): string {
  for (const weight of WEIGHTS)
    GlobalFonts.registerFromPath(require.resolve(`@expo-google-fonts/inter/${weight}.ttf`), 'Inter');
  for (const file of ['DejaVuSans', 'DejaVuSans-Bold'])
    GlobalFonts.registerFromPath(require.resolve(`dejavu-fonts-ttf/ttf/${file}.ttf`), 'DejaVu Sans');
  if (!ownFont) return theme.font.family;
  GlobalFonts.registerFromPath(ownFont, 'Shop');
  return `${theme.font.family}, Shop`;
}

/**
 * Makes the function that draws a chart as PNG.
 *
 * @param ownFont path of a further font file, for scripts that the shipped fonts lack
 * @param plugins further Chart.js plugins for every chart: tests see the layout through one
 */
export async function chartDrawer(
  ownFont?: string,
  plugins: readonly Plugin[] = [],
): Promise<(spec: ChartSpec) => Buffer> {
  const family = registerFonts(ownFont);
  const kinds = await discover<ChartKindDrawing>(new URL('./kinds/', import.meta.url));
  prepare(family);
  return spec => {
    const drawing = kinds.find(k => k.kind === spec.kind);
    if (!drawing) throw new Error(`no chart kind "${spec.kind}"`);
    // Heights in steps, so that charts below each other look alike.
    const height = Math.ceil(drawing.height(spec) / 40) * 40;
    const config = drawing.config(spec);
    config.plugins = [...(config.plugins ?? []), ...plugins];
    config.options = {
      ...config.options,
      devicePixelRatio: theme.pixelRatio,
      animation: false,
      responsive: false,
    };
    return drawn(config, height);
  };
}

/** Registers what charts are made of; once more does no harm. */
function prepare(family: string): void {
  Chart.register(
    sankey.SankeyController,
    sankey.Flow,
    matrix.MatrixController,
    matrix.MatrixElement,
    labels,
    boxplot.BoxPlotController,
    boxplot.BoxAndWiskers,
    treemap.TreemapController,
    treemap.TreemapElement,
    background,
  );
  Chart.defaults.font.family = family;
  Chart.defaults.font.size = theme.font.base;
  Chart.defaults.color = theme.colour.text;
}

/** PNG has no colour where nothing is drawn. */
const background: Plugin = {
  id: 'background',
  beforeDraw: ({ ctx, width, height }) => {
    ctx.save();
    ctx.globalCompositeOperation = 'destination-over';
    ctx.fillStyle = theme.colour.background;
    ctx.fillRect(0, 0, width, height);
    ctx.restore();
  },
};

function drawn(config: ReturnType<ChartKindDrawing['config']>, height: number): Buffer {
  const canvas = createCanvas(theme.width, height);
  // Chart.js asks no more of a canvas than this one has; its types know those of browsers alone.
  const chart = new Chart(canvas as unknown as ChartItem, config as never);
  try {
    return canvas.toBuffer('image/png');
  } finally {
    chart.destroy();
  }
}
