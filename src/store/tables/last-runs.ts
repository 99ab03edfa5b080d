import { knexOf } from '../engine/connection.js';
import type { StoreReader } from '../engine/transaction.js';
import type { RunState } from './digest-runs.js';

/** The last digest that was due for a destination. */
export interface LastRun {
  /** Id of a channel, or of a conversation with a person. */
  readonly channel: string;
  /** The last day that it is about. */
  readonly through: number;
  readonly state: RunState;
  /** ISO 8601. */
  readonly at: string;
}

/** The last digest run of each destination, the newest first. */
export async function lastRuns(reader: StoreReader): Promise<LastRun[]> {
  const runs: LastRun[] = await knexOf(reader)('digest_runs')
    .orderBy([{ column: 'claimed_at', order: 'desc' }, { column: 'key' }])
    .select('channel', 'through', 'state', { at: 'claimed_at' });
  const seen = new Set<string>();
  return runs.filter(({ channel }) => !seen.has(channel) && seen.add(channel));
}
