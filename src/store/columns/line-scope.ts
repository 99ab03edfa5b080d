import type { DayRange, Grain } from '../../core/calendar/grain.js';
import type { Dimension } from '../tables/dimensions.js';

/**
 * What lines are grouped by: values, customers, orders, periods, weekdays (1 Monday) or months (1 January).
 */
export type GroupBy =
  | { readonly kind: 'dimension'; readonly dimension: Dimension }
  | { readonly kind: 'customer' }
  | { readonly kind: 'order' }
  | { readonly kind: 'grain'; readonly grain: Grain }
  | { readonly kind: 'weekday' }
  | { readonly kind: 'monthOfYear' }
  | LookUp;

/**
 * Groups that a table tells: which segment a customer is in, how large an order is, which season a day is
 * of.
 */
export interface LookUp {
  readonly kind: 'lookUp';
  readonly column: 'customer' | 'order' | 'day' | `d${number}`;
  /** The id, or day, of the table's first entry. */
  readonly first: number;
  /** The group of each id from `first` on; 0 is none. */
  readonly groups: Int32Array;
  /** What the groups are called. */
  readonly names: ReadonlyMap<number, string>;
}

/** Keeps the lines whose customer, order or day is marked with 1. */
export interface LineMask {
  readonly column: 'customer' | 'order' | 'day';
  /** The id, or day, of the first mark. */
  readonly first: number;
  readonly marks: Uint8Array;
  /** Whether what lies outside the marks is kept as well. */
  readonly keepsOthers?: boolean;
}

/** Keeps the lines of one of these values of a dimension, or customers; with `exclude`, all others. */
export interface Filter {
  /** What is filtered by, as a question names it. */
  readonly field: { readonly key: string; readonly label: string };
  readonly column: 'customer' | `d${number}`;
  readonly values: readonly { readonly id: number; readonly value: string; readonly label?: string | null }[];
  readonly exclude: boolean;
}

/** Which lines are summed. */
export interface LineScope {
  readonly range?: DayRange;
  readonly filters: readonly Filter[];
  /** Lines must be marked in all of these. */
  readonly masks?: readonly LineMask[];
  /** Keeps returns alone, or all but them. */
  readonly kind?: 'sales' | 'returns';
}
