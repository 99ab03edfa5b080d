import { connectionOf } from './connection.js';
import { inPlainWords } from './error-words.js';
import { type Store, wordsOf } from './store.js';

/**
 * Sees to it that what was deleted from tables, or written over, can no longer be read from the store's files
 * either. Takes as long as copying the tables; SQLite copies all of the store.
 * @returns false where it could not be finished, since somebody reads an older state
 */
export function eraseTraces(store: Store, tables: readonly string[]): Promise<boolean> {
  const { knex, dialect } = connectionOf(store);
  return inPlainWords(wordsOf(dialect, store.url), () => dialect.eraseTraces(knex, tables));
}
