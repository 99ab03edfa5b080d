import type { Knex } from 'knex';
import type { StoreError } from '../../core/errors.js';

/** A column of a bulk insert: its name and how a JSON value becomes it. */
export interface BulkColumn {
  readonly name: string;
  readonly type: 'integer' | 'text' | 'boolean';
}

/** A row whose key is there already updates these columns of it; null keeps what was there. */
export interface Merge {
  readonly key: readonly string[];
  readonly update: readonly string[];
}

/** What can be done with a store: all, or only reading; `disk full` is opened in a way that needs no space. */
export type Access = 'writable' | 'read-only' | 'disk full';

/**
 * Everything that differs between database engines. All other SQL in the project is what they share.
 */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** Whether this engine's URLs look like this. */
  matches(url: string): boolean;
  /** What can be done with the store at this URL, as far as that is known before it is opened. */
  accessTo(url: string): Access;
  /** Knex settings that reach the database at this URL. @throws the system's error, or StoreError */
  connection(url: string, access: Access): Knex.Config;
  /** Tells the file of a store from another at the same path; undefined if there is none. @throws the system's error */
  identity(url: string): Promise<string | undefined>;
  /** Reads all of the store, for so long at most. @throws StoreError, or the engine's error, if it is damaged */
  examineAll(db: Knex, withinMs: number): Promise<void>;
  /** Whether a store that is open turns out to be read-only. */
  isReadOnly(db: Knex): Promise<boolean>;
  /** Whether a change of a table's columns and indexes holds readers up until its transaction ends. */
  readonly changesHoldReaders: boolean;
  /** What a transaction needs so that all of its reads see one moment. */
  readonly oneMoment: Knex.TransactionConfig;
  /** Has the statements that follow in the transaction wait this long for a lock, where the engine waits by itself. */
  waitForLock(trx: Knex, patienceMs: number): Promise<void>;
  /** Whether an error says that another writer holds the lock, so that waiting helps. */
  isBusy(error: unknown): boolean;
  /** Whether an error may be for want of space, so that opening the store as one on a full disk helps. */
  mayBeFull(error: unknown): boolean;
  /** What an error of the engine means, in words, and what to do; undefined where it is a defect of ours. */
  trouble(error: unknown, url: string): StoreError | undefined;
  /**
   * Makes rows of a JSON array of arrays, given as one binding: `from` is the SQL that lists them, `value(i, type)`
   * the SQL of a row's i-th cell.
   */
  readonly jsonRows: { readonly from: string; value(index: number, type: BulkColumn['type']): string };
  /** A SQL subquery with one text column `value` that lists the strings of one JSON-array binding. */
  readonly textList: string;
}
