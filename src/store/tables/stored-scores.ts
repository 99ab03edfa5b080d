import { knexOf } from '../engine/connection.js';
import { decodeNumbers, encodeNumbers, type Numbers } from '../engine/number-encoding.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';

/**
 * Everybody's scores as of the current day, in segment_snapshots (the method, the day, and facts as JSON) and
 * segment_columns (a number for each customer, column by column). Scores by one method are stored at a time.
 */
const SNAPSHOT = 1;

/** By which method and as of which day scores are. */
export interface ScoresKey {
  readonly method: string;
  readonly asOf: number;
}

/** Deletes the stored scores. */
export async function deleteScores(trx: WriteTransaction): Promise<void> {
  await knexOf(trx)('segment_columns').delete();
  await knexOf(trx)('segment_snapshots').delete();
}

/** Stores one column of scores. @param numbers whole numbers, one for each customer */
export async function writeScoreColumn(
  trx: WriteTransaction,
  name: string,
  numbers: ArrayLike<number>,
): Promise<void> {
  await knexOf(trx)('segment_columns').insert({
    snapshot_id: SNAPSHOT,
    name,
    data: encodeNumbers(numbers),
  });
}

/** Stores what else is known of the scores. @param facts JSON */
export async function writeScoreFacts(
  trx: WriteTransaction,
  { method, asOf }: ScoresKey,
  facts: string,
): Promise<void> {
  await knexOf(trx)('segment_snapshots').insert({ id: SNAPSHOT, method, as_of: asOf, facts });
}

/** The method by which scores are stored; undefined if none are. */
export async function storedMethod(reader: StoreReader): Promise<string | undefined> {
  const row: { method: string } | undefined = await knexOf(reader)('segment_snapshots')
    .where({ id: SNAPSHOT })
    .first('method');
  return row?.method;
}

/** The facts of the stored scores, JSON; undefined if they are by another method or as of another day. */
export async function readScoreFacts(
  reader: StoreReader,
  { method, asOf }: ScoresKey,
): Promise<string | undefined> {
  const row: { facts: string } | undefined = await knexOf(reader)('segment_snapshots')
    .where({ method, as_of: asOf })
    .first('facts');
  return row?.facts;
}

/**
 * Reads the stored columns: gives a function that fills an array with the column of a name, or leaves it as
 * it is.
 */
export async function readScoreColumns(
  reader: StoreReader,
): Promise<<T extends Numbers>(name: string, into: T) => T> {
  const rows: { name: string; data: Buffer }[] = await knexOf(reader)('segment_columns')
    .where({ snapshot_id: SNAPSHOT })
    .select('name', 'data');
  const bytes = new Map(rows.map(row => [row.name, row.data]));
  return (name, into) => {
    const data = bytes.get(name);
    if (data) decodeNumbers(data, into);
    return into;
  };
}
