import { existsSync } from 'node:fs';
import { chartRenderer } from '../../../charts/renderer.js';
import type { Config } from '../../../config/config.js';
import type { ChartSpec } from '../../../core/answer/chart-spec.js';
import { type CheckResult, DETAILS } from './check.js';

/** Draws a small chart to check fonts and the drawing library. Never throws. */
export async function checkCharts(config: Config): Promise<CheckResult[]> {
  if (config.CHART_FONT && !existsSync(config.CHART_FONT))
    return [
      {
        state: 'problem',
        message: `CHART_FONT ${config.CHART_FONT} does not exist.`,
        fix: 'Set it to the path of a font file (.ttf, .otf, .ttc), or leave it out.',
      },
    ];
  const renderer = chartRenderer({ workers: 1, font: config.CHART_FONT });
  try {
    const png = await renderer.render(testChart(config.SHOP_CURRENCY ?? 'USD'));
    const kilobytes = Math.round(png.byteLength / 1024);
    const fonts = config.CHART_FONT ? 'with CHART_FONT' : 'with the built-in fonts';
    return [{ state: 'ok', message: `Charts are drawn (${kilobytes} KB), ${fonts}.` }];
  } catch (error) {
    return [
      {
        state: 'problem',
        message: 'Charts cannot be drawn.',
        fix: `Install again with npm ci; Node 20, 22 and 24 are supported. ${DETAILS}`,
        cause: error,
      },
    ];
  } finally {
    await renderer.close();
  }
}

const testChart = (currency: string): ChartSpec => ({
  kind: 'ranking',
  title: 'Test',
  subtitle: '',
  alt: '',
  unit: 'count',
  currency,
  labels: ['a'],
  values: [1],
});
