import { LRUCache } from 'lru-cache';
import type { PartOfShop, Shop } from '../answering/shop.js';
import type { Answer } from '../core/answer/answer.js';
import { remark } from '../core/answer/notes.js';
import { NotUnderstood, StoreError } from '../core/errors.js';
import type { Query } from '../core/query/query.js';
import { isQueryText, queryText } from '../core/query/query-text.js';
import { actionsVersion } from '../store/tables/actions.js';
import { goalsVersion } from '../store/tables/goals.js';
import { freshnessVersion } from '../store/tables/source-freshness.js';
import { type Compute, computingHere, type Sight } from './computing/tasks.js';
import type { LanguageModel } from './model/language-model.js';

/** Most answers cached for one shop; the least recently used go first. */
const MOST_ANSWERS = 500;
/** Rows of all cached answers together: some 50 MB. */
const MOST_ROWS = 100_000;
/** An answer with more rows is not cached: a whole base of customers would push out all others. */
const MOST_ROWS_OF_ONE = 2_000;
/** In characters. A longer text is no question, and goes to no model. */
const LONGEST_FOR_MODEL = 500;

/**
 * Answers a text.
 * @param before the canonical text of the answer before (its `question`), which a follow-up such as "and in
 *   Germany?" changes
 * @param part what the asker may see of the shop; all of it unless given
 * @param names the part of it whose customers and orders may be named to them; all of it unless given
 * @throws NotUnderstood, ShopkeeperError
 */
export type Ask = (text: string, before?: string, part?: PartOfShop, names?: PartOfShop) => Promise<Answer>;

/** Answers a query that comes as data. @throws NotUnderstood, ShopkeeperError naming what there is not */
export type AnswerQuery = (query: Query, part?: PartOfShop) => Promise<Answer>;

/** The two ways to ask a shop. */
export interface Asker {
  readonly ask: Ask;
  readonly answerQuery: AnswerQuery;
}

/**
 * Makes the functions that answer questions about a shop. An answer is cached until the data or the day
 * changes, so that asking again costs nothing, and asking the same at once costs one computation.
 * @param model reads texts that our own language does not understand
 * @param compute computes in this thread unless given
 */
export function asker(shop: Shop, model?: LanguageModel, compute: Compute = computingHere(shop)): Asker {
  const cached = answerCache(shop);
  return {
    ask: (text, before, part, names) =>
      cached([text.trim(), before ?? null, part ?? null, names ?? null], async () => {
        const sight = { part, names };
        try {
          return await compute('text', { text, before }, sight);
        } catch (error) {
          const isRead = model && error instanceof NotUnderstood && isForModel(text, error);
          const answer = isRead ? await answerByModel(text, model, compute, sight) : undefined;
          if (answer) return answer;
          throw error;
        }
      }),
    answerQuery: (query, part) =>
      cached([query, part ?? null], () => compute('query', { query, notes: [] }, { part })),
  };
}

/**
 * Whether a model may read a refused text: not if the refusal is final, nor if the text is a query that is
 * written in full.
 */
const isForModel = (text: string, { isFinal }: NotUnderstood): boolean =>
  !isFinal && !isQueryText(text) && text.trim() !== '' && text.length <= LONGEST_FOR_MODEL;

/** Between two read transactions: nothing is held while the model thinks. */
async function answerByModel(
  text: string,
  model: LanguageModel,
  compute: Compute,
  sight: Sight,
): Promise<Answer | undefined> {
  const query = await model.read(text, await compute('names', undefined, sight));
  if (!query) return undefined;
  const note = remark(`Understood as \`${queryText(query)}\` by the model ${model.name}.`);
  try {
    return await compute('query', { query, notes: [note] }, sight);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    // It named something that there is not, or made up what nobody would ask: the person did not.
    return undefined;
  }
}

/**
 * Makes a function that computes an answer, or has it from before if the data, the goals, the actions and the
 * day are the same.
 */
function answerCache(shop: Shop): (asked: unknown, compute: () => Promise<Answer>) => Promise<Answer> {
  const cache = new LRUCache<string, Promise<Answer>>({ max: MOST_ANSWERS, maxSize: MOST_ROWS });
  return async (asked, compute) => {
    // One after the other: a connection for each would be too many for what takes a millisecond.
    const versions = [
      await shop.store.dataVersion(),
      await goalsVersion(shop.store),
      await freshnessVersion(shop.store),
      await actionsVersion(shop.store),
    ];
    const key = JSON.stringify([...versions, shop.today(), asked]);
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
