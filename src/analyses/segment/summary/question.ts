import { defineQuestion } from '../../../answering/question.js';
import { segmentFrame } from '../../../answering/segments/context.js';
import { SEGMENT_RULES, segmentsHeadline } from '../../../answering/segments/findings.js';
import { factsOf, segmentColumns, segmentRow, sharesChart } from '../../../answering/segments/tables.js';
import { sketch } from '../../../answering/skeleton.js';
import { answerOf } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { segmentWord } from '../../../segments/maps/segment-names.js';

/** Every segment in figures. */
const summary = defineQuestion({
  family: 'segment',
  name: 'summary',
  words: ['summary', 'overview', 'rfm', 'segmentation'],
  wordless: [],
  about: ['customer', 'customers'],
  takes: ['basis', 'filters'],
  place: 100,
  summary: 'The customer segments: size, revenue and medians of each',
  examples: ['', 'map:eleven', 'scoring:rank'],

  async answer(asked, shop) {
    const frame = await segmentFrame(asked, shop);
    const facts = factsOf(frame);
    const { segments } = facts;
    const { observations, actions } = findingsOf(SEGMENT_RULES, facts);
    return answerOf({
      ...sketch(asked, frame, shop, 'Customer segments'),
      headline: segmentsHeadline(facts),
      columns: segmentColumns(frame),
      rows: segments.map(s => segmentRow(s, frame)),
      charts: [sharesChart(segments, frame)],
      observations,
      actions,
      followUps: [
        ...segments
          .filter((s, i) => s.customers > 0 && (s.segment.leaving || i === 0))
          .slice(0, 2)
          .map(s => frame.again(segmentWord(s.segment.title))),
        frame.again('actions'),
        frame.again('shifts'),
      ],
    });
  },
});
export default summary;
