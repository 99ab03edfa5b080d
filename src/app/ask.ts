import { LRUCache } from 'lru-cache';
import { askable, offeringAskable } from '../answering/askable.js';
import type { Shop } from '../answering/shop.js';
import type { Answer } from '../core/answer/answer.js';
import { parseQuestion } from '../language/parse.js';

/** Most answers cached for one shop; the least recently used go first. */
const MOST_ANSWERS = 500;
/** Rows of all cached answers together: some 50 MB. */
const MOST_ROWS = 100_000;
/** An answer with more rows is not cached: a whole base of customers would push out all others. */
const MOST_ROWS_OF_ONE = 2_000;

/** Answers a text. @throws NotUnderstood, ShopkeeperError */
export type Ask = (text: string) => Promise<Answer>;

/**
 * Makes the function that answers questions about a shop. An answer is cached until the data or the day changes, so
 * that asking again costs nothing.
 */
export function asker(shop: Shop): Ask {
  const cache = new LRUCache<string, Promise<Answer>>({ max: MOST_ANSWERS, maxSize: MOST_ROWS });
  return async text => {
    const key = `${await shop.store.dataVersion()}|${shop.today()}|${text.trim()}`;
    const cached = cache.get(key);
    if (cached) return cached;
    // Read after its version: an answer can be newer than its key says, never older.
    const answer = shop.read(async view => {
      const asked = await parseQuestion(text, view);
      const answered = await view.answer({
        ...asked,
        family: asked.question.family,
        question: asked.question.name,
      });
      return {
        ...answered,
        followUps: await askable(answered.followUps, view),
        thread: await offeringAskable(answered.thread, view),
      };
    });
    cache.set(key, answer, { size: 1 });
    answer.then(
      ({ rows, thread }) => {
        const size = [...thread.map(part => part.rows), rows].reduce((sum, own) => sum + own.length, 1);
        if (size > MOST_ROWS_OF_ONE) cache.delete(key);
        else cache.set(key, answer, { size });
      },
      // What failed may work the next time: a store that was away comes back.
      () => cache.delete(key),
    );
    return answer;
  };
}
