import type { Store } from './store.js';

/** The book-keeping of one digest run. */
export interface DigestRun {
  /** Takes the run; false where it was taken before, by whomever. */
  claim(run: {
    readonly channel: string;
    readonly through: number;
    readonly claimed_at: string;
  }): Promise<boolean>;
  /** Whether it was taken, by whomever. */
  isTaken(): Promise<boolean>;
  giveBack(): Promise<void>;
  note(what: Partial<Record<'state' | 'message_ts' | 'content' | 'problem', string | null>>): Promise<void>;
}

/** Whether a channel ever had a digest. */
export const hasDigestRuns = async (store: Pick<Store, 'db'>, channel: string): Promise<boolean> =>
  (await store.db('digest_runs').where({ channel }).first('key')) !== undefined;

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
    isTaken: async () => (await store.db('digest_runs').where({ key }).first('key')) !== undefined,
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
