import { filterScope } from '../../../answering/context.js';
import { canonical } from '../../../answering/declaration.js';
import { followUps, type Offer } from '../../../answering/follow-ups.js';
import { defineQuestion, type ParsedQuery } from '../../../answering/question.js';
import { mapChart } from '../../../answering/segments/map-chart.js';
import { namedMap } from '../../../answering/segments/named-map.js';
import { offerQuestion } from '../../../answering/segments/offers.js';
import type { ShopView } from '../../../answering/shop.js';
import { answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import type { CellsChart } from '../../../core/answer/chart-spec.js';
import { capital, plural } from '../../../core/answer/format.js';
import { isoOf } from '../../../core/calendar/days.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { cellsOf, examineMap, mapSentences } from '../../../segments/maps/cells.js';
import { OTHERS, type SegmentMap, type Weights } from '../../../segments/maps/map.js';
import {
  changedOptions,
  optionsText,
  type SegmentationOptions,
} from '../../../segments/segmentation/options.js';
import type { Segmenting } from '../../../segments/segmentation/settings.js';
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
    const usual = segmenting.segmentation;
    const segmentation = query.segmentation?.options ?? usual;
    const map = query.name === undefined ? segmentation.map : namedMap(query.name, segmenting.maps);
    const snapshot = await countedIn(map, segmentation, query, shop);
    const last = await lastOrderDay(shop.store);
    const weights = segmentation.weights ?? map.weights;
    const rows = rowsOf(map, snapshot, weights);
    // The map is named already.
    const options = changedOptions({ ...segmentation, map: usual.map, asOf: usual.asOf }, usual);
    return answerOf({
      question: canonical({ ...query, name: map.name }),
      title: `Segment map ${map.name}`,
      scope: [
        ...(snapshot
          ? [{ kind: 'asOf', day: snapshot.asOf, customers: snapshot.segment.length } as const]
          : []),
        ...filterScope(query.filters),
        { kind: 'options', options },
      ],
      headline:
        `${map.title}: ${plural(map.segments.length, 'segment')} by ${plural(map.rules.length, 'rule')}, ` +
        'the first that matches wins.',
      dataThrough: last === undefined ? null : isoOf(last),
      currency: shop.currency,
      columns: COLUMNS,
      rows,
      charts: [gridChart(map, rows, snapshot, weights, shop.currency)],
      observations: mapSentences(examineMap(map, weights)),
      notes: map.source === '' ? [] : [`${capital(map.source)}.`],
      followUps: followUps(shop, query, [
        ...(snapshot ? segmentsByMap(map, segmentation, segmenting) : []),
        offerQuestion('maps'),
      ]),
    });
  },
});
export default map;

const COLUMNS: readonly Column[] = [
  { key: 'segment', label: 'Segment', unit: 'text' },
  { key: 'cells', label: 'Cells', unit: 'count' },
  { key: 'customers', label: 'Customers', unit: 'count' },
  { key: 'who', label: 'Who', unit: 'text' },
  { key: 'rules', label: 'Rules', unit: 'text', secondary: true },
];

/** The segments of the same customers by this map, and how it differs from another map. */
function segmentsByMap(
  map: SegmentMap,
  segmentation: SegmentationOptions,
  { maps, segmentation: usual }: Segmenting,
): Offer[] {
  const withMap = (other: SegmentMap) => {
    const options = { ...segmentation, map: other };
    return { segmentation: { options, text: optionsText(options, usual) } };
  };
  const other = maps.all.find(m => m !== map) ?? map;
  return [
    { ...offerQuestion('summary', withMap(map)), label: `Segments by ${map.name}` },
    {
      family: 'segment',
      question: 'compare',
      name: `${other.name} ${map.name}`,
      // Both maps are named.
      ...withMap(usual.map),
      label: `Compare ${other.name} and ${map.name}`,
    },
  ];
}

function gridChart(
  map: SegmentMap,
  rows: readonly Row[],
  snapshot: Snapshot | undefined,
  weights: Weights,
  currency: string,
): CellsChart {
  const customers = snapshot && plural(snapshot.segment.length, 'customer');
  return mapChart(map, snapshot, weights, {
    title: gridTitle(map, rows, snapshot),
    subtitle: customers ? `Number of the ${customers} in each cell` : `Scores 1 to ${map.bins}`,
    currency,
  });
}

/** The shop's customers by this map, scored as its rules expect; undefined where there are none yet. */
async function countedIn(
  map: SegmentMap,
  segmentation: SegmentationOptions,
  { filters }: Pick<ParsedQuery, 'filters'>,
  shop: ShopView,
): Promise<Snapshot | undefined> {
  const asOf = segmentation.asOf ?? (await currentDay(shop.store, shop.today()));
  if (asOf === undefined) return undefined;
  const hasCuts = Object.keys(segmentation.method.cuts).length > 0;
  if (hasCuts && segmentation.method.bins !== map.bins)
    throw new ShopkeeperError(
      `The map ${map.name} is written for scores 1 to ${map.bins}, ` +
        `the thresholds make 1 to ${segmentation.method.bins}.`,
      'Ask without thresholds.',
    );
  const scale = { ...segmentation, map, method: { ...segmentation.method, bins: map.bins } };
  const snapshot = await segmentsAsOf(shop, asOf, scale, filters);
  return snapshot.segment.length === 0 ? undefined : snapshot;
}

/** The largest segment, where there are customers; otherwise the title of the map. */
function gridTitle(map: SegmentMap, rows: readonly Row[], snapshot: Snapshot | undefined): string {
  if (!snapshot) return map.title;
  const largest = rows.reduce((a, b) => (Number(b.customers) > Number(a.customers) ? b : a));
  return `${map.title}: the largest is ${largest.segment}, ${largest.customers}`;
}

function rowsOf(map: SegmentMap, snapshot: Snapshot | undefined, weights: Weights): Row[] {
  const cells = cellsOf(map, map.bins, weights).segments;
  const hasOthers = cells.includes(map.segments.length);
  return [...map.segments, ...(hasOthers ? [OTHERS] : [])].map((segment, s) => ({
    segment: segment.title,
    cells: cells.reduce((sum, c) => sum + (c === s ? 1 : 0), 0),
    customers: snapshot ? snapshot.segment.reduce((sum, c) => sum + (c === s ? 1 : 0), 0) : null,
    who: segment.who,
    rules:
      map.rules
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
