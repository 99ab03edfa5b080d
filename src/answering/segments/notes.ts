import type { SegmentNote } from '../../core/answer/segment-notes.js';
import type { Day } from '../../core/calendar/days.js';
import { OTHERS } from '../../segments/maps/map.js';
import { notesOnScores } from '../../segments/scoring/scores.js';
import type { Snapshot } from '../../segments/snapshots/snapshot.js';
import { customersWithout, firstOrdersAfter } from '../../store/tables/customer-totals.js';
import type { ParsedQuery } from '../question.js';
import type { ShopView } from '../shop.js';
import { isStale } from '../stale.js';

/** What limits an answer about segments: how scores came about, and who is in no segment. */
export async function segmentNotes(
  snapshot: Snapshot,
  query: Pick<ParsedQuery, 'filters'>,
  newest: Day,
  shop: Pick<ShopView, 'store'>,
): Promise<SegmentNote[]> {
  return [
    ...filterNotes(snapshot, query),
    ...notesOnScores(snapshot.scoredTogether),
    ...mapNotes(snapshot, newest),
    ...(await leftOutNotes(snapshot, query, newest, shop)),
  ];
}

function filterNotes(
  { scored, scoredTogether }: Snapshot,
  { filters }: Pick<ParsedQuery, 'filters'>,
): SegmentNote[] {
  const customers = scored.figures.count;
  if (filters.length === 0) return [];
  return scored === scoredTogether
    ? [{ kind: 'scoredAmongFiltered', customers }]
    : [{ kind: 'customersFiltered', customers, of: scoredTogether.figures.count }];
}

function mapNotes({ asOf, map, scored, segments, segment }: Snapshot, newest: Day): SegmentNote[] {
  const { bins } = scored.method;
  const others = segments.indexOf(OTHERS);
  const customers = others < 0 ? 0 : segment.reduce((sum, s) => sum + (s === others ? 1 : 0), 0);
  const notes: SegmentNote[] = [];
  if (isStale(newest, asOf)) notes.push({ kind: 'newestOrder', newest, asOf });
  if (bins !== map.bins) notes.push({ kind: 'mapRescaled', map: map.name, mapBins: map.bins, bins });
  if (customers > 0) notes.push({ kind: 'customersWithoutRule', customers, map: map.name });
  return notes;
}

async function leftOutNotes(
  { asOf, scored }: Snapshot,
  { filters }: Pick<ParsedQuery, 'filters'>,
  newest: Day,
  { store, part }: Pick<ShopView, 'store' | 'part'>,
): Promise<SegmentNote[]> {
  const { returnsOnly, fromSummaries, linesWithoutCustomer } = scored.figures;
  const isWholeShop = filters.length === 0 && !part;
  const without = isWholeShop ? await customersWithout(store) : 0;
  const later = isWholeShop && asOf < newest ? await firstOrdersAfter(store, asOf) : 0;
  const notes: SegmentNote[] = [];
  if (returnsOnly > 0) notes.push({ kind: 'customersWithReturnsOnly', customers: returnsOnly });
  if (without > 0) notes.push({ kind: 'customersWithoutOrder', customers: without });
  if (later > 0) notes.push({ kind: 'customersNotYet', customers: later, asOf });
  if (fromSummaries > 0) notes.push({ kind: 'customersFromSummaries', customers: fromSummaries });
  if (linesWithoutCustomer > 0) notes.push({ kind: 'linesInNoSegment', lines: linesWithoutCustomer });
  return notes;
}
