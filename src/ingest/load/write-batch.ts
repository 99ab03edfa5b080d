import type { WriteTransaction } from '../../store/engine/transaction.js';
import { insertExcludedLines } from '../../store/tables/archived-lines.js';
import { type CustomerRow, writeCustomers } from '../../store/tables/customer-rows.js';
import { type ValueRow, writeValues } from '../../store/tables/dimension-values.js';
import { insertOrderLines, type LineRow } from '../../store/tables/order-lines.js';
import { insertOrders } from '../../store/tables/orders.js';
import type { OrderSoFar } from './order-so-far.js';

/** What a batch of lines comes to, as rows of the store's tables. */
export interface Batch {
  readonly ingestId: number;
  readonly lineColumns: readonly string[];
  /** Lines that count. */
  readonly counted: readonly LineRow[];
  /** Lines whose status the shop excludes. */
  readonly excluded: readonly LineRow[];
  /** Orders that begin in this batch. */
  readonly orders: readonly OrderSoFar[];
  readonly customers: readonly CustomerRow[];
  /** Values of dimensions. */
  readonly values: readonly ValueRow[];
}

/** Writes a batch into the store. */
export async function writeBatch(trx: WriteTransaction, batch: Batch): Promise<void> {
  // The largest first: it runs while the next batch is read, the others wait for this thread in between.
  await insertOrderLines(trx, batch.lineColumns, batch.counted);
  await writeCustomers(trx, batch.customers);
  await insertOrders(trx, batch.ingestId, batch.orders);
  await writeValues(trx, batch.values);
  await insertExcludedLines(trx, batch.lineColumns, batch.excluded);
}
