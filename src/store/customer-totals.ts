import type { Knex } from 'knex';
import type { Day } from '../calendar/days.js';

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

/**
 * The totals of every customer with at least one order up to and including a day.
 * @returns sorted by customer id; and how many customers had returns only
 */
export async function customerTotals(
  db: Knex,
  through: Day,
): Promise<{ totals: CustomerTotals[]; returnsOnly: number }> {
  const rows: {
    customer_id: number;
    orders: number | string;
    revenue: number | string;
    last_day: number | null;
  }[] = await db('orders')
    .whereNotNull('customer_id')
    .where('day', '<=', through)
    .groupBy('customer_id')
    .orderBy('customer_id')
    .select(
      'customer_id',
      db.raw('sum(case when is_return = 0 then 1 else 0 end) as orders'),
      db.raw('sum(revenue) as revenue'),
      db.raw('max(case when is_return = 0 then day end) as last_day'),
    );
  const totals = rows
    .filter(r => r.last_day !== null)
    .map(r => ({
      customerId: r.customer_id,
      orders: Number(r.orders),
      revenue: Number(r.revenue),
      lastDay: r.last_day as number,
    }));
  return { totals, returnsOnly: rows.length - totals.length };
}
