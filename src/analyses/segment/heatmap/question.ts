import { followUps } from '../../../answering/follow-ups.js';
import { defineQuestion } from '../../../answering/question.js';
import { type SegmentContext, segmentContext } from '../../../answering/segments/context.js';
import { offerQuestion } from '../../../answering/segments/offers.js';
import { factsOf } from '../../../answering/segments/tables.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf, type Row } from '../../../core/answer/answer.js';
import type { HeatmapChart } from '../../../core/answer/chart-spec.js';
import type { SegmentSummary } from '../../../segments/summary.js';

/** Mean spending by recency and frequency; and the mean scores of each segment. */
const heatmap = defineQuestion({
  family: 'segment',
  name: 'heatmap',
  words: ['heatmap', 'heat map', 'grid', 'rfm grid', 'matrix'],
  optional: ['segmentation', 'filters'],
  helpOrder: 107,
  summary: 'Mean spending by recency and frequency score, and mean scores by segment',
  examples: ['heatmap'],

  async answer(query, shop) {
    const context = await segmentContext(query, shop);
    const { format, score } = context;
    const cells = cellsOf(context);
    const filled = cells.filter(c => c.customers > 0);
    const best = filled.reduce((a, b) => (b.mean > a.mean ? b : a));
    const said = (c: Cell) => `R ${score(c.r)}, F ${score(c.f)}`;
    return answerOf({
      ...skeleton(query, context, shop, 'Spending by recency and frequency'),
      headline:
        `Customers with ${said(best)} spend the most: ` +
        `${format.amount(format.wholeMinor(best.mean))} each on average.`,
      columns: [
        { key: 'f', label: 'F', unit: 'score' },
        { key: 'r', label: 'R', unit: 'score' },
        { key: 'customers', label: 'Customers', unit: 'count' },
        { key: 'monetary', label: 'Mean spent', unit: 'money' },
      ],
      rows: cells.map(
        (c): Row => ({
          f: score(c.f),
          r: score(c.r),
          customers: c.customers,
          monetary: c.customers === 0 ? null : format.major(format.wholeMinor(c.mean)),
        }),
      ),
      charts: [spendingChart(cells, best, context), scoresChart(factsOf(context).segments, context)],
      observations: emptyCells(cells),
      followUps: followUps(shop, query, [
        offerQuestion('map'),
        offerQuestion('distribution'),
        offerQuestion('summary'),
      ]),
    });
  },
});
export default heatmap;

interface Cell {
  readonly r: number;
  readonly f: number;
  readonly customers: number;
  /** Minor units; 0 of nobody. */
  readonly mean: number;
}

/** By falling frequency score, then rising recency score: as the map is read from its upper left. */
function cellsOf({ snapshot, segmentation }: SegmentContext): Cell[] {
  const { r, f, monetary } = snapshot.scored;
  const { bins } = segmentation.method;
  const sums = new Float64Array(bins * bins);
  const counts = new Int32Array(bins * bins);
  for (let i = 0; i < r.length; i++) {
    const at = (f[i]! - 1) * bins + r[i]! - 1;
    sums[at] = sums[at]! + monetary[i]!;
    counts[at] = counts[at]! + 1;
  }
  const cells: Cell[] = [];
  for (let frequency = bins; frequency > 0; frequency--)
    for (let recency = 1; recency <= bins; recency++) {
      const at = (frequency - 1) * bins + recency - 1;
      const customers = counts[at]!;
      const mean = customers === 0 ? 0 : sums[at]! / customers;
      cells.push({ r: recency, f: frequency, customers, mean });
    }
  return cells;
}

function emptyCells(cells: readonly Cell[]): string[] {
  const empty = cells.filter(c => c.customers === 0).length;
  return empty === 0 ? [] : [`${empty} of ${cells.length} combinations of R and F have no customer.`];
}

function spendingChart(
  cells: readonly Cell[],
  best: Cell,
  { format, score, segmentation, text }: SegmentContext,
): HeatmapChart {
  const { bins } = segmentation.method;
  const steps = Array.from({ length: bins }, (_, i) => i + 1);
  const rows = steps.toReversed();
  const of = (f: number, r: number) => cells.find(c => c.f === f && c.r === r) as Cell;
  const value = (c: Cell) => (c.customers === 0 ? null : format.major(format.wholeMinor(c.mean)));
  return {
    kind: 'heatmap',
    title:
      `Customers with R ${score(best.r)} and F ${score(best.f)} spend the most, ` +
      `${format.amountShort(format.wholeMinor(best.mean))} each`,
    subtitle: `Mean spent by frequency (F) and recency (R) score · ${text}`,
    alt: `Mean spent by frequency and recency score: ${cells
      .filter(c => c.customers > 0)
      .map(c => `F ${score(c.f)} R ${score(c.r)} ${format.amountShort(format.wholeMinor(c.mean))}`)
      .join(', ')}`,
    unit: 'money',
    currency: format.currency,
    rows: rows.map(f => `F ${score(f)}`),
    columns: steps.map(r => `R ${score(r)}`),
    values: rows.map(f => steps.map(r => value(of(f, r)))),
  };
}

function scoresChart(segments: readonly SegmentSummary[], context: SegmentContext): HeatmapChart {
  const filled = segments.filter(s => s.customers > 0);
  const { bins } = context.segmentation.method;
  const shown = (mean: number | null) =>
    mean === null ? null : Math.round((context.segmentation.isOneBest ? bins + 1 - mean : mean) * 10) / 10;
  const values = filled.map(s => [s.meanR, s.meanF, s.meanM].map(shown));
  return {
    kind: 'heatmap',
    title: 'Mean scores of each segment',
    subtitle:
      `R, F and M from 1 to ${bins}${context.segmentation.isOneBest ? ', 1 is best' : ''}` +
      ` · ${context.text}`,
    alt: `Mean scores: ${filled
      .map((s, i) => `${s.segment.title} R ${values[i]?.[0]} F ${values[i]?.[1]} M ${values[i]?.[2]}`)
      .join('; ')}`,
    unit: 'number',
    currency: context.format.currency,
    rows: filled.map(s => s.segment.title),
    columns: ['Recency', 'Frequency', 'Monetary'],
    values,
  };
}
