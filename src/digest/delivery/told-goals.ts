import type { StoreReader } from '../../store/engine/transaction.js';
import { contentBefore } from '../../store/tables/digest-runs.js';
import type { Digest } from '../compose/digest.js';

/**
 * Withholds an alert about goals if its subscription has told all of them: they were in its last message, and
 * were off pace a period ago too. A goal that came back to its pace in between is told again.
 * @param name whose messages
 */
export async function withheldIfTold(digest: Digest, store: StoreReader, name: string): Promise<Digest> {
  const { sameAsBefore, headline, periods, withheld } = digest;
  if (!sameAsBefore || withheld !== undefined) return digest;
  const content = await contentBefore(store, { name, through: periods.period.to });
  // Written by `storedDigest`.
  const last = content === undefined ? undefined : (JSON.parse(content) as Digest);
  const told = new Set(last?.headline.rows.map(row => row.number));
  const isTold = headline.rows.every(
    ({ number }) => sameAsBefore.includes(Number(number)) && told.has(number ?? null),
  );
  return isTold ? { ...digest, withheld: `${headline.headline} This was told before.` } : digest;
}
