import type { GroupBy, LineScope } from '../../columns/index.js';
import type { LineEngine, OrderTotals } from '../line-engine.js';
import type { Asking } from './asking.js';

/** The primitives that give figures of orders, and last days, pushed down. */
export const ordersInSql = (asking: Asking): Pick<LineEngine, 'orders' | 'orderTotals' | 'lastDays'> => ({
  orders: async (scope, areReturns = false) => {
    const rows = await asking.select(
      `\`order\` as k, argMinIf(customer, place, customer != 0) as c, min(day) as d, sum(amount) as r,
       min(place) as p`,
      scope,
      `group by k having (countIf(isReturn = 0) > 0) = ${areReturns ? 0 : 1} order by p`,
    );
    return {
      count: rows.count,
      order: rows.ints('k'),
      customer: rows.ints('c'),
      day: rows.ints('d'),
      revenue: rows.floats('r'),
    };
  },
  orderTotals: (scope, bys) => orderTotals(asking, scope, bys),
  lastDays: async (scope, by) => {
    const key = await asking.keyOf(by, scope);
    const rows = await asking.select(
      `${key} as k, maxIf(day, isReturn = 0) as d, min(place) as p`,
      scope,
      'group by k having countIf(isReturn = 0) > 0 order by p',
    );
    const days = rows.column('d');
    return new Map(Array.from(rows.column('k'), (id, i) => [id, days[i] as number]));
  },
});

async function orderTotals(
  asking: Asking,
  scope: LineScope,
  bys: readonly GroupBy[],
): Promise<OrderTotals[]> {
  const names = bys.map((_, i) => `k${i}`);
  const keys: string[] = [];
  for (const by of bys) keys.push(`${await asking.keyOf(by, scope)} as k${keys.length}, `);
  const rows = await asking.select(
    `${keys.join('')}sum(amount) as r, countIf(isReturn = 0) as n, min(place) as p`,
    scope,
    `group by ${[...names, '`order`'].join(', ')} order by p`,
  );
  const columns = names.map(name => rows.column(name));
  const [sums, sales] = [rows.column('r'), rows.column('n')];
  const groups = new Map<string, { readonly ids: number[]; readonly totals: number[] }>();
  for (let i = 0; i < rows.count; i++) {
    const ids = columns.map(column => column[i] as number);
    const key = ids.join(' ');
    const group = groups.get(key) ?? { ids, totals: [] };
    groups.set(key, group);
    if ((sales[i] as number) > 0) group.totals.push(sums[i] as number);
  }
  return [...groups.values()].map(({ ids, totals }) => ({ ids, totals: Float64Array.from(totals).sort() }));
}
