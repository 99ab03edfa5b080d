import type { DayRange } from '../calendar/grain.js';
import type { Store } from './store.js';

/** How many customers placed an order in the range, and how many of them their first one ever. */
export async function activeCustomers(
  { db }: Store,
  range: DayRange,
): Promise<{ active: number; fresh: number }> {
  const active = db('orders')
    .whereNotNull('customer_id')
    .where({ is_return: false })
    .where('lines', '>', 0)
    .whereBetween('day', [range.from, range.to])
    .distinct('customer_id');
  const row = await db
    .from(active.as('a'))
    .join({ t: 'customer_totals' }, 't.customer_id', 'a.customer_id')
    .select(
      db.raw('count(*) as active, coalesce(sum(case when t.first_day >= ? then 1 else 0 end), 0) as fresh', [
        range.from,
      ]),
    )
    .first();
  return { active: Number(row?.active ?? 0), fresh: Number(row?.fresh ?? 0) };
}
