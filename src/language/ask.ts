import { LRUCache } from 'lru-cache';
import type { Shop } from '../answering/shop.js';
import type { Answer } from '../core/answer/answer.js';
import { askable, offeringAskable } from './askable.js';
import { parseQuestion } from './parse.js';

/** Most answers kept for one shop; those that were asked for least recently go first. */
const MOST_ANSWERS = 500;
/** Rows of all of them together: some 50 MB. */
const MOST_ROWS = 100_000;
/** An answer with more rows is not kept: a whole base of customers would push out all others. */
const MOST_ROWS_OF_ONE = 2_000;

/** Answers a text. @throws NotUnderstood, ShopkeeperError */
export type Ask = (text: string) => Promise<Answer>;

/**
 * Makes the function that answers questions about a shop. An answer is kept until the data or the day changes, so
 * that asking again costs nothing.
 */
export function asker(shop: Shop): Ask {
  const kept = new LRUCache<string, Promise<Answer>>({ max: MOST_ANSWERS, maxSize: MOST_ROWS });
  return async text => {
    const key = `${await shop.store.dataVersion()}|${shop.today()}|${text.trim()}`;
    const known = kept.get(key);
    if (known) return known;
    // Read after its version, and from one moment: an answer can be newer than its key says, never older or mixed.
    const answer = shop.store.read(async store => {
      await shop.refresh(store);
      const asked = await parseQuestion(text, { ...shop, store });
      const own = { ...shop, store };
      const answered = await asked.question.answer(asked, own);
      return {
        ...answered,
        followUps: await askable(answered.followUps, own),
        thread: await offeringAskable(answered.thread, own),
      };
    });
    kept.set(key, answer, { size: 1 });
    answer.then(
      ({ rows, thread }) => {
        const size = [...thread.map(part => part.rows), rows].reduce((sum, own) => sum + own.length, 1);
        if (size > MOST_ROWS_OF_ONE) kept.delete(key);
        else kept.set(key, answer, { size });
      },
      // What failed may work the next time: a store that was away comes back.
      () => kept.delete(key),
    );
    return answer;
  };
}
