import type { ColumnName } from './chunk.js';
import type { LinePartSums } from './line-part-counter.js';
import type { LineScope } from './line-scope.js';
import type { Lines, Scan } from './scan.js';

/** Exact sums of one group of lines. Money in minor units, quantity in thousandths. */
export interface GroupSums {
  /** What the group stands for (Grouping.ids). */
  readonly id: number;
  readonly revenue: number;
  readonly lines: number;
  /** Distinct orders with at least one line that is not a return. */
  readonly orders: number;
  readonly customers: number;
  readonly quantity: number;
  readonly linesWithoutCustomer: number;
  readonly returns: number;
  /** The sum and the number of ratings, where lines carry one. */
  readonly ratingSum: number;
  readonly ratings: number;
  /** Discounts, taxes and the like; only where some of them were asked for. */
  readonly parts?: LinePartSums;
}

/** Which column carries ratings, and what its values count; NaN for a value that is no number. */
export interface RatingColumn {
  readonly column: `d${number}`;
  readonly ratingOf: ReadonlyMap<number, number>;
}

/** The sums of nothing. */
export const NO_SUMS: GroupSums = {
  id: 0,
  revenue: 0,
  lines: 0,
  orders: 0,
  customers: 0,
  quantity: 0,
  linesWithoutCustomer: 0,
  returns: 0,
  ratingSum: 0,
  ratings: 0,
};

/** The columns that sums are made from. */
export const SUMMED: readonly ColumnName[] = ['order', 'customer', 'quantity', 'amount', 'isReturn'];

/** Something that is counted over lines, as a pass brings them along. */
export interface Counter {
  readonly columns: readonly ColumnName[];
  take(lines: Lines): void;
}

/** Has each counter see all lines in scope, in one pass. */
export async function countAll(scan: Scan, scope: LineScope, counters: readonly Counter[]): Promise<void> {
  const columns = counters.flatMap(c => c.columns);
  for await (const lines of scan(scope, columns)) for (const counter of counters) counter.take(lines);
}
