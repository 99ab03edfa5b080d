import type { DayRange } from '../../core/calendar/grain.js';
import type { StoreReader } from '../engine/transaction.js';
import { linesOf } from '../lines/index.js';
import type { CustomerPurchases } from './customer-purchases.js';
import type { Filter } from './sums.js';

/** Who placed an order in a range: how many, and how many of them their first one ever. */
export interface ActiveCustomers {
  readonly active: number;
  readonly fresh: number;
}

/**
 * How many customers placed an order in the range, and for how many it was their first ever, of the lines
 * that filters keep.
 * @param figures of everybody up to the end of the range or later, of the same lines
 */
export async function activeCustomers(
  reader: StoreReader,
  { range, filters }: { readonly range: DayRange; readonly filters: readonly Filter[] },
  { customer, firstDay }: CustomerPurchases,
): Promise<ActiveCustomers> {
  const orders = await (await linesOf(reader)).orders({ range, filters });
  const active = new Set<number>();
  for (const id of orders.customer) if (id > 0) active.add(id);
  let fresh = 0;
  for (let i = 0; i < customer.length; i++) {
    const day = firstDay[i] as number;
    if (day >= range.from && day <= range.to && active.has(customer[i] as number)) fresh++;
  }
  return { active: active.size, fresh };
}
