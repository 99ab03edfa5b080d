import { followUps } from '../../../answering/follow-ups.js';
import { defineQuestion } from '../../../answering/question.js';
import { segmentContext } from '../../../answering/segments/context.js';
import { SEGMENT_RULES, type SegmentFacts } from '../../../answering/segments/findings.js';
import { offerQuestion } from '../../../answering/segments/offers.js';
import {
  factsOf,
  mediansChart,
  segmentColumns,
  segmentRow,
  sizesChart,
} from '../../../answering/segments/tables.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';

/** Segments as bars: customers, revenue, orders, average order; and the medians. */
const bars = defineQuestion({
  family: 'segment',
  name: 'bars',
  words: ['bars', 'medians', 'sizes', 'bar chart', 'metrics', 'median'],
  optional: ['segmentation', 'filters'],
  helpOrder: 106,
  summary: 'Segments as bars: customers, revenue, orders, average order, medians',
  examples: ['bars'],

  async answer(query, shop) {
    const context = await segmentContext(query, shop);
    const facts = factsOf(context);
    return answerOf({
      ...skeleton(query, context, shop, 'Segments side by side'),
      headline: dearest(facts),
      columns: segmentColumns(context).map(column => ({ ...column, secondary: column.key === 'share' })),
      rows: facts.segments.map(s => segmentRow(s, context)),
      charts: [sizesChart(facts.segments, context), mediansChart(facts.segments, context)],
      observations: findingsOf(SEGMENT_RULES, facts).observations,
      followUps: followUps(shop, query, [
        offerQuestion('share'),
        offerQuestion('heatmap'),
        offerQuestion('summary'),
      ]),
    });
  },
});
export default bars;

/** Whose orders are the largest. */
function dearest({ segments, format }: SegmentFacts): string {
  const mean = (some: SegmentFacts['segments']) =>
    some.reduce((sum, s) => sum + s.revenue, 0) / some.reduce((sum, s) => sum + s.orders, 0);
  const filled = segments.filter(s => s.orders > 0);
  const first = filled.reduce((a, b) => (mean([b]) > mean([a]) ? b : a));
  const whole = `${format.amount(format.wholeMinor(mean(filled)))} is the average order`;
  return filled.length < 2 || format.wholeMinor(mean([first])) === format.wholeMinor(mean(filled))
    ? `${whole}.`
    : `${whole}; the largest are those of ${first.segment.many}, ` +
        `${format.amount(format.wholeMinor(mean([first])))}.`;
}
