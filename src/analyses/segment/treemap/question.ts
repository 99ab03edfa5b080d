import { followUps } from '../../../answering/follow-ups.js';
import { defineQuestion } from '../../../answering/question.js';
import { segmentContext } from '../../../answering/segments/context.js';
import { offerQuestion } from '../../../answering/segments/offers.js';
import { factsOf, segmentColumns, segmentRow } from '../../../answering/segments/tables.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf } from '../../../core/answer/answer.js';
import { capital } from '../../../core/answer/format.js';

/** Segments as areas, as large as the revenue they bring. */
const treemap = defineQuestion({
  family: 'segment',
  name: 'treemap',
  words: ['treemap', 'tree map', 'areas'],
  optional: ['segmentation', 'filters'],
  helpOrder: 110,
  summary: 'Segments as areas, as large as their revenue',
  examples: ['treemap'],

  async answer(query, shop) {
    const context = await segmentContext(query, shop);
    const { format } = context;
    const { segments } = factsOf(context);
    const largest = segments.reduce((a, b) => (b.revenue > a.revenue ? b : a));
    const headline =
      `${capital(largest.segment.many)} bring the most: ${format.amount(largest.revenue)}, ` +
      `${format.share(largest.revenueShare)} of revenue.`;
    // What brought nothing, or less, has no area.
    const drawn = segments.filter(s => s.revenue > 0);
    return answerOf({
      ...skeleton(query, context, shop, 'Segments by revenue'),
      headline,
      columns: segmentColumns(context),
      rows: segments.map(s => segmentRow(s, context)),
      charts:
        drawn.length === 0
          ? []
          : [
              {
                kind: 'treemap',
                title:
                  `${capital(largest.segment.many)} bring ${format.share(largest.revenueShare)} ` +
                  'of revenue',
                subtitle: `Area: revenue · ${context.text}`,
                alt:
                  'Revenue by segment: ' +
                  `${drawn.map(s => `${s.segment.title} ${format.amount(s.revenue)}`).join('; ')}`,
                unit: 'money',
                currency: format.currency,
                parts: drawn.map(s => ({
                  label: s.segment.title,
                  value: format.major(s.revenue),
                  note: `${format.amountShort(s.revenue)} · ${format.count(s.customers)}`,
                  colour: s.segment.colour,
                })),
              },
            ],
      followUps: followUps(shop, query, [
        offerQuestion('share'),
        offerQuestion('bars'),
        offerQuestion('summary'),
      ]),
    });
  },
});
export default treemap;
