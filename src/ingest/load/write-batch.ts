import type { Knex } from 'knex';
import { insertLiterals, insertRows, type Literal } from '../../store/engine/bulk.js';
import type { BulkColumn, Dialect } from '../../store/engine/dialect.js';
import { type ValueRow, writeValues } from '../../store/tables/dimension-values.js';
import type { CustomerRow } from './customer-rows.js';
import type { OrderSoFar } from './order-so-far.js';

const integer = (name: string): BulkColumn => ({ name, type: 'integer' });
const words = (name: string): BulkColumn => ({ name, type: 'text' });
const CUSTOMER_COLUMNS = [integer('id'), words('key'), words('name'), words('email')];
const ORDER_COLUMNS: BulkColumn[] = [
  integer('id'),
  words('key'),
  integer('ingest_id'),
  integer('customer_id'),
  integer('day'),
  integer('lines'),
  integer('revenue'),
  { name: 'is_return', type: 'boolean' },
];

/** The rows that a batch of order lines comes to. */
export interface Batch {
  readonly ingestId: number;
  readonly lineColumns: readonly string[];
  readonly counted: readonly (readonly Literal[])[];
  /** Lines whose status the shop does not count. */
  readonly excluded: readonly (readonly Literal[])[];
  /** Orders that begin in this batch. */
  readonly orders: readonly OrderSoFar[];
  readonly customers: readonly CustomerRow[];
  /** Values of dimensions. */
  readonly values: readonly ValueRow[];
}

/** Writes a batch into the store. */
export async function writeBatch(trx: Knex, dialect: Dialect, batch: Batch): Promise<void> {
  const orders = batch.orders.map(o => [
    o.id,
    o.key,
    batch.ingestId,
    o.customer,
    o.day,
    o.lines,
    o.revenue,
    o.lines > 0 && o.isReturn,
  ]);
  // The largest first: it runs while the next batch is read, the others wait for this thread in between.
  await insertLiterals(trx, 'order_lines', batch.lineColumns, batch.counted);
  // A name that a later file spells otherwise is the one to show; a file without names leaves them as they are.
  await insertRows(trx, dialect, 'customers', CUSTOMER_COLUMNS, batch.customers, {
    key: ['id'],
    update: ['name', 'email'],
  });
  await insertRows(trx, dialect, 'orders', ORDER_COLUMNS, orders);
  await writeValues(trx, dialect, batch.values);
  await insertLiterals(trx, 'lines_aside', batch.lineColumns, batch.excluded);
}
