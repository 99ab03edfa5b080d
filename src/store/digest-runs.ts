import type { Store } from './store.js';

/** The book-keeping of one digest run. Moments are ISO texts. */
export interface DigestRun {
  /** Takes the run; false where it was taken before, by whomever. */
  claim(run: {
    readonly channel: string;
    readonly through: number;
    readonly claimed_at: string;
  }): Promise<boolean>;
  /**
   * Takes over a run that is not finished and was noted last before `leftBefore`; undefined where it is finished, or somebody
   * is at it.
   */
  takeOver(
    at: string,
    leftBefore: string,
  ): Promise<{ readonly claimedAt: string; readonly content: string | null } | undefined>;
  /** Whether it is finished, or somebody has been at it since. */
  isSettled(since: string): Promise<boolean>;
  giveBack(): Promise<void>;
  note(
    what: Partial<Record<'state' | 'message_ts' | 'content' | 'problem' | 'claimed_at', string | null>>,
  ): Promise<void>;
}

const DONE = 'posted';

/** Whether a channel ever had a digest. */
export const hasDigestRuns = async (store: Pick<Store, 'db'>, channel: string): Promise<boolean> =>
  (await store.db('digest_runs').where({ channel }).first('key')) !== undefined;

/**
 * What was posted of a digest, as it was composed then.
 * @param nth 1 is the last one, 2 the one before
 */
export async function postedContent(store: Pick<Store, 'db'>, nth: number): Promise<string | undefined> {
  const run = await store
    .db('digest_runs')
    .where({ state: DONE })
    .whereNotNull('content')
    .orderBy([
      { column: 'claimed_at', order: 'desc' },
      { column: 'key', order: 'desc' },
    ])
    .offset(nth - 1)
    .first('content');
  return run?.content;
}

/** @param key names the run: channel and period */
export function digestRuns(store: Store, key: string): DigestRun {
  return {
    claim: run =>
      store.write(async trx => {
        const made: unknown[] = await trx('digest_runs')
          .insert({ key, state: 'claimed', ...run })
          .onConflict('key')
          .ignore()
          .returning('key');
        return made.length > 0;
      }),
    takeOver: (at, leftBefore) =>
      store.write(async trx => {
        const run = await trx('digest_runs')
          .where({ key })
          .whereNot({ state: DONE })
          .where('claimed_at', '<', leftBefore)
          .first('claimed_at', 'content');
        if (!run) return undefined;
        await trx('digest_runs').where({ key }).update({ claimed_at: at });
        return { claimedAt: run.claimed_at, content: run.content };
      }),
    isSettled: async since => {
      const run = await store.db('digest_runs').where({ key }).first('state', 'claimed_at');
      return run !== undefined && (run.state === DONE || run.claimed_at >= since);
    },
    giveBack: () =>
      store.write(async trx => {
        await trx('digest_runs').where({ key }).delete();
      }),
    note: what =>
      store.write(async trx => {
        await trx('digest_runs').where({ key }).update(what);
      }),
  };
}
