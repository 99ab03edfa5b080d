import { knexForPartsOf, knexOf } from './connection.js';
import type { StoreReader, WriteTransaction } from './transaction.js';

const KEY = 'data_version';

/** A number that grows with every change of the data; answers are cached by it. */
export async function dataVersion(reader: StoreReader): Promise<number> {
  const row = await knexForPartsOf(reader)('store_state').where({ key: KEY }).first('value');
  return Number(row?.value ?? 0);
}

/** Says that the data has changed. */
export async function raiseDataVersion(trx: WriteTransaction): Promise<void> {
  await knexOf(trx)('store_state').where({ key: KEY }).increment('value', 1);
}
