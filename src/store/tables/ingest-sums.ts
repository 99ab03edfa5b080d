import { knexOf } from '../engine/connection.js';
import type { WriteTransaction } from '../engine/transaction.js';

/** What the lines come to that a source has brought and that count. As amounts are stored. */
export async function sumsOfIngest(trx: WriteTransaction, ingestId: number) {
  const row = await knexOf(trx)('order_lines')
    .where({ ingest_id: ingestId })
    .count({ lines: '*' })
    .sum({ revenue: 'amount' })
    .min({ first: 'day' })
    .max({ last: 'day' })
    .first();
  return {
    lines: Number(row?.lines ?? 0),
    revenue: Number(row?.revenue ?? 0),
    firstDay: Number(row?.first ?? 0),
    lastDay: Number(row?.last ?? 0),
    refused: 0,
    ordersReplaced: 0,
    ordersContinued: 0,
    excluded: 0,
    duplicates: 0,
  };
}
