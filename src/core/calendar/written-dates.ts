import { withoutAccents } from '../text/accents.js';
import { dayOf as calendarDay, type Day } from './days.js';

/** The order of the parts of a written date. */
export const DATE_ORDERS = ['ymd', 'mdy', 'dmy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/**
 * The order of the parts for each style of ambiguous date. A style is the separator and whether there are
 * leading zeros: a file that was edited in two programs has two styles.
 */
export type DateOrders = Readonly<Record<string, DateOrder>>;

/** A date in a file: unambiguous, or ambiguous in the order of its parts. */
export interface WrittenDate {
  /** Undefined if the date is unambiguous: `2026-01-31`, `31 Jan 2026`. */
  readonly style?: string;
  /** The day for each possible order. */
  readonly days: Readonly<Partial<Record<DateOrder, Day>>>;
  /** A spreadsheet's day number or Unix time: only a date if the column's name says so. */
  readonly isNumber?: boolean;
}

const TIME = String.raw`(?:[T ,]+\d{1,2}[:.h]\d{2}.*)?`;
const NUMERIC = new RegExp(String.raw`^(\d{1,4})([-/. ])(\d{1,2})\2(\d{1,4})\.?${TIME}$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[T ]?\d{4,6}.*)?$/;
/** `Fri, 31st Jan 2026`, `31 de enero de 2026`, `January 31st, 2026 10:00`. */
const NAMED = new RegExp(
  [
    String.raw`^(?:\p{L}+\.?,? )?`,
    String.raw`(?:(\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?: de)?[-. /]+)?`,
    String.raw`(\p{L}{3,})\.?(?: de(?:l)?)?[-, /]+`,
    String.raw`(?:(\d{1,2})(?:st|nd|rd|th)?,? +)?`,
    String.raw`(\d{2,4})(?:[T ,]+.*)?$`,
  ].join(''),
  'u',
);
const MONTH_FIRST = /^(\p{L}{3,})\.?[-/](\d{1,2})[-/](\d{2,4})(?:[T ,].*)?$/u;
const YEAR_FIRST = /^(\d{4})[-/ ](\p{L}{3,})\.?[-/ ](\d{1,2})(?:[T ,].*)?$/u;
const SERIAL = /^(\d{5})(?:[.,]\d+)?$/;
const SECONDS = /^(\d{10})(?:\d{3})?(?:\.\d+)?$/;

/** How month names begin in English, German, French, Spanish and Portuguese, without accents. */
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

/** The number of a month by its name, 1 to 12; 0 if it is not a month. */
export function monthOf(name: string): number {
  const plain = withoutAccents(name);
  return MONTHS.findIndex(names => names.some(n => plain.startsWith(n))) + 1;
}

/** In characters. Longer text is not searched for a date. */
export const LONGEST_DATE = 60;
/** Earlier years are misread numbers, not sales. */
const FIRST_YEAR = 1900;
/** Day 0 of spreadsheets, 1899-12-30: they count from 1900 and include a 29 February 1900. */
const SERIAL_ZERO = -25_569;
/** The day numbers of 1954 to 2099. */
const SERIALS = [20_000, 73_050] as const;

/** Parses a date in every order that is possible; undefined if it is not a date. */
export function parseDate(text: string): WrittenDate | undefined {
  const s = text.trim();
  if (s.length < 5 || s.length > LONGEST_DATE) return undefined;
  const first = s.charCodeAt(0);
  const isDigit = first > 47 && first < 58;
  return (isDigit ? (numericDate(s) ?? numberDate(s)) : undefined) ?? namedDate(s);
}

function numericDate(s: string): WrittenDate | undefined {
  const m = NUMERIC.exec(s);
  if (!m) {
    const compact = COMPACT.exec(s);
    if (!compact) return undefined;
    return certain(dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3])));
  }
  const [a, mark, b, c] = [m[1] as string, m[2]!, m[3]!, m[4]!];
  if (a.length === 4) {
    if (c.length > 2) return undefined;
    // 2026/31/01 is rare, but unambiguous.
    return certain(dayOf(Number(a), Number(b), Number(c)) ?? dayOf(Number(a), Number(c), Number(b)));
  }
  if (a.length > 2 || c.length === 3 || c.length === 1) return undefined;
  const days: Partial<Record<DateOrder, Day>> = {};
  const take = (order: DateOrder, year: string, month: string, date: string) => {
    const day = dayOf(fullYear(year), Number(month), Number(date));
    if (day !== undefined) days[order] = day;
  };
  if (c.length <= 2 && a.length === 2) take('ymd', a, b, c);
  take('mdy', c, a, b);
  take('dmy', c, b, a);
  if (Object.keys(days).length === 0) return undefined;
  return { style: mark + paddingOf(a, b), days };
}

/** `0` with leading zeros, `1` without, `2` if both parts have two digits, which leaves it open. */
function paddingOf(a: string, b: string): string {
  if (a.startsWith('0') || b.startsWith('0')) return '0';
  return a.length === 1 || b.length === 1 ? '1' : '2';
}

/** Dates as numbers: a spreadsheet's days, or Unix time in seconds or milliseconds. */
function numberDate(s: string): WrittenDate | undefined {
  const serial = SERIAL.exec(s);
  const days = Number(serial?.[1]);
  if (serial && days >= SERIALS[0] && days <= SERIALS[1]) return certain(SERIAL_ZERO + days, true);
  const seconds = Number(SECONDS.exec(s)?.[1]);
  return seconds ? certain(Math.floor(seconds / 86_400), true) : undefined;
}

function namedDate(s: string): WrittenDate | undefined {
  const monthFirst = MONTH_FIRST.exec(s);
  if (monthFirst) return named(monthFirst[3], monthFirst[1], monthFirst[2]);
  const yearFirst = YEAR_FIRST.exec(s);
  if (yearFirst) return named(yearFirst[1], yearFirst[2], yearFirst[3]);
  const m = NAMED.exec(s);
  return m ? named(m[4], m[2], m[1] ?? m[3]) : undefined;
}

function named(year = '', name = '', date?: string): WrittenDate | undefined {
  const month = monthOf(name);
  return month > 0 && date ? certain(dayOf(fullYear(year), month, Number(date))) : undefined;
}

function certain(day: Day | undefined, isNumber = false): WrittenDate | undefined {
  return day === undefined ? undefined : { days: { ymd: day }, ...(isNumber && { isNumber }) };
}

function dayOf(year: number, month: number, date: number): Day | undefined {
  return year < FIRST_YEAR ? undefined : calendarDay(year, month, date);
}

/** Two-digit years stand for 1970 to 2069. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}

/** The day of a date, with the orders of ambiguous styles; undefined if it is not a date in that order. */
export function readDate(text: string, orders: DateOrders): Day | undefined {
  const date = parseDate(text);
  if (!date) return undefined;
  return date.style === undefined ? date.days.ymd : date.days[orders[date.style] ?? 'ymd'];
}

const CLOCK = /[T ,](\d{1,2})[:.h](\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?([ap])\.?m\b)?/i;
const SERIAL_TIME = /^\d{5}[.,](\d+)$/;

/** The hour of day, 0 to 23, of a date with a time; undefined if it has none. */
export function hourIn(text: string): number | undefined {
  const serial = SERIAL_TIME.exec(text);
  // A spreadsheet's rounding may fall short of a full hour by up to half a second.
  if (serial) return Math.floor(Number(`0.${serial[1]}`) * 24 + 1 / 7200) % 24;
  // The day itself may contain points; the time comes after a space.
  const m = CLOCK.exec(text.slice(4));
  if (!m) return undefined;
  const hour = Number(m[1]);
  if (hour > 23 || Number(m[2]) > 59) return undefined;
  const half = m[3]?.toLowerCase();
  return half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
}

const DAY_BEFORE_TIME = /^(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})[T ,]/;

/** The part of a date's text before the time of day, the key for caching parsed dates. */
export const dayText = (text: string): string => DAY_BEFORE_TIME.exec(text)?.[1] ?? text;
