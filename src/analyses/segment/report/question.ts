import { isDeepStrictEqual } from 'node:util';
import { followUps } from '../../../answering/follow-ups.js';
import { defineQuestion, type ParsedQuery } from '../../../answering/question.js';
import { segmentContext } from '../../../answering/segments/context.js';
import { SEGMENT_RULES, segmentsHeadline } from '../../../answering/segments/findings.js';
import { offerQuestion } from '../../../answering/segments/offers.js';
import { factsOf, segmentColumns, segmentRow, sharesChart } from '../../../answering/segments/tables.js';
import type { ShopView } from '../../../answering/shop.js';
import { skeleton } from '../../../answering/skeleton.js';
import { type Answer, answerOf } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';

/** The questions in the thread: who, how much, how spread, who moved, what to do, how it was made. */
const PARTS = [
  'bars',
  'share',
  'heatmap',
  'scatter',
  'distribution',
  'shifts',
  'actions',
  'map',
  'cuts',
] as const;

/** The whole segment analysis: summary, charts, insights, recommendations and method. */
const report = defineQuestion({
  family: 'segment',
  name: 'report',
  words: ['report', 'rfm report', 'full report', 'whole report', 'full analysis', 'everything'],
  isSlow: true,
  optional: ['segmentation', 'filters'],
  helpOrder: 117,
  summary: 'The whole segment analysis: summary, charts, insights, plan and method',
  examples: ['report'],

  async answer(query, shop) {
    const context = await segmentContext(query, shop);
    const facts = factsOf(context);
    const found = findingsOf(SEGMENT_RULES, facts);
    const summary = answerOf({
      ...skeleton(query, context, shop, 'Segment report'),
      headline: segmentsHeadline(facts),
      columns: segmentColumns(context),
      rows: facts.segments.map(s => segmentRow(s, context)),
      charts: [sharesChart(facts.segments, context)],
      observations: found.observations,
      actions: found.actions,
      followUps: followUps(shop, query, [
        offerQuestion('export'),
        offerQuestion('clusters'),
        offerQuestion('actions'),
      ]),
    });
    return { ...summary, thread: await parts(query, shop, summary) };
  },
});
export default report;

/** The parts, each with what the answers before it have not said or shown. */
async function parts(query: ParsedQuery, shop: ShopView, summary: Answer): Promise<Answer[]> {
  const answers: Answer[] = [];
  const before = [summary];
  const isNew = (key: 'notes' | 'observations' | 'actions' | 'charts') => (value: unknown) =>
    !before.some(answer => answer[key].some(earlier => isDeepStrictEqual(earlier, value)));
  for (const question of PARTS) {
    const answer = await shop.answer({ ...query, family: 'segment', question });
    const hasNewRows = !before.some(({ rows }) => isDeepStrictEqual(rows, answer.rows));
    answers.push({
      ...answer,
      // A report of ten messages needs no buttons under each.
      followUps: [],
      notes: answer.notes.filter(isNew('notes')),
      observations: answer.observations.filter(isNew('observations')),
      actions: answer.actions.filter(isNew('actions')),
      charts: answer.charts.filter(isNew('charts')),
      // The heatmap shows its 25 cells; a table of them says nothing more.
      rows: question !== 'heatmap' && hasNewRows ? answer.rows : [],
    });
    before.push(answer);
  }
  return answers;
}
