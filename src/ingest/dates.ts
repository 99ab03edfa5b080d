import { dayOf as calendarDay, type Day } from '../calendar/days.js';

/** The order of the parts of a written date. */
export const DATE_ORDERS = ['ymd', 'mdy', 'dmy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

const NUMERIC = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})(?:[T ,]+(?:\d{1,2}:\d{2}.*)?)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const NAMED =
  /^(?:\p{L}+,? )?(?:(\d{1,2})[-. ]+)?(\p{L}{3,})\.?[-, ]+(?:(\d{1,2})(?:st|nd|rd|th)?,? +)?(\d{2,4})(?:[T ,]+.*)?$/u;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** No date is written longer; what is longer is not searched for one. */
export const LONGEST_DATE = 60;
/** Years before are misread numbers, not sales. */
const FIRST_YEAR = 1900;

/** Reads one written date in the given order of parts; undefined where it is no date in that order. */
export function readDate(text: string, order: DateOrder): Day | undefined {
  const s = text.trim();
  if (s.length > LONGEST_DATE) return undefined;
  const m = NUMERIC.exec(s);
  if (m) {
    const [a, b, c] = [m[1] as string, m[2] as string, m[3] as string];
    if (a.length === 4) return c.length <= 2 ? dayOf(Number(a), Number(b), Number(c)) : undefined;
    if (order === 'ymd')
      return a.length === 2 && c.length <= 2 ? dayOf(fullYear(a), Number(b), Number(c)) : undefined;
    if (c.length === 3 || c.length === 1) return undefined;
    const [month, date] = order === 'mdy' ? [a, b] : [b, a];
    return dayOf(fullYear(c), Number(month), Number(date));
  }
  const compact = COMPACT.exec(s);
  if (compact) return dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const named = NAMED.exec(s);
  if (!named) return undefined;
  const month = MONTHS.indexOf((named[2] as string).slice(0, 3).toLowerCase()) + 1;
  const date = named[1] ?? named[3];
  return month > 0 && date ? dayOf(fullYear(named[4] as string), month, Number(date)) : undefined;
}

function dayOf(year: number, month: number, date: number): Day | undefined {
  return year < FIRST_YEAR ? undefined : calendarDay(year, month, date);
}

/** Two-digit years are 1970 to 2069. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}

/** Counts, over a whole column, how many of its dates each order can read. */
export interface DateCount {
  filled: number;
  readonly reads: Record<DateOrder, number>;
}

export const newDateCount = (): DateCount => ({ filled: 0, reads: { ymd: 0, mdy: 0, dmy: 0 } });

export function countDate(count: DateCount, text: string): void {
  count.filled++;
  for (const order of DATE_ORDERS) if (readDate(text, order) !== undefined) count.reads[order]++;
}

/**
 * The one order that reads most of the column.
 * @param preferred decides where the readings are equally good and differ (the shop's own setting)
 * @returns the order, the share it reads, and whether it had to be assumed
 */
export function bestOrder(
  count: DateCount,
  preferred: DateOrder,
): { order: DateOrder; share: number; assumed: boolean } {
  const { mdy, dmy, ymd } = count.reads;
  const most = Math.max(mdy, dmy, ymd);
  const share = count.filled === 0 ? 0 : most / count.filled;
  if (ymd === most) return { order: 'ymd', share, assumed: false };
  if (mdy === dmy) return { order: preferred === 'ymd' ? 'mdy' : preferred, share, assumed: true };
  return { order: mdy > dmy ? 'mdy' : 'dmy', share, assumed: false };
}
