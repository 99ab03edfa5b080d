import type { Knex } from 'knex';
import type { Day } from '../../core/calendar/days.js';
import type { Ids } from '../../core/collections/id-set.js';
import { idList } from '../engine/bulk.js';
import { knexForPartsOf, knexOf } from '../engine/connection.js';
import { memoizedPerTransaction } from '../engine/memoize.js';
import { partOf } from '../engine/part.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';
import { dataExtent } from './order-lines.js';

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

/** Customers known from summaries only, each by the newest file that names them. */
const fromSummaries = (reader: StoreReader): Knex.QueryBuilder =>
  knexOf(reader)({ s: 'customer_summaries' })
    // Of two summaries of one file that are joined, the first counts.
    .whereNotExists(
      knexOf(reader)({ c: 'customers' })
        .whereRaw('c.id = s.customer_id and c.joined_to is not null')
        .select('c.id'),
    )
    .whereNotExists(
      knexOf(reader)('customer_totals')
        .whereRaw('customer_totals.customer_id = s.customer_id')
        .select('customer_id'),
    )
    .whereNotExists(
      knexOf(reader)({ newer: 'customer_summaries' })
        .whereRaw('newer.customer_id = s.customer_id and newer.ingest_id > s.ingest_id')
        .select('newer.customer_id'),
    );

/**
 * What customers known from summaries only have bought, up to a day; by id. None in a part of the shop: a
 * summary does not say what was bought.
 */
export async function summarisedTotals(reader: StoreReader, through: Day): Promise<CustomerTotals[]> {
  if (partOf(reader)) return [];
  const rows: CustomerTotals[] = await fromSummaries(reader)
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

/** For more customers than this, all totals are computed anew, which reads the orders in one pass. */
const FEW = 20_000;

/** Computes the totals of these customers anew from their orders; of all customers unless some are given. */
export async function refreshCustomerTotals(trx: WriteTransaction, customers?: Ids): Promise<void> {
  const into = 'insert into customer_totals (customer_id, orders, revenue, first_day, last_day)';
  const select = `select ${TOTALS} from orders where lines > 0 and customer_id`;
  if (!customers || customers.size > FEW) {
    await knexOf(trx)('customer_totals').delete();
    await knexOf(trx).raw(`${into} ${select} is not null group by customer_id`);
    return;
  }
  const list = idList(customers);
  await knexOf(trx)('customer_totals').whereRaw(`customer_id in (${list})`).delete();
  await knexOf(trx).raw(`${into} ${select} in (${list}) group by customer_id`);
}

/** How many customers have their first order after a day. */
export async function firstOrdersAfter(reader: StoreReader, day: Day): Promise<number> {
  const row = await knexOf(reader)('customer_totals').where('first_day', '>', day).count({ n: '*' }).first();
  return Number(row?.n ?? 0);
}

/** How many customers have neither a line that counts nor a summary: all that they bought is excluded. */
export async function customersWithout(reader: StoreReader): Promise<number> {
  const count = async (table: Knex.QueryBuilder) => Number((await table.count({ n: '*' }).first())?.n ?? 0);
  const [all, totals] = [
    await count(knexOf(reader)('customers').whereNull('joined_to')),
    await count(knexOf(reader)('customer_totals')),
  ];
  return all - totals - (await count(fromSummaries(reader)));
}

/** The last day that a file of customer summaries counted its days on; undefined if none did. */
export const summariesCountedOn = async (reader: StoreReader): Promise<Day | undefined> =>
  (await summaryDays(reader)).countedOn;

/** The day of the last order, of all orders and summaries; undefined if there is none. */
export async function lastOrderDay(reader: StoreReader): Promise<Day | undefined> {
  const orders = (await dataExtent(reader))?.to;
  const days = [orders, (await summaryDays(reader)).last].filter(day => day !== undefined);
  return days.length === 0 ? undefined : Math.max(...days);
}

/** The latest days of the files of customer summaries. */
const summaryDays = (reader: StoreReader): Promise<{ readonly countedOn?: Day; readonly last?: Day }> =>
  memoizedPerTransaction(reader, 'days of summaries', async () => {
    const row = await knexForPartsOf(reader)('customer_summaries')
      .max({ countedOn: 'counted_on', last: 'last_day' })
      .first();
    const day = (value: unknown) => (value === null || value === undefined ? undefined : Number(value));
    const [countedOn, last] = [day(row?.countedOn), day(row?.last)];
    return { ...(countedOn !== undefined && { countedOn }), ...(last !== undefined && { last }) };
  });

/** The day of each customer's first order; customers with returns alone are not in it. */
export async function firstOrderDays(reader: StoreReader): Promise<Map<number, Day>> {
  const rows: { customer_id: number; first_day: number }[] = await knexOf(reader)('customer_totals')
    .whereNotNull('first_day')
    .select('customer_id', 'first_day');
  return new Map(rows.map(row => [row.customer_id, Number(row.first_day)]));
}
