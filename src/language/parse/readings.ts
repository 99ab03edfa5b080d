import { LRUCache } from 'lru-cache';
import type { ParsedQuery } from '../../answering/question.js';
import type { ShopView } from '../../answering/shop.js';
import { memoizedByDataVersion } from '../../store/engine/memoize.js';

/** Most readings in memory for one version of the data; the least recently used go first. */
const MOST_READINGS = 500;

/**
 * Reads a text once for each version of the data and each day. Every answer offers several follow-ups, most
 * of which other answers offer as well, and each is read to see whether it can be asked.
 * @param read the question that a text asks; undefined if it is not understood
 */
export async function memoizedReading(
  text: string,
  shop: ShopView,
  read: () => Promise<ParsedQuery | undefined>,
): Promise<ParsedQuery | undefined> {
  // Who may not see all names has other texts understood.
  if (shop.store.names) return read();
  const readings = await memoizedByDataVersion(
    shop.store,
    `readings on ${shop.today()}`,
    async () => new LRUCache<string, { readonly question: ParsedQuery | undefined }>({ max: MOST_READINGS }),
  );
  const earlier = readings.get(text);
  if (earlier) return earlier.question;
  const question = await read();
  readings.set(text, { question });
  return question;
}
