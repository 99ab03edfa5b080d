import type { Knex } from 'knex';

/** A column of a bulk insert: its name and how a JSON value becomes it. */
export interface BulkColumn {
  readonly name: string;
  readonly type: 'integer' | 'text' | 'boolean';
}

/** A row whose key is there already updates these columns of it; null keeps what was there. */
export interface Merge {
  readonly key: string;
  readonly update: readonly string[];
}

/**
 * Everything that differs between database engines. All other SQL in the project is what they share.
 */
export interface Dialect {
  readonly name: 'sqlite';
  /** Knex settings that reach the database at this URL. */
  connection(url: string): Knex.Config;
  /** Inserts many rows in one statement; each row is an array in the order of `columns`. */
  insertRows(
    db: Knex,
    table: string,
    columns: readonly BulkColumn[],
    rows: readonly (readonly unknown[])[],
    onConflict?: 'ignore' | Merge,
  ): Promise<void>;
  /** Whether an error says that another writer holds the lock, so that waiting helps. */
  isBusy(error: unknown): boolean;
  /** A SQL subquery with one text column `value` that lists the strings of one JSON-array binding. */
  readonly textList: string;
}
