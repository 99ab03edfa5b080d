import { dayOf as calendarDay, type Day, partsOf } from './days.js';
import { monthOf } from './month-names.js';

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
  /** A month or a week alone, by its first day: `Jan 2026`, `2026-W02`. */
  readonly period?: 'month' | 'week';
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
    String.raw`(\p{L}{3,})\.?(?: de(?:l)?)?[-,. /]+`,
    String.raw`(?:(\d{1,2})(?:st|nd|rd|th)?,? +)?`,
    String.raw`(\d{2,4})(?:[T ,]+.*)?$`,
  ].join(''),
  'u',
);
const MONTH_FIRST = /^(\p{L}{3,})\.?[-/](\d{1,2})[-/](\d{2,4})(?:[T ,].*)?$/u;
/** `2026-Jan-05`, and `2026. január 5.` in Hungarian. */
const YEAR_FIRST = /^(\d{4})[-/. ]+(\p{L}{3,})\.?[-/ ](\d{1,2})\.?(?:[T ,].*)?$/u;
/** `Mon Jan 05 10:02:11 UTC 2026`, as Unix programs write it. */
const YEAR_LAST = /^\p{L}{3},? (\p{L}{3}) {1,2}(\d{1,2}) \d{1,2}:\d{2}.* (\d{4})$/u;
/** `2026年1月5日` in Chinese and Japanese, `2026년 1월 5일` in Korean. */
const EAST_ASIAN = /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/;
/** `5. 1. 2026` and `2026. 1. 5.`: points with spaces behind them. */
const SPACED = /^(\d{1,4})\. (\d{1,2})\. (\d{1,4})/;
const SERIAL = /^(\d{5})(?:[.,]\d+)?$/;
const SECONDS = /^(\d{10})(?:\d{3})?(?:\.\d+)?$/;

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
  const m = NUMERIC.exec(s) ?? (s.includes('. ') ? NUMERIC.exec(s.replace(SPACED, '$1.$2.$3')) : null);
  if (!m) {
    const asian = s.includes('年') || s.includes('년') ? EAST_ASIAN.exec(s) : null;
    if (asian) return certain(dayOf(Number(asian[1]), Number(asian[2]), Number(asian[3])));
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
  const yearLast = YEAR_LAST.exec(s);
  if (yearLast) return named(yearLast[3], yearLast[1], yearLast[2]);
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
  const date = parseDate(text) ?? (orders[PERIOD] === undefined ? undefined : parsePeriod(text));
  if (!date) return undefined;
  if (date.style !== undefined) return date.days[orders[date.style] ?? 'ymd'];
  return orders[SWAPPED] === undefined ? date.days.ymd : swapped(date.days.ymd);
}

/** A style of its own in the orders of a column: months and weeks alone count as their first day. */
export const PERIOD = 'period';

/**
 * A style of its own in the orders of a column: its unambiguous dates have day and month exchanged, since a
 * spreadsheet took the day for the month.
 */
export const SWAPPED = 'swapped';

/** The day with its day and month exchanged; the same day where that is no date. */
export function swapped(day: Day | undefined): Day | undefined {
  if (day === undefined) return undefined;
  const { year, month, date } = partsOf(day);
  return calendarDay(year, date, month) ?? day;
}

const YEAR_MONTH = /^(\d{4})(?:[-/]| ?[年년] ?)(\d{1,2})(?: ?[月월])?$/;
const MONTH_YEAR = /^(\d{1,2})[-/](\d{4})$/;
const NAMED_MONTH = /^(\p{L}{3,})\.?(?:[-/ ]+(\d{4})|[-/ ]?'(\d{2})|[-/](\d{2}))$/u;
const YEAR_NAMED_MONTH = /^(\d{4})[-/. ]+(\p{L}{3,})\.?$/u;
const ISO_WEEK = /^(\d{4})-?W(\d{2})$/i;

/** Parses a month or a week that stands alone, as its first day; undefined if it is neither. */
export function parsePeriod(text: string): WrittenDate | undefined {
  const s = text.trim();
  if (s.length < 6 || s.length > 20) return undefined;
  const week = ISO_WEEK.exec(s);
  if (week) return period(mondayOf(Number(week[1]), Number(week[2])), 'week');
  const [, year = '', month = ''] = YEAR_MONTH.exec(s) ?? [];
  if (year) return period(dayOf(Number(year), Number(month), 1), 'month');
  const monthYear = MONTH_YEAR.exec(s);
  if (monthYear) return period(dayOf(Number(monthYear[2]), Number(monthYear[1]), 1), 'month');
  const yearNamed = YEAR_NAMED_MONTH.exec(s);
  const named = NAMED_MONTH.exec(s);
  const name = yearNamed?.[2] ?? named?.[1];
  const ofYear = yearNamed?.[1] ?? named?.[2] ?? named?.[3] ?? named?.[4];
  if (!name || !ofYear) return undefined;
  return period(dayOf(fullYear(ofYear), monthOf(name), 1), 'month');
}

const period = (day: Day | undefined, kind: 'month' | 'week'): WrittenDate | undefined =>
  day === undefined ? undefined : { days: { ymd: day }, period: kind };

/** The Monday of a week of ISO 8601: week 1 has the year's first Thursday in it. */
function mondayOf(year: number, week: number): Day | undefined {
  const fourth = dayOf(year, 1, 4);
  if (fourth === undefined || week < 1 || week > 53) return undefined;
  return fourth - partsOf(fourth).weekday + 1 + (week - 1) * 7;
}

const DAY_BEFORE_TIME = /^(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})[T ,]/;

/** The part of a date's text before the time of day, the key for caching parsed dates. */
export const dayText = (text: string): string => DAY_BEFORE_TIME.exec(text)?.[1] ?? text;
