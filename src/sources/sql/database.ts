/** A column of a query's result. */
export interface ResultColumn {
  readonly name: string;
  /** For days and times: whether values say which instant they are, or only what a clock shows. */
  readonly time?: 'day' | 'clock' | 'instant';
  /** The zone of what the clock shows, where the database says it. */
  readonly zone?: string;
}

/** Some rows of a query's result: every value as the database writes it. */
export interface Batch {
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** What a check has to know of a database. */
export interface DatabaseFacts {
  /** `PostgreSQL 18.1` */
  readonly version: string;
  /** What its clock shows. */
  readonly now: Date;
  /** The zone that its times without one are usually meant in; undefined if its name is not known. */
  readonly zone: string | undefined;
  /** Whether a write within our transaction was refused. */
  readonly refusesWrites: boolean;
  /** Whether the user might write outside of it. */
  readonly userMayWrite: boolean;
}

/** Somebody else's database, within one read-only transaction: all that it reads is of one moment. */
export interface Database {
  readonly quote: (name: string) => string;
  /**
   * The condition that a column is at least the statement's only value.
   * @param column as it stands in the statement
   * @param name as it was in the rows that were read before
   */
  readonly atLeast: (column: string, name: string) => string;
  /** Orders by a column so that equal values, and only these, lie together. */
  readonly exactOrder: (column: string) => string;
  facts(): Promise<DatabaseFacts>;
  /** Runs a query and gives its rows in batches, never many at a time. @throws SourceError */
  read(statement: string, values: readonly string[]): AsyncIterable<Batch>;
  close(): Promise<void>;
}

/** Where a database is, and how it is logged into. */
export interface Login {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Whether the connection must be encrypted, with a certificate that is valid. */
  readonly isEncrypted: boolean;
}

/** How long one statement may take, milliseconds. */
export const STATEMENT_MS = 10 * 60_000;
/** How long connecting may take, milliseconds. */
export const CONNECT_MS = 15_000;
/** Rows in a batch. */
export const BATCH = 1_000;
