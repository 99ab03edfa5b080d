import { NotUnderstood } from '../../errors.js';
import { type Day, dayFromIso, partsOf } from '../days.js';
import { type DayRange, type Grain, monthsFrom, periodKey, periodOf } from '../grain.js';
import { namedRange } from '../named-range.js';
import type { Period } from '../period.js';

/** What relative periods count from, and the span that open ends reach to. */
export interface PeriodContext {
  /** The day that "last week" is the week before of. */
  readonly anchor: Day;
  /** Today; where it is not the anchor, an answer says what relative periods count from. */
  readonly today: Day;
  readonly data: DayRange;
}

/** Data whose last day is older than this is history: "last week" is then counted from that day. */
const HISTORY_DAYS = 14;

/** What relative periods count from: today, or the last day of data that is history. */
export const periodContext = (data: DayRange, today: Day): PeriodContext => ({
  anchor: today - data.to > HISTORY_DAYS ? data.to : today,
  today,
  data,
});

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|' +
  'oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** Month names that are no other word; the short ones and `may` need a year or a preposition. */
const LONG_MONTH =
  '(?:january|february|march|april|june|july|august|september|october|november|december|sept)';
const YEAR = '(?:19|20)\\d{2}';
const NTH = '(?:1st|2nd|3rd|4th|first|second|third|fourth|last)';
const OF = '(?:,? (?:of )?| of the year )';
const DATED = [
  '\\d{4}-\\d{1,2}-\\d{1,2}',
  '\\d{4}-\\d{2}',
  `q\\d(?:[ -]|${OF})?${YEAR}`,
  `${YEAR}[ -]?q\\d`,
  `h[12] ?${YEAR}`,
  `${YEAR} ?h[12]`,
  `${NTH} (?:quarter|half)${OF}${YEAR}`,
  `${MONTH}\\.?(?:-|${OF})${YEAR}`,
  `(?:0?[1-9]|1[0-2])/${YEAR}`,
  `${YEAR} ${MONTH}`,
  YEAR,
].join('|');
const UNDATED = [`q\\d`, `h[12]`, `${NTH} (?:quarter|half)(?! of)`, LONG_MONTH].join('|');
/** A period with a name; one without its year is the latest such period of the data. */
export const NAMED = `(?:${DATED}|${UNDATED})`;
/** After a preposition, short names of months can only be months. */
export const NAMED_AFTER = `(?:${DATED}|${UNDATED}|${MONTH}(?!\\w))`;

/**
 * A period with a name: `2004`, `q4 2004`, `oct 2004`, `2004-10`, `2004-10-05`, `november`.
 * @param after the earliest start of a period without a year; the latest in the data where none is given
 */
export function named(written: string | undefined, context: PeriodContext, after?: Day): Period {
  const text = (written ?? '').trim();
  const found = namedParts(text);
  if (!found)
    throw new NotUnderstood(`There is no "${text}" in the calendar.`, [
      `sales ${periodKey('month', periodOf('month', context.anchor).from)}`,
      `sales ${periodKey('quarter', periodOf('quarter', context.anchor).from)}`,
    ]);
  const { year, month, months, day, grain } = found;
  if (year !== undefined) {
    const range = day === undefined ? monthsFrom(year, month, months) : { from: day, to: day };
    return grain ? { range, grain, text: periodKey(grain, range.from) } : namedRange(range);
  }
  const last = Math.min(context.anchor, context.data.to);
  let from = partsOf(after ?? last).year;
  if (after === undefined) while (monthsFrom(from, month, months).from > last) from--;
  else while (monthsFrom(from, month, months).from < after) from++;
  return { ...namedRange(monthsFrom(from, month, months)), undated: text };
}

interface NamedParts {
  readonly year?: number;
  readonly month: number;
  readonly months: number;
  readonly day?: Day;
  readonly grain?: Grain;
}

function namedParts(text: string): NamedParts | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) {
    const day = dayFromIso(
      `${iso[1]}-${(iso[2] as string).padStart(2, '0')}-${(iso[3] as string).padStart(2, '0')}`,
    );
    return day === undefined ? undefined : { year: Number(iso[1]), month: 1, months: 12, day, grain: 'day' };
  }
  const year = /(?:^|\D)((?:19|20)\d{2})(?:\D|$)/.exec(text)?.[1];
  const dated = year === undefined ? {} : { year: Number(year) };
  const rest = text.replace(year ?? '', ' ').trim();
  if (rest === '') return { ...dated, month: 1, months: 12, grain: 'year' };
  const number = /^-(\d{2})$/.exec(rest);
  if (number)
    return (
      between(Number(number[1]), 1, 12) && { ...dated, month: Number(number[1]), months: 1, grain: 'month' }
    );
  const quarter = /^-?q(\d)/.exec(rest)?.[1] ?? nth(rest, 'quarter', 4);
  if (quarter)
    return (
      between(Number(quarter), 1, 4) && {
        ...dated,
        month: Number(quarter) * 3 - 2,
        months: 3,
        grain: 'quarter',
      }
    );
  const half = /^h(\d)/.exec(rest)?.[1] ?? nth(rest, 'half', 2);
  if (half) return between(Number(half), 1, 2) && { ...dated, month: Number(half) * 6 - 5, months: 6 };
  const slashed = /^(\d{1,2})\/$/.exec(rest);
  if (slashed) return { ...dated, month: Number(slashed[1]), months: 1, grain: 'month' };
  const month = MONTHS.indexOf(rest.slice(0, 3));
  return month < 0 ? undefined : { ...dated, month: month + 1, months: 1, grain: 'month' };
}

const between = (n: number, least: number, most: number): true | undefined =>
  n >= least && n <= most ? true : undefined;

/** `second quarter` -> 2; the last is the highest. */
function nth(text: string, unit: string, last: number): number | undefined {
  const m = new RegExp(`^(1st|2nd|3rd|4th|first|second|third|fourth|last) ${unit}`).exec(text);
  if (!m) return undefined;
  const index = ['first', 'second', 'third', 'fourth'].indexOf(m[1] as string);
  return m[1] === 'last' ? last : index >= 0 ? index + 1 : Number.parseInt(m[1] as string, 10);
}

export const isDated = (text: string): boolean => /\d{4}/.test(text);

/** The latest period of this name that ends by a day. */
export function before(text: string, by: Day, context: PeriodContext): Period {
  return named(text, { ...context, anchor: by, data: { ...context.data, to: by } });
}
