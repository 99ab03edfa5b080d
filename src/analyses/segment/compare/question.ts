import { followUps } from '../../../answering/follow-ups.js';
import { defineQuestion } from '../../../answering/question.js';
import { type SegmentContext, segmentContext } from '../../../answering/segments/context.js';
import { twoMaps } from '../../../answering/segments/named-map.js';
import { offerMap, offerQuestion } from '../../../answering/segments/offers.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf } from '../../../core/answer/answer.js';
import type { HeatmapChart } from '../../../core/answer/chart-spec.js';
import { type Format, plural } from '../../../core/answer/format.js';
import type { Segment } from '../../../segments/maps/map.js';
import { type Snapshot, snapshotOf } from '../../../segments/snapshots/snapshot.js';

/** Who is in another segment by one map than by another. */
const compare = defineQuestion({
  family: 'segment',
  name: 'compare',
  words: ['compare', 'compare maps', 'compare map', 'difference between'],
  required: ['name'],
  optional: ['segmentation', 'filters'],
  canonicalText: ({ name }) => ({ text: `compare ${name ?? ''}`.trim(), includes: ['name'] }),
  helpOrder: 115,
  summary: 'Who is in another segment by one segment map than by another',
  examples: ['compare five eleven'],

  async answer(query, shop) {
    const [a, b] = twoMaps(query.name ?? '', shop.segmenting.maps);
    const context = await segmentContext(query, shop);
    const { scored } = context.snapshot;
    const [one, other] = [snapshotOf(scored, a), snapshotOf(scored, b)];
    const pairs = pairsOf(one, other);
    const same = pairs.filter(isSame).reduce((sum, p) => sum + p.customers, 0);
    const all = one.segment.length;
    const differing = pairs.filter(p => !isSame(p) && p.customers > 0);
    const [largest] = differing;
    const named = { ...query, name: `${a.name} ${b.name}` };
    return answerOf({
      ...skeleton(named, context, shop, `${a.name} and ${b.name} compared`),
      headline: differSentence(all - same, all, a.name, b.name, context.format),
      columns: [
        { key: 'from', label: a.name, unit: 'text' },
        { key: 'to', label: b.name, unit: 'text' },
        { key: 'customers', label: 'Customers', unit: 'count' },
        { key: 'monetary', label: 'Spent', unit: 'money' },
        { key: 'same', label: 'Same segment', unit: 'text' },
      ],
      rows: pairs
        .filter(p => p.customers > 0)
        .map(p => ({
          from: p.from.title,
          to: p.to.title,
          customers: p.customers,
          monetary: context.format.major(p.revenue),
          same: isSame(p) ? 'yes' : 'no',
        })),
      charts: [chart(one, other, pairs, context)],
      observations: largest
        ? [
            'The largest group that differs: ' +
              `${plural(largest.customers, 'customer')}, ${largest.from.title} by ${a.name} ` +
              `and ${largest.to.title} by ${b.name}.`,
          ]
        : [],
      followUps: followUps(shop, query, [offerMap(a.name), offerMap(b.name), offerQuestion('maps')]),
    });
  },
});
export default compare;

function differSentence(differing: number, all: number, a: string, b: string, format: Format): string {
  const are = differing === 1 ? 'is' : 'are';
  return (
    `${format.count(differing)} of ${plural(all, 'customer')} ${are} in another segment by ${b} ` +
    `than by ${a}.`
  );
}

interface Pair {
  readonly from: Segment;
  readonly to: Segment;
  readonly customers: number;
  readonly revenue: number;
}

/** Whether two maps mean the same segment, however its title is spelt: "At Risk", "At-Risk Customers". */
const isSame = ({ from, to }: Pair): boolean => from.key === to.key;

/** Every pair of segments, the largest first. */
function pairsOf(a: Snapshot, b: Snapshot): Pair[] {
  const { revenue } = a.scored.figures;
  const width = b.segments.length;
  const customers = new Int32Array(a.segments.length * width);
  const spent = new Float64Array(customers.length);
  for (let i = 0; i < revenue.length; i++) {
    const at = a.segment[i]! * width + b.segment[i]!;
    customers[at] = customers[at]! + 1;
    spent[at] = spent[at]! + revenue[i]!;
  }
  return a.segments
    .flatMap((from, x) =>
      b.segments.map(
        (to, y): Pair => ({
          from,
          to,
          customers: customers[x * width + y] as number,
          revenue: spent[x * width + y] as number,
        }),
      ),
    )
    .sort((p, q) => q.customers - p.customers || q.revenue - p.revenue);
}

function chart(a: Snapshot, b: Snapshot, pairs: readonly Pair[], context: SegmentContext): HeatmapChart {
  const of = (from: Segment, to: Segment) => pairs.find(p => p.from === from && p.to === to)?.customers ?? 0;
  return {
    kind: 'heatmap',
    title: `How ${a.map.name} (rows) and ${b.map.name} (columns) name the same customers`,
    subtitle: `Customers · ${context.text}`,
    alt: `Customers by segment of ${a.map.name} and of ${b.map.name}: ${pairs
      .filter(p => p.customers > 0)
      .map(p => `${p.from.title} and ${p.to.title} ${p.customers}`)
      .join(', ')}`,
    unit: 'count',
    currency: context.format.currency,
    rows: a.segments.map(s => s.title),
    columns: b.segments.map(s => s.title),
    values: a.segments.map(from => b.segments.map(to => of(from, to) || null)),
  };
}
