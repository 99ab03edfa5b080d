import { memoizedPerTransaction } from '../engine/memoize.js';
import type { StoreReader } from '../engine/transaction.js';
import { type CustomerSums, linesOf } from '../lines/index.js';
import type { GroupBy, LineScope } from './sums.js';

export type { CustomerSums } from '../lines/index.js';

/**
 * What each customer bought, of the lines in scope. A condition on customers and the list of those who meet
 * it often ask for the same lines: unless there are masks, they are added up once within a transaction.
 */
export function customerSums(reader: StoreReader, scope: LineScope): Promise<CustomerSums> {
  const { range, filters, masks = [], kind } = scope;
  const read = async () => (await linesOf(reader)).customers(scope);
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
export const buyersOf = async (reader: StoreReader, scope: LineScope): Promise<Uint8Array> =>
  (await linesOf(reader)).buyers(scope);

/** In how many groups each customer, by id, has an order line: how many different products they bought. */
export const varietyOf = async (reader: StoreReader, scope: LineScope, by: GroupBy): Promise<Int32Array> =>
  (await linesOf(reader)).variety(scope, by);
