import type { DayRange } from '../../core/calendar/grain.js';
import type { Shifts } from '../../segments/shifts.js';
import { activeCustomers } from '../../store/scope/active-customers.js';
import { totalSums } from '../../store/scope/sums.js';
import type { DigestMaterial, DigestSales } from './material.js';

/** Adds up the sales of a digest's periods. */
export async function digestSales(
  { shop, periods, data, filters }: Pick<DigestMaterial, 'shop' | 'periods' | 'data' | 'filters'>,
  { after }: Shifts,
): Promise<DigestSales> {
  const { period, before, yearBefore } = periods;
  const sums = (range: DayRange) => totalSums(shop.store, { range, filters });
  const people = (range: DayRange) => activeCustomers(shop.store, { range, filters }, after.scored.figures);
  const isWhole = (range: DayRange) => data.to >= period.to && range.from >= data.from;
  // One at a time: a transaction has one connection.
  return {
    now: await sums(period),
    people: await people(period),
    ...(isWhole(before) && { before: { sums: await sums(before), people: await people(before) } }),
    ...(isWhole(yearBefore) && { lastYear: await sums(yearBefore) }),
  };
}
