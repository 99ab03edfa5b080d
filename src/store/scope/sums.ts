import { MONTH_NAMES, WEEKDAYS } from '../../core/calendar/days.js';
import { type DayRange, type Grain, periodKey, showPeriod } from '../../core/calendar/grain.js';
import { countAll, type GroupSums, highestCustomer, type RatingColumn } from '../columns/counter.js';
import { GroupCounter } from '../columns/group-counter.js';
import { type Grouping, groupingBy, groupingByPair } from '../columns/grouping.js';
import { OverviewCounter } from '../columns/overview-counter.js';
import { TotalCounter } from '../columns/total-counter.js';
import { idLists } from '../engine/bulk.js';
import { onceInMoment, type Store } from '../engine/store.js';
import { type Dimension, dimensionColumn, listDimensions, listValues } from '../tables/dimensions.js';

export type { GroupSums } from '../columns/counter.js';

/** What lines are grouped by: a dimension's values, customers, orders, periods, weekdays (1 Monday), months (1 January). */
export type GroupBy =
  | { readonly kind: 'dimension'; readonly dimension: Dimension }
  | { readonly kind: 'customer' }
  | { readonly kind: 'order' }
  | { readonly kind: 'grain'; readonly grain: Grain }
  | { readonly kind: 'weekday' }
  | { readonly kind: 'monthOfYear' };

/** Keeps the lines whose value of a dimension (or whose customer) is, or with `exclude` is not, one of these. */
export interface Filter {
  /** What is filtered by, as a question names it. */
  readonly field: { readonly key: string; readonly label: string };
  readonly column: 'customer' | `d${number}`;
  readonly values: readonly { readonly id: number; readonly value: string; readonly label?: string | null }[];
  readonly exclude: boolean;
}

/** Which lines are summed. */
export interface LineScope {
  readonly range?: DayRange;
  readonly filters: readonly Filter[];
}

/** The sums of a group that has a name. */
export interface Sums extends GroupSums {
  /** The dimension's value, the customer's key, or the first day of the period; null where it is missing, and for a total. */
  readonly key: string | number | null;
  /** A name that people know the value by, where it has one. */
  readonly label: string | null;
}

/** The sums over all lines in scope. */
export async function totalSums(store: Store, scope: LineScope): Promise<GroupSums> {
  return (await addUp(store, scope, [])).total;
}

/** The sums for each group, in no particular order, without names. */
export async function groupedSums(store: Store, scope: LineScope, by: GroupBy): Promise<GroupSums[]> {
  const counter = new GroupCounter(groupingBy(by), await highest(store), await ratingColumn(store));
  await countAll(store.db, scope, [counter]);
  return counter.sums();
}

/** The sums over all lines in scope and for each group, in one pass. */
export async function sumsBy(
  store: Store,
  scope: LineScope,
  by: GroupBy,
): Promise<{ readonly total: GroupSums; readonly groups: GroupSums[] }> {
  const { total, groups } = await sumsByEach(store, scope, [by]);
  return { total, groups: groups[0] ?? [] };
}

/** The sums over all lines in scope and for each group of several kinds, in one pass. */
export async function sumsByEach(
  store: Store,
  scope: LineScope,
  bys: readonly GroupBy[],
): Promise<{ readonly total: GroupSums; readonly groups: GroupSums[][] }> {
  return addUp(store, scope, bys.map(groupingBy));
}

/** The sums over all lines, by each of two dimensions, and for each pair that occurs, with the ids of both; in one pass. */
export async function pairedSums(
  store: Store,
  scope: LineScope,
  first: GroupBy,
  second: GroupBy,
): Promise<{
  readonly total: GroupSums;
  readonly firsts: GroupSums[];
  readonly seconds: GroupSums[];
  readonly pairs: (GroupSums & { readonly first: number; readonly second: number })[];
}> {
  const [a, b] = [groupingBy(first), groupingBy(second)];
  const grouping = groupingByPair(a, b);
  const { total, groups } = await addUp(store, scope, [groupingBy(first), groupingBy(second), grouping]);
  const [firsts = [], seconds = [], sums = []] = groups;
  const pairs = sums.map((s, i) => {
    const [x, y] = grouping.pairs[i] as readonly [number, number];
    return { ...s, first: a.ids[x] as number, second: b.ids[y] as number };
  });
  return { total, firsts, seconds, pairs };
}

/** All that an overview needs of the lines in scope, in one pass. */
export interface Overview {
  readonly total: GroupSums;
  /** How many customers ordered at least once, and at least twice. */
  readonly repeat: { readonly once: number; readonly twice: number };
  /** Minor units. */
  readonly revenueByDay: ReadonlyMap<number, number>;
}

export async function overview(store: Store, scope: LineScope): Promise<Overview> {
  const customers = await highest(store);
  const all = new TotalCounter(customers, await ratingColumn(store));
  const rest = new OverviewCounter(customers);
  await countAll(store.db, scope, [all, rest]);
  return { total: all.sums(), repeat: rest.repeat(), revenueByDay: rest.revenueByDay };
}

/** @returns the total, and for each grouping the sums of its groups, in the order in which they come */
async function addUp(
  store: Store,
  scope: LineScope,
  groupings: readonly Grouping[],
): Promise<{ readonly total: GroupSums; readonly groups: GroupSums[][] }> {
  const customers = await highest(store);
  const rating = await ratingColumn(store);
  const total = new TotalCounter(customers, rating);
  const counters = groupings.map(g => new GroupCounter(g, customers, rating));
  await countAll(store.db, scope, [total, ...counters]);
  return { total: total.sums(), groups: counters.map(c => c.sums()) };
}

/** What groups are called; those that stand for a missing value are not in it. */
export async function groupNames(
  { db }: Pick<Store, 'db'>,
  by: GroupBy,
  ids: readonly number[],
): Promise<Map<number, { readonly key: string | number; readonly label: string | null }>> {
  if (by.kind === 'grain')
    return new Map(ids.map(id => [id, { key: periodKey(by.grain, id), label: showPeriod(by.grain, id) }]));
  if (by.kind === 'weekday')
    return new Map(ids.map(id => [id, { key: WEEKDAYS[id - 1] ?? '', label: null }]));
  if (by.kind === 'monthOfYear')
    return new Map(ids.map(id => [id, { key: MONTH_NAMES[id - 1] ?? '', label: null }]));
  const names = new Map<number, { key: string; label: string | null }>();
  for (const list of idLists(ids.filter(id => id !== 0))) {
    const rows: { id: number; key: string; label: string | null }[] = await queryNames(db, by.kind).whereRaw(
      `id in (${list})`,
    );
    for (const { id, key, label } of rows) names.set(id, { key, label });
  }
  return names;
}

function queryNames(db: Store['db'], kind: 'dimension' | 'customer' | 'order') {
  if (kind === 'dimension') return db('dimension_values').select('id', { key: 'value' }, 'label');
  if (kind === 'order') return db('orders').select('id', 'key', db.raw('null as label'));
  return db('customers').select('id', 'key', db.raw('coalesce(name, key) as label'));
}

const highest = (store: Store): Promise<number> =>
  onceInMoment(store, 'highest customer', () => highestCustomer(store.db));

const ratingColumn = (store: Store): Promise<RatingColumn | undefined> =>
  onceInMoment(store, 'ratings', () => readRatingColumn(store));

/** The dimension whose values are ratings, and the number of each value; undefined where the files have none. */
async function readRatingColumn(store: Store): Promise<RatingColumn | undefined> {
  const dimension = (await listDimensions(store)).find(d => RATING.test(d.key));
  if (!dimension) return undefined;
  const ratingOf = new Map<number, number>();
  for (const { id, value } of await listValues(store, dimension)) {
    const rating = Number(value);
    if (value.trim() !== '' && Number.isFinite(rating)) ratingOf.set(id, rating);
  }
  return ratingOf.size === 0 ? undefined : { column: dimensionColumn(dimension), ratingOf };
}

const RATING = /^(?:\w*rating|stars|csat)$/i;

/** The values of a dimension whose text is one of these, whatever their case. */
export async function findValues(
  store: Store,
  dimension: Dimension,
  texts: readonly string[],
): Promise<Filter['values']> {
  const wanted = texts.map(t => t.toLowerCase());
  const all = await listValues(store, dimension);
  return all.filter(
    v =>
      wanted.includes(v.value.toLowerCase()) || (v.label !== null && wanted.includes(v.label.toLowerCase())),
  );
}
