import type { Column, Row } from '../../core/answer/answer.js';
import { type Format, formatFor, plural } from '../../core/answer/format.js';
import { type Note, remark } from '../../core/answer/notes.js';
import { type Scope, scopeText } from '../../core/answer/scope.js';
import { isoOf, showDay } from '../../core/calendar/days.js';
import { noSales, ShopkeeperError } from '../../core/errors.js';
import { OTHERS } from '../../segments/maps/map.js';
import type { SegmentationOptions } from '../../segments/options.js';
import { notesOnScores } from '../../segments/scoring/scores.js';
import { segmentsAsOf } from '../../segments/snapshots/as-of.js';
import { currentDay } from '../../segments/snapshots/score-cache.js';
import type { ScoredCustomer, Snapshot } from '../../segments/snapshots/snapshot.js';
import { customersWithout, firstOrdersAfter, lastOrderDay } from '../../store/tables/customer-totals.js';
import type { Customer } from '../../store/tables/customers.js';
import { filterScope } from '../context.js';
import { filterText } from '../declaration.js';
import type { ParsedQuery } from '../question.js';
import type { ShopView } from '../shop.js';

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
  /** A question about segments, of the same customers and scored in the same way: `segment at-risk map:eleven`. */
  again(text?: string): string;
  /** The same of all customers, whatever was filtered: what one customer is asked for by. */
  alone(text: string): string;
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
  const covers: Scope = [
    { kind: 'asOf', day: asOf, customers: snapshot.segment.length },
    ...filterScope(query.filters),
    { kind: 'words', text: (query.segmentation?.text ?? '').replace(/ ?as-of:\S+/, '') },
  ];
  return {
    segmentation,
    snapshot,
    covers,
    text: scopeText(covers),
    dataThrough: isoOf(last),
    notes: [...query.remarks, ...(await notesOn(snapshot, query, last, shop)).map(remark)],
    format,
    again: (own = '') => joined('segment', own, query.segmentation?.text, filterText(query.filters)),
    alone: own => joined('segment', own, query.segmentation?.text),
    score: score => (segmentation.isOneBest ? method.bins + 1 - score : score),
  };
}

const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter(part => part !== undefined && part !== '').join(' ');

/** Filters as people read them: `location is Delhi or Mumbai`. */
export const filterWords = ({ filters }: Pick<ParsedQuery, 'filters'>): string[] =>
  filterScope(filters).map(part => scopeText([part]));

function nobody({ asOf, scored }: Snapshot, filters: readonly string[], last: number): ShopkeeperError {
  const { returnsOnly } = scored.figures;
  if (returnsOnly > 0)
    return new ShopkeeperError(
      `The ${plural(returnsOnly, 'customer')} in the store have returns but no order, so there are no segments.`,
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
    'The sales name no customers, so there are no segments.',
    'Load a file with a customer id, name or e-mail column. Sales questions work without.',
  );
}

/** An order this long before the day that is scored is worth a word. */
const STALE_DAYS = 14;

/** What is to be known about who is in which segment, and who is in none. */
async function notesOn(
  snapshot: Snapshot,
  { filters }: Pick<ParsedQuery, 'filters'>,
  lastOfAll: number,
  { store }: ShopView,
): Promise<string[]> {
  const { figures, method } = snapshot.scored;
  const { returnsOnly, fromSummaries, linesWithoutCustomer } = figures;
  const isAll = filters.length === 0;
  const later = snapshot.asOf < lastOfAll && isAll ? await firstOrdersAfter(store, snapshot.asOf) : 0;
  const without = isAll ? await customersWithout(store) : 0;
  const gap = snapshot.asOf - lastOfAll;
  const others = snapshot.segments.indexOf(OTHERS);
  const left = others < 0 ? 0 : snapshot.segment.reduce((sum, s) => sum + (s === others ? 1 : 0), 0);
  return [
    ...(isAll
      ? []
      : [
          `Only what matches the filter is counted, and these ${plural(snapshot.segment.length, 'customer')} are scored among themselves.`,
        ]),
    ...notesOnScores(snapshot.scored),
    ...(gap > STALE_DAYS
      ? [
          `The newest order is from ${showDay(lastOfAll)}, ${plural(gap, 'day')} before the day that is scored.`,
        ]
      : []),
    ...(method.bins !== snapshot.map.bins
      ? [
          `The rules of the map ${snapshot.map.name} are written for scores 1 to ${snapshot.map.bins}; scores 1 to ${method.bins} are read on that scale.`,
        ]
      : []),
    ...(left > 0
      ? [`${plural(left, 'customer')} whom no rule of the map ${snapshot.map.name} reaches: Others.`]
      : []),
    ...(returnsOnly > 0
      ? [`${plural(returnsOnly, 'customer')} with returns but no order in no segment.`]
      : []),
    ...(without > 0
      ? [`${plural(without, 'customer')} in the store without any order that counts: in no segment.`]
      : []),
    ...(later > 0
      ? [`${plural(later, 'customer')} who first ordered after ${showDay(snapshot.asOf)}: not counted yet.`]
      : []),
    ...(fromSummaries > 0
      ? [
          `${plural(fromSummaries, 'customer')} known from a file of customer summaries, without single orders: segments of earlier days do not have their earlier orders.`,
        ]
      : []),
    ...(linesWithoutCustomer > 0
      ? [`${plural(linesWithoutCustomer, 'line')} without a customer: not in any segment.`]
      : []),
  ];
}

/** The columns of a list of customers, named by what the scores measure. */
export function customerColumns(
  rows: readonly Row[],
  { segmentation }: Pick<SegmentContext, 'segmentation'>,
): Column[] {
  const { frequency, monetary } = segmentation.method;
  const labels = { orders: 'Orders', lines: 'Order lines', days: 'Days with orders' } as const;
  const columns: Column[] = [
    { key: 'customer', label: 'Customer', unit: 'text' },
    { key: 'name', label: 'Name', unit: 'text' },
    { key: 'monetary', label: monetary === 'total' ? 'Spent' : 'Spent per order', unit: 'money' },
    { key: 'frequency', label: labels[frequency], unit: 'count' },
    { key: 'recency', label: 'Days since', unit: 'days' },
    { key: 'lastOrder', label: 'Last order', unit: 'date' },
    { key: 'segment', label: 'Segment', unit: 'text', secondary: true },
    { key: 'r', label: 'R', unit: 'score', secondary: true },
    { key: 'f', label: 'F', unit: 'score', secondary: true },
    { key: 'm', label: 'M', unit: 'score', secondary: true },
  ];
  // The id says nothing where it is the name.
  const same = rows.length > 0 && rows.every(row => row.customer === row.name);
  return columns.filter(c => !(same && c.key === 'name'));
}

/** A customer as a row: contract of docs/answer.md. */
export function customerRow(
  scored: ScoredCustomer,
  customer: Customer | undefined,
  context: Pick<SegmentContext, 'score' | 'format'>,
): Row {
  return {
    customer: customer?.key ?? String(scored.customerId),
    name: customer?.name ?? null,
    segment: scored.segment.title,
    r: context.score(scored.r),
    f: context.score(scored.f),
    m: context.score(scored.m),
    recency: scored.recency,
    frequency: scored.frequency,
    monetary: context.format.major(scored.monetary),
    lastOrder: isoOf(scored.lastDay),
  };
}
