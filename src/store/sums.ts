import type { DayRange, Grain } from '../calendar/grain.js';
import { type Dimension, listValues } from './dimensions.js';
import { keptSums } from './kept-sums.js';
import { sumLines, sumLinesBy } from './line-sums.js';
import type { Store } from './store.js';

/** What sums are grouped by: a dimension's values, the customer, or the periods of a grain. */
export type GroupBy =
  | { readonly kind: 'dimension'; readonly dimension: Dimension }
  | { readonly kind: 'customer' }
  | { readonly kind: 'grain'; readonly grain: Grain };

/** Keeps the lines whose value of the dimension is (or with `exclude` is not) one of these. */
export interface Filter {
  readonly dimension: Dimension;
  readonly values: readonly { readonly id: number; readonly value: string; readonly label?: string | null }[];
  readonly exclude: boolean;
}

/** Which lines are summed. */
export interface LineScope {
  readonly range?: DayRange;
  readonly filters: readonly Filter[];
}

/** Exact sums over lines. Money in minor units, quantity in thousandths. */
export interface Sums {
  /** The dimension's value, the customer's key, or the first day of the period; null where it is missing, and for a total. */
  readonly key: string | number | null;
  /** A name that people know the value by, where it has one. */
  readonly label: string | null;
  readonly revenue: number;
  readonly lines: number;
  /** Distinct orders with at least one line that is not a return. */
  readonly orders: number;
  readonly customers: number;
  readonly quantity: number;
  readonly linesWithoutCustomer: number;
  readonly returns: number;
}

/** The sums over all lines in scope. */
export async function totalSums(store: Store, scope: LineScope): Promise<Sums> {
  const kept = await keptSums(store, scope, 'everything');
  return kept?.[0] ?? sumLines(store, scope);
}

/**
 * The sums for each group, in no particular order: from the sums kept by month where the scope is made of whole
 * months, otherwise from the lines.
 */
export async function groupedSums(store: Store, scope: LineScope, by: GroupBy): Promise<Sums[]> {
  return (await keptSums(store, scope, by)) ?? sumLinesBy(store, scope, by);
}

/** The values of a dimension whose text is one of these, whatever their case. */
export async function findValues(
  store: Store,
  dimension: Dimension,
  texts: readonly string[],
): Promise<Filter['values']> {
  const wanted = texts.map(t => t.toLowerCase());
  const all = await listValues(store, dimension);
  return all.filter(
    v =>
      wanted.includes(v.value.toLowerCase()) || (v.label !== null && wanted.includes(v.label.toLowerCase())),
  );
}
