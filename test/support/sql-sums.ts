import type { Knex } from 'knex';
import { countAll, OverviewCounter } from '../../src/store/columns/index.js';
import type { Store } from '../../src/store/engine/store.js';
import { linesOf } from '../../src/store/lines/index.js';
import type { GroupBy, LineScope } from '../../src/store/scope/sums.js';
import { highestCustomer } from '../../src/store/tables/customers.js';
import { dimensionColumn, listDimensions, listValues } from '../../src/store/tables/dimensions.js';
import { databaseOf } from './database.js';

/** The same sums as the columns give, from the lines by plain SQL: what they are checked against. */
const MEASURES = `
  coalesce(sum(l.amount), 0) as revenue,
  count(*) as lines,
  count(distinct case when l.is_return then null else l.order_id end) as orders,
  count(distinct l.customer_id) as customers,
  coalesce(sum(l.quantity), 0) as quantity,
  coalesce(sum(case when l.customer_id is null then 1 else 0 end), 0) as "linesWithoutCustomer",
  coalesce(sum(case when l.is_return then 1 else 0 end), 0) as returns`;

export type SqlSums = Record<string, number>;

/** @returns a row for each group (or pair of groups), by `id` (and `second`) */
export async function sqlSums(
  store: Store,
  scope: LineScope,
  ...bys: readonly GroupBy[]
): Promise<SqlSums[]> {
  const columns = bys.map(by => expression(by));
  const query = within(
    databaseOf(store)({ l: 'order_lines' }).join({ c: 'calendar' }, 'c.day', 'l.day'),
    scope,
  );
  const names = ['id', 'second'];
  query.select(databaseOf(store).raw([...columns.map((c, i) => `${c} as ${names[i]}`), MEASURES].join(', ')));
  if (columns.length > 0) query.groupByRaw(columns.join(', '));
  const rows: Record<string, unknown>[] = await query;
  return rows.map(row => ({
    id: 0,
    ...Object.fromEntries(Object.entries(row).map(([k, v]) => [k, Number(v)])),
  }));
}

function expression(by: GroupBy): string {
  switch (by.kind) {
    case 'dimension':
      return `coalesce(l.${dimensionColumn(by.dimension)}, 0)`;
    case 'customer':
      return 'coalesce(l.customer_id, 0)';
    case 'order':
      return 'l.order_id';
    case 'grain':
      return `c.${by.grain}`;
    case 'weekday':
      return 'l.day - c.week + 1';
    case 'monthOfYear':
      throw new Error('no month of the year in plain SQL here');
    case 'lookUp':
      throw new Error('no tables in plain SQL here');
  }
}

/** Narrows a query over order_lines `l` to a scope. */
function within(query: Knex.QueryBuilder, scope: LineScope): Knex.QueryBuilder {
  if (scope.range) query.whereBetween('l.day', [scope.range.from, scope.range.to]);
  for (const { column, values, exclude } of scope.filters) {
    const name = column === 'customer' ? 'l.customer_id' : `l.${column}`;
    const ids = values.map(v => v.id);
    if (exclude) query.where(q => q.whereNotIn(name, ids).orWhereNull(name));
    else query.whereIn(name, ids);
  }
  return query;
}

/** Orders of each customer in scope, by plain SQL and by the columns. */
export async function ordersBothWays(store: Store, scope: LineScope): Promise<[unknown, unknown]> {
  const rows: { id: number; orders: number }[] = await within(databaseOf(store)({ l: 'order_lines' }), scope)
    .whereNotNull('l.customer_id')
    .where('l.is_return', false)
    .groupBy('l.customer_id')
    .select(databaseOf(store).raw('l.customer_id as id, count(distinct l.order_id) as orders'));
  const counter = new OverviewCounter(await highestCustomer(store));
  await countAll((await linesOf(store)).scan, scope, [counter]);
  const counts = counter.orders;
  return [
    Object.fromEntries(rows.map(r => [r.id, Number(r.orders)])),
    Object.fromEntries([...counts.entries()].filter(([, n]) => n > 0)),
  ];
}

/** Filters on some values of some dimensions, and on a customer. */
export async function someFilters(
  store: Store,
  pick: (most: number) => number,
): Promise<LineScope['filters']> {
  const dimensions = await listDimensions(store);
  const filters: LineScope['filters'][number][] = [];
  for (let n = pick(2); n > 0; n--) {
    const dimension = dimensions[pick(dimensions.length - 1)];
    if (!dimension) break;
    const values = (await listValues(store, dimension)).filter(() => pick(2) > 0);
    filters.push({ field: dimension, column: dimensionColumn(dimension), values, exclude: pick(3) === 0 });
  }
  if (pick(5) === 0)
    filters.push({
      field: { key: 'customer', label: 'Customer' },
      column: 'customer',
      values: [{ id: 1 + pick(8), value: '' }],
      exclude: pick(1) === 0,
    });
  return filters;
}
