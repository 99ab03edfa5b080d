import { dayOf as calendarDay, type Day } from '../calendar/days.js';

/** The order of the parts of a written date. */
export const DATE_ORDERS = ['ymd', 'mdy', 'dmy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

const NUMERIC = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})(?:[T ,]+(?:\d{1,2}:\d{2}.*)?)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const NAMED =
  /^(?:\p{L}+,? )?(?:(\d{1,2})[-. ]+)?(\p{L}{3,})\.?[-, ]+(?:(\d{1,2})(?:st|nd|rd|th)?,? +)?(\d{2,4})(?:[T ,]+.*)?$/u;

/** How month names begin, in English, German, French, Spanish and Portuguese, without accents. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene'],
  ['feb', 'fev'],
  ['mar', 'maer'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'out'],
  ['nov'],
  ['dec', 'dez', 'dic'],
];

function monthOf(name: string): number {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return MONTHS.findIndex(names => names.some(n => plain.startsWith(n))) + 1;
}

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
  const month = monthOf(named[2] as string);
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
  /** Dates that say their order themselves: `2026-01-31`, `31 Jan 2026`. */
  certain: number;
  /** Of the others, how many each order reads. */
  readonly reads: Record<DateOrder, number>;
}

export const newDateCount = (): DateCount => ({ filled: 0, certain: 0, reads: { ymd: 0, mdy: 0, dmy: 0 } });

export function countDate(count: DateCount, text: string): void {
  count.filled++;
  const days = DATE_ORDERS.map(order => readDate(text, order));
  const isOpen = SHORT.test(text.trim());
  if (!isOpen && days[0] !== undefined) count.certain++;
  else
    DATE_ORDERS.forEach((order, i) => {
      if (days[i] !== undefined) count.reads[order]++;
    });
}

/** Written so that the order of its parts is open: it starts with a part of one or two digits. */
const SHORT = /^\d{1,2}[-/. ]\d{1,2}[-/. ]/;

/** How many of the column's dates the best order reads. */
export const mostRead = ({ certain, reads }: DateCount): number =>
  certain + Math.max(reads.mdy, reads.dmy, reads.ymd);

/**
 * The one order that reads most of the column. A year of two digits stands last unless no other order will do.
 * @param preferred decides where day and month could change places (the shop's own setting)
 * @returns the order, the share it reads, and whether it had to be assumed
 */
export function bestOrder(
  count: DateCount,
  preferred: DateOrder,
): { order: DateOrder; share: number; assumed: boolean } {
  const { mdy, dmy, ymd } = count.reads;
  const share = count.filled === 0 ? 0 : mostRead(count) / count.filled;
  if (mdy + dmy + ymd === 0) return { order: 'ymd', share, assumed: false };
  if (ymd > mdy && ymd > dmy) return { order: 'ymd', share, assumed: false };
  if (mdy === dmy) return { order: preferred === 'ymd' ? 'mdy' : preferred, share, assumed: true };
  return { order: mdy > dmy ? 'mdy' : 'dmy', share, assumed: false };
}
