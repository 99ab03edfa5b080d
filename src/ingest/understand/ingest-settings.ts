import type { Day } from '../../core/calendar/days.js';
import type { DateOrder } from '../../core/calendar/written-dates.js';
import type { WriteTransaction } from '../../store/engine/transaction.js';
import type { RateTable } from './currencies/rates.js';

export interface Progress {
  readonly phase: 'looking' | 'loading';
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rows: number;
}

/** The day on which a return counts: its own, or that of the sale with the same order number. */
export type RefundsCountOn = 'refund-day' | 'order-day';

export interface IngestSettings {
  /** ISO 4217. */
  readonly currency: string;
  /** Whether the shop's currency is set, or known from an earlier file. */
  readonly isCurrencySettled: boolean;
  /** The shop's file of exchange rates. */
  readonly ratesFile?: string;
  /** The rates that a source has brought, unless there is a file. */
  readonly storedRates?: RateTable;
  readonly today: Day;
  readonly now: () => Date;
  /** How `05/01/2026` is read where the file leaves both open. */
  readonly dateOrder: DateOrder;
  /** Whether the shop has set it. */
  readonly isDateOrderSet: boolean;
  /** The shop's IANA time zone, if the person has set it. */
  readonly zone?: string;
  /** The share of refused rows above which the whole file is refused, 0 to 1. */
  readonly maxRefused: number;
  /** Lines with one of these statuses are kept but not counted. */
  readonly excludedStatuses: readonly string[];
  /** The day on which returns count that stand in rows of their own. */
  readonly refundsCountOn: RefundsCountOn;
  /** The shop's own edges for groups of numbers, by column. */
  readonly edges: ReadonlyMap<string, readonly number[]>;
  /** Brings what is kept beside the lines (segments) up to date, in the same transaction. */
  readonly afterLoad?: (trx: WriteTransaction) => Promise<void>;
  readonly onProgress?: (progress: Progress) => void;
}
