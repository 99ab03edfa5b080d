import { answerOf } from '../../core/answer/answer.js';
import { ShopkeeperError } from '../../core/errors.js';
import type { Store } from '../../store/engine/store.js';
import type { StoreReader } from '../../store/engine/transaction.js';
import { digestRuns, postedContent } from '../../store/tables/digest-runs.js';
import type { Digest } from '../compose/digest.js';

/**
 * A digest as it was posted, whatever data was loaded since.
 * @param nth 1 is the last one, 2 the one before
 * @throws ShopkeeperError if there is none
 */
export async function postedDigest(store: StoreReader, nth: number): Promise<Digest> {
  const hint = 'Number 1 is the last one, 2 the one before. "digest preview" composes one now.';
  if (nth < 1) throw new ShopkeeperError('Which digest?', hint);
  const content = await postedContent(store, nth);
  // Written by `storedDigest`.
  if (content) return readStored(JSON.parse(content));
  const isNone = nth === 1 || (await postedContent(store, 1)) === undefined;
  throw new ShopkeeperError(
    isNone ? 'No digest has been posted yet.' : `There is no posted digest number ${nth}.`,
    hint,
  );
}

/** A stored digest. Earlier versions stored notes, scopes and follow-ups as words. */
const readStored = (digest: Digest): Digest => ({
  ...digest,
  headline: answerOf(digest.headline),
  thread: digest.thread.map(answerOf),
});

/** Stores a digest that somebody had posted, so that it can be shown again. */
export async function storePosted(
  store: Store,
  digest: Digest,
  { channel, ts, at }: { readonly channel: string; readonly ts: string | undefined; readonly at: Date },
): Promise<void> {
  const claimed_at = at.toISOString();
  const runs = digestRuns(store, `now ${channel} ${ts ?? claimed_at}`);
  await runs.claim(
    { channel, through: digest.periods.period.to, claimed_at },
    { leftBefore: claimed_at, ahead: claimed_at },
  );
  await runs.note({ state: 'posted', message_ts: ts ?? null, ...storedDigest(digest) });
}

/** A digest as its run stores it. */
export const storedDigest = ({ ledger, ...digest }: Digest) => ({
  content: JSON.stringify(digest),
  ledger: ledger ? JSON.stringify({ from: ledger.from, days: ledger.days }) : null,
  asked: ledger?.asked ?? null,
});
