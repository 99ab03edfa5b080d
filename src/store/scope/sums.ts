import { MONTH_NAMES, WEEKDAYS } from '../../core/calendar/days.js';
import { periodKey, showPeriod } from '../../core/calendar/grain.js';
import { idLists } from '../engine/bulk.js';
import { knexForPartsOf } from '../engine/connection.js';
import { memoizedPerTransaction } from '../engine/memoize.js';
import { customersInPart } from '../engine/part.js';
import type { StoreReader } from '../engine/transaction.js';
import {
  type Filter,
  type GroupBy,
  type GroupSums,
  type LinePart,
  type LineScope,
  linesOf,
  type Overview,
  orderKeysInView,
  type PairSums,
  type RatingColumn,
  type ValueFilter,
} from '../lines/index.js';
import { type Dimension, dimensionColumn, listDimensions, listValues } from '../tables/dimensions.js';
import { ordersInPart } from './order-facts.js';

export type {
  Filter,
  GroupBy,
  GroupSums,
  LineMask,
  LinePart,
  LinePartSums,
  LineScope,
  LookUp,
  Overview,
  PartSums,
  ValueFilter,
} from '../lines/index.js';
export { LINE_PARTS, NO_PARTS, NO_SUMS } from '../lines/index.js';

/** The sums of a group that has a name. */
export interface Sums extends GroupSums {
  /**
   * The dimension's value, the customer's key, or the first day of the period; null if missing, and for a
   * total.
   */
  readonly key: string | number | null;
  /** A name that people know the value by, where it has one. */
  readonly label: string | null;
}

/** The sums over all lines in scope. @param parts which of them are added up as well */
export async function totalSums(
  reader: StoreReader,
  scope: LineScope,
  parts: readonly LinePart[] = [],
): Promise<GroupSums> {
  return (await sumsByEach(reader, scope, [], parts)).total;
}

/** The sums for each group, in no particular order, without names. */
export async function groupedSums(reader: StoreReader, scope: LineScope, by: GroupBy): Promise<GroupSums[]> {
  const rating = await ratingColumn(reader);
  return (await linesOf(reader)).groups(scope, by, { rating });
}

/** The sums over all lines in scope and for each group, in one pass. */
export async function sumsBy(
  reader: StoreReader,
  scope: LineScope,
  by: GroupBy,
  parts: readonly LinePart[] = [],
): Promise<{ readonly total: GroupSums; readonly groups: GroupSums[] }> {
  const { total, groups } = await sumsByEach(reader, scope, [by], parts);
  return { total, groups: groups[0] ?? [] };
}

/** The sums over all lines in scope and for each group of several kinds, in one pass. */
export async function sumsByEach(
  reader: StoreReader,
  scope: LineScope,
  bys: readonly GroupBy[],
  parts: readonly LinePart[] = [],
): Promise<{ readonly total: GroupSums; readonly groups: GroupSums[][] }> {
  const rating = await ratingColumn(reader);
  return (await linesOf(reader)).sums(scope, bys, { rating, parts });
}

/** The sums over all lines, by each of two groupings, and for each pair that occurs; in one pass. */
export async function pairedSums(
  reader: StoreReader,
  scope: LineScope,
  first: GroupBy,
  second: GroupBy,
  parts: readonly LinePart[] = [],
): Promise<{
  readonly total: GroupSums;
  readonly firsts: GroupSums[];
  readonly seconds: GroupSums[];
  readonly pairs: PairSums[];
}> {
  const rating = await ratingColumn(reader);
  const lines = await linesOf(reader);
  const pair = [first, second] as const;
  const { total, groups, pairs } = await lines.sums(scope, pair, { rating, parts, pair });
  const [firsts = [], seconds = []] = groups;
  return { total, firsts, seconds, pairs };
}

/**
 * All that an overview needs of the lines in scope, in one pass.
 * @param before who had ordered before, by customer id: they count as having ordered twice
 * @param part values whose lines are added up on their own as well
 */
export async function overview(
  reader: StoreReader,
  scope: LineScope,
  before?: Uint8Array,
  part?: ValueFilter,
): Promise<Overview> {
  const rating = await ratingColumn(reader);
  return (await linesOf(reader)).overview(scope, { rating, before, part });
}

/** What groups are called; those that stand for a missing value are not in it. */
export async function groupNames(
  reader: StoreReader,
  by: GroupBy,
  ids: readonly number[],
): Promise<Map<number, { readonly key: string | number; readonly label: string | null }>> {
  if (by.kind === 'grain')
    return new Map(ids.map(id => [id, { key: periodKey(by.grain, id), label: showPeriod(by.grain, id) }]));
  if (by.kind === 'weekday')
    return new Map(ids.map(id => [id, { key: WEEKDAYS[id - 1] ?? '', label: null }]));
  if (by.kind === 'monthOfYear')
    return new Map(ids.map(id => [id, { key: MONTH_NAMES[id - 1] ?? '', label: null }]));
  if (by.kind === 'lookUp') return new Map(ids.map(id => [id, { key: by.names.get(id) ?? '', label: null }]));
  const names = new Map<number, { key: string; label: string | null }>();
  for (const list of idLists(ids.filter(id => id !== 0))) {
    const rows: { id: number; key: string; label: string | null }[] =
      (by.kind === 'order' ? await orderKeysInView(reader, list) : undefined) ??
      (await queryNames(reader, by.kind).whereRaw(`id in (${list})`));
    for (const { id, key, label } of await mayBeNamed(reader, by.kind, rows)) names.set(id, { key, label });
  }
  return names;
}

/** Customers and orders have names only for those who may see them. */
async function mayBeNamed<R extends { readonly id: number }>(
  reader: StoreReader,
  kind: 'dimension' | 'customer' | 'order',
  rows: readonly R[],
): Promise<readonly R[]> {
  if (kind === 'customer') return customersInPart(reader, rows);
  return kind === 'order' ? ordersInPart(reader, rows) : rows;
}

function queryNames(reader: StoreReader, kind: 'dimension' | 'customer' | 'order') {
  const knex = knexForPartsOf(reader);
  if (kind === 'dimension') return knex('dimension_values').select('id', { key: 'value' }, 'label');
  if (kind === 'order') return knex('orders').select('id', 'key', knex.raw('null as label'));
  return knex('customers').select('id', 'key', knex.raw('coalesce(name, key) as label'));
}

const ratingColumn = (reader: StoreReader): Promise<RatingColumn | undefined> =>
  memoizedPerTransaction(reader, 'ratings', () => readRatingColumn(reader));

/** The dimension whose values are ratings, and the number of each value; undefined if the files have none. */
async function readRatingColumn(reader: StoreReader): Promise<RatingColumn | undefined> {
  const dimension = (await listDimensions(reader)).find(d => RATING.test(d.key));
  if (!dimension) return undefined;
  const ratingOf = new Map<number, number>();
  for (const { id, value } of await listValues(reader, dimension)) {
    const rating = Number(value);
    if (value.trim() !== '' && Number.isFinite(rating)) ratingOf.set(id, rating);
  }
  return ratingOf.size === 0 ? undefined : { column: dimensionColumn(dimension), ratingOf };
}

const RATING = /^(?:\w*rating|stars|csat)$/i;

/** The values of a dimension whose text is one of these, whatever their case. */
export async function findValues(
  reader: StoreReader,
  dimension: Dimension,
  texts: readonly string[],
): Promise<Filter['values']> {
  const wanted = texts.map(t => t.toLowerCase());
  const all = await listValues(reader, dimension);
  return all.filter(
    v =>
      wanted.includes(v.value.toLowerCase()) || (v.label !== null && wanted.includes(v.label.toLowerCase())),
  );
}

/** The sums of a group of up to two groupings; `ids` says what it stands for in each. */
export type KeyedSums = GroupSums & { readonly ids: readonly number[] };

/**
 * The sums over all lines in scope, and for each group that occurs of none, one or two groupings.
 * @param parts which of them are added up as well
 * @param countsCustomers whether the distinct customers of each group are needed: without them it is faster
 */
export async function keyedSums(
  reader: StoreReader,
  scope: LineScope,
  bys: readonly GroupBy[],
  parts: readonly LinePart[] = [],
  countsCustomers = true,
): Promise<{ readonly total: GroupSums; readonly groups: KeyedSums[] }> {
  const rating = await ratingColumn(reader);
  const lines = await linesOf(reader);
  const [first, second] = bys;
  const options = { rating, parts, countsCustomers };
  if (first && second) {
    const { total, pairs } = await lines.sums(scope, [], { ...options, pair: [first, second] });
    return { total, groups: pairs.map(pair => ({ ...pair, ids: [pair.first, pair.second] })) };
  }
  const { total, groups } = await lines.sums(scope, first ? [first] : [], options);
  return { total, groups: (groups[0] ?? []).map(group => ({ ...group, ids: [group.id] })) };
}
