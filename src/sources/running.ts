import type { Logger } from 'pino';
import type { RateTable } from '../ingest/understand/currencies/rates.js';
import type { Store } from '../store/engine/store.js';
import type { WriteTransaction } from '../store/engine/transaction.js';
import type { OrdersTotal } from '../store/tables/source-orders.js';
import type { StoredSource } from '../store/tables/sources.js';
import type { Source } from './source.js';

/** Days of orders that are read again in the first run of each day; older ones once a month. */
export const NIGHTLY_DAYS = 60;

/** What running sources needs of the shop. */
export interface SourceShop {
  readonly store: Store;
  readonly now: () => Date;
  readonly log: Logger;
  readonly zone: string;
  /** ISO 4217, if it is set; else that of what was loaded, or of the source. */
  readonly currency: string | undefined;
  readonly excludedStatuses: readonly string[];
  /** Brings the segments up to date, in the same transaction. */
  readonly afterChange: (trx: WriteTransaction) => Promise<void>;
  /** Loads a file as `shopkeeper ingest` does. @returns what was loaded, in a sentence */
  readonly ingest: (path: string) => Promise<string>;
  /** Takes a file of exchange rates. @returns what was new in it, in a sentence @throws IngestError */
  readonly takeRates: (trx: WriteTransaction, path: string, source: string) => Promise<string>;
  /** Rates to convert amounts in other currencies by; undefined if there are none. */
  readonly rates: () => Promise<RateTable | undefined>;
  /** The columns of a file. @throws IngestError */
  readonly headerOf: (path: string) => Promise<readonly string[]>;
  /** Opens a source. @throws SourceError */
  readonly open: (source: StoredSource) => Promise<Source>;
}

/** What a run is to do beyond what is due. */
export interface RunWishes {
  /** Read everything again, and find what is gone. */
  readonly full?: boolean;
  /** Remove what a full reading has not found, however much it is. */
  readonly remove?: boolean;
  /** Take files whose columns are not those of the files before. */
  readonly newColumns?: boolean;
  readonly signal?: AbortSignal;
}

/** What a run came to. */
export interface RunResult {
  readonly name: string;
  /** `busy`: another process runs it. */
  readonly outcome: 'done' | 'failed' | 'busy' | 'stopped';
  readonly orders?: OrdersRead;
  readonly files?: FilesTaken;
  /** Why it failed, and what to do. */
  readonly problem?: string;
}

/** A run under way: who holds the source, and how its steps are written. */
export interface Running {
  readonly shop: SourceShop;
  readonly source: StoredSource;
  readonly signal: AbortSignal;
  /** Writes within a transaction in which the source is certainly ours. @throws TakenOver */
  readonly write: <T>(work: (trx: WriteTransaction) => Promise<T>) => Promise<T>;
}

/** What reading a source's orders came to. */
export interface OrdersRead {
  /** That were given. */
  read: number;
  /** That were new or had changed. */
  changed: number;
  /** That were taken out. */
  gone: number;
  /** That could not be read. */
  setAside: number;
  /** Of those that were taken out, what a reading of everything did not find any more. */
  missing?: MissingOrders;
  /** What a person has to decide first. */
  question?: string;
}

/** Orders that the source does not have any more, as the store had them. */
export interface MissingOrders extends OrdersTotal {
  /** Of the amount, as figures carry it. */
  readonly currency: string;
}

/** What taking a source's files came to. */
export interface FilesTaken {
  readonly loaded: readonly string[];
  readonly refused: readonly { readonly name: string; readonly reason: string }[];
}
