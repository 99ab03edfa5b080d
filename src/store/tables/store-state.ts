import { knexOf } from '../engine/connection.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';

const REBUILD_DUE = 'summaries_due';

/** Whether a migration left tables and columns to be rebuilt from the order lines. */
export async function isRebuildDue(reader: StoreReader): Promise<boolean> {
  const row = await knexOf(reader)('store_state').where({ key: REBUILD_DUE }).first('value');
  return Number(row?.value) !== 0;
}

/** Says that everything was rebuilt. */
export async function noteRebuilt(trx: WriteTransaction): Promise<void> {
  await knexOf(trx)('store_state').where({ key: REBUILD_DUE }).update({ value: 0 });
}
