import { idLists, insertRows } from '../engine/bulk.js';
import { knexOf } from '../engine/connection.js';
import type { BulkColumn } from '../engine/dialect.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';

/** A row of customers: id, key, name, e-mail. */
export type CustomerRow = readonly [number, string, string | null, string | null];

const COLUMNS: readonly BulkColumn[] = [
  { name: 'id', type: 'integer' },
  { name: 'key', type: 'text' },
  { name: 'name', type: 'text' },
  { name: 'email', type: 'text' },
];

/**
 * Writes customers. A name that a later file spells otherwise takes the place of the one before; a file
 * without names leaves them as they are.
 */
export const writeCustomers = (trx: WriteTransaction, rows: readonly CustomerRow[]): Promise<void> =>
  insertRows(trx, 'customers', COLUMNS, rows, { key: ['id'], update: ['name', 'email'] });

/** The customers of an ingest's archived lines and of its summaries. */
export async function customersOfIngest(reader: StoreReader, ingestId: number): Promise<number[]> {
  const knex = knexOf(reader);
  const rows: { customer_id: number | null }[] = await knex('lines_aside')
    .where({ ingest_id: ingestId })
    .distinct('customer_id')
    .union(knex('customer_summaries').where({ ingest_id: ingestId }).distinct('customer_id'));
  return rows.flatMap(r => (r.customer_id === null ? [] : [r.customer_id]));
}

/** Deletes those of these customers that neither a line nor a summary names any more. */
export async function deleteUnnamedCustomers(
  trx: WriteTransaction,
  customers: Iterable<number>,
): Promise<void> {
  const knex = knexOf(trx);
  for (const ids of idLists(customers)) {
    const unnamed = knex('customers').whereRaw(`id in (${ids})`);
    for (const table of ['order_lines', 'lines_aside', 'customer_summaries'])
      for (const column of ['customer_id', 'known_as'])
        unnamed.whereRaw(`id not in (select ${column} from ${table} where ${column} in (${ids}))`);
    const gone: number[] = await unnamed.clone().pluck('id');
    await unnamed.delete();
    await knex('customer_ties').whereIn('customer_id', gone).delete();
    await knex('customers').whereIn('joined_to', gone).update({ joined_to: null });
  }
}
