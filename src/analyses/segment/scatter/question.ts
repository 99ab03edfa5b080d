import { followUps } from '../../../answering/follow-ups.js';
import { defineQuestion } from '../../../answering/question.js';
import { type SegmentContext, segmentContext } from '../../../answering/segments/context.js';
import { drawnPlaces } from '../../../answering/segments/drawn-places.js';
import { offerQuestion } from '../../../answering/segments/offers.js';
import { factsOf, segmentColumns, segmentRow } from '../../../answering/segments/tables.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf } from '../../../core/answer/answer.js';
import type { ScatterChart } from '../../../core/answer/chart-spec.js';
import { plural } from '../../../core/answer/format.js';
import type { Note } from '../../../core/answer/notes.js';
import { measured } from '../../../segments/scoring/method.js';
import type { SegmentSummary } from '../../../segments/summary.js';

/** Customers by recency and frequency, as large as they spent, in the colours of their segments. */
const scatter = defineQuestion({
  family: 'segment',
  name: 'scatter',
  words: ['scatter', 'scatterplot', 'scatter plot', 'bubbles', 'bubble', 'bubble chart', 'points'],
  optional: ['segmentation', 'filters'],
  helpOrder: 108,
  summary: 'Customers by recency and frequency, sized by spending, coloured by segment',
  examples: ['scatter'],

  async answer(query, shop) {
    const context = await segmentContext(query, shop);
    const { segments } = factsOf(context);
    const filled = segments.filter(s => s.customers > 0);
    const [first, ...others] = filled;
    const days = (s: SegmentSummary) => plural(Math.round(s.medianRecency ?? 0), 'day');
    const last = others.at(-1);
    const places = drawnPlaces(context);
    return answerOf({
      ...skeleton(query, context, shop, 'Customers by recency and frequency'),
      headline:
        first && last
          ? `Half of the ${first.segment.many} last ordered within the last ${days(first)}, ` +
            `half of the ${last.segment.many} ${days(last)} ago or earlier.`
          : `All customers are ${first?.segment.many}.`,
      columns: segmentColumns(context),
      rows: segments.map(s => segmentRow(s, context)),
      charts: [chart(places, context)],
      notes: [...pointsNote(places, context), ...context.notes],
      followUps: followUps(shop, query, [
        offerQuestion('distribution'),
        offerQuestion('clusters'),
        offerQuestion('summary'),
      ]),
    });
  },
});
export default scatter;

/** If not everybody is drawn. */
const pointsNote = (places: readonly number[], { snapshot }: SegmentContext): Note[] =>
  places.length < snapshot.segment.length
    ? [{ kind: 'pointsDrawn', points: places.length, of: snapshot.segment.length }]
    : [];

function chart(
  places: readonly number[],
  { snapshot, format, segmentation, text }: SegmentContext,
): ScatterChart {
  const { scored, segments, segment } = snapshot;
  const most = Math.max(1, ...places.map(i => scored.figures.revenue[i] as number));
  const groups = segments.flatMap(({ title, colour }, s) => {
    const points = places
      .filter(i => segment[i] === s)
      .map(i => ({
        x: scored.recency[i] as number,
        y: scored.frequency[i] as number,
        weight: Math.max(0, scored.figures.revenue[i]!) / most,
      }));
    return points.length === 0 ? [] : [{ name: title, colour, points }];
  });
  const each =
    places.length < segment.length ? `each of ${format.count(places.length)} customers` : 'each customer';
  return {
    kind: 'scatter',
    title: 'Recent customers to the right, frequent ones on top',
    subtitle: `A circle for ${each}, as large as spent · ${text}`,
    alt:
      'Customers by recency and frequency: ' +
      `${groups.map(g => `${g.name} ${format.count(g.points.length)}`).join(', ')}`,
    unit: 'count',
    currency: format.currency,
    x: { title: measured('r', segmentation.method), isReversed: true },
    y: { title: measured('f', segmentation.method) },
    groups,
  };
}
