import type { Knex } from 'knex';
import { digitsOf } from '../../store/tables/amounts.js';
import { overtakenByIngest } from '../../store/tables/ingests.js';
import type { FileFacts } from '../read/table.js';
import { countsOf, type IngestResult } from '../result.js';

/** A load of the same content that does not stand any more: later files replaced some of what it brought. */
export interface OvertakenLoad {
  readonly id: number;
  /** How many of its orders were replaced, or how many of its customers have newer summaries. */
  readonly overtaken: number;
  /** Whether its first order continued the last one of the file before. */
  readonly continued: boolean;
}

/** What the store knows of a file's content. */
export interface EarlierLoads {
  /** The load of the same content of which everything still stands: there is nothing to do. */
  readonly standing?: IngestResult;
  /** The last load of the same content, if none stands: the content is to be loaded again. */
  readonly overtaken?: OvertakenLoad;
}

/**
 * Looks for loads of the same content. A file counts as loaded only while everything it brought still stands; otherwise
 * `A`, a corrected `B`, and `A` again would leave the figures of `B` without a word.
 */
export async function earlierLoads(db: Knex, facts: FileFacts, key: string): Promise<EarlierLoads> {
  const rows = await db('ingests').where({ content_hash: key }).orderBy('id', 'desc');
  const [last] = rows;
  if (!last) return {};
  const overtaken = await overtakenByIngest(
    db,
    rows.map(row => row.id),
  );
  const standing = rows.find(row => !overtaken.has(row.id));
  if (standing) return { standing: await resultOf(db, facts, standing.id) };
  return {
    overtaken: {
      id: last.id,
      overtaken: overtaken.get(last.id) ?? 0,
      continued: last.orders_continued > 0,
    },
  };
}

/** What came of an ingest, as if its file had been loaded just now under this name. */
async function resultOf(db: Knex, facts: FileFacts, id: number): Promise<IngestResult> {
  const row = await db('ingests').where({ id }).first();
  return {
    id: row.id,
    file: facts.name,
    kind: row.kind,
    currency: row.currency,
    minorDigits: await digitsOf(db, row.currency),
    loaded: false,
    overtaken: null,
    rows: row.rows,
    lines: row.lines,
    ordersReplaced: row.orders_replaced,
    ordersContinued: row.orders_continued,
    excluded: row.excluded,
    duplicates: row.duplicates,
    revenue: Number(row.revenue),
    firstDay: row.first_day,
    lastDay: row.last_day,
    refused: [],
    refusedCount: row.refused,
    repaired: 0,
    refusalReport: null,
    understood: null,
    loadedAt: row.loaded_at,
    ...(await countsOf(db, row.id)),
  };
}
