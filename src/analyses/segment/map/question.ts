import { canonical, filterText } from '../../../answering/declaration.js';
import { defineQuestion, type ParsedQuery } from '../../../answering/question.js';
import { filterWords } from '../../../answering/segments/context.js';
import { mapChart } from '../../../answering/segments/map-chart.js';
import { namedMap } from '../../../answering/segments/named-map.js';
import type { ShopView } from '../../../answering/shop.js';
import { answerOf, type Row } from '../../../core/answer/answer.js';
import { capital, plural } from '../../../core/answer/format.js';
import { isoOf, showDay } from '../../../core/calendar/days.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { cellsOf, examineMap, mapSentences } from '../../../segments/maps/cells.js';
import { OTHERS, type SegmentMap, type Weights } from '../../../segments/maps/map.js';
import { optionsText, type SegmentationOptions } from '../../../segments/options.js';
import { segmentsAsOf } from '../../../segments/snapshots/as-of.js';
import { currentDay } from '../../../segments/snapshots/score-cache.js';
import type { Snapshot } from '../../../segments/snapshots/snapshot.js';
import { lastOrderDay } from '../../../store/tables/customer-totals.js';

/** A segment map: its grid, its rules, what is odd about it. */
const map = defineQuestion({
  family: 'segment',
  name: 'map',
  words: ['map', 'segment map', 'rules', 'the map'],
  optional: ['name', 'segmentation', 'filters'],
  canonicalText: ({ name }) => ({ text: `map ${name ?? ''}`.trim(), includes: ['name'] }),
  helpOrder: 114,
  summary: 'A segment map: its grid, what each segment is, what its rules leave over',
  examples: ['map', 'map eleven'],

  async answer(query, shop) {
    const { segmenting } = shop;
    const segmentation = query.segmentation?.options ?? segmenting.segmentation;
    const own = query.name === undefined ? segmentation.map : namedMap(query.name, segmenting.maps);
    const snapshot = await countedIn(own, segmentation, query, shop);
    const last = await lastOrderDay(shop.store);
    const customers = snapshot ? plural(snapshot.segment.length, 'customer') : undefined;
    const weights = segmentation.weights ?? own.weights;
    const rows = rowsOf(own, snapshot, weights);
    const other = segmenting.maps.all.find(m => m !== own) ?? own;
    // The same customers, scored in the same way; the map is named anew.
    const options = optionsText(
      { ...segmentation, map: segmenting.segmentation.map },
      segmenting.segmentation,
    );
    const again = (text: string) =>
      ['segment', text, options, filterText(query.filters)].filter(t => t !== '').join(' ');
    return answerOf({
      question: canonical({ ...query, name: own.name }),
      title: `Segment map ${own.name}`,
      scope: [
        ...(snapshot && customers ? [`As of ${showDay(snapshot.asOf)}, ${customers}`] : []),
        ...filterWords(query),
        ...(options ? [options] : []),
      ].join(' · '),
      headline: `${own.title}: ${plural(own.segments.length, 'segment')} by ${plural(own.rules.length, 'rule')}, the first that matches wins.`,
      dataThrough: last === undefined ? null : isoOf(last),
      currency: shop.currency,
      columns: [
        { key: 'segment', label: 'Segment', unit: 'text' },
        { key: 'cells', label: 'Cells', unit: 'count' },
        { key: 'customers', label: 'Customers', unit: 'count' },
        { key: 'who', label: 'Who', unit: 'text' },
        { key: 'rules', label: 'Rules', unit: 'text', secondary: true },
      ],
      rows,
      charts: [
        mapChart(own, snapshot, weights, {
          title: gridTitle(own, rows, snapshot),
          subtitle: customers ? `Number of the ${customers} in each cell` : `Scores 1 to ${own.bins}`,
          currency: shop.currency,
        }),
      ],
      observations: mapSentences(examineMap(own, weights)),
      notes: own.source === '' ? [] : [`${capital(own.source)}.`],
      followUps: [
        ...(snapshot ? [again(`map:${own.name}`), again(`compare ${other.name} ${own.name}`)] : []),
        'segment maps',
      ],
    });
  },
});
export default map;

/** The shop's customers by this map, scored as its rules expect; undefined where there are none yet. */
async function countedIn(
  own: SegmentMap,
  segmentation: SegmentationOptions,
  { filters }: Pick<ParsedQuery, 'filters'>,
  shop: ShopView,
): Promise<Snapshot | undefined> {
  const asOf = segmentation.asOf ?? (await currentDay(shop.store, shop.today()));
  if (asOf === undefined) return undefined;
  const hasCuts = Object.keys(segmentation.method.cuts).length > 0;
  if (hasCuts && segmentation.method.bins !== own.bins)
    throw new ShopkeeperError(
      `The map ${own.name} is written for scores 1 to ${own.bins}, the thresholds make 1 to ${segmentation.method.bins}.`,
      'Ask without thresholds.',
    );
  const scale = { ...segmentation, map: own, method: { ...segmentation.method, bins: own.bins } };
  const snapshot = await segmentsAsOf(shop, asOf, scale, filters);
  return snapshot.segment.length === 0 ? undefined : snapshot;
}

/** The largest segment, where there are customers; otherwise the map's own title. */
function gridTitle(own: SegmentMap, rows: readonly Row[], snapshot: Snapshot | undefined): string {
  if (!snapshot) return own.title;
  const largest = rows.reduce((a, b) => (Number(b.customers) > Number(a.customers) ? b : a));
  return `${own.title}: the largest is ${largest.segment}, ${largest.customers}`;
}

function rowsOf(own: SegmentMap, snapshot: Snapshot | undefined, weights: Weights): Row[] {
  const cells = cellsOf(own, own.bins, weights).segments;
  const hasOthers = cells.includes(own.segments.length);
  return [...own.segments, ...(hasOthers ? [OTHERS] : [])].map((segment, s) => ({
    segment: segment.title,
    cells: cells.reduce((sum, c) => sum + (c === s ? 1 : 0), 0),
    customers: snapshot ? snapshot.segment.reduce((sum, c) => sum + (c === s ? 1 : 0), 0) : null,
    who: segment.who,
    rules:
      own.rules
        .filter(rule => rule.segment === segment.key)
        .map(({ segment: _, ...limits }) => limitsText(limits))
        .join('; ') || null,
  }));
}

const limitsText = (limits: Readonly<Record<string, readonly [number, number] | undefined>>): string =>
  Object.entries(limits)
    .flatMap(([axis, range]) =>
      range ? [`${axis.toUpperCase()} ${range[0] === range[1] ? range[0] : `${range[0]}–${range[1]}`}`] : [],
    )
    .join(', ') || 'all others';
