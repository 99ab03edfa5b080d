import { z } from 'zod';
import { knexOf } from '../engine/connection.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';

/** A column, and what a person said it is: a field of `--map`. */
const columnSchema = z.object({ header: z.string(), field: z.string() });

/** What a person answered about files of one shape. */
export interface StoredMapping {
  /** The number it can be removed by. */
  readonly id: number;
  /** Names the set of headers. */
  readonly shape: string;
  /** What was asked. */
  readonly question: string;
  readonly columns: readonly z.infer<typeof columnSchema>[];
  readonly headers: readonly string[];
  /** The file that it was asked about. */
  readonly file: string;
  /** ISO 8601. */
  readonly answeredAt: string;
}

interface Row {
  readonly id: number;
  readonly shape: string;
  readonly question: string;
  readonly columns: string;
  readonly headers: string;
  readonly file_name: string;
  readonly answered_at: string;
}

const fromRow = (row: Row): StoredMapping => ({
  id: row.id,
  shape: row.shape,
  question: row.question,
  columns: z.array(columnSchema).parse(JSON.parse(row.columns)),
  headers: z.array(z.string()).parse(JSON.parse(row.headers)),
  file: row.file_name,
  answeredAt: row.answered_at,
});

/** All answers that are remembered, the oldest first. */
export async function listMappings(reader: StoreReader): Promise<StoredMapping[]> {
  const rows: Row[] = await knexOf(reader)('mappings').orderBy('id').select();
  return rows.map(fromRow);
}

/** What was answered about files of a shape. */
export async function mappingsOfShape(reader: StoreReader, shape: string): Promise<StoredMapping[]> {
  const rows: Row[] = await knexOf(reader)('mappings').where({ shape }).orderBy('id').select();
  return rows.map(fromRow);
}

/** Remembers an answer, in place of an earlier one to the same question about files of the same shape. */
export async function rememberMapping(
  trx: WriteTransaction,
  mapping: Omit<StoredMapping, 'id'>,
): Promise<void> {
  const row = {
    shape: mapping.shape,
    question: mapping.question,
    columns: JSON.stringify(mapping.columns),
    headers: JSON.stringify(mapping.headers),
    file_name: mapping.file.slice(0, 255),
    answered_at: mapping.answeredAt,
  };
  await knexOf(trx)('mappings').insert(row).onConflict(['shape', 'question']).merge();
}

/** Forgets an answer. @returns whether there was one of this number */
export async function removeMapping(trx: WriteTransaction, id: number): Promise<boolean> {
  return (await knexOf(trx)('mappings').where({ id }).delete()) > 0;
}
