import { knexForPartsOf, knexOf } from '../engine/connection.js';
import type { Store } from '../engine/store.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';

/**
 * The progress of a run. `refused`: certainly not posted, tried again at `retry_at`. `unknown`: Slack may
 * have accepted the headline. The last three are final; `withheld` means that its own conditions do not hold.
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

/** States that are final. */
export const ENDED: readonly RunState[] = ['posted', 'withheld', 'given up'];

/** The columns of a run that its holder updates. Times are ISO texts. */
export interface RunNote {
  readonly state?: RunState;
  readonly message_ts?: string | null;
  /** The digest as it was composed, JSON. */
  readonly content?: string;
  /** The orders and revenue of each day, JSON, and the part of the shop they are of. */
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
  /** The number of this attempt, from 1. */
  readonly tries: number;
  /** Set if it was taken over from a process that may have posted some of it. */
  readonly left?: {
    /** When the run was begun. */
    readonly since: string;
    readonly content: string | null;
    /** The headline's timestamp, if Slack answered. */
    readonly messageTs: string | null;
  };
}

/** A run renewed between these times is held by a process. After `ahead` means that a clock was wrong. */
export interface Lease {
  readonly leftBefore: string;
  readonly ahead: string;
}

/** The record of one digest run. */
export interface DigestRun {
  /**
   * Claims the run if it is new, is certain not to have been posted and may be tried again, or was left
   * behind: it is unfinished and its lease has expired. Undefined if it is finished, waits, or is held by a
   * process. The lease of a run that was renewed in the future starts now.
   */
  claim(
    run: { readonly channel: string; readonly through: number; readonly claimed_at: string },
    lease: Lease,
  ): Promise<ClaimedRun | undefined>;
  /** Whether `claim` would succeed at a time: the run is new, or was begun before. */
  isOpen(at: string, lease: Lease): Promise<'new' | 'begun' | undefined>;
  /** Renews the lease. @returns whether it is still ours: no other process has taken it over */
  renew(at: string): Promise<boolean>;
  /** Updates the run, unless another process has taken it over. */
  note(what: RunNote): Promise<void>;
  /** Whether nobody was notified yet that it fails, or that there is no data. */
  isOpenTo(what: 'told' | 'reported'): Promise<boolean>;
}

/**
 * After this time an update is given up: the channel makes up for it, and a late one could follow the lease.
 */
export const PATIENCE_MS = 60_000;

const DAY_MS = 86_400_000;

export const namedLike = (name: string): string => `${name}:%`;

/** When this was first asked for a name, by any process, milliseconds. Its digests are due from then on. */
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
 * The content of a posted digest.
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

/** The content of the last digest that was posted under a name before a period. */
export async function contentBefore(
  store: StoreReader,
  { name, through }: { readonly name: string; readonly through: number },
): Promise<string | undefined> {
  const run = await knexOf(store)('digest_runs')
    .where('key', 'like', namedLike(name))
    .where('through', '<', through)
    .whereNotNull('message_ts')
    .whereNotNull('content')
    .orderBy('through', 'desc')
    .first('content');
  return run?.content;
}

/**
 * The ledger of the last digest before a period, and its last day; undefined if none was posted.
 * @param asked the part of the shop
 * @param name whose runs; anybody's unless given
 */
export async function ledgerBefore(
  store: StoreReader,
  { through, asked, name }: { readonly through: number; readonly asked: string; readonly name?: string },
): Promise<{ readonly through: number; readonly ledger: string } | undefined> {
  const runs = knexForPartsOf(store)('digest_runs')
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

type Claim = Parameters<DigestRun['claim']>;

/** Claims a new run, one whose retry is due, or one that was left behind. */
async function claimIn(
  trx: WriteTransaction,
  key: string,
  run: Claim[0],
  lease: Claim[1],
): ReturnType<DigestRun['claim']> {
  const { claimed_at } = run;
  const created: unknown[] = await knexOf(trx)('digest_runs')
    .insert({ key, state: 'claimed', tries: 1, begun_at: claimed_at, ...run })
    .onConflict('key')
    .ignore()
    .returning('key');
  if (created.length > 0) return { tries: 1 };
  const retried: { tries: number }[] = await knexOf(trx)('digest_runs')
    .where({ key, state: 'refused' })
    .where('retry_at', '<=', claimed_at)
    .update({ state: 'claimed', claimed_at, begun_at: claimed_at, tries: knexOf(trx).raw('tries + 1') })
    .returning('tries');
  return retried[0] ? { tries: retried[0].tries } : claimLeft(trx, key, run, lease);
}

/** Claims a run whose process died or lost its lease. */
async function claimLeft(
  trx: WriteTransaction,
  key: string,
  { claimed_at, through }: Claim[0],
  { leftBefore, ahead }: Claim[1],
): ReturnType<DigestRun['claim']> {
  const left = await knexOf(trx)('digest_runs')
    .where({ key })
    .whereNotIn('state', ENDED)
    .where(left => left.where('claimed_at', '<', leftBefore).orWhere('claimed_at', '>', ahead))
    .where(waits => waits.whereNull('retry_at').orWhere('retry_at', '<=', claimed_at))
    .first('claimed_at', 'begun_at', 'content', 'message_ts');
  if (!left) return undefined;
  const held = knexOf(trx)('digest_runs').where({ key, claimed_at: left.claimed_at });
  if (left.claimed_at > ahead) {
    // A clock was wrong: it is unknown when this was begun, except that it was after its period. The earlier
    // holder cannot renew it any more, and after a whole lease it counts as left behind.
    await held.update({ claimed_at, begun_at: new Date(through * DAY_MS).toISOString() });
    return undefined;
  }
  const taken: { tries: number }[] = await held
    .update({ claimed_at, retry_at: null, tries: knexOf(trx).raw('tries + 1') })
    .returning('tries');
  if (!taken[0]) return undefined;
  const { begun_at, content, message_ts: messageTs } = left;
  return { tries: taken[0].tries, left: { since: begun_at ?? left.claimed_at, content, messageTs } };
}

/** @param key names the run: whose it is, and its period */
export function digestRuns(store: Store, key: string): DigestRun {
  /** When this process last renewed it. Another process that takes it over records another time. */
  let held: string | undefined;
  const write: Store['write'] = work => store.write(work, PATIENCE_MS);
  const claim: DigestRun['claim'] = (run, lease) => write(trx => claimIn(trx, key, run, lease));
  const ours = () => (held === undefined ? { key } : { key, claimed_at: held });
  // A run that was ended because the next one is due is not renewed.
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
