import { answerOf } from '../../answer/answer.js';
import { findingsOf } from '../../findings/rule.js';
import { SEGMENT_RULES, segmentsHeadline } from '../../findings/segments.js';
import { segmentFrame, segmentSketch } from '../parts/segment-frame.js';
import { factsOf, mediansChart, SEGMENT_COLUMNS, segmentRow, sizesChart } from '../parts/segment-tables.js';
import type { Question } from '../question.js';

/** Segments as bars: customers, revenue, orders, average order; and the medians. */
const bars: Question = {
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
      ...segmentSketch(asked, frame, shop, 'Segments side by side'),
      headline: segmentsHeadline(facts),
      columns: SEGMENT_COLUMNS.map(column => ({ ...column, secondary: column.key === 'share' })),
      rows: facts.segments.map(s => segmentRow(s, frame)),
      charts: [sizesChart(facts.segments, frame), mediansChart(facts.segments, frame)],
      observations: findingsOf(SEGMENT_RULES, facts).observations,
      followUps: [frame.again('share'), frame.again('heatmap'), frame.again()],
    });
  },
};
export default bars;
