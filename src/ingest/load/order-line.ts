import type { Day } from '../../core/calendar/days.js';

/** Figures beside a line's revenue, in units of the store; null where the file has none. */
export interface LineParts {
  readonly discount: number | null;
  readonly tax: number | null;
  readonly shipping: number | null;
  readonly tip: number | null;
  readonly cost: number | null;
}

/** One order line, clean: the common form that all formats and mappings produce. */
export interface OrderLine {
  readonly row: number;
  readonly order: string;
  /** Where the file numbers an order's lines. */
  readonly lineNumber: number | null;
  /** What was done to the row so that it could be read, for the report. */
  readonly repair?: string;
  /** Its status is one that the shop does not count. */
  readonly isExcluded: boolean;
  /** It was called off: kept, and not counted. */
  readonly isCancelled: boolean;
  /** What people should know of it, in words: `cancelled` by its status, `pending or unpaid`, a discount. */
  readonly state: string | null;
  readonly customer: LineCustomer | null;
  readonly day: Day;
  /** Thousandths of a unit. */
  readonly quantity: number;
  /** In units of the store. */
  readonly amount: number;
  readonly isReturn: boolean;
  /** For a return that stands in the row of its sale: a refund beside it, or a mark that it came back. */
  readonly origin?: 'refund' | 'returned';
  /** A value for each dimension of the mapping, in its order; null where the cell is empty. */
  readonly dimensions: readonly (LineValue | null)[];
  readonly parts: LineParts | null;
}

export interface LineCustomer {
  readonly key: string;
  readonly name: string | null;
  readonly email: string | null;
}

export interface LineValue {
  readonly value: string;
  readonly label: string | null;
}

/** A row that cannot be loaded, and why. */
export interface Refusal {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** A row that is no sale. */
export interface LeftOut {
  readonly row: number;
  /** What such rows are, in the plural: `quotes`, `rows of totals`. */
  readonly what: string;
  /** What would have counted, in units of the store; 0 where nothing would. */
  readonly amount: number;
  /** The cell that says so. */
  readonly column: string;
  readonly value: string;
}

/** Where a reader of rows hands on what it made of them. */
export interface LineSink {
  line(line: OrderLine): void;
  refuse(refusal: Refusal): void;
  leaveOut(row: LeftOut): void;
}
