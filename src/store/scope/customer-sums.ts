import {
  BuyerCounter,
  CustomerCounter,
  type CustomerSums,
  countAll,
  groupingBy,
  VarietyCounter,
} from '../columns/index.js';
import { memoizedPerTransaction } from '../engine/memoize.js';
import type { StoreReader } from '../engine/transaction.js';
import { highestCustomer } from '../tables/customers.js';
import type { GroupBy, LineScope } from './sums.js';

export type { CustomerSums } from '../columns/index.js';

/**
 * What each customer bought, of the lines in scope. A condition on customers and the list of those who meet
 * it often ask for the same lines: unless there are masks, they are added up once within a transaction.
 */
export function customerSums(reader: StoreReader, scope: LineScope): Promise<CustomerSums> {
  const { range, filters, masks = [], kind } = scope;
  const read = async () => {
    const counter = new CustomerCounter(await highestCustomer(reader));
    await countAll(reader, scope, [counter]);
    return counter.sums;
  };
  if (masks.length > 0) return read();
  const key = [
    range?.from,
    range?.to,
    kind,
    filters.map(f => [f.column, f.exclude, f.values.map(v => v.id)]),
  ];
  return memoizedPerTransaction(reader, `sums of customers ${JSON.stringify(key)}`, read);
}

/** Marks, by id, the customers with an order line in scope; returns are none. */
export async function buyersOf(reader: StoreReader, scope: LineScope): Promise<Uint8Array> {
  const counter = new BuyerCounter(await highestCustomer(reader));
  await countAll(reader, scope, [counter]);
  return counter.marks;
}

/** In how many groups each customer, by id, has an order line: how many different products they bought. */
export async function varietyOf(reader: StoreReader, scope: LineScope, by: GroupBy): Promise<Int32Array> {
  const counter = new VarietyCounter(groupingBy(by), await highestCustomer(reader));
  await countAll(reader, scope, [counter]);
  return counter.counts;
}
