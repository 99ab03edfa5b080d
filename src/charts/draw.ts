import { createRequire } from 'node:module';
import type { ChartComponentLike, Plugin } from 'chart.js';
import type { ChartJSNodeCanvas as Canvas } from 'chartjs-node-canvas';
import type { ChartSpec } from '../core/answer/chart-spec.js';
import { discover } from '../core/files/discover.js';
import type { ChartKindDrawing } from './kind.js';
import { theme } from './theme.js';

/**
 * Draws charts, synchronously and in one thread: the only forms that this canvas supports. Runs inside the
 * chart workers.
 *
 * chartjs-node-canvas loads Chart.js's CommonJS copy; plugins must come from the same one, so they are
 * named here and loaded through `require`. Renderers are cached by height: a new one for each chart would
 * leak memory.
 */
const require = createRequire(import.meta.url);
const { ChartJSNodeCanvas } = require('chartjs-node-canvas') as typeof import('chartjs-node-canvas');
const { GlobalFonts } = require('canvas') as typeof import('canvas');
const boxplot = require('@sgratzl/chartjs-chart-boxplot') as typeof import('@sgratzl/chartjs-chart-boxplot');

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
  const canvases = new Map<number, Canvas>();
  const canvasOf = (height: number): Canvas => {
    let canvas = canvases.get(height);
    if (!canvas) {
      canvas = makeCanvas(height, family);
      canvases.set(height, canvas);
    }
    return canvas;
  };
  return spec => {
    const drawing = kinds.find(k => k.kind === spec.kind);
    if (!drawing) throw new Error(`no chart kind "${spec.kind}"`);
    // Heights in steps, so that few renderers are ever made.
    const height = Math.ceil(drawing.height(spec) / 40) * 40;
    const config = drawing.config(spec);
    config.plugins = [...(config.plugins ?? []), ...plugins];
    config.options = {
      ...config.options,
      devicePixelRatio: theme.pixelRatio,
      animation: false,
      responsive: false,
    };
    return canvasOf(height).renderToBufferSync(config as never);
  };
}

function makeCanvas(height: number, family: string): Canvas {
  return new ChartJSNodeCanvas({
    width: theme.width,
    height,
    backgroundColour: theme.colour.background,
    plugins: {
      modern: ['chartjs-chart-sankey', 'chartjs-chart-matrix'],
      requireLegacy: ['chartjs-plugin-datalabels'],
    },
    chartCallback: chart => {
      // Named by kind: it comes from another copy of Chart.js, in which kinds are not recognised.
      chart.registry.addControllers(boxplot.BoxPlotController);
      chart.registry.addElements(boxplot.BoxAndWiskers);
      chart.registry.addControllers(treemap.TreemapController);
      chart.registry.addElements(treemap.TreemapElement);
      chart.defaults.font.family = family;
      chart.defaults.font.size = theme.font.base;
      chart.defaults.color = theme.colour.text;
    },
  });
}
