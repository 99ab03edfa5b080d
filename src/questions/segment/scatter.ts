import { answerOf } from '../../answer/answer.js';
import type { ScatterChart } from '../../charts/spec.js';
import { measured } from '../../segments/method.js';
import { type SegmentFrame, segmentFrame, segmentSketch } from '../parts/segment-frame.js';
import { factsOf, SEGMENT_COLUMNS, segmentRow } from '../parts/segment-tables.js';
import type { Question } from '../question.js';

/** More points than this cannot be told apart. */
const MOST_POINTS = 1_200;

/** Customers by recency and frequency, as large as they spent, in the colours of their segments. */
const scatter: Question = {
  family: 'segment',
  name: 'scatter',
  words: ['scatter', 'scatterplot', 'scatter plot', 'bubbles', 'bubble', 'bubble chart', 'points'],
  takes: ['basis', 'filters'],
  place: 108,
  summary: 'Customers by recency and frequency, sized by spending, coloured by segment',
  examples: ['scatter'],

  async answer(asked, shop) {
    const frame = await segmentFrame(asked, shop);
    const { segments } = factsOf(frame);
    const filled = segments.filter(s => s.customers > 0);
    const [first, ...others] = filled;
    const medianOf = (s: (typeof filled)[number]) => Math.round(s.medianRecency ?? 0);
    const last = others.at(-1);
    const places = drawnPlaces(frame);
    return answerOf({
      ...segmentSketch(asked, frame, shop, 'Customers by recency and frequency'),
      headline: last
        ? `Half of the ${first?.segment.many} ordered in the last ${medianOf(first as never)} days, half of the ${last.segment.many} in the last ${medianOf(last)}.`
        : `All customers are ${first?.segment.many}.`,
      columns: SEGMENT_COLUMNS,
      rows: segments.map(s => segmentRow(s, frame)),
      charts: [chart(places, frame)],
      notes: [
        ...(places.length < frame.snapshot.segment.length
          ? [
              `${frame.format.count(places.length)} of the customers are drawn: those who spent the most, and every so many of the others.`,
            ]
          : []),
        ...frame.notes,
      ],
      followUps: [frame.again('distribution'), frame.again('clusters'), frame.again()],
    });
  },
};
export default scatter;

/** Who is drawn: everybody; of very many a third of the points for who spent most, the others in even steps. */
function drawnPlaces({ snapshot }: SegmentFrame): number[] {
  const { revenue } = snapshot.scored.figures;
  const all = Array.from(revenue, (_, i) => i);
  if (all.length <= MOST_POINTS) return all;
  all.sort((a, b) => (revenue[b] as number) - (revenue[a] as number) || a - b);
  const first = all.slice(0, MOST_POINTS / 3);
  const rest = all.slice(MOST_POINTS / 3);
  const step = rest.length / (MOST_POINTS - first.length);
  return [
    ...first,
    ...Array.from({ length: MOST_POINTS - first.length }, (_, i) => rest[Math.floor(i * step)] as number),
  ];
}

function chart(places: readonly number[], { snapshot, format, basis, text }: SegmentFrame): ScatterChart {
  const { scored, segments, segment } = snapshot;
  const most = Math.max(1, ...places.map(i => scored.figures.revenue[i] as number));
  const groups = segments.flatMap(({ title, colour }, s) => {
    const points = places
      .filter(i => segment[i] === s)
      .map(i => ({
        x: scored.recency[i] as number,
        y: scored.frequency[i] as number,
        weight: Math.max(0, scored.figures.revenue[i] as number) / most,
      }));
    return points.length === 0 ? [] : [{ name: title, colour, points }];
  });
  return {
    kind: 'scatter',
    title: 'Recent customers to the right, frequent ones on top',
    subtitle: `A circle for each customer, as large as spent · ${text}`,
    alt: `Customers by recency and frequency: ${groups.map(g => `${g.name} ${format.count(g.points.length)}`).join(', ')}`,
    unit: 'count',
    currency: format.currency,
    x: { title: measured('r', basis.method), isReversed: true },
    y: { title: measured('f', basis.method) },
    groups,
  };
}
