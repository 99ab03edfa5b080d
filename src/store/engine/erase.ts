import { connectionOf } from './connection.js';
import { inPlainWords } from './error-words.js';
import { type Store, wordsOf } from './store.js';

const PATIENCE_MS = 10_000;

/**
 * Sees to it that what was deleted from tables, or written over, can no longer be read from the store's files
 * either. Takes as long as copying the tables; SQLite copies all of the store.
 * @returns false if others were in the way for `patienceMs`: they read an older state of the store, or on
 * PostgreSQL have a transaction open in another database of the server
 */
export function eraseTraces(
  store: Store,
  tables: readonly string[],
  patienceMs = PATIENCE_MS,
): Promise<boolean> {
  const { knex, dialect } = connectionOf(store);
  return inPlainWords(wordsOf(dialect, store.url), () => dialect.eraseTraces(knex, tables, patienceMs));
}
