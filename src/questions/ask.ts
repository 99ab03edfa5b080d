import type { Answer } from '../answer/answer.js';
import type { Shop } from '../shop.js';
import { askable, offeringAskable } from './askable.js';
import { parseQuestion } from './language/parse.js';

/** Most answers kept for one shop; the oldest go first. */
const MOST_KEPT = 500;
/** An answer with more rows is not kept. */
const MOST_ROWS_KEPT = 2_000;

/** Answers a text. @throws NotUnderstood, ShopkeeperError */
export type Ask = (text: string) => Promise<Answer>;

/**
 * Makes the function that answers questions about a shop. An answer is kept until the data or the day changes, so
 * that asking again costs nothing.
 */
export function asker(shop: Shop): Ask {
  const kept = new Map<string, Promise<Answer>>();
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
    kept.set(key, answer);
    // A whole base of customers is too large to keep beside hundreds of others.
    answer.then(
      ({ rows }) => rows.length > MOST_ROWS_KEPT && kept.delete(key),
      () => {},
    );
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value as string);
    // What failed may work the next time: a store that was away comes back.
    answer.catch(() => kept.delete(key));
    return answer;
  };
}
