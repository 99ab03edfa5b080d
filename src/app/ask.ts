import { LRUCache } from 'lru-cache';
import { askable, offeringAskable } from '../answering/askable.js';
import type { ParsedQuery } from '../answering/question.js';
import type { Shop, ShopView } from '../answering/shop.js';
import type { Answer } from '../core/answer/answer.js';
import type { Query } from '../core/query/query.js';
import { parseQuestion } from '../language/parse.js';
import { asQuestion } from '../language/written-query.js';

/** Most answers cached for one shop; the least recently used go first. */
const MOST_ANSWERS = 500;
/** Rows of all cached answers together: some 50 MB. */
const MOST_ROWS = 100_000;
/** An answer with more rows is not cached: a whole base of customers would push out all others. */
const MOST_ROWS_OF_ONE = 2_000;

/**
 * Answers a text.
 * @param before the canonical text of the answer before (its `question`), which a follow-up such as "and in
 *   Germany?" changes
 * @throws NotUnderstood, ShopkeeperError
 */
export type Ask = (text: string, before?: string) => Promise<Answer>;

/** Answers a query that comes as data. @throws NotUnderstood, ShopkeeperError naming what there is not */
export type AnswerQuery = (query: Query) => Promise<Answer>;

/** The two ways to ask a shop. */
export interface Asker {
  readonly ask: Ask;
  readonly answerQuery: AnswerQuery;
}

/**
 * Makes the functions that answer questions about a shop. An answer is cached until the data or the day
 * changes, so that asking again costs nothing.
 */
export function asker(shop: Shop): Asker {
  const cached = answerCache(shop);
  return {
    ask: (text, before) =>
      cached([text.trim(), before ?? null], () =>
        shop.read(async view => answerIn(view, await parseQuestion(text, view, before))),
      ),
    answerQuery: query =>
      cached([query], () => shop.read(view => answerIn(view, asQuestion(query, [], view)))),
  };
}

/** Answers a parsed query, with only those follow-ups that can be asked. */
async function answerIn(view: ShopView, asked: ParsedQuery): Promise<Answer> {
  const { family, name } = asked.question;
  const answered = await view.answer({ ...asked, family, question: name });
  return {
    ...answered,
    followUps: await askable(answered.followUps, view),
    thread: await offeringAskable(answered.thread, view),
  };
}

/** Makes a function that computes an answer, or has it from before if the data and the day are the same. */
function answerCache(shop: Shop): (asked: unknown, compute: () => Promise<Answer>) => Promise<Answer> {
  const cache = new LRUCache<string, Promise<Answer>>({ max: MOST_ANSWERS, maxSize: MOST_ROWS });
  return async (asked, compute) => {
    const key = JSON.stringify([await shop.store.dataVersion(), shop.today(), asked]);
    const cached = cache.get(key);
    if (cached) return cached;
    // Read after its version: an answer can be newer than its key says, never older.
    const answer = compute();
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
