import { knexOf } from '../engine/connection.js';
import type { Store } from '../engine/store.js';
import type { StoreReader } from '../engine/transaction.js';
import { ENDED, type Lease, namedLike, PATIENCE_MS } from './digest-runs.js';

/** An ended run of which the recipients of failures have not been notified. */
export interface RunToNotify {
  readonly key: string;
  /** Null if not even the headline was posted. */
  readonly messageTs: string | null;
  readonly problem: string | null;
}

/** A run that was ended before all of it was posted. */
export interface EndedRun {
  readonly key: string;
  readonly begunAt: string;
  readonly messageTs: string | null;
  readonly content: string | null;
}

interface EndedRow {
  readonly key: string;
  readonly claimed_at: string;
  readonly begun_at: string | null;
  readonly message_ts: string | null;
  readonly content: string | null;
}

/** Ends the unfinished runs of a name for earlier periods that no process holds. @returns these runs */
export async function endUnfinished(
  store: Store,
  {
    name,
    through,
    at,
    lease,
  }: { readonly name: string; readonly through: number; readonly at: string; readonly lease: Lease },
): Promise<EndedRun[]> {
  const unfinished = (reader: StoreReader) =>
    knexOf(reader)('digest_runs')
      .where('key', 'like', namedLike(name))
      .where('through', '<', through)
      .whereNotIn('state', ENDED)
      .where('claimed_at', '<', lease.leftBefore);
  // Polled each minute and hardly ever true, so it does not wait for a writer.
  if ((await unfinished(store).first('key')) === undefined) return [];
  return store.write(async trx => {
    const ended: readonly EndedRow[] = await unfinished(trx)
      .update({
        state: knexOf(trx).raw("case when message_ts is null then 'given up' else 'posted' end"),
        retry_at: at,
      })
      .returning(['key', 'claimed_at', 'begun_at', 'message_ts', 'content']);
    return ended.map(({ key, claimed_at, begun_at, message_ts: messageTs, content }) => ({
      key,
      begunAt: begun_at ?? claimed_at,
      messageTs,
      content,
    }));
  }, PATIENCE_MS);
}

/** The ended runs of a name of which somebody is to be notified at a time. */
export async function runsToNotify(
  reader: StoreReader,
  { name, at }: { readonly name: string; readonly at: string },
): Promise<RunToNotify[]> {
  return knexOf(reader)('digest_runs')
    .where('key', 'like', namedLike(name))
    .whereIn('state', ENDED)
    .where({ told: false })
    .where('retry_at', '<=', at)
    .select({ key: 'key', messageTs: 'message_ts', problem: 'problem' });
}

/** Claims the notification about a run until a time. @returns false if another process has claimed it */
export const claimNotification = (
  store: Store,
  { key, at, until }: { readonly key: string; readonly at: string; readonly until: string },
): Promise<boolean> =>
  store.write(
    async trx =>
      (await knexOf(trx)('digest_runs')
        .where({ key, told: false })
        .where('retry_at', '<=', at)
        .update({ retry_at: until })) > 0,
    PATIENCE_MS,
  );

/** Records that somebody was notified. */
export const markNotified = (store: Store, key: string): Promise<void> =>
  store.write(async trx => {
    await knexOf(trx)('digest_runs').where({ key }).update({ told: true, retry_at: null });
  }, PATIENCE_MS);
