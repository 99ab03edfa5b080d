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
  | { readonly kind: 'monthOfYear' };

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
}
