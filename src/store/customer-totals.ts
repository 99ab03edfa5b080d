import type { Knex } from 'knex';
import type { Day } from '../calendar/days.js';
import { idList } from './bulk.js';
import { dataExtent } from './extent.js';

/** What a customer has bought up to a day. Money in minor units. */
export interface CustomerTotals {
  readonly customerId: number;
  /** Distinct orders; an order of returns alone is none. */
  readonly orders: number;
  /** All lines, returns subtracted. */
  readonly revenue: number;
  /** Day of the last order. */
  readonly lastDay: Day;
}

/** What a customer's orders add up to. An order all of whose lines are excluded or replaced has no lines. */
const TOTALS = `
  customer_id,
  sum(case when is_return then 0 else 1 end) as orders,
  sum(revenue) as revenue,
  min(case when is_return then null else day end) as first_day,
  max(case when is_return then null else day end) as last_day`;

interface TotalsRow {
  readonly customer_id: number;
  readonly orders: number | string;
  readonly revenue: number | string;
  readonly last_day: number | null;
}

/**
 * The totals of every customer with at least one order up to and including a day: from the totals kept of all
 * orders where none is later, otherwise from the orders. A customer without orders counts with what a file of
 * customer summaries said.
 * @returns sorted by customer id; and how many customers had returns only
 */
export async function customerTotals(
  db: Knex,
  through: Day,
): Promise<{ totals: CustomerTotals[]; returnsOnly: number }> {
  const isAll = ((await dataExtent({ db }))?.to ?? through) <= through;
  const totals: CustomerTotals[] = [];
  let returnsOnly = 0;
  for await (const row of isAll ? keptTotals(db) : await ordersOf(db).where('day', '<=', through)) {
    if (row.last_day === null) returnsOnly++;
    else totals.push(totalsOf(row));
  }
  totals.push(...(await summarised(db, through)));
  return { totals: totals.sort((a, b) => a.customerId - b.customerId), returnsOnly };
}

const PAGE = 10_000;

/** The totals of all orders, some thousand rows at a time, since a driver's rows take far more room than what is in them. */
async function* keptTotals(db: Knex): AsyncGenerator<TotalsRow> {
  for (let last = 0; ; ) {
    const rows: TotalsRow[] = await db('customer_totals')
      .where('customer_id', '>', last)
      .orderBy('customer_id')
      .limit(PAGE)
      .select('customer_id', 'orders', 'revenue', 'last_day');
    yield* rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.customer_id ?? last;
  }
}

const totalsOf = (row: TotalsRow): CustomerTotals => ({
  customerId: row.customer_id,
  orders: Number(row.orders),
  revenue: Number(row.revenue),
  lastDay: row.last_day as number,
});

const ordersOf = (db: Knex): Knex.QueryBuilder =>
  db('orders')
    .whereNotNull('customer_id')
    .where('lines', '>', 0)
    .groupBy('customer_id')
    .select(db.raw(TOTALS));

/** Customers known from summaries alone, each by the newest file that names them. */
const fromSummaries = (db: Knex): Knex.QueryBuilder =>
  db({ s: 'customer_summaries' })
    .whereNotExists(
      db('customer_totals').whereRaw('customer_totals.customer_id = s.customer_id').select('customer_id'),
    )
    .whereNotExists(
      db({ newer: 'customer_summaries' })
        .whereRaw('newer.customer_id = s.customer_id and newer.ingest_id > s.ingest_id')
        .select('newer.customer_id'),
    );

async function summarised(db: Knex, through: Day): Promise<CustomerTotals[]> {
  const rows: TotalsRow[] = await fromSummaries(db)
    .where('s.last_day', '<=', through)
    .select('s.customer_id', 's.orders', 's.revenue', 's.last_day');
  return rows.map(totalsOf);
}

/** How many customers are known from summaries alone. */
export async function customersFromSummaries(db: Knex): Promise<number> {
  const row = await fromSummaries(db).count({ n: '*' }).first();
  return Number(row?.n ?? 0);
}

/** More customers than this and all totals are made again, which reads the orders in one pass. */
const FEW = 20_000;

/** Makes the totals of these customers again from their orders; of all where none are given. */
export async function refreshCustomerTotals(trx: Knex, customers?: ReadonlySet<number>): Promise<void> {
  const into = 'insert into customer_totals (customer_id, orders, revenue, first_day, last_day)';
  const select = `select ${TOTALS} from orders where lines > 0 and customer_id`;
  if (!customers || customers.size > FEW) {
    await trx('customer_totals').delete();
    await trx.raw(`${into} ${select} is not null group by customer_id`);
    return;
  }
  const list = idList(customers);
  await trx('customer_totals').whereRaw(`customer_id in (${list})`).delete();
  await trx.raw(`${into} ${select} in (${list}) group by customer_id`);
}

/** The day of the last order that segments are made from, of all orders and summaries; undefined where there is none. */
export async function lastOrderDay(db: Knex): Promise<Day | undefined> {
  const orders = (await dataExtent({ db }))?.to;
  const summaries = await db('customer_summaries').max({ day: 'last_day' }).first();
  const days = [orders, summaries?.day].filter(d => d !== null && d !== undefined).map(Number);
  return days.length === 0 ? undefined : Math.max(...days);
}
