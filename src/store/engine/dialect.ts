import type { Knex } from 'knex';
import type { StoreError } from '../../core/errors.js';

/** A column of a bulk insert: its name and how a JSON value becomes it. */
export interface BulkColumn {
  readonly name: string;
  readonly type: 'integer' | 'text' | 'boolean';
}

/** If a row of the key exists, these of its columns are updated; null leaves the value as it is. */
export interface Merge {
  readonly key: readonly string[];
  readonly update: readonly string[];
}

/**
 * Whether a store can be written to. `disk full` is opened for reading, in a way that needs no disk space.
 */
export type Access = 'writable' | 'read-only' | 'disk full';

/** Bytes of the store, by two keys. */
export interface StoredBytes {
  readonly id: number;
  readonly name: string;
  readonly data: Buffer;
}

/** How a store in one file is copied and put back. */
export interface Copies {
  /** The file of the store at a URL. */
  fileOf(url: string): string;
  /** Writes all of an open store, as of one moment, to a file that is empty or missing. */
  write(db: Knex, file: string): Promise<void>;
  /** @throws StoreError if a file is missing or of another kind */
  refuseOther(file: string): Promise<void>;
  /**
   * Gives a store that nobody uses another name, with all that lies beside it.
   * @returns whether there was one
   * @throws StoreError if a program has it open
   */
  setAside(file: string, aside: string): Promise<boolean>;
}

/**
 * Everything that differs between database engines. All other SQL in the project is what they share.
 */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** Whether a URL is of this engine. */
  matches(url: string): boolean;
  /** Whether the store at this URL can be written to, as far as that is known before it is opened. */
  accessTo(url: string): Access;
  /** Knex settings that reach the database at this URL. @throws the system's error, or StoreError */
  connection(url: string, access: Access): Knex.Config;
  /**
   * Identifies the file of a store, whatever its path; undefined if there is none.
   * @throws the system's error
   */
  identity(url: string): Promise<string | undefined>;
  /**
   * Reads all of the store, for that long at most.
   * @throws StoreError, or the engine's error, if it is damaged
   */
  examineAll(db: Knex, withinMs: number): Promise<void>;
  /** What a store takes on its disk, in bytes. */
  size(db: Knex, url: string): Promise<number>;
  /**
   * Writes tables anew, so that what was deleted from them is in no file of the engine any more.
   * @returns false if others were in the way for `patienceMs`
   */
  eraseTraces(db: Knex, tables: readonly string[], patienceMs: number): Promise<boolean>;
  /** Whether an open store turns out to be read-only. */
  isReadOnly(db: Knex): Promise<boolean>;
  /** Whether changing a table's columns or indexes blocks readers until the transaction ends. */
  readonly changesHoldReaders: boolean;
  /** The settings of a transaction all of whose reads see the same data. */
  readonly readTransaction: Knex.TransactionConfig;
  /** Sets how long the transaction's next statements wait for a lock, if the engine waits by itself. */
  waitForLock(trx: Knex, patienceMs: number): Promise<void>;
  /** Whether an error says that another writer holds the lock, so that trying again later helps. */
  isBusy(error: unknown): boolean;
  /** Whether an error may come from a full disk, so that opening the store as `disk full` helps. */
  mayBeFull(error: unknown): boolean;
  /** What an error of the engine means and what to do about it; undefined if it is a bug of ours. */
  trouble(error: unknown, url: string): StoreError | undefined;
  /**
   * Makes rows of a JSON array of arrays, given as one binding: `from` is the SQL that lists them, `value(i,
   * type)` the SQL of a row's i-th cell.
   */
  readonly jsonRows: { readonly from: string; value(index: number, type: BulkColumn['type']): string };
  /** A SQL subquery with one text column `value` that lists the strings of one JSON-array binding. */
  readonly textList: string;
  /** Reads the rows of a query for a whole number `id`, a text `name` and bytes `data`, in this order. */
  readBytes(db: Knex, query: Knex.QueryBuilder): Promise<readonly StoredBytes[]>;
  /** Undefined where the engine has tools of its own for backups. */
  readonly copies?: Copies;
}
