import { knexForPartsOf } from '../engine/connection.js';
import type { StoreReader } from '../engine/transaction.js';

/** How fresh a source is. Times are ISO 8601. */
export interface SourceFreshness {
  readonly name: string;
  readonly zone: string;
  readonly everyMinutes: number;
  readonly addedAt: string;
  /** Up to when the store has all of its changes; null before the first whole run. */
  readonly freshThrough: string | null;
  readonly isPaused: boolean;
  readonly problem: string | null;
}

/** How fresh each source is, by name. It tells nothing of the sales, so it may be said in every part. */
export async function sourceFreshness(reader: StoreReader): Promise<readonly SourceFreshness[]> {
  const rows: SourceFreshness[] = await knexForPartsOf(reader)('sources').orderBy('name').select({
    name: 'name',
    zone: 'zone',
    everyMinutes: 'every_minutes',
    addedAt: 'added_at',
    freshThrough: 'fresh_through',
    isPaused: 'is_paused',
    problem: 'problem',
  });
  return rows.map(row => ({ ...row, isPaused: Boolean(row.isPaused) }));
}

/** Tells one state of what answers say about sources from another: those that do well change nothing. */
export async function freshnessVersion(reader: StoreReader): Promise<string> {
  const rows = await sourceFreshness(reader);
  return JSON.stringify(
    rows.map(r => [r.name, r.freshThrough?.slice(0, 10), r.isPaused, r.everyMinutes, r.problem]),
  );
}
