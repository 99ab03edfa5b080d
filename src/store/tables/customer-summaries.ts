import { insertLiterals } from '../engine/bulk.js';
import { knexOf } from '../engine/connection.js';
import type { WriteTransaction } from '../engine/transaction.js';

/** A customer as a file summed them up. Money in minor units. */
export interface StoredSummary {
  readonly customerId: number;
  /** Whom the file named, where they are joined to that customer. */
  readonly knownAs?: number | null;
  readonly orders: number;
  readonly revenue: number;
  readonly lastDay: number;
  /** The day that the days since the last order were counted on; null if the file has dates. */
  readonly countedOn: number | null;
}

/** Adds the summaries that an ingest brings. */
export const insertSummaries = (
  trx: WriteTransaction,
  ingestId: number,
  summaries: readonly StoredSummary[],
): Promise<void> =>
  insertLiterals(
    trx,
    'customer_summaries',
    ['ingest_id', 'customer_id', 'orders', 'revenue', 'last_day', 'counted_on', 'known_as'],
    summaries.map(s => [
      ingestId,
      s.customerId,
      s.orders,
      s.revenue,
      s.lastDay,
      s.countedOn,
      s.knownAs ?? null,
    ]),
  );

/** Deletes the summaries that an ingest brought. */
export async function deleteSummariesOf(trx: WriteTransaction, ingestId: number): Promise<void> {
  await knexOf(trx)('customer_summaries').where({ ingest_id: ingestId }).delete();
}
