import { defineQuestion } from '../../../answering/question.js';
import { segmentContext } from '../../../answering/segments/context.js';
import { SEGMENT_RULES, segmentsHeadline } from '../../../answering/segments/findings.js';
import { factsOf, segmentColumns, segmentRow, sharesChart } from '../../../answering/segments/tables.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { segmentWord } from '../../../segments/maps/segment-names.js';

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
      followUps: [
        ...segments
          .filter((s, i) => s.customers > 0 && (s.segment.leaving || i === 0))
          .slice(0, 2)
          .map(s => context.again(segmentWord(s.segment.title))),
        context.again('actions'),
        context.again('shifts'),
      ],
    });
  },
});
export default summary;
