import type { Store } from './store.js';

/** The book-keeping of one digest run. */
export interface DigestRun {
  /** Takes the run; false where it was taken before, by whomever. */
  claim(run: {
    readonly channel: string;
    readonly through: number;
    readonly claimed_at: string;
  }): Promise<boolean>;
  giveBack(): Promise<void>;
  note(what: Partial<Record<'state' | 'message_ts' | 'content' | 'problem', string | null>>): Promise<void>;
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
