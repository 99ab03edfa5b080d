/**
 * A calendar day as the number of days since 1970-01-01. A sale's day is a day of the shop's own calendar, so
 * it has no time zone, and daylight saving time does not change differences.
 */
export type Day = number;

const MS = 86_400_000;

/** Day of a calendar date; month is 1 to 12. Undefined if there is no such date (30 February). */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (month < 1 || month > 12 || date < 1 || date > 31) return undefined;
  const ms = Date.UTC(year, month - 1, date);
  const check = new Date(ms);
  return check.getUTCMonth() === month - 1 && check.getUTCDate() === date ? ms / MS : undefined;
}

/** The day of an ISO date, `2004-11-05`; undefined if it is not one. */
export function dayFromIso(iso: string): Day | undefined {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return m ? dayOf(Number(m[1]), Number(m[2]), Number(m[3])) : undefined;
}

/** A day as an ISO date: `2004-11-05`. */
export function isoOf(day: Day): string {
  return new Date(day * MS).toISOString().slice(0, 10);
}

/** The calendar parts of a day; month 1 to 12, weekday 1 (Monday) to 7 (ISO 8601). */
export function partsOf(day: Day): { year: number; month: number; date: number; weekday: number } {
  const d = new Date(day * MS);
  return {
    year: d.getUTCFullYear(),
    month: d.getUTCMonth() + 1,
    date: d.getUTCDate(),
    weekday: ((d.getUTCDay() + 6) % 7) + 1,
  };
}

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const SHOWN = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A day as shown to people: `Nov 5, 2004`. */
export function showDay(day: Day): string {
  return SHOWN.format(new Date(day * MS));
}

/** With its weekday: `Fri, Nov 5, 2004`. */
export const showWeekday = (day: Day): string =>
  `${WEEKDAYS[partsOf(day).weekday - 1]!.slice(0, 3)}, ${showDay(day)}`;

/** By IANA time zone. Making one takes about a millisecond, and every question asks for today. */
const ISO_FORMATS = new Map<string, Intl.DateTimeFormat>();

function isoFormatIn(zone: string): Intl.DateTimeFormat {
  const known = ISO_FORMATS.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  ISO_FORMATS.set(zone, format);
  return format;
}

/** The current day in an IANA time zone. */
export const todayIn = (zone: string, now: Date): Day => dayFromIso(isoFormatIn(zone).format(now)) as Day;
