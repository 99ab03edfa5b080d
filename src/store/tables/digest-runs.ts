import { knexOf } from '../engine/connection.js';
import type { Store } from '../engine/store.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';

/**
 * How far a run is. `refused`: surely not posted, to be tried again at `retry_at`. `unknown`: Slack may have
 * taken the headline. The last three are the end of it: `withheld` is what its own conditions kept from being
 * posted.
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
  /** What it had counted on each day, JSON, and of which part of the shop. */
  readonly ledger?: string | null;
  readonly asked?: string | null;
  readonly problem?: string | null;
  readonly retry_at?: string | null;
  readonly told?: boolean;
  readonly reported?: boolean;
  readonly tries?: number;
}

/** A run that was claimed. */
export interface ClaimedRun {
  /** Which try this is, from 1. */
  readonly tries: number;
  /** Set where it was taken over from somebody who may have posted some of it. */
  readonly left?: {
    /** Since when it was being posted. */
    readonly since: string;
    readonly content: string | null;
    /** The headline, where Slack's answer had come. */
    readonly messageTs: string | null;
  };
}

/** A run that has ended without anybody's having been told why. */
export interface RunToNotify {
  readonly key: string;
  /** Null where not even the headline was posted. */
  readonly messageTs: string | null;
  readonly problem: string | null;
}

/**
 * Somebody is at a run that was noted between these moments: later than the second is a clock that was wrong.
 */
export interface Lease {
  readonly leftBefore: string;
  readonly ahead: string;
}

/** The book-keeping of one digest run. */
export interface DigestRun {
  /**
   * Takes the run: one that nobody has had, one that was surely not posted and may be tried again, or one
   * that is not finished and was noted last before its lease. Undefined where it is finished, waits, or
   * somebody is at it. One that was noted later than can be is counted from now on.
   */
  claim(
    run: { readonly channel: string; readonly through: number; readonly claimed_at: string },
    lease: Lease,
  ): Promise<ClaimedRun | undefined>;
  /** Whether `claim` would take it at a moment: one that nobody has had, or one that was begun. */
  isOpen(at: string, lease: Lease): Promise<'new' | 'begun' | undefined>;
  /** Says that somebody is still at it. @returns whether it is still ours: nobody has taken it over since */
  renew(at: string): Promise<boolean>;
  /** Does nothing where somebody else has taken it over. */
  note(what: RunNote): Promise<void>;
  /** Whether nobody was told yet that it fails, or that there is no data. */
  isOpenTo(what: 'told' | 'reported'): Promise<boolean>;
}

/**
 * Rather a note that is missing, which the channel makes good, than one that comes when the lease has run
 * out.
 */
const PATIENCE_MS = 60_000;

const DAY_MS = 86_400_000;

const namedLike = (name: string): string => `${name}:%`;

/**
 * Since when digests are owed under a name: the first time that this was asked for it, whatever process
 * asked. Milliseconds.
 */
export async function dueSince(store: Store, name: string, now: number): Promise<number> {
  const key = `digest_since:${name}`;
  const known = await knexOf(store)('store_state').where({ key }).first('value');
  if (known) return Number(known.value);
  await store.write(
    trx => knexOf(trx)('store_state').insert({ key, value: now }).onConflict('key').ignore(),
    PATIENCE_MS,
  );
  return now;
}

/**
 * What was posted of a digest, as it was composed then.
 * @param nth 1 is the last one, 2 the one before
 */
export async function postedContent(store: StoreReader, nth: number): Promise<string | undefined> {
  const run = await knexOf(store)('digest_runs')
    .whereNotNull('message_ts')
    .whereNotNull('content')
    .orderByRaw('coalesce(begun_at, claimed_at) desc, key desc')
    .offset(nth - 1)
    .first('content');
  return run?.content;
}

/**
 * What the last digest before a period had counted on each day, and up to which; undefined where none was
 * posted.
 * @param asked of which part of the shop
 * @param name whose runs; anybody's unless given
 */
export async function ledgerBefore(
  store: StoreReader,
  { through, asked, name }: { readonly through: number; readonly asked: string; readonly name?: string },
): Promise<{ readonly through: number; readonly ledger: string } | undefined> {
  const runs = knexOf(store)('digest_runs')
    .where({ asked })
    .where('through', '<', through)
    .whereNotNull('message_ts')
    .whereNotNull('ledger')
    .orderBy([
      { column: 'through', order: 'desc' },
      { column: 'begun_at', order: 'desc' },
    ]);
  if (name !== undefined) runs.where('key', 'like', namedLike(name));
  const run = await runs.first('through', 'ledger');
  return run && { through: Number(run.through), ledger: run.ledger };
}

/** @param key names the run: whose it is, and its period */
export function digestRuns(store: Store, key: string): DigestRun {
  /** When this process has noted it last: whoever takes it over notes another moment. */
  let held: string | undefined;
  const write: Store['write'] = work => store.write(work, PATIENCE_MS);
  const claim: DigestRun['claim'] = (run, { leftBefore, ahead }) =>
    write(async trx => {
      const { claimed_at } = run;
      const made: unknown[] = await knexOf(trx)('digest_runs')
        .insert({ key, state: 'claimed', tries: 1, begun_at: claimed_at, ...run })
        .onConflict('key')
        .ignore()
        .returning('key');
      if (made.length > 0) return { tries: 1 };
      const again: { tries: number }[] = await knexOf(trx)('digest_runs')
        .where({ key, state: 'refused' })
        .where('retry_at', '<=', claimed_at)
        .update({ state: 'claimed', claimed_at, begun_at: claimed_at, tries: knexOf(trx).raw('tries + 1') })
        .returning('tries');
      if (again[0]) return { tries: again[0].tries };
      const left = await knexOf(trx)('digest_runs')
        .where({ key })
        .whereNotIn('state', ENDED)
        .where(left => left.where('claimed_at', '<', leftBefore).orWhere('claimed_at', '>', ahead))
        .where(waits => waits.whereNull('retry_at').orWhere('retry_at', '<=', claimed_at))
        .first('claimed_at', 'begun_at', 'content', 'message_ts');
      if (!left) return undefined;
      if (left.claimed_at > ahead) {
        // A clock was wrong, and nobody knows when this was begun, but that it was after its period. Whoever
        // had it cannot renew any more, and after a whole lease it is left behind.
        const begun_at = new Date(run.through * DAY_MS).toISOString();
        await knexOf(trx)('digest_runs')
          .where({ key, claimed_at: left.claimed_at })
          .update({ claimed_at, begun_at });
        return undefined;
      }
      const taken: { tries: number }[] = await knexOf(trx)('digest_runs')
        .where({ key, claimed_at: left.claimed_at })
        .update({ claimed_at, retry_at: null, tries: knexOf(trx).raw('tries + 1') })
        .returning('tries');
      if (!taken[0]) return undefined;
      const { begun_at, content, message_ts: messageTs } = left;
      return { tries: taken[0].tries, left: { since: begun_at ?? left.claimed_at, content, messageTs } };
    });
  const ours = () => (held === undefined ? { key } : { key, claimed_at: held });
  // What has ended meanwhile, since the next one was due, is not renewed.
  const alive = (trx: WriteTransaction) =>
    knexOf(trx)('digest_runs').where(ours()).whereNotIn('state', ENDED);
  return {
    claim: async (run, lease) => {
      const claimed = await claim(run, lease);
      if (claimed) held = run.claimed_at;
      return claimed;
    },
    isOpen: async (at, { leftBefore, ahead }) => {
      const run = await knexOf(store)('digest_runs').where({ key }).first('state', 'claimed_at', 'retry_at');
      if (run === undefined) return 'new';
      if (ENDED.includes(run.state)) return undefined;
      const isTime = run.retry_at !== null && run.retry_at <= at;
      const isLeft = run.claimed_at < leftBefore || run.claimed_at > ahead;
      const isOpen = run.state === 'refused' ? isTime : isLeft && (run.retry_at === null || isTime);
      return isOpen ? 'begun' : undefined;
    },
    renew: at =>
      write(async trx => {
        const isOurs = (await alive(trx).update({ claimed_at: at })) > 0;
        if (isOurs) held = at;
        return isOurs;
      }),
    note: what =>
      write(async trx => {
        await knexOf(trx)('digest_runs').where(ours()).update(what);
      }),
    isOpenTo: async what =>
      (await knexOf(store)('digest_runs')
        .where({ ...ours(), [what]: false })
        .first('key')) !== undefined,
  };
}

/**
 * Ends what is unfinished under a name for periods before one, and nobody is at any more: it is to be told.
 */
export async function endUnfinished(
  store: Store,
  {
    name,
    through,
    at,
    lease,
  }: { readonly name: string; readonly through: number; readonly at: string; readonly lease: Lease },
): Promise<number> {
  const unfinished = (reader: StoreReader) =>
    knexOf(reader)('digest_runs')
      .where('key', 'like', namedLike(name))
      .where('through', '<', through)
      .whereNotIn('state', ENDED)
      .where('claimed_at', '<', lease.leftBefore);
  // Asked each minute, and hardly ever true: no reason to wait for whoever writes.
  if ((await unfinished(store).first('key')) === undefined) return 0;
  return store.write(
    async trx =>
      unfinished(trx).update({
        state: knexOf(trx).raw("case when message_ts is null then 'given up' else 'posted' end"),
        retry_at: at,
      }),
    PATIENCE_MS,
  );
}

/** Runs under a name that have ended, and of which somebody is to be told at a moment. */
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

/**
 * Takes the telling of a run upon oneself until a moment, when it is anybody's again.
 * @returns false where somebody else has
 */
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

/** Somebody was told. */
export const markNotified = (store: Store, key: string): Promise<void> =>
  store.write(async trx => {
    await knexOf(trx)('digest_runs').where({ key }).update({ told: true, retry_at: null });
  }, PATIENCE_MS);
