import { followUps } from '../../../answering/follow-ups.js';
import { defineQuestion } from '../../../answering/question.js';
import { type SegmentContext, segmentContext } from '../../../answering/segments/context.js';
import { offerQuestion } from '../../../answering/segments/offers.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf, type Row } from '../../../core/answer/answer.js';
import type { BarGridChart, HistogramChart } from '../../../core/answer/chart-spec.js';
import { capital, plural } from '../../../core/answer/format.js';
import { median } from '../../../core/statistics.js';
import { AXES, type Axis, axisName, measured } from '../../../segments/scoring/method.js';
import { histogramOf } from './histogram.js';

/** Columns of each of three histograms beside each other. */
const COLUMNS = 10;
/** Orders per customer are counted one by one up to here. */
const MOST_ORDERS = 15;

/** How recency, frequency and monetary are spread, and how large their groups are. */
const distribution = defineQuestion({
  family: 'segment',
  name: 'distribution',
  words: [
    'distribution',
    'distributions',
    'histogram',
    'histograms',
    'spread',
    'orders per customer',
    'groups',
  ],
  optional: ['segmentation', 'filters'],
  helpOrder: 109,
  summary: 'How recency, frequency and monetary are spread, sizes of their groups, orders per customer',
  examples: ['distribution'],

  async answer(query, shop) {
    const context = await segmentContext(query, shop);
    const { snapshot, segmentation, format, score } = context;
    const { scored } = snapshot;
    const { orders } = scored.figures;
    const sizes = AXES.map(axis => groupSizes(scored[axis], segmentation.method.bins));
    const once = orders.reduce((sum, n) => sum + (n === 1 ? 1 : 0), 0);
    const middle = {
      r: median(scored.recency) ?? 0,
      f: median(scored.frequency) ?? 0,
      m: median(scored.monetary) ?? 0,
    };
    return answerOf({
      ...skeleton(query, context, shop, 'How customers are spread'),
      headline:
        `Half of the customers last ordered ${plural(Math.round(middle.r), 'day')} ago or ` +
        `earlier, and have spent ${format.amount(format.wholeMinor(middle.m))} or ` +
        `less${segmentation.method.monetary === 'average' ? ' per order' : ''}.`,
      columns: [
        { key: 'axis', label: 'Axis', unit: 'text' },
        { key: 'score', label: 'Score', unit: 'score' },
        { key: 'customers', label: 'Customers', unit: 'count' },
        { key: 'share', label: 'Share', unit: 'share' },
      ],
      rows: AXES.flatMap((axis, a) =>
        (sizes[a] as number[]).map(
          (customers, i): Row => ({
            axis: axisName(axis),
            score: score(i + 1),
            customers,
            share: Math.round((customers / orders.length) * 1e6) / 1e6,
          }),
        ),
      ),
      charts: [axesChart(context), ordersChart(context), gridChart(context)],
      observations:
        once === 0
          ? []
          : [
              `${plural(once, 'customer')} (${format.share(once / orders.length)}) ` +
                `${once === 1 ? 'has' : 'have'} a single order.`,
            ],
      followUps: followUps(shop, query, [
        offerQuestion('cuts'),
        offerQuestion('heatmap'),
        offerQuestion('scatter'),
      ]),
    });
  },
});
export default distribution;

/** How many customers have each score, from 1. */
function groupSizes(scores: Uint8Array, bins: number): number[] {
  const sizes = Array.from({ length: bins }, () => 0);
  for (const s of scores) sizes[s - 1] = sizes[s - 1]! + 1;
  return sizes;
}

function axesChart({ snapshot, segmentation, format, text }: SegmentContext): HistogramChart {
  const { scored } = snapshot;
  const values = { r: scored.recency, f: scored.frequency, m: scored.monetary };
  const label = (axis: Axis, value: number) =>
    axis === 'm' ? format.amountShort(format.wholeMinor(value)) : format.count(value);
  const panels = AXES.map(axis => {
    const { from, counts, isOpen } = histogramOf(values[axis], COLUMNS);
    return {
      title: measured(axis, segmentation.method),
      labels: from.map((value, i) => `${label(axis, value)}${isOpen && i === from.length - 1 ? '+' : ''}`),
      counts,
    };
  });
  return {
    kind: 'histogram',
    title: 'How recency, frequency and monetary are spread',
    subtitle: `Customers by the lowest value of each column · ${text}`,
    alt: panels
      .map(p => `${capital(p.title)}: ${p.labels.map((l, i) => `${l} ${p.counts[i]}`).join(', ')}`)
      .join('. '),
    unit: 'count',
    currency: format.currency,
    panels,
  };
}

function ordersChart({ snapshot, format, text }: SegmentContext): HistogramChart {
  const { orders } = snapshot.scored.figures;
  const most = Math.min(
    MOST_ORDERS,
    orders.reduce((a, b) => Math.max(a, b), 1),
  );
  const counts = Array.from({ length: most }, () => 0);
  for (const n of orders) counts[Math.min(n, most) - 1] = counts[Math.min(n, most) - 1]! + 1;
  const isOpen = orders.some(n => n > most);
  const labels = counts.map((_, i) => `${i + 1}${isOpen && i === most - 1 ? '+' : ''}`);
  const common = counts.indexOf(Math.max(...counts));
  return {
    kind: 'histogram',
    title:
      `${labels[common]} ${common === 0 ? 'order' : 'orders'} each: the most common, of ` +
      `${plural(counts[common] as number, 'customer')}`,
    subtitle: `Orders per customer · ${text}`,
    alt: `Customers by number of orders: ${labels.map((l, i) => `${l}: ${counts[i]}`).join(', ')}`,
    unit: 'count',
    currency: format.currency,
    panels: [{ title: 'orders per customer', labels, counts }],
  };
}

/** Customers by recency score (rows) and frequency score (columns), a bar for each monetary score. */
function gridChart({ snapshot, segmentation, format, text, score }: SegmentContext): BarGridChart {
  const { r, f, m } = snapshot.scored;
  const { bins } = segmentation.method;
  const steps = Array.from({ length: bins }, (_, i) => i + 1);
  const values = steps.map(() => steps.map(() => steps.map(() => 0)));
  for (let i = 0; i < r.length; i++) {
    const cell = values[bins - r[i]!]?.[f[i]! - 1] as number[];
    cell[m[i]! - 1] = (cell[m[i]! - 1] as number) + 1;
  }
  return {
    kind: 'barGrid',
    title: 'Customers by recency, frequency and monetary score',
    subtitle: `Rows: recency, columns: frequency, bars: monetary · ${text}`,
    alt: `Customers by recency (rows), frequency (columns) and monetary score (bars): ${steps
      .toReversed()
      .map((recency, i) => `R ${score(recency)}: ${values[i]?.map(cell => cell.join('/')).join(' ')}`)
      .join('; ')}`,
    unit: 'count',
    currency: format.currency,
    rows: steps.toReversed().map(s => `R ${score(s)}`),
    columns: steps.map(s => `F ${score(s)}`),
    steps: steps.map(s => `M ${score(s)}`),
    values,
  };
}
