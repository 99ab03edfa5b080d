import type { DayRange } from '../../core/calendar/grain.js';
import { countAll, type IdSums, type LineScope, PeriodCounter } from '../columns/index.js';
import type { StoreReader } from '../engine/transaction.js';
import { highestCustomer } from '../tables/customers.js';
import { type Dimension, dimensionColumn } from '../tables/dimensions.js';

export type { IdSums } from '../columns/index.js';

/** What a period brought, by customer, by day and by the values of dimensions. */
export interface PeriodSums {
  readonly range: DayRange;
  /** By customer id, without returns; 0 is none. */
  readonly byCustomer: IdSums;
  /** Of each dimension by value id, returns subtracted; 0 is none. */
  readonly byValue: readonly IdSums[];
  /** Returns subtracted; minor units. */
  readonly revenueByDay: ReadonlyMap<number, number>;
  /** Return lines, and what they come to: usually below zero. */
  readonly returns: { readonly lines: number; readonly revenue: number };
  readonly linesWithoutCustomer: number;
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
  const counter = new PeriodCounter(await highestCustomer(reader), dimensions.map(dimensionColumn));
  await countAll(reader, { ...scope, range }, [counter]);
  const { byCustomer, byValue, revenueByDay, returns, linesWithoutCustomer } = counter;
  let revenue = 0;
  for (const amount of revenueByDay.values()) revenue += amount;
  return { range, byCustomer, byValue, revenueByDay, returns, linesWithoutCustomer, revenue };
}
