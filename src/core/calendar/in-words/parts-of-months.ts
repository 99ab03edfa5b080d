import { COUNT, countOf } from '../../text/counts.js';
import { type Day, isoOf, partsOf } from '../days.js';
import { type DayRange, monthsFrom, periodBefore, periodOf } from '../grain.js';
import { MONTH, type PeriodContext } from './named-period.js';

const NAMES = 'january february march april may june july august september october november december'.split(
  ' ',
);
const YEAR = '(?:19|20)\\d{2}';
const OF_MONTH = `(?:of |in )?(?:the month of )?(?:(${MONTH})(?:,? (${YEAR}))?|(this|last) month)(?![\\w-])`;

/** `nov` as `november`. */
export const monthNamed = (said: string): string =>
  NAMES.find(name => name.startsWith(said.slice(0, 3))) ?? said;

/** The first day of a month; without a year it is the last such month that the data can have. */
export function monthStart(month: string, year: string | undefined, { anchor, data }: PeriodContext): Day {
  const last = Math.min(anchor, data.to);
  const at = NAMES.indexOf(monthNamed(month)) + 1;
  let of = year ? Number(year) : partsOf(last).year;
  if (!year && monthsFrom(of, at, 1).from > last) of--;
  return monthsFrom(of, at, 1).from;
}

/** `2nd half of november`: the first half ends with the 15th. */
const HALVES = new RegExp(`(?<![\\w-])(?:the )?(first|1st|second|2nd|last|latter) half ${OF_MONTH}`, 'g');
/** `first 10 days of may`, `last two weeks of november 2004`. */
const DAYS = new RegExp(`(?<![\\w-])(?:the )?(first|last) ${COUNT} (days|weeks) ${OF_MONTH}`, 'g');
const NTH_WEEK = new RegExp(`(?<![\\w-])(?:the )?(second|2nd|third|3rd|fourth|4th) week ${OF_MONTH}`, 'g');

/**
 * The text (lower-case) with parts of a month as days: weeks of a month begin with its 1st, 8th, 15th and
 * 22nd.
 */
export function withPartsOfMonths(text: string, context: PeriodContext): string {
  const monthOf = (month?: string, year?: string, which?: string): DayRange => {
    if (month !== undefined) return periodOf('month', monthStart(month, year, context));
    const current = periodOf('month', context.anchor);
    return which === 'this' ? current : periodBefore('month', current.from);
  };
  const days = (from: Day, to: Day) => `${isoOf(from)}..${isoOf(to)}`;
  return text
    .replace(HALVES, (_, half, month, year, which) => {
      const { from, to } = monthOf(month, year, which);
      return /^(?:first|1st)$/.test(half) ? days(from, from + 14) : days(from + 15, to);
    })
    .replace(DAYS, (m, end, count, unit, month, year, which) => {
      const { from, to } = monthOf(month, year, which);
      const length = countOf(count) * (unit === 'weeks' ? 7 : 1);
      if (length < 1 || length > to - from + 1) return m;
      return end === 'first' ? days(from, from + length - 1) : days(to - length + 1, to);
    })
    .replace(NTH_WEEK, (_, nth, month, year, which) => {
      const start =
        monthOf(month, year, which).from + (/^(?:s|2)/.test(nth) ? 7 : /^(?:t|3)/.test(nth) ? 14 : 21);
      return days(start, start + 6);
    });
}

const LEFT_OUT = new RegExp(
  `(?<![\\w-])(${YEAR}),? \\(?(?:but )?(?:without|except(?: for)?|excluding|excl\\.?|minus|leaving out|` +
    `not counting|bar) (${MONTH}(?:(?:,| and|,? ?&| ?\\+)+ ?${MONTH})*)(?![\\w-])\\)?`,
  'g',
);

/** `2004 without nov and dec` as the months that are left, where they are one period. */
export const withoutMonths = (text: string): string =>
  text.replace(LEFT_OUT, (said, year: string, months: string) => {
    const out = new Set(
      [...months.matchAll(new RegExp(MONTH, 'g'))].map(([m]) => NAMES.indexOf(monthNamed(m))),
    );
    const left = NAMES.map((_, month) => month).filter(month => !out.has(month));
    const [first, last] = [left[0], left.at(-1)];
    if (first === undefined || last === undefined || last - first + 1 !== left.length) return said;
    const key = (month: number) => `${year}-${String(month + 1).padStart(2, '0')}`;
    return `${key(first)}..${key(last)}`;
  });
