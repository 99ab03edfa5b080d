import type { CustomerPurchases, LineScope } from '../../columns/index.js';
import { highestCustomer } from '../../tables/customers.js';
import type { LineEngine, PurchaseScope } from '../line-engine.js';
import { type Asking, Rows } from './asking.js';
import { chunksIn, inBatches, keptBy } from './where.js';

/** The primitives that give figures by customer, pushed down. */
export const customersInSql = (
  asking: Asking,
): Pick<LineEngine, 'customers' | 'buyers' | 'variety' | 'firstDays' | 'purchases' | 'purchasesAsOfEach'> => {
  const room = async () => (await highestCustomer(asking.reader)) + 1;
  return {
    customers: async scope => {
      const length = await room();
      const rows = await asking.select(
        `customer as k, uniqExactIf(\`order\`, isReturn = 0) as n, count() as l, sum(amount) as r, sum(quantity) as q`,
        scope,
        'group by k',
      );
      const sums = {
        orders: new Int32Array(length),
        lines: new Int32Array(length),
        revenue: new Float64Array(length),
        quantity: new Float64Array(length),
      };
      rows.byId('k', 'n', sums.orders);
      rows.byId('k', 'l', sums.lines);
      rows.byId('k', 'r', sums.revenue);
      rows.byId('k', 'q', sums.quantity);
      return sums;
    },
    buyers: async scope => {
      const marks = new Uint8Array(await room());
      const rows = await asking.select('distinct customer as k', scope, '', 'isReturn = 0 and customer != 0');
      for (const customer of rows.column('k')) marks[customer] = 1;
      return marks;
    },
    variety: async (scope, by) => {
      const counts = new Int32Array(await room());
      const key = await asking.keyOf(by, scope);
      const what = `customer as k, uniqExact(${key}) as n`;
      (await asking.select(what, scope, 'group by k', 'isReturn = 0')).byId('k', 'n', counts);
      return counts;
    },
    firstDays: async (scope, none) => {
      const first = new Int32Array(await room()).fill(none);
      const rows = await asking.select('customer as k, min(day) as d', scope, 'group by k', 'isReturn = 0');
      rows.byId('k', 'd', first);
      return first;
    },
    purchases: (scope, { withDays = false }) => purchases(asking, scope, withDays),
    purchasesAsOfEach: async (days, { withDays = false }, take) => {
      for (const through of days) {
        const figures = await purchases(asking, { through, filters: [] }, withDays);
        await take({ ...figures, linesWithoutCustomer: 0 }, through);
      }
    },
  };
};

/** The buyer of an order that names none. */
const NOBODY = 2 ** 31 - 1;

/**
 * Orders first, then their customers. Each server has all orders of its customers, so that each adds them up
 * on its own, and nothing but the figures of customers is sent.
 */
async function purchases(
  asking: Asking,
  { through, filters }: PurchaseScope,
  withDays: boolean,
): Promise<CustomerPurchases> {
  const scope: LineScope = { filters };
  const { reader, table } = asking;
  const sql = `
    select buyer as k, countIf(sales > 0) as n, sum(sales) as l, sum(revenue) as r, sum(nobody) as w,
      minIf(first, sales > 0) as f, maxIf(first, sales > 0) as t
      ${withDays ? ', uniqExactIf(first, sales > 0) as d' : ''}
    from (
      select min(if(customer = 0, ${NOBODY}, customer)) as buyer, min(day) as first, sum(amount) as revenue,
        countIf(isReturn = 0) as sales, countIf(customer = 0) as nobody
      from ${table.own}
      where ${inBatches(await chunksIn(reader, scope))} and ${keptBy(reader, scope)}
      group by \`order\` having first <= ${through}
    ) group by k order by k`;
  const servers = (await table.clickHouse.queryEach(sql)).map(columns => new Rows(columns));
  return joined(servers, withDays);
}

function joined(servers: readonly Rows[], withDays: boolean): CustomerPurchases {
  let [linesWithoutCustomer, returnsOnly] = [0, 0];
  const found: { readonly rows: Rows; readonly at: number; readonly id: number }[] = [];
  for (const rows of servers) {
    const [ids, orders, without] = [rows.column('k'), rows.column('n'), rows.column('w')];
    for (let at = 0; at < rows.count; at++) {
      const id = ids[at] as number;
      linesWithoutCustomer += without[at] as number;
      if (id === NOBODY) continue;
      if (orders[at] === 0) returnsOnly++;
      else found.push({ rows, at, id });
    }
  }
  found.sort((a, b) => a.id - b.id);
  const ints = (name: string) => Int32Array.from(found, ({ rows, at }) => rows.column(name)[at] as number);
  return {
    count: found.length,
    customer: Int32Array.from(found, ({ id }) => id),
    firstDay: ints('f'),
    lastDay: ints('t'),
    orders: ints('n'),
    lines: ints('l'),
    days: withDays ? ints('d') : new Int32Array(found.length),
    revenue: Float64Array.from(found, ({ rows, at }) => rows.column('r')[at] as number),
    returnsOnly,
    linesWithoutCustomer,
    fromSummaries: 0,
  };
}
