import { type DayRange, type Grain, periodsIn } from '../../core/calendar/grain.js';
import type { StoreReader } from '../engine/transaction.js';
import { type CohortCells, type LineScope, linesOf } from '../lines/index.js';
import { firstOrderDays } from './bought-before.js';

export type { CohortCells } from '../lines/index.js';

/** Customers by the period of their first order ever, and what they did in each period. */
export interface Cohorts {
  /** All periods of the data; cohort and period are places in it. */
  readonly periods: readonly DayRange[];
  readonly cells: CohortCells;
  /**
   * Customers who bought what filters keep, but not in the period of their first order: they are in no
   * cohort.
   */
  readonly leftOut: number;
}

/**
 * Counts cohorts. A first order is the first of all orders of the shop, whatever the filters; filters and
 * masks keep lines, and a customer is in a cohort if some of those are of the period of the first order.
 * @param data the days that the data covers
 */
export async function countCohorts(
  reader: StoreReader,
  scope: Omit<LineScope, 'range'>,
  data: DayRange,
  grain: Grain,
): Promise<Cohorts> {
  const periods = periodsIn(grain, data);
  const periodOf = new Int32Array(data.to - data.from + 1);
  for (const [p, { from, to }] of periods.entries())
    periodOf.fill(p, Math.max(0, from - data.from), Math.max(0, to - data.from + 1));
  const cohortOf = (await firstOrderDays(reader)).map(day =>
    day >= data.from && day <= data.to ? periodOf[day - data.from]! : -1,
  );
  const isFiltered = scope.filters.length > 0 || (scope.masks ?? []).length > 0 || scope.kind !== undefined;
  const leftOut = isFiltered ? await leaveOut(reader, scope, cohortOf, periodOf, data.from) : 0;
  const plan = { cohortOf, periodOf, firstDay: data.from, periods: periods.length };
  return { periods, cells: await (await linesOf(reader)).cohorts(scope, plan), leftOut };
}

/**
 * Leaves out who bought nothing of the scope in the period of their first order. @returns how many bought
 * later
 */
async function leaveOut(
  reader: StoreReader,
  scope: LineScope,
  cohortOf: Int32Array,
  periodOf: Int32Array,
  firstDay: number,
): Promise<number> {
  const [isMember, isBuyer] = [new Uint8Array(cohortOf.length), new Uint8Array(cohortOf.length)];
  const { scan } = await linesOf(reader);
  for await (const lines of scan(scope, ['customer', 'day', 'isReturn'])) {
    const [customers, days] = [lines.column('customer'), lines.column('day')];
    const isReturn = lines.column('isReturn');
    for (let i = 0; i < customers.length; i++) {
      const c = customers[i]!;
      if (isReturn[i] !== 0 || c === 0) continue;
      isBuyer[c] = 1;
      if (periodOf[days[i]! - firstDay] === cohortOf[c]) isMember[c] = 1;
    }
  }
  let leftOut = 0;
  for (let c = 1; c < cohortOf.length; c++) {
    if (isMember[c] === 1) continue;
    leftOut += isBuyer[c]!;
    cohortOf[c] = -1;
  }
  return leftOut;
}
