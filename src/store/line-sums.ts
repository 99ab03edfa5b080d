import type { Knex } from 'knex';
import { dimensionColumn } from './dimensions.js';
import type { Store } from './store.js';
import type { GroupBy, LineScope, Sums } from './sums.js';

const MEASURES = `
  coalesce(sum(l.amount), 0) as revenue,
  count(*) as lines,
  count(distinct case when l.is_return then null else l.order_id end) as orders,
  count(distinct l.customer_id) as customers,
  coalesce(sum(l.quantity), 0) as quantity,
  coalesce(sum(case when l.customer_id is null then 1 else 0 end), 0) as lines_without_customer,
  coalesce(sum(case when l.is_return then 1 else 0 end), 0) as returns`;

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

/** The sums over all lines in scope, from the lines. */
export async function sumLines(store: Store, scope: LineScope): Promise<Sums> {
  const rows: SumsRow[] = await within(store.db({ l: 'order_lines' }), scope).select(
    store.db.raw(`null as "key", null as "label", ${MEASURES}`),
  );
  return toSums(rows[0] as SumsRow);
}

/** The sums for each group, from the lines. */
export async function sumLinesBy(store: Store, scope: LineScope, by: GroupBy): Promise<Sums[]> {
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

/** How many customers ordered at least once, and at least twice, in scope. */
export async function repeatCustomers(
  store: Store,
  scope: LineScope,
): Promise<{ once: number; twice: number }> {
  // Over everything, the orders are counted already.
  if (!scope.range && scope.filters.length === 0) {
    const row = await store
      .db('customer_totals')
      .where('orders', '>', 0)
      .select(
        store.db.raw('count(*) as once, coalesce(sum(case when orders >= 2 then 1 else 0 end), 0) as twice'),
      )
      .first();
    return { once: Number(row?.once ?? 0), twice: Number(row?.twice ?? 0) };
  }
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
