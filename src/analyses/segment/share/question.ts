import { followUps } from '../../../answering/follow-ups.js';
import { defineQuestion } from '../../../answering/question.js';
import { segmentContext } from '../../../answering/segments/context.js';
import { offerQuestion } from '../../../answering/segments/offers.js';
import { factsOf, sharesChart } from '../../../answering/segments/tables.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf, type Column } from '../../../core/answer/answer.js';
import { capital } from '../../../core/answer/format.js';

/** A segment that brings nearly what its number lets expect is no finding. */
const WORTH_SAYING = 0.8;

/** Each segment's share of revenue against its share of customers. */
const share = defineQuestion({
  family: 'segment',
  name: 'share',
  words: ['share', 'shares', 'revenue share', 'pie', 'doughnut', 'donut', 'share of revenue', 'pie chart'],
  optional: ['segmentation', 'filters'],
  helpOrder: 105,
  summary: 'Share of revenue against share of customers',
  examples: ['share'],

  async answer(query, shop) {
    const context = await segmentContext(query, shop);
    const { format } = context;
    const { segments } = factsOf(context);
    const filled = segments.filter(s => s.customers > 0);
    const index = (s: (typeof segments)[number]) => (s.share === 0 ? 0 : s.revenueShare / s.share);
    const most = filled.reduce((a, b) => (index(b) > index(a) ? b : a));
    const least = filled.reduce((a, b) => (index(b) < index(a) ? b : a));
    const headline =
      filled.length < 2
        ? `All customers are ${most.segment.many}.`
        : `${capital(most.segment.many)} are ${format.share(most.share)} of customers and bring ` +
          `${format.share(most.revenueShare)} of revenue.`;
    return answerOf({
      ...skeleton(query, context, shop, 'Revenue against customers'),
      headline,
      columns: COLUMNS,
      rows: segments.map(s => ({
        segment: s.segment.title,
        customers: s.customers,
        share: Math.round(s.share * 1e6) / 1e6,
        revenue: format.major(s.revenue),
        revenueShare: Math.round(s.revenueShare * 1e6) / 1e6,
        ratio: s.customers === 0 ? null : Math.round(index(s) * 100) / 100,
      })),
      charts: [
        {
          kind: 'rings',
          title: headline.replace(/\.$/, ''),
          subtitle: `Outer ring: share of revenue, inner ring: share of customers · ${context.text}`,
          alt: `Share of revenue and of customers: ${segments
            .map(s => `${s.segment.title} ${format.share(s.revenueShare)} and ${format.share(s.share)}`)
            .join('; ')}`,
          unit: 'share',
          currency: format.currency,
          labels: segments.map(s => s.segment.title),
          colours: segments.map(s => s.segment.colour),
          rings: [
            { title: 'revenue', shares: segments.map(s => s.revenueShare) },
            { title: 'customers', shares: segments.map(s => s.share) },
          ],
        },
        sharesChart(segments, context),
      ],
      observations:
        filled.length < 2 || index(least) > WORTH_SAYING
          ? []
          : [
              `${capital(least.segment.many)} bring the least for their number: ` +
                `${format.share(least.revenueShare)} of revenue from ${format.share(least.share)} of ` +
                'customers.',
            ],
      followUps: followUps(shop, query, [
        offerQuestion('bars'),
        offerQuestion('treemap'),
        offerQuestion('summary'),
      ]),
    });
  },
});
export default share;

const COLUMNS: readonly Column[] = [
  { key: 'segment', label: 'Segment', unit: 'text' },
  { key: 'customers', label: 'Customers', unit: 'count' },
  { key: 'share', label: 'Of customers', unit: 'share' },
  { key: 'revenue', label: 'Revenue', unit: 'money' },
  { key: 'revenueShare', label: 'Of revenue', unit: 'share' },
  { key: 'ratio', label: 'Revenue to customers', unit: 'number' },
];
