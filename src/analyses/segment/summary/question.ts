import { followUps } from '../../../answering/follow-ups.js';
import { defineQuestion } from '../../../answering/question.js';
import { segmentContext } from '../../../answering/segments/context.js';
import { SEGMENT_RULES, segmentsHeadline } from '../../../answering/segments/findings.js';
import { offerMembers, offerQuestion } from '../../../answering/segments/offers.js';
import { factsOf, segmentColumns, segmentRow, sharesChart } from '../../../answering/segments/tables.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import type { SegmentSummary } from '../../../segments/summary.js';

/** Every segment in figures. */
const summary = defineQuestion({
  family: 'segment',
  name: 'summary',
  words: ['summary', 'overview', 'rfm', 'segmentation'],
  impliedBy: [],
  redundantWith: ['customer', 'customers'],
  optional: ['segmentation', 'filters'],
  helpOrder: 100,
  summary: 'The customer segments: size, revenue and medians of each',
  examples: ['', 'map:eleven', 'scoring:rank'],

  async answer(query, shop) {
    const context = await segmentContext(query, shop);
    const facts = factsOf(context);
    const { segments } = facts;
    const { observations, actions } = findingsOf(SEGMENT_RULES, facts);
    return answerOf({
      ...skeleton(query, context, shop, 'Customer segments'),
      headline: segmentsHeadline(facts),
      columns: segmentColumns(context),
      rows: segments.map(s => segmentRow(s, context)),
      charts: [sharesChart(segments, context)],
      observations,
      actions,
      followUps: followUps(shop, query, [
        ...toOpen(segments).map(s => offerMembers(s.segment)),
        offerQuestion('actions'),
        offerQuestion('shifts'),
      ]),
    });
  },
});
export default summary;

/** The segments whose customers one wants to see first: the best, and the first of those on their way out. */
const toOpen = (segments: readonly SegmentSummary[]): SegmentSummary[] =>
  segments.filter((s, i) => s.customers > 0 && (s.segment.leaving || i === 0)).slice(0, 2);
