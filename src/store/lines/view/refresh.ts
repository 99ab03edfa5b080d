import { randomInt } from 'node:crypto';
import { StoreError } from '../../../core/errors.js';
import { type LinesTable, listChunks, readLinesTable, replaceChunks } from '../../columns/index.js';
import { insertLiterals } from '../../engine/bulk.js';
import { connectionOf, knexOf } from '../../engine/connection.js';
import { raiseDataVersion } from '../../engine/data-version.js';
import type { Store } from '../../engine/store.js';
import type { WriteTransaction } from '../../engine/transaction.js';
import { decimalsForLoad } from '../../tables/amounts.js';
import { type Dimension, dimensionColumn, ensureDimension, setLevel } from '../../tables/dimensions.js';
import { beginIngest, finishIngest } from '../../tables/ingests.js';
import type { ViewPlan } from '../../tables/lines-view.js';
import { type LinesView, linesView } from '../../tables/lines-view.js';
import { writeNote } from '../../tables/store-notes.js';
import { checkRows } from './check-rows.js';
import * as sql from './expressions.js';
import { noteCustomers, noteValues, number } from './number.js';

/** What a view has, as it was noted last. Money as amounts are stored. */
export interface NotedView {
  readonly lines: number;
  readonly orders: number;
  readonly customers: number;
  readonly revenue: number;
}

/** What is known when a view is asked. */
export interface ViewSettings {
  /** ISO 4217. */
  readonly currency: string;
  readonly today: number;
  readonly now: () => Date;
  /** Brings what is kept beside the lines (segments) up to date. */
  readonly afterChange: (trx: WriteTransaction) => Promise<void>;
}

/**
 * Has a store ask a view for its order lines, or notes what has come to it since. Orders, customers and
 * values get numbers, in tables of ClickHouse; the names of customers and values go into the store, order
 * lines do not. An order without a number does not count, so all new ones count with this commit.
 * @throws StoreError if the store has order lines of its own, or rows of the view cannot be read
 */
export const refreshView = (store: Store, plan: ViewPlan, settings: ViewSettings): Promise<NotedView> =>
  store.write(async trx => {
    const { clickHouse } = connectionOf(trx);
    if (!clickHouse) throw new StoreError('LINES_URL is not set.', 'Name the database of ClickHouse there.');
    const before = await linesView(trx);
    if (!before && (await listChunks(trx)).length > 0)
      throw new StoreError(
        'This store has order lines of its own, so it cannot ask a view for them.',
        'Use a new store for it: another DATABASE_URL.',
      );
    const rows = await checkRows(clickHouse, plan, settings.today);
    await decimalsForLoad(trx, settings.currency);
    const view = before ?? {
      base: randomInt(1, 2 ** 31 - 1),
      ingest: await begin(trx, plan, rows, settings),
      views: [],
    };
    const dimensions: Dimension[] = [];
    for (const { key, label, column } of plan.dimensions)
      dimensions.push(await ensureDimension(trx, { key, label, sourceColumn: column }));
    await number(clickHouse, view.base, plan, dimensions);
    await noteCustomers(trx, clickHouse, view.base, plan);
    await noteValues(trx, clickHouse, view.base, plan, dimensions);
    const newView = randomInt(1, 2 ** 31 - 1);
    const table = await makeView(trx, newView, { base: view.base, plan, dimensions });
    // Readers of older data may be asking the one before.
    const [last, ...old] = [...view.views].reverse();
    for (const one of old) await clickHouse.command(`drop table if exists lines_${one}`);
    const views = last === undefined ? [newView] : [last, newView];
    await writeNote(trx, 'lines_view', JSON.stringify({ ...view, views, plan } satisfies LinesView));
    const noted = await noteChunks(trx, table);
    await noteTotals(trx, table);
    for (const dimension of dimensions) await settleLevel(trx, table, dimension);
    await finishIngest(trx, view.ingest, { ...noted, ...NOTHING });
    await raiseDataVersion(trx);
    await settings.afterChange(trx);
    return noted;
  });

const NOTHING = {
  refused: 0,
  ordersReplaced: 0,
  ordersContinued: 0,
  excluded: 0,
  duplicates: 0,
} as const;

const begin = (trx: WriteTransaction, { view, ...plan }: ViewPlan, rows: number, settings: ViewSettings) =>
  beginIngest(trx, {
    file: `view ${view}`,
    contentKey: `view:${view}`.slice(0, 80),
    kind: 'sales',
    currency: settings.currency,
    bytes: 0,
    rows,
    mapping: plan,
    loadedAt: settings.now().toISOString(),
  });

/** Orders of a chunk. A chunk is a range of the numbers of orders, so that an order is in one. */
const ORDERS_OF_CHUNK = 32_768;

/** A view with the columns that lines have, of the orders that have a number by now. */
async function makeView(
  trx: WriteTransaction,
  newView: number,
  {
    base,
    plan,
    dimensions,
  }: { readonly base: number; readonly plan: ViewPlan; readonly dimensions: readonly Dimension[] },
): Promise<LinesTable> {
  const table = await readLinesTable(trx, newView);
  const { orders, customers, values } = sql.idTables(base);
  const { clickHouse } = table;
  const highest = (await clickHouse.query(`select toInt32(max(id)) as n from ${orders}`)).get('n')?.[0] ?? 0;
  const order = `joinGet('${orders}', 'id', ${sql.textOf(plan.order)})`;
  const { amount, isReturn } = sql.moneyOf(plan);
  const columns: readonly (readonly [name: string, of: string])[] = [
    ['batch', `toUInt64(intDiv(${order}, ${ORDERS_OF_CHUNK}) + 1)`],
    ['place', `toUInt64(${order})`],
    ['order', order],
    ['customer', `joinGet('${customers}', 'id', ${sql.customerOf(plan)})`],
    ['day', sql.dayOf(plan)],
    ['quantity', sql.quantityOf(plan)],
    ['amount', amount],
    ['isReturn', isReturn],
    ...plan.dimensions.map((dimension, i) => {
      const { id } = dimensions[i] as Dimension;
      const name = dimensionColumn({ id });
      return [name, `joinGet('${values}', 'id', ${sql.keyOfValue(id, dimension)})`] as const;
    }),
  ];
  await clickHouse.command(
    `create view ${table.own} as
     select ${columns.map(([name, of]) => `${of} as ${sql.quoted(name)}`).join(', ')}
     from ${sql.quotedTable(plan.view)} where ${order} between 1 and ${highest}`,
  );
  return table;
}

async function noteChunks(trx: WriteTransaction, { clickHouse, all }: LinesTable) {
  const found = await clickHouse.query(
    `select batch, count() as n, min(day) as f, max(day) as t from ${all} group by batch order by batch`,
  );
  const column = (name: string) => Array.from(found.get(name) ?? []);
  const [lines, first, last] = [column('n'), column('f'), column('t')];
  await replaceChunks(
    trx,
    column('batch').map((batch, i) => ({
      batch,
      lines: lines[i] as number,
      firstDay: first[i] as number,
      lastDay: last[i] as number,
    })),
  );
  const sums = await clickHouse.query(
    `select count() as n, uniqExact(\`order\`) as o, uniqExactIf(customer, customer > 0) as c,
     sum(amount) as r, min(day) as f, max(day) as t from ${all}`,
  );
  const of = (name: string) => sums.get(name)?.[0] ?? 0;
  return {
    lines: of('n'),
    orders: of('o'),
    customers: of('c'),
    revenue: of('r'),
    firstDay: of('f'),
    lastDay: of('t'),
  };
}

/** What each customer's orders come to, an order being that of the lowest of its customers. */
async function noteTotals(trx: WriteTransaction, { clickHouse, all }: LinesTable): Promise<void> {
  const found = await clickHouse.query(
    `select k, countIf(sales > 0) as n, sum(revenue) as r, minIf(first, sales > 0) as f,
       maxIf(first, sales > 0) as t
     from (select min(if(customer = 0, 2147483647, customer)) as k, countIf(isReturn = 0) as sales,
       sum(amount) as revenue, min(day) as first from ${all} group by \`order\`)
     where k < 2147483647 group by k order by k`,
  );
  const of = (name: string, i: number): number => found.get(name)?.[i] ?? 0;
  const rows = Array.from(found.get('k') ?? [], (customer, i) => {
    const orders = of('n', i);
    const days = orders > 0 ? [of('f', i), of('t', i)] : [null, null];
    return [customer, orders, of('r', i), ...days];
  });
  await knexOf(trx)('customer_totals').delete();
  const columns = ['customer_id', 'orders', 'revenue', 'first_day', 'last_day'];
  await insertLiterals(trx, 'customer_totals', columns, rows);
}

/** Whether a dimension is of the customer: none of them has two values. */
async function settleLevel(
  trx: WriteTransaction,
  { clickHouse, all }: LinesTable,
  dimension: Dimension,
): Promise<void> {
  const column = dimensionColumn(dimension);
  const found = await clickHouse.query(
    `select toInt32(max(n)) as n from (select min(${column}) != max(${column}) as n from ${all}
     where customer > 0 and ${column} > 0 group by customer)`,
  );
  const rows = await clickHouse.query(`select count() as n from ${all} where customer > 0 and ${column} > 0`);
  const isOfLine = found.get('n')?.[0] === 1 || rows.get('n')?.[0] === 0;
  await setLevel(trx, dimension, isOfLine ? 'line' : 'customer');
}
