import { knexOf } from '../engine/connection.js';
import type { StoreReader } from '../engine/transaction.js';

/** How many runs of the digests since a day are in each state. */
export async function digestRunsByState(reader: StoreReader, since: number): Promise<Map<string, number>> {
  const rows: { state: string; runs: number | string }[] = await knexOf(reader)('digest_runs')
    .where('through', '>=', since)
    .groupBy('state')
    .select('state')
    .count({ runs: '*' });
  return new Map(rows.map(({ state, runs }) => [state, Number(runs)]));
}
