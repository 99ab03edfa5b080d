import { type Format, formatFor, plural } from '../../core/answer/format.js';
import type { Note } from '../../core/answer/notes.js';
import { type Scope, scopeText } from '../../core/answer/scope.js';
import { isoOf, showDay } from '../../core/calendar/days.js';
import { noSales, ShopkeeperError } from '../../core/errors.js';
import { changedOptions, type SegmentationOptions } from '../../segments/segmentation/options.js';
import { segmentsAsOf } from '../../segments/snapshots/as-of.js';
import { currentDay } from '../../segments/snapshots/score-cache.js';
import type { Snapshot } from '../../segments/snapshots/snapshot.js';
import { lastOrderDay } from '../../store/tables/customer-totals.js';
import { conversionNotes, filterScope } from '../context.js';
import { freshnessNotes } from '../freshness.js';
import type { ParsedQuery } from '../question.js';
import type { ShopView } from '../shop.js';
import { segmentNotes } from './notes.js';

/** What every segment answer starts from. */
export interface SegmentContext {
  readonly segmentation: SegmentationOptions;
  readonly snapshot: Snapshot;
  /** Which customers, as of when, scored how. */
  readonly covers: Scope;
  /** `covers` as people read it. */
  readonly text: string;
  readonly dataThrough: string;
  readonly notes: readonly Note[];
  readonly format: Format;
  /** A score as it is shown: with 1 for the best where that was asked for. */
  score(score: number): number;
}

/** @throws ShopkeeperError where there are no sales, or none with a customer */
export async function segmentContext(
  query: Pick<ParsedQuery, 'segmentation' | 'filters' | 'remarks'>,
  shop: ShopView,
): Promise<SegmentContext> {
  const { store } = shop;
  const segmentation = query.segmentation?.options ?? shop.segmenting.segmentation;
  const [last, current] = [await lastOrderDay(store), await currentDay(store, shop.today())];
  if (last === undefined || current === undefined) throw noSales();
  const asOf = segmentation.asOf ?? current;
  const snapshot = await segmentsAsOf(shop, asOf, segmentation, query.filters);
  const filters = filterWords(query);
  const format = formatFor(shop.currency);
  if (snapshot.segment.length === 0) throw nobody(snapshot, filters, last);
  const { method } = segmentation;
  const usual = shop.segmenting.segmentation;
  const covers: Scope = [
    { kind: 'asOf', day: asOf, customers: snapshot.segment.length },
    ...filterScope(query.filters),
    { kind: 'options', options: changedOptions({ ...segmentation, asOf: usual.asOf }, usual) },
  ];
  return {
    segmentation,
    snapshot,
    covers,
    text: scopeText(covers),
    dataThrough: isoOf(last),
    notes: [
      ...query.remarks,
      ...(await segmentNotes(snapshot, query, last, shop)),
      ...(await freshnessNotes(shop)),
      ...(await conversionNotes(shop)),
    ],
    format,
    score: score => (segmentation.isOneBest ? method.bins + 1 - score : score),
  };
}

/** Filters as people read them: `location is Delhi or Mumbai`. */
export const filterWords = ({ filters }: Pick<ParsedQuery, 'filters'>): string[] =>
  filterScope(filters).map(part => scopeText([part]));

function nobody({ asOf, scored }: Snapshot, filters: readonly string[], last: number): ShopkeeperError {
  const { returnsOnly } = scored.figures;
  if (returnsOnly > 0)
    return new ShopkeeperError(
      `The ${plural(returnsOnly, 'customer')} in the store have returns but no order, so there are no ` +
        'segments.',
      'Load the orders as well as the returns.',
    );
  if (asOf <= last && filters.length === 0)
    return new ShopkeeperError(
      `Nobody had ordered by ${showDay(asOf)}, so there are no segments as of that day.`,
      'Ask for a later day, or load the earlier orders.',
    );
  if (filters.length > 0)
    return new ShopkeeperError(
      `No customer has an order where ${filters.join(' and ')}, so there are no segments.`,
      'Ask without a filter: `segment`',
    );
  return new ShopkeeperError(
    'The sales name no customers, so nothing can be said of them.',
    'Load a file with a customer id, name or e-mail column. Sales questions work without.',
  );
}
