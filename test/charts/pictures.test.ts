import type { Plugin } from 'chart.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDemoShop } from '../../seeds/demo-shop.js';
import { allQuestions } from '../../src/analyses/registry.js';
import { examplesOf } from '../../src/answering/declaration.js';
import type { ChartKindDrawing } from '../../src/charts/kind.js';
import { theme } from '../../src/charts/theme.js';
import type { ChartSpec } from '../../src/core/answer/chart-spec.js';
import { dayFromIso } from '../../src/core/calendar/days.js';
import { discover } from '../../src/core/files/discover.js';
import { faultsOf, pictureMaker } from '../support/picture.js';
import { openCornerShop, openTestShop, type TestShop } from '../support/shop.js';
import { extremeCharts } from './extreme-charts.js';

/** Where the kinds of charts are, a file each. */
const KINDS_FOLDER = new URL('../../src/charts/kinds/', import.meta.url);

/** The last day of both shops; the clock shows the next one. */
const LAST_DAY = dayFromIso('2026-03-28') as number;

/** The share of the plot area that series cover at least, unless their kind has another. */
const USUALLY_FILLED = 0.01;

/** With extreme figures, one outlier makes all else small, down to a few hundred pixels. */
const LEAST_FILLED_IF_EXTREME = 0.0004;

/** Takes away what a chart is to show, before it is drawn. */
const withoutData: Plugin = {
  id: 'withoutData',
  beforeInit: chart => {
    for (const dataset of chart.data.datasets) Object.assign(dataset, { data: [], tree: [] });
  },
};

/** Writes a text onto a chart that has no place there. */
const writing = (text: string, x: number, y: number): Plugin => ({
  id: `writing ${text}`,
  afterDraw: ({ ctx }) => {
    ctx.save();
    ctx.font = `bold ${theme.font.title}px ${theme.font.family}`;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'middle';
    ctx.fillText(text, x, y);
    ctx.restore();
  },
});

/** More questions than the help has, for kinds of charts that other breakdowns give. */
const MORE_QUESTIONS = [
  'sales by country and category',
  'sales deal-sizes by country',
  'sales bottom-products',
  'sales trend by week',
];

/** The charts of all answers of a shop, each once, by the question that gave it first. */
async function chartsOf(shop: TestShop): Promise<{ readonly question: string; readonly spec: ChartSpec }[]> {
  const questions = (await allQuestions()).flatMap(question => examplesOf(question, LAST_DAY));
  const charts = new Map<string, { question: string; spec: ChartSpec }>();
  for (const question of [...questions, ...MORE_QUESTIONS]) {
    // A small shop cannot answer everything: it has no promotions, say.
    const answer = await shop.ask(question).catch(() => undefined);
    for (const spec of [...(answer?.charts ?? []), ...(answer?.thread ?? []).flatMap(a => a.charts)]) {
      const key = JSON.stringify(spec);
      if (!charts.has(key)) charts.set(key, { question, spec });
    }
  }
  return [...charts.values()];
}

describe('pictures', () => {
  const shops: { readonly name: string; readonly shop: TestShop }[] = [];
  /** Every kind, and the share of the plot area that its series cover at least. */
  let leastFilled: ReadonlyMap<string, number>;
  let see: Awaited<ReturnType<typeof pictureMaker>>;
  const charts = new Map<string, { readonly name: string; readonly spec: ChartSpec }[]>();

  beforeAll(async () => {
    const drawings = await discover<ChartKindDrawing>(KINDS_FOLDER);
    leastFilled = new Map(drawings.map(d => [d.kind, d.leastFilled ?? USUALLY_FILLED]));
    for (const { kind, examples = [] } of drawings)
      if (examples.length > 0)
        charts.set(
          kind,
          examples.map((spec, i) => ({ name: `example ${i + 1}`, spec })),
        );
    see = await pictureMaker();
    shops.push({ name: 'the corner shop', shop: await openCornerShop() });
    const demo = await openTestShop();
    shops.push({ name: 'the demo shop', shop: demo });
    await writeDemoShop(`${demo.folder}/demo.csv`, LAST_DAY);
    await demo.ingest(`${demo.folder}/demo.csv`);
    for (const { name, shop } of shops)
      for (const { question, spec } of await chartsOf(shop)) {
        const ofKind = charts.get(spec.kind) ?? [];
        charts.set(spec.kind, [...ofKind, { name: `"${question}" of ${name}`, spec }]);
      }
  });
  afterAll(async () => {
    for (const { shop } of shops) await shop.close();
  });

  it('are seen of every kind of chart', () => {
    const missing = [...leastFilled.keys()].filter(kind => !charts.has(kind));
    expect(
      missing,
      `No picture shows these kinds of charts: ${missing.join(', ')}. Give the kind ` +
        '`examples` in its file, or a question an example whose answer has such a chart.',
    ).toEqual([]);
  });

  it('of the shops are filled, with headings and all texts on the canvas and apart', async () => {
    const faults: string[] = [];
    for (const [kind, ofKind] of charts) {
      for (const { name, spec } of ofKind)
        faults.push(
          ...faultsOf(spec, see(spec), leastFilled.get(kind) ?? USUALLY_FILLED).map(
            fault => `${kind}, ${name}: ${fault}`,
          ),
        );
    }
    expect(faults.join('\n')).toBe('');
  });

  it('without their data are noticed as empty, whatever the kind', async () => {
    const seeEmpty = await pictureMaker(withoutData);
    const unnoticed: string[] = [];
    for (const [kind, [first]] of charts) {
      if (!first) continue;
      const faults = faultsOf(first.spec, seeEmpty(first.spec), leastFilled.get(kind) ?? USUALLY_FILLED);
      if (!faults.some(fault => fault.startsWith('the plot is empty'))) unnoticed.push(kind);
    }
    expect(unnoticed).toEqual([]);
  });

  it('with a text over the edge or over another one are noticed', async () => {
    const seeWrong = await pictureMaker(writing('half off', theme.width - 9, 300), writing('over', 28, 26));
    for (const [, [first]] of charts) {
      if (!first) continue;
      const faults = faultsOf(first.spec, seeWrong(first.spec), 0);
      expect(faults).toContain('"half off" leaves the canvas');
      expect(faults).toContainEqual(expect.stringMatching(/^texts overlap: .* \/ over$/));
    }
  });

  it.each(extremeCharts)('of $name are filled, with all texts on the canvas and apart', async chart => {
    const least = chart.isEmpty ? 0 : LEAST_FILLED_IF_EXTREME;
    expect(faultsOf(chart.spec, see(chart.spec), least).join('\n')).toBe('');
  });
});
