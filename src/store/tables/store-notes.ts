import { knexOf } from '../engine/connection.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';

/**
 * What store_notes holds: what amounts are in, which statuses were excluded when the store was written last,
 * what marks of forgotten customers are made with, the day that old contact data was last looked for, the
 * view of a warehouse that is asked for order lines, what nobody was told yet of the sources, and when
 * OPS_CHANNEL was told last that replies cannot be posted.
 */
export type NoteKey =
  | 'amounts'
  | 'excluded_statuses'
  | 'forgotten_salt'
  | 'lines_view'
  | 'outage_told'
  | 'retention_day'
  | 'source_news';

/** A note; undefined if it was never written. */
export async function readNote(reader: StoreReader, key: NoteKey): Promise<string | undefined> {
  const row: { value: string } | undefined = await knexOf(reader)('store_notes')
    .where({ key })
    .first('value');
  return row?.value;
}

/** Writes a note in place of the one before. */
export async function writeNote(trx: WriteTransaction, key: NoteKey, value: string): Promise<void> {
  await knexOf(trx)('store_notes').insert({ key, value }).onConflict('key').merge();
}
