import { knexOf } from '../engine/connection.js';
import type { Store } from '../engine/store.js';
import type { StoreReader } from '../engine/transaction.js';
import { readNote, writeNote } from './store-notes.js';

/** A reply that Slack has not taken yet. Times are ISO texts. */
export interface UnsentReply {
  readonly id: string;
  /** Slack user id. */
  readonly person: string;
  /** JSON. */
  readonly content: string;
  readonly createdAt: string;
  /** How often it was tried since it was kept. */
  readonly tries: number;
  /** Slack may have posted it, though it did not say so. */
  readonly mayBePosted: boolean;
}

const COLUMNS = {
  id: 'id',
  person: 'person',
  content: 'content',
  createdAt: 'created_at',
  tries: 'tries',
  mayBePosted: 'may_be_posted',
};

/** A person waits, but so may a file that is being loaded. */
const PATIENCE_MS = 30_000;

/** Keeps a reply until a time at which it is tried. */
export const keepUnsent = (
  store: Pick<Store, 'write'>,
  { id, person, content, createdAt, mayBePosted }: Omit<UnsentReply, 'tries'>,
  retryAt: string,
): Promise<void> =>
  store.write(async trx => {
    await knexOf(trx)('unsent_replies').insert({
      id,
      person,
      content,
      created_at: createdAt,
      may_be_posted: mayBePosted,
      retry_at: retryAt,
    });
  }, PATIENCE_MS);

/** Takes one that is due and that no other process holds. */
export async function takeUnsent(
  store: Store,
  at: string,
  heldUntil: string,
): Promise<UnsentReply | undefined> {
  const due = (reader: StoreReader) =>
    knexOf(reader)('unsent_replies')
      .where('retry_at', '<=', at)
      .where(free => free.whereNull('held_until').orWhere('held_until', '<', at));
  // Asked often and hardly ever true: no reason to wait for whoever writes.
  if ((await due(store).first('id')) === undefined) return undefined;
  return store.write(async trx => {
    const row: UnsentReply | undefined = await due(trx).orderBy('retry_at').first(COLUMNS);
    if (!row) return undefined;
    await knexOf(trx)('unsent_replies').where({ id: row.id }).update({ held_until: heldUntil });
    // SQLite keeps truth as a number.
    return { ...row, mayBePosted: Boolean(row.mayBePosted) };
  }, PATIENCE_MS);
}

/** It was not taken this time: when it is tried again. */
export const postponeUnsent = (
  store: Pick<Store, 'write'>,
  { id, tries, mayBePosted }: Pick<UnsentReply, 'id' | 'tries' | 'mayBePosted'>,
  retryAt: string,
): Promise<void> =>
  store.write(async trx => {
    await knexOf(trx)('unsent_replies')
      .where({ id })
      .update({ tries, may_be_posted: mayBePosted, retry_at: retryAt, held_until: null });
  }, PATIENCE_MS);

/** It was posted, or is given up. */
export const dropUnsent = (store: Pick<Store, 'write'>, id: string): Promise<void> =>
  store.write(async trx => {
    await knexOf(trx)('unsent_replies').where({ id }).delete();
  }, PATIENCE_MS);

/** How many replies Slack has not taken yet. */
export async function unsentRepliesCount(reader: StoreReader): Promise<number> {
  const row = await knexOf(reader)('unsent_replies').count({ replies: '*' }).first();
  return Number(row?.replies ?? 0);
}

/**
 * Claims telling somebody that replies cannot be posted: one process does it, once since a time.
 * @param times now, and since when, as ISO texts
 * @returns false if it was told since
 */
export const claimOutageNotice = (
  store: Pick<Store, 'write'>,
  times: { readonly at: string; readonly since: string },
): Promise<boolean> =>
  store.write(async trx => {
    const { at, since } = times;
    const told = await readNote(trx, 'outage_told');
    // A time ahead of now came from a wrong clock.
    if (told !== undefined && told > since && told <= at) return false;
    await writeNote(trx, 'outage_told', at);
    return true;
  }, PATIENCE_MS);

/** Gives the claim back: nobody could be told. */
export const releaseOutageNotice = (store: Pick<Store, 'write'>): Promise<void> =>
  store.write(trx => writeNote(trx, 'outage_told', ''), PATIENCE_MS);
