import { defineQuestion } from '../../../answering/question.js';
import { segmentFrame } from '../../../answering/segments/context.js';
import { SEGMENT_RULES, type SegmentFacts } from '../../../answering/segments/findings.js';
import {
  factsOf,
  mediansChart,
  segmentColumns,
  segmentRow,
  sizesChart,
} from '../../../answering/segments/tables.js';
import { sketch } from '../../../answering/skeleton.js';
import { answerOf } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';

/** Segments as bars: customers, revenue, orders, average order; and the medians. */
const bars = defineQuestion({
  family: 'segment',
  name: 'bars',
  words: ['bars', 'medians', 'sizes', 'bar chart', 'metrics', 'median'],
  takes: ['basis', 'filters'],
  place: 106,
  summary: 'Segments as bars: customers, revenue, orders, average order, medians',
  examples: ['bars'],

  async answer(asked, shop) {
    const frame = await segmentFrame(asked, shop);
    const facts = factsOf(frame);
    return answerOf({
      ...sketch(asked, frame, shop, 'Segments side by side'),
      headline: dearest(facts),
      columns: segmentColumns(frame).map(column => ({ ...column, secondary: column.key === 'share' })),
      rows: facts.segments.map(s => segmentRow(s, frame)),
      charts: [sizesChart(facts.segments, frame), mediansChart(facts.segments, frame)],
      observations: findingsOf(SEGMENT_RULES, facts).observations,
      followUps: [frame.again('share'), frame.again('heatmap'), frame.again()],
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
  const whole = `${format.amount(Math.round(mean(filled)))} is the average order`;
  return filled.length < 2 || Math.round(mean([first])) === Math.round(mean(filled))
    ? `${whole}.`
    : `${whole}; the largest are those of ${first.segment.many}, ${format.amount(Math.round(mean([first])))}.`;
}
