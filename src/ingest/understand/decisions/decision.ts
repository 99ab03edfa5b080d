import type { DateOrder } from '../../../core/calendar/written-dates.js';

/** What is decided about a file of sales. */
export const DECISIONS = [
  'totals',
  'amount',
  'discount',
  'tax',
  'shipping',
  'tip',
  'date',
  'dayAndMonth',
  'orders',
  'customer',
  'product',
] as const;
export type DecisionKind = (typeof DECISIONS)[number];

/** What `--map` says of a column. */
export interface ColumnIs {
  readonly column: number;
  readonly field: string;
}

/** How a reading takes its columns, where it is more than `this column is it`. */
export type How =
  | { readonly kind: 'column' }
  | { readonly kind: 'product' }
  | { readonly kind: 'subtracted' | 'notSubtracted' }
  | { readonly kind: 'ofLines' | 'ofOrder' }
  | { readonly kind: 'inMoney' | 'inPercent' }
  | { readonly kind: 'included' | 'onTop' }
  | { readonly kind: 'dateOrder'; readonly order: DateOrder }
  | { readonly kind: 'totalsOut' | 'allSales'; readonly rows: number; readonly example: string }
  | { readonly kind: 'numberAndDay' }
  | { readonly kind: 'eachRow' }
  | { readonly kind: 'nothing' };

/** One way to read a file. */
export interface Reading {
  readonly how: How;
  /** The headers of its columns, the main one first. */
  readonly columns: readonly string[];
  /** The columns that `--map` names to have the file read so. */
  readonly maps: readonly ColumnIs[];
  /** What speaks for it. */
  readonly reason: string;
  /** What speaks against it, where something does. */
  readonly against?: string;
}

/** One thing that was decided about a file, how sure it is, and what else it may have been. */
export interface Decision {
  readonly kind: DecisionKind;
  readonly chosen: Reading;
  /** The likeliest first. */
  readonly others: readonly Reading[];
  /** 0 to 1; docs/ingest.md says what it was measured by. */
  readonly confidence: number;
}

/**
 * Below it a person is asked, if the answer changes any figure. Measured with test/bench/decisions.ts, as
 * docs/ingest.md tells.
 */
export const ASKED_BELOW = 0.5;

/** Confidences are told apart to the hundredth. */
export const rounded = (confidence: number): number => Math.round(confidence * 100) / 100;
