import { answerOf } from '../../answer/answer.js';
import { capital, type Format, plural } from '../../answer/format.js';
import { fraction } from '../../sales/measures.js';
import { type SegmentSummary, summarise } from '../../segments/summary.js';
import { segmentWord } from '../language/words.js';
import { segmentFrame, segmentSketch } from '../parts/segment-frame.js';
import type { Question } from '../question.js';

/** Every segment in figures. */
const summary: Question = {
  family: 'segment',
  name: 'summary',
  words: ['summary', 'overview', 'rfm', 'segmentation'],
  wordless: [],
  about: ['customer', 'customers'],
  takes: ['basis', 'filters'],
  summary: 'The customer segments: size, revenue and medians of each',
  examples: ['', 'map:eleven', 'scoring:rank'],

  async answer(asked, shop) {
    const frame = await segmentFrame(asked, shop);
    const { format } = frame;
    const segments = summarise(frame.snapshot);
    const best = segments[0] as SegmentSummary;
    return answerOf({
      ...segmentSketch(asked, frame, shop, 'Customer segments'),
      headline: headline(segments, format),
      columns: [
        { key: 'segment', label: 'Segment', unit: 'text' },
        { key: 'customers', label: 'Customers', unit: 'count' },
        { key: 'share', label: 'Share', unit: 'share', secondary: true },
        { key: 'revenue', label: 'Revenue', unit: 'money' },
        { key: 'revenueShare', label: 'Of revenue', unit: 'share' },
        { key: 'orders', label: 'Orders', unit: 'count', secondary: true },
        { key: 'averageOrderValue', label: 'Avg order', unit: 'money', secondary: true },
        { key: 'medianRecency', label: 'Days since', unit: 'days' },
        { key: 'medianFrequency', label: 'Median orders', unit: 'number', secondary: true },
        { key: 'medianMonetary', label: 'Median spent', unit: 'money', secondary: true },
      ],
      rows: segments.map(s => ({
        segment: s.segment.title,
        customers: s.customers,
        share: fraction(s.customers, frame.snapshot.segment.length),
        revenue: format.major(s.revenue),
        revenueShare: Math.round(s.revenueShare * 1e6) / 1e6,
        orders: s.orders,
        averageOrderValue: s.orders === 0 ? null : format.major(Math.round(s.revenue / s.orders)),
        medianRecency: s.medianRecency,
        medianFrequency: s.medianFrequency,
        medianMonetary: s.medianMonetary === null ? null : format.major(Math.round(s.medianMonetary)),
      })),
      charts: [
        {
          kind: 'segments',
          title:
            best.customers > 0
              ? `${best.segment.title}: ${format.share(best.share)} of customers, ${format.share(best.revenueShare)} of revenue`
              : 'Share of customers and of revenue',
          subtitle: `Customer segments · ${frame.text}`,
          alt: `Customer segments, ${frame.text}: ${segments.map(s => `${s.segment.title} ${plural(s.customers, 'customer')}, ${format.share(s.revenueShare)} of revenue`).join('; ')}`,
          unit: 'share',
          currency: shop.currency,
          segments: segments.map(s => ({
            title: s.segment.title,
            colour: s.segment.colour,
            customers: s.customers,
            share: s.share,
            revenueShare: s.revenueShare,
          })),
        },
      ],
      observations: observations(segments, format),
      actions: actions(segments, format),
      followUps: segments
        .filter(s => s.customers > 0 && (s.segment.leaving || s === best))
        .slice(0, 3)
        .map(s => frame.again(segmentWord(s.segment.title))),
    });
  },
};
export default summary;

function headline(segments: readonly SegmentSummary[], format: Format): string {
  const best = segments[0] as SegmentSummary;
  const leaving = segments.filter(s => s.segment.leaving);
  const gone = leaving.reduce((sum, s) => sum + s.customers, 0);
  const goneRevenue = leaving.reduce((sum, s) => sum + s.revenueShare, 0);
  const lead =
    best.customers === 0
      ? `There are no ${best.segment.many}`
      : `${plural(best.customers, best.segment.one, best.segment.many)} (${format.share(best.share)}) ${best.customers === 1 ? 'brings' : 'bring'} ${format.share(best.revenueShare)} of revenue`;
  return gone === 0
    ? `${lead}.`
    : `${lead}; ${format.count(gone)} ${gone === 1 ? 'is' : 'are'} slipping away or lost, with ${format.share(goneRevenue)} of revenue.`;
}

function observations(segments: readonly SegmentSummary[], format: Format): string[] {
  const filled = segments.filter(s => s.customers > 0);
  if (filled.length < 2) return [];
  const largest = filled.reduce((a, b) => (b.customers > a.customers ? b : a));
  const richest = filled.reduce((a, b) => (b.revenueShare > a.revenueShare ? b : a));
  const said = [
    `${capital(largest.segment.many)} are the largest segment: ${plural(largest.customers, 'customer')}, ${format.share(largest.share)}.`,
  ];
  if (richest !== largest)
    said.push(
      `${capital(richest.segment.many)} bring the most revenue: ${format.share(richest.revenueShare)}.`,
    );
  return said;
}

/** What is most worth doing: win back the best of those who are leaving, then keep the best segment. */
function actions(segments: readonly SegmentSummary[], format: Format): string[] {
  const leaving = segments.find(s => s.segment.leaving && s.customers > 0);
  const best = segments.find(s => s.customers > 0 && !s.segment.leaving);
  return [leaving, best]
    .filter(s => s !== undefined)
    .map(
      s =>
        `${capital(s.segment.many)} (${format.count(s.customers)}, ${format.amount(s.revenue)} so far): ${s.segment.actions[0]}.`,
    );
}
