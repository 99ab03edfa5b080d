import type { Knex } from 'knex';
import type { Day } from '../../core/calendar/days.js';
import type { Ids } from '../../core/collections/id-set.js';
import { idList } from '../engine/bulk.js';
import { dataExtent } from '../scope/extent.js';

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

/** What customers known from summaries alone have bought, up to a day; in the order of their ids. */
export async function summarisedTotals(db: Knex, through: Day): Promise<CustomerTotals[]> {
  const rows: CustomerTotals[] = await fromSummaries(db)
    .where('s.last_day', '<=', through)
    .orderBy('s.customer_id')
    .select({
      customerId: 's.customer_id',
      orders: 's.orders',
      revenue: 's.revenue',
      lastDay: 's.last_day',
    });
  return rows.map(row => ({ ...row, orders: Number(row.orders), revenue: Number(row.revenue) }));
}

/** More customers than this and all totals are made again, which reads the orders in one pass. */
const FEW = 20_000;

/** Makes the totals of these customers again from their orders; of all where none are given. */
export async function refreshCustomerTotals(trx: Knex, customers?: Ids): Promise<void> {
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

/** How many customers have their first order after a day. */
export async function firstOrdersAfter(db: Knex, day: Day): Promise<number> {
  const row = await db('customer_totals').where('first_day', '>', day).count({ n: '*' }).first();
  return Number(row?.n ?? 0);
}

/** How many customers the store knows without any line that counts, nor a summary: all that they bought is excluded. */
export async function customersWithout(db: Knex): Promise<number> {
  const count = async (table: Knex.QueryBuilder) => Number((await table.count({ n: '*' }).first())?.n ?? 0);
  const [all, totals] = [await count(db('customers')), await count(db('customer_totals'))];
  return all - totals - (await count(fromSummaries(db)));
}

/** The last day that a file of customer summaries counted its days on; undefined where none did. */
export async function summariesCountedOn(db: Knex): Promise<Day | undefined> {
  const row = await db('customer_summaries').max({ day: 'counted_on' }).first();
  return row?.day === null || row?.day === undefined ? undefined : Number(row.day);
}

/** The day of the last order that segments are made from, of all orders and summaries; undefined where there is none. */
export async function lastOrderDay(db: Knex): Promise<Day | undefined> {
  const orders = (await dataExtent({ db }))?.to;
  const summaries = await db('customer_summaries').max({ day: 'last_day' }).first();
  const days = [orders, summaries?.day].filter(d => d !== null && d !== undefined).map(Number);
  return days.length === 0 ? undefined : Math.max(...days);
}
