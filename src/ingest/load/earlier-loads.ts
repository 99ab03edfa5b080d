import { toMinor } from '../../core/money/money.js';
import type { StoreReader } from '../../store/engine/transaction.js';
import { storedDecimals } from '../../store/tables/amounts.js';
import { ingestsOfContent, overtakenByIngest, type StoredIngest } from '../../store/tables/ingests.js';
import { countsOfIngest } from '../../store/tables/order-lines.js';
import type { SourceFacts } from '../read/table.js';
import type { IngestResult } from './result.js';

/** A load of the same content, of which later files replaced something. */
export interface OvertakenLoad {
  readonly id: number;
  /** How many of its orders were replaced, or how many of its customers have newer summaries. */
  readonly overtaken: number;
  /** Whether an export was split within its first order: its first lines came with the file before. */
  readonly wasSplit: boolean;
}

/** What the store knows of a file's content. */
export interface EarlierLoads {
  /** The load of the same content of which everything still counts: there is nothing to do. */
  readonly standing?: IngestResult;
  /** The last load of the same content, if none still counts in full: the content is to be loaded again. */
  readonly overtaken?: OvertakenLoad;
}

/**
 * Looks for loads of the same content. A content is taken for loaded only while everything it brought still
 * counts; otherwise `A`, a corrected `B`, and `A` again would leave the figures of `B`, and nobody would
 * notice.
 * @param hasWholeOrders a load whose first order continued that of another file does not count as this one
 */
export async function earlierLoads(
  reader: StoreReader,
  facts: SourceFacts,
  key: string,
  hasWholeOrders: boolean,
): Promise<EarlierLoads> {
  const rows = await ingestsOfContent(reader, key);
  const [last] = rows;
  if (!last) return {};
  const overtaken = await overtakenByIngest(
    reader,
    rows.map(row => row.id),
  );
  const standing = rows.find(row => !overtaken.has(row.id) && !(hasWholeOrders && row.ordersContinued > 0));
  if (standing) return { standing: await resultOf(reader, facts, standing) };
  return {
    overtaken: {
      id: last.id,
      overtaken: overtaken.get(last.id) ?? 0,
      wasSplit: last.ordersContinued > 0,
    },
  };
}

/** What came of an ingest, as if its file had been loaded just now under this name. */
async function resultOf(
  reader: StoreReader,
  facts: SourceFacts,
  ingest: StoredIngest,
): Promise<IngestResult> {
  const decimals = await storedDecimals(reader, ingest.currency);
  return {
    id: ingest.id,
    file: facts.name,
    kind: ingest.kind,
    currency: ingest.currency,
    minorDigits: decimals.shown,
    loaded: false,
    overtaken: null,
    rows: ingest.rows,
    lines: ingest.lines,
    ordersReplaced: ingest.ordersReplaced,
    ordersContinued: ingest.ordersContinued,
    excluded: ingest.excluded,
    duplicates: ingest.duplicates,
    revenue: toMinor(Number(ingest.revenue), decimals),
    firstDay: ingest.firstDay,
    lastDay: ingest.lastDay,
    ledger: [],
    refused: [],
    refusedCount: ingest.refused,
    repaired: 0,
    refusalReport: null,
    understood: null,
    loadedAt: ingest.loadedAt,
    ...(await countsOfIngest(reader, ingest.id)),
  };
}
