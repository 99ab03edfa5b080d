import { type Day, MONTH_NAMES, partsOf } from './days.js';
import { type DayRange, monthsFrom, showDays } from './grain.js';

/**
 * Fiscal years have the name of the calendar year that they end in: with a first month of April, FY2004 is
 * April 2003 to March 2004. Their quarters count from that first month.
 */
export const fiscalYear = (year: number, start: number): DayRange =>
  monthsFrom(start > 1 ? year - 1 : year, start, 12);

/** A quarter (of four) or a half (of two) of a fiscal year. */
export function fiscalPart(year: number, part: { of: 2 | 4; nth: number }, start: number): DayRange {
  const months = 12 / part.of;
  return monthsFrom(start > 1 ? year - 1 : year, start + (part.nth - 1) * months, months);
}

/** The fiscal year, and its quarter, that a day is in. */
export function fiscalPlace(day: Day, start: number): { readonly year: number; readonly quarter: number } {
  const { year, month } = partsOf(day);
  return {
    year: start > 1 && month >= start ? year + 1 : year,
    quarter: Math.floor(((month - start + 12) % 12) / 3) + 1,
  };
}

/** Which days fiscal years have, said of one of them. */
export function fiscalConvention(year: number, start: number): string {
  if (start === 1) return 'Fiscal years are calendar years here, as FISCAL_YEAR_START names no other month.';
  return (
    `Fiscal years begin in ${MONTH_NAMES[start - 1]} and are named by the year that they end in: ` +
    `FY${year} is ${showDays(fiscalYear(year, start))}.`
  );
}
