import type { DayRange } from '../calendar/grain.js';
import type { Store } from './store.js';

/** How many customers placed an order in the range, and how many of them their first one ever. */
export async function activeCustomers(
  store: Store,
  range: DayRange,
): Promise<{ active: number; fresh: number }> {
  const firsts = store
    .db('orders')
    .whereNotNull('customer_id')
    .where({ is_return: false })
    .where('day', '<=', range.to)
    .groupBy('customer_id')
    .havingRaw('max(day) >= ?', [range.from])
    .select('customer_id', store.db.raw('min(day) as first_day'));
  const row = await store.db
    .from(firsts.as('f'))
    .select(
      store.db.raw(
        'count(*) as active, coalesce(sum(case when first_day >= ? then 1 else 0 end), 0) as fresh',
        [range.from],
      ),
    )
    .first();
  return { active: Number(row?.active ?? 0), fresh: Number(row?.fresh ?? 0) };
}
