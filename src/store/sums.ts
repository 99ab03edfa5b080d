import type { Knex } from 'knex';
import type { DayRange, Grain } from '../calendar/grain.js';
import { type Dimension, dimensionColumn } from './dimensions.js';
import type { Store } from './store.js';

/** What sums are grouped by: a dimension's values, the customer, or the periods of a grain. */
export type GroupBy =
  | { readonly kind: 'dimension'; readonly dimension: Dimension }
  | { readonly kind: 'customer' }
  | { readonly kind: 'grain'; readonly grain: Grain };

/** Keeps the lines whose value of the dimension is (or with `exclude` is not) one of these. */
export interface Filter {
  readonly dimension: Dimension;
  readonly values: readonly { readonly id: number; readonly value: string; readonly label?: string | null }[];
  readonly exclude: boolean;
}

/** Which lines are summed. */
export interface LineScope {
  readonly range?: DayRange;
  readonly filters: readonly Filter[];
}

/** Exact sums over lines. Money in minor units, quantity in thousandths. */
export interface Sums {
  /** The dimension's value, the customer's key, or the first day of the period; null where it is missing, and for a total. */
  readonly key: string | number | null;
  /** A name that people know the value by, where it has one. */
  readonly label: string | null;
  readonly revenue: number;
  readonly lines: number;
  /** Distinct orders with at least one line that is not a return. */
  readonly orders: number;
  readonly customers: number;
  readonly quantity: number;
  readonly linesWithoutCustomer: number;
  readonly returns: number;
}

const MEASURES = `
  coalesce(sum(l.amount), 0) as revenue,
  count(*) as lines,
  count(distinct case when l.is_return = 0 then l.order_id end) as orders,
  count(distinct l.customer_id) as customers,
  coalesce(sum(l.quantity), 0) as quantity,
  coalesce(sum(case when l.customer_id is null then 1 else 0 end), 0) as lines_without_customer,
  coalesce(sum(case when l.is_return = 1 then 1 else 0 end), 0) as returns`;

interface SumsRow {
  readonly key: string | number | null;
  readonly label: string | null;
  readonly revenue: number | string;
  readonly lines: number | string;
  readonly orders: number | string;
  readonly customers: number | string;
  readonly quantity: number | string;
  readonly lines_without_customer: number | string;
  readonly returns: number | string;
}

/** The sums over all lines in scope. */
export async function totalSums(store: Store, scope: LineScope): Promise<Sums> {
  const rows: SumsRow[] = await within(store.db({ l: 'order_lines' }), scope).select(
    store.db.raw(`null as "key", null as "label", ${MEASURES}`),
  );
  return toSums(rows[0] as SumsRow);
}

/** The sums for each group, in no particular order. */
export async function groupedSums(store: Store, scope: LineScope, by: GroupBy): Promise<Sums[]> {
  const { db } = store;
  const measured = (column: string) =>
    within(db({ l: 'order_lines' }), scope)
      .select(db.raw(`?? as group_id, ${MEASURES}`, [column]))
      .groupBy(column);
  let rows: SumsRow[];
  if (by.kind === 'grain') {
    rows = await within(db({ l: 'order_lines' }).join({ c: 'calendar' }, 'c.day', 'l.day'), scope)
      .select(db.raw(`?? as "key", null as "label", ${MEASURES}`, [`c.${by.grain}`]))
      .groupBy(`c.${by.grain}`);
  } else if (by.kind === 'customer') {
    rows = await db
      .from(measured('l.customer_id').as('s'))
      .leftJoin({ n: 'customers' }, 'n.id', 's.group_id')
      .select(db.raw('n.key as "key", coalesce(n.name, n.key) as "label", s.*'));
  } else {
    rows = await db
      .from(measured(`l.${dimensionColumn(by.dimension)}`).as('s'))
      .leftJoin({ n: 'dimension_values' }, 'n.id', 's.group_id')
      .select(db.raw('n.value as "key", n.label as "label", s.*'));
  }
  return rows.map(toSums);
}

/** Narrows a query over order_lines `l` to a scope. */
function within(query: Knex.QueryBuilder, scope: LineScope): Knex.QueryBuilder {
  if (scope.range) query.whereBetween('l.day', [scope.range.from, scope.range.to]);
  for (const filter of scope.filters) {
    const column = `l.${dimensionColumn(filter.dimension)}`;
    const ids = filter.values.map(v => v.id);
    if (filter.exclude) query.where(q => q.whereNotIn(column, ids).orWhereNull(column));
    else query.whereIn(column, ids);
  }
  return query;
}

function toSums(row: SumsRow): Sums {
  return {
    key: row.key,
    label: row.label,
    revenue: Number(row.revenue),
    lines: Number(row.lines),
    orders: Number(row.orders),
    customers: Number(row.customers),
    quantity: Number(row.quantity),
    linesWithoutCustomer: Number(row.lines_without_customer),
    returns: Number(row.returns),
  };
}

/** The first and last day that the store holds lines of; undefined where it holds none. */
export async function dataExtent(store: Store): Promise<DayRange | undefined> {
  const row = await store.db('order_lines').min({ from: 'day' }).max({ to: 'day' }).first();
  return row?.from === null || row?.from === undefined
    ? undefined
    : { from: Number(row.from), to: Number(row.to) };
}

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

/** All values of a dimension. */
export async function listValues(
  store: Store,
  dimension: Dimension,
): Promise<{ id: number; value: string; label: string | null }[]> {
  return store
    .db('dimension_values')
    .where({ dimension_id: dimension.id })
    .select('id', 'value', 'label')
    .orderBy('value');
}

/** How many customers ordered at least once, and at least twice, in scope. */
export async function repeatCustomers(
  store: Store,
  scope: LineScope,
): Promise<{ once: number; twice: number }> {
  const perCustomer = within(store.db({ l: 'order_lines' }), scope)
    .whereNotNull('l.customer_id')
    .where('l.is_return', false)
    .groupBy('l.customer_id')
    .select(store.db.raw('count(distinct l.order_id) as orders'));
  const row = await store.db
    .from(perCustomer.as('p'))
    .select(
      store.db.raw('count(*) as once, coalesce(sum(case when orders >= 2 then 1 else 0 end), 0) as twice'),
    )
    .first();
  return { once: Number(row?.once ?? 0), twice: Number(row?.twice ?? 0) };
}
