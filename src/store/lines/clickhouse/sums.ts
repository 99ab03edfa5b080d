import {
  bitOf,
  type GroupSums,
  IdSums,
  LINE_PARTS,
  type LinePartSums,
  type LineScope,
  NO_PARTS,
  noteLineCount,
} from '../../columns/index.js';
import { highestCustomer } from '../../tables/customers.js';
import type { LineEngine, PairSums, SumOptions } from '../line-engine.js';
import type { Asking, Rows } from './asking.js';

/** Sums of groups, in SQL. Aliases must not be called like columns: ClickHouse would take them for those. */
const SUMS = `
  sum(amount) as s_revenue,
  count() as s_lines,
  uniqExactIf(\`order\`, isReturn = 0) as s_orders,
  uniqExactIf(customer, customer != 0) as s_customers,
  sum(quantity) as s_quantity,
  countIf(customer = 0) as s_without,
  countIf(isReturn = 1) as s_returns,
  min(place) as s_place`;

function sumsSql({ rating, parts = [] }: SumOptions): string {
  const list = [SUMS];
  if (rating) {
    const { column, ratingOf } = rating;
    const ids = [...ratingOf.keys()].join(',');
    const value = `toFloat64(transform(${column}, [${ids}], [${[...ratingOf.values()].join(',')}], 0))`;
    list.push(
      `sumIf(${value}, ${column} in (${ids})) as s_rating`,
      `countIf(${column} in (${ids})) as s_ratings`,
    );
  }
  if (parts.length > 0) list.push('sumIf(amount, isReturn = 0) as s_sales');
  for (const part of parts) {
    // Discounts are those given on sales.
    const has = `bitAnd(parts, ${bitOf(part)}) != 0${part === 'discount' ? ' and isReturn = 0' : ''}`;
    list.push(
      `sumIf(${part}, ${has}) as s_${part}`,
      `countIf(${has}) as n_${part}`,
      `sumIf(amount, ${has}) as r_${part}`,
    );
  }
  return list.join(', ');
}

function sumsOf(rows: Rows, i: number, id: number, { rating, parts = [] }: SumOptions): GroupSums {
  const number = (name: string) => rows.column(name)[i] ?? 0;
  return {
    id,
    revenue: number('s_revenue'),
    lines: number('s_lines'),
    orders: number('s_orders'),
    customers: number('s_customers'),
    quantity: number('s_quantity'),
    linesWithoutCustomer: number('s_without'),
    returns: number('s_returns'),
    ratingSum: rating ? number('s_rating') : 0,
    ratings: rating ? number('s_ratings') : 0,
    ...(parts.length > 0 && { parts: partsOf(number, parts) }),
  };
}

function partsOf(number: (name: string) => number, parts: NonNullable<SumOptions['parts']>): LinePartSums {
  const sums = { ...NO_PARTS, sales: number('s_sales') };
  for (const part of LINE_PARTS)
    if (parts.includes(part))
      sums[part] = { sum: number(`s_${part}`), lines: number(`n_${part}`), revenue: number(`r_${part}`) };
  return sums;
}

async function total(asking: Asking, scope: LineScope, options: SumOptions): Promise<GroupSums> {
  const sums = sumsOf(await asking.select(sumsSql(options), scope), 0, 0, options);
  noteLineCount(asking.reader, scope, sums.lines);
  return sums;
}

/** Groups come in the order in which their first lines lie, as everywhere. */
const BY_PLACE = 'order by s_place';

async function groupsOf(
  asking: Asking,
  scope: LineScope,
  by: Parameters<LineEngine['groups']>[1],
  options: SumOptions,
): Promise<GroupSums[]> {
  const key = await asking.keyOf(by, scope);
  const rows = await asking.select(`${key} as k, ${sumsSql(options)}`, scope, `group by k ${BY_PLACE}`);
  return Array.from(rows.column('k'), (id, i) => sumsOf(rows, i, id, options));
}

async function pairsOf(
  asking: Asking,
  scope: LineScope,
  [first, second]: NonNullable<Parameters<LineEngine['sums']>[2]['pair']>,
  options: SumOptions,
): Promise<PairSums[]> {
  const keys = `${await asking.keyOf(first, scope)} as k, ${await asking.keyOf(second, scope)} as k2`;
  const rows = await asking.select(`${keys}, ${sumsSql(options)}`, scope, `group by k, k2 ${BY_PLACE}`);
  const seconds = rows.column('k2');
  return Array.from(rows.column('k'), (id, i) => ({
    ...sumsOf(rows, i, i, options),
    first: id,
    second: seconds[i] as number,
  }));
}

async function revenueByDay(asking: Asking, scope: LineScope): Promise<Map<number, number>> {
  const rows = await asking.select(
    'day as k, sum(amount) as r, min(place) as p',
    scope,
    'group by k order by p',
  );
  const revenue = rows.column('r');
  return new Map(Array.from(rows.column('k'), (day, i) => [day, revenue[i] as number]));
}

/** Who ordered once and twice at least. */
async function repeat(asking: Asking, scope: LineScope, before: Uint8Array | undefined) {
  const rows = await asking.select(
    'customer as k, uniqExact(`order`) as n',
    scope,
    'group by k',
    'isReturn = 0 and customer != 0',
  );
  const [customers, orders] = [rows.column('k'), rows.column('n')];
  let twice = 0;
  for (let i = 0; i < rows.count; i++)
    if ((orders[i] as number) >= 2 || before?.[customers[i] as number] === 1) twice++;
  return { once: rows.count, twice };
}

/** Sums by id, as a pass adds them up. @param highest id there is room for */
async function idSums(asking: Asking, scope: LineScope, column: string, highest = 63): Promise<IdSums> {
  const rows = await asking.select(
    `\`${column}\` as k, sum(amount) as r, sum(quantity) as q, uniqExactIf(\`order\`, isReturn = 0) as n`,
    scope,
    'group by k',
  );
  const sums = new IdSums(rows.ints('k').reduce((most, id) => Math.max(most, id), highest));
  rows.byId('k', 'r', sums.revenue);
  rows.byId('k', 'q', sums.quantity);
  rows.byId('k', 'n', sums.orders);
  return sums;
}

/** The primitives that add up by groups, pushed down. */
export const groupingInSql = (
  asking: Asking,
): Pick<LineEngine, 'count' | 'groups' | 'sums' | 'overview' | 'scopeSums'> => ({
  count: async scope => {
    const count = (await asking.select('count() as n', scope)).first('n');
    noteLineCount(asking.reader, scope, count);
    return count;
  },
  groups: (scope, by, options) => groupsOf(asking, scope, by, options),
  sums: async (scope, bys, { pair, ...options }) => {
    const groups: GroupSums[][] = [];
    for (const by of bys) groups.push(await groupsOf(asking, scope, by, options));
    const pairs = pair ? await pairsOf(asking, scope, pair, options) : [];
    return { total: await total(asking, scope, options), groups, pairs };
  },
  overview: async (scope, { before, part, ...options }) => {
    const ids = part?.values.map(value => value.id) ?? [];
    const own =
      part &&
      (await asking.select(
        'uniqExactIf(`order`, isReturn = 0) as n, sum(amount) as r',
        scope,
        '',
        ids.length === 0 ? '0' : `\`${part.column}\` in (${ids.join(',')})`,
      ));
    return {
      total: await total(asking, scope, options),
      repeat: await repeat(asking, scope, before),
      revenueByDay: await revenueByDay(asking, scope),
      part: own && { orders: own.first('n'), revenue: own.first('r') },
    };
  },
  scopeSums: async (scope, dimensions) => {
    const customers = await highestCustomer(asking.reader);
    const rest = await asking.select(
      'countIf(isReturn = 1) as n, sumIf(amount, isReturn = 1) as r, countIf(customer = 0) as w',
      scope,
    );
    const byValue: IdSums[] = [];
    for (const column of dimensions) byValue.push(await idSums(asking, scope, column));
    return {
      byCustomer: await idSums(asking, { ...scope, kind: 'sales' }, 'customer', customers),
      byValue,
      revenueByDay: await revenueByDay(asking, scope),
      returns: { lines: rest.first('n'), revenue: rest.first('r') },
      linesWithoutCustomer: rest.first('w'),
    };
  },
});
