import type { Store } from './store.js';

/**
 * How far a run is. `refused`: surely not posted, to be tried again at `retry_at`. `unknown`: Slack may have taken the headline.
 * The last three are the end of it: `withheld` is what its own conditions kept from being posted.
 */
export type RunState =
  | 'claimed'
  | 'sending'
  | 'replying'
  | 'unknown'
  | 'refused'
  | 'posted'
  | 'withheld'
  | 'given up';

const ENDED: readonly RunState[] = ['posted', 'withheld', 'given up'];

/** What is noted of a run. Moments are ISO texts. */
export interface RunNote {
  readonly state?: RunState;
  readonly message_ts?: string | null;
  /** The digest as it was composed, JSON. */
  readonly content?: string;
  readonly problem?: string | null;
  readonly claimed_at?: string;
  /** Times that it failed. */
  readonly tries?: number;
  readonly retry_at?: string | null;
}

/** A run that was claimed, as it was left by whoever had it before. */
export interface ClaimedRun {
  readonly tries: number;
  readonly content: string | null;
  /** Set where it was taken over from somebody who may have posted some of it: since when. */
  readonly leftSince?: string;
}

/** The book-keeping of one digest run. */
export interface DigestRun {
  /**
   * Takes the run: one that nobody has had, one that was surely not posted, or one that is not finished and was noted last before
   * `leftBefore`. Undefined where it is finished, or somebody is at it.
   */
  claim(
    run: { readonly channel: string; readonly through: number; readonly claimed_at: string },
    leftBefore: string,
  ): Promise<ClaimedRun | undefined>;
  /** Whether `claim` would take it at a moment, and it is not waiting for its next try. */
  isOpen(at: string, leftBefore: string): Promise<boolean>;
  note(what: RunNote): Promise<void>;
  /** Whether this is the first time that somebody is to be told that it fails. */
  firstTold(): Promise<boolean>;
}

/** Whether there ever was a run under a name; another subscription to the same channel is none. */
export const hasDigestRuns = async (store: Pick<Store, 'db'>, name: string): Promise<boolean> =>
  (await store.db('digest_runs').where('key', 'like', `${name}:%`).first('key')) !== undefined;

/**
 * What was posted of a digest, as it was composed then.
 * @param nth 1 is the last one, 2 the one before
 */
export async function postedContent(store: Pick<Store, 'db'>, nth: number): Promise<string | undefined> {
  const run = await store
    .db('digest_runs')
    .whereNotNull('message_ts')
    .whereNotNull('content')
    .orderBy([
      { column: 'claimed_at', order: 'desc' },
      { column: 'key', order: 'desc' },
    ])
    .offset(nth - 1)
    .first('content');
  return run?.content;
}

/** @param key names the run: whose it is, and its period */
export function digestRuns(store: Store, key: string): DigestRun {
  return {
    claim: (run, leftBefore) =>
      store.write(async trx => {
        const made: unknown[] = await trx('digest_runs')
          .insert({ key, state: 'claimed', ...run })
          .onConflict('key')
          .ignore()
          .returning('key');
        if (made.length > 0) return { tries: 0, content: null };
        const { claimed_at } = run;
        const again: ClaimedRun[] = await trx('digest_runs')
          .where({ key, state: 'refused' })
          .update({ state: 'claimed', claimed_at })
          .returning(['tries', 'content']);
        if (again[0]) return { tries: again[0].tries, content: null };
        const left = await trx('digest_runs')
          .where({ key })
          .whereNotIn('state', ENDED)
          .where('claimed_at', '<', leftBefore)
          .first('claimed_at', 'content', 'tries');
        if (!left) return undefined;
        const taken = await trx('digest_runs')
          .where({ key, claimed_at: left.claimed_at })
          .update({ claimed_at });
        return taken > 0
          ? { tries: left.tries, content: left.content, leftSince: left.claimed_at }
          : undefined;
      }),
    isOpen: async (at, leftBefore) => {
      const run = await store.db('digest_runs').where({ key }).first('state', 'claimed_at', 'retry_at');
      if (run === undefined) return true;
      if (run.state === 'refused') return run.retry_at <= at;
      return !ENDED.includes(run.state) && run.claimed_at < leftBefore;
    },
    note: what =>
      store.write(async trx => {
        await trx('digest_runs').where({ key }).update(what);
      }),
    firstTold: () =>
      store.write(
        async trx => (await trx('digest_runs').where({ key, told: false }).update({ told: true })) > 0,
      ),
  };
}
