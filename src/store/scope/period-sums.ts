import type { DayRange } from '../../core/calendar/grain.js';
import type { StoreReader } from '../engine/transaction.js';
import { type LineScope, linesOf, type ScopeSums } from '../lines/index.js';
import { type Dimension, dimensionColumn } from '../tables/dimensions.js';

export type { IdSums } from '../lines/index.js';

/** What a period brought, by customer, by day and by the values of dimensions. */
export interface PeriodSums extends ScopeSums {
  readonly range: DayRange;
  /** All lines, returns subtracted; minor units. */
  readonly revenue: number;
}

/** Adds up the lines of a period in one pass. */
export async function periodSums(
  reader: StoreReader,
  scope: LineScope,
  range: DayRange,
  dimensions: readonly Dimension[],
): Promise<PeriodSums> {
  const lines = await linesOf(reader);
  const { byCustomer, byValue, revenueByDay, returns, linesWithoutCustomer } = await lines.scopeSums(
    { ...scope, range },
    dimensions.map(dimensionColumn),
  );
  let revenue = 0;
  for (const amount of revenueByDay.values()) revenue += amount;
  return { range, byCustomer, byValue, revenueByDay, returns, linesWithoutCustomer, revenue };
}
