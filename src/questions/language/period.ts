import type { Day } from '../../calendar/days.js';
import { dayFromIso, isoOf, partsOf, showDay } from '../../calendar/days.js';
import {
  type DayRange,
  type Grain,
  monthsFrom,
  periodBefore,
  periodKey,
  periodOf,
} from '../../calendar/grain.js';
import { NotUnderstood } from '../../errors.js';
import { type Period, sameDateYearBefore } from '../../sales/period.js';

/** What relative periods count from, and the span that open ends reach to. */
export interface PeriodContext {
  /** The day that "last week" is the week before of. */
  readonly anchor: Day;
  /** Today; where it is not the anchor, an answer says what relative periods count from. */
  readonly today: Day;
  readonly data: DayRange;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
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
const NAMED = `(?:${DATED}|${UNDATED})`;
/** After a preposition, short names of months can only be months. */
const NAMED_AFTER = `(?:${DATED}|${UNDATED}|${MONTH}(?!\\w))`;
const END = '(?![\\w-]|\\.\\d)';
const GRAIN = '(day|week|month|quarter|year)';
/** A hyphen stands between two periods only with spaces around it, or between two names or two years: `2004-q4` is one period. */
const TO =
  '(?: ?\\.\\.\\.? ?| to | until | till | through | thru | up to | [-–] |(?<=[a-z])[-–](?=[a-z])|(?<=\\b\\d{4})[-–](?=(?:19|20)\\d{2}(?![-\\d])))';
const IN = '(?:(?:in|for|during|on|over|of|within) (?:the )?)?';
const NUMBERS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const COUNT = `(\\d{1,4}|${NUMBERS.join('|')})`;

type Reader = (m: RegExpExecArray, context: PeriodContext) => Period;
const pattern = (source: string): RegExp => new RegExp(`(?<![\\w-])${source}${END}`);

/**
 * Each way to write a period. The one that begins first wins, then the longest. The first three are none where
 * something changed from one period to another.
 */
const READERS: readonly (readonly [RegExp, Reader])[] = [
  [pattern(`between (${NAMED_AFTER}) and (${NAMED_AFTER})`), spanOfTwo],
  [pattern(`(?:between|from) (${NAMED_AFTER})${TO}(${NAMED_AFTER})`), spanOfTwo],
  [pattern(`(${NAMED_AFTER})${TO}(${NAMED_AFTER})`), spanOfTwo],
  [pattern(`(${NAMED_AFTER}) ?\\.\\.\\.? ?(${NAMED_AFTER})`), spanOfTwo],
  [
    pattern('(?:the )?week of (?:the )?(\\d{4}-\\d{2}-\\d{2})'),
    (m, c) => namedRange(periodOf('week', named(m[1], c).range.from)),
  ],
  [
    pattern(`(?:after) (${NAMED_AFTER})`),
    (m, c) => {
      const from = named(m[1], c).range.to + 1;
      return span({ from, to: Math.max(c.data.to, from) }, `since ${isoOf(from)}`);
    },
  ],
  [
    pattern(`(?:before) (${NAMED_AFTER})`),
    (m, c) => {
      const to = named(m[1], c).range.from - 1;
      return span({ from: Math.min(c.data.from, to), to }, `until ${isoOf(to)}`);
    },
  ],
  [
    pattern(
      `(?:since|starting(?: in| from)?|from (?=[^ ]+(?: \\d{4})? on)) ?(?:the )?(${NAMED_AFTER})(?: on(?:wards?)?)?`,
    ),
    (m, c) => {
      const a = named(m[1], c);
      return span({ from: a.range.from, to: Math.max(c.data.to, a.range.to) }, `since ${a.text}`);
    },
  ],
  [
    pattern(`(?:until|till|up to|through|to the end of) (${NAMED_AFTER})`),
    (m, c) => {
      const a = named(m[1], c);
      return span({ from: Math.min(c.data.from, a.range.from), to: a.range.to }, `until ${a.text}`);
    },
  ],
  [pattern(`from (${NAMED_AFTER})(?! ?(?:and|to|until|till|\\.\\.))`), fromWhat],
  [
    pattern(`${IN}(?:last|past|previous|latest|recent|trailing) ${COUNT} ${GRAIN}s?`),
    (m, c) => lastCount(countOf(m[1]), m[2] as Grain, c),
  ],
  [
    pattern(`${IN}(last|past|previous|prior|this|current|running) ${GRAIN}`),
    (m, c) => currentOrLast(m[2] as Grain, /this|current|running/.test(m[1] ?? ''), c),
  ],
  [
    pattern(`(?:${GRAIN}[ -]to[ -]date|([ymqw])td)`),
    (m, c) =>
      currentOrLast(
        ((m[1] as Grain) ?? { y: 'year', m: 'month', q: 'quarter', w: 'week' }[m[2] ?? '']) as Grain,
        true,
        c,
      ),
  ],
  [pattern('yesterday'), (_, c) => relative({ from: c.anchor - 1, to: c.anchor - 1 }, 'yesterday', c, 'day')],
  [pattern('today'), (_, c) => relative({ from: c.anchor, to: c.anchor }, 'today', c, 'day')],
  [
    pattern(`(?:in|for|during|on|of|within|last|this) (?:the )?(?:month of |year )?(${NAMED_AFTER})`),
    (m, c) => named(m[1], c),
  ],
  [pattern(`(${NAMED})`), (m, c) => named(m[1], c)],
];

/** Periods found in a text, and the text without them. */
export interface FoundPeriods {
  readonly period?: Period;
  /** What the period is to be compared with, where the text says so. */
  readonly versus?: Period;
  readonly rest: string;
}

const PLACE = '\u0001';
const AGAINST =
  '(?:vs\\.?|versus|against|(?:as )?compared (?:to|with)|in comparison (?:to|with)|relative to)';
const BETWEEN = new RegExp(`${PLACE}(?:'s)? ${AGAINST} (?:the )?${PLACE}`);
/** Words that make two periods a comparison. */
const CHANGE_WORDS = /\b(?:compar\w*|chang\w*|differ\w*|gr[eo]w\w*|declin\w*)\b/;
const COMPARED = new RegExp(
  `(${CHANGE_WORDS.source})(.*?)(?:between |of )?${PLACE} (?:with|to|and|against|vs.?|versus) ${PLACE}`,
);
const WITH_BEFORE = new RegExp(
  `(?:${PLACE} )?(?:${AGAINST} (?:the )?(?:same (?:period|time|months?|weeks?|quarter|days) (?:of )?(?:the )?)?(period before|previous period|prior period|year before|last year|previous year|prior year|a year ago|a year earlier)|(year (?:over|on) year|yoy|y\\/y)|(month (?:over|on) month|mom|week (?:over|on) week|wow|quarter (?:over|on) quarter|qoq))(?![\\w])`,
);

/**
 * Takes the periods out of a question's text (lower-case): one, or two that are to be compared.
 * @throws NotUnderstood where a period is impossible (a month 13, an end before its start) or it is open what several
 *   periods are for
 */
export async function findPeriods(text: string, context: PeriodContext): Promise<FoundPeriods> {
  const periods: Period[] = [];
  // "vs last year" is said of the period before it.
  const compared = WITH_BEFORE.exec(await withoutPlaces(text, context, periods));
  const placed = compared ? compared.input : await withoutPlaces(text, context, periods);
  const negated = NEGATED.exec(placed);
  if (negated)
    throw new NotUnderstood(
      `"${negated[1]}" cannot be said of a period: name the period that is meant.`,
      periods.slice(0, 2).map(p => `sales ${p.text}`),
    );
  const [first, second] = periods;
  if (compared && !second) return comparedWithBefore(compared, first, context);
  if (!first) return { rest: placed };
  if (!second) return { period: first, rest: placed.replace(PLACE, ' ') };
  const m = BETWEEN.exec(placed) ?? COMPARED.exec(placed);
  if (!m || periods.length > 2) throw severalPeriods(text, periods);
  // What is later is compared with what was earlier, in whichever order they are named.
  const [a, b] = inOneYear(first, second, context);
  const [versus, period] = a.range.from <= b.range.from ? [a, b] : [b, a];
  if (versus.range.from === period.range.from && versus.range.to === period.range.to)
    return { period, versus: periodBeforeIt(period), rest: withoutPlaced(placed, m) };
  return { period, versus, rest: withoutPlaced(placed, m) };
}

/** The word that says that periods are compared stays: it is the question's. */
function withoutPlaced(placed: string, m: RegExpExecArray): string {
  const rest = m[1] === undefined ? ' ' : `${m[1]}${m[2] ?? ''}`;
  return placed.replace(m[0], rest).replaceAll(PLACE, ' ');
}

/** `h1 vs h2 2004`, `july vs june`: a period without a year is of the other's, or both of the earlier one's. */
function inOneYear(a: Period, b: Period, context: PeriodContext): [Period, Period] {
  const yearOf = (p: Period) => partsOf(p.range.from).year;
  const inYear = (p: Period, year: number) => named(`${p.undated} ${year}`, context);
  if (a.undated && b.undated) {
    const year = Math.min(yearOf(a), yearOf(b));
    return [inYear(a, year), inYear(b, year)];
  }
  if (a.undated && !b.remark) return [inYear(a, yearOf(b)), b];
  return b.undated && !a.remark ? [a, inYear(b, yearOf(a))] : [a, b];
}

/** The text with a mark for each period, which are put into `found`. */
async function withoutPlaces(text: string, context: PeriodContext, found: Period[]): Promise<string> {
  found.length = 0;
  let rest = (await withIsoDays(text, context)).replace(SAID_BEFORE, m => m.replaceAll(' ', '\u0002'));
  for (;;) {
    let best: { m: RegExpExecArray; read: Reader } | undefined;
    for (const [regex, read] of CHANGE_WORDS.test(text) ? READERS.slice(3) : READERS) {
      const m = regex.exec(rest);
      if (!m || (best && (m.index > best.m.index || !isLonger(m, best.m)))) continue;
      best = { m, read };
    }
    if (!best) return rest.replaceAll('\u0002', ' ');
    const period = best.read(best.m, context);
    if (period.range.from > period.range.to) {
      throw new NotUnderstood(`The period "${best.m[0].trim()}" ends before it starts.`, [
        `sales ${periodKey('year', periodOf('year', context.anchor).from)}`,
        'sales last 90 days',
      ]);
    }
    found.push(period);
    rest = `${rest.slice(0, best.m.index)}${PLACE}${rest.slice(best.m.index + best.m[0].length)}`;
  }
}

const isLonger = (m: RegExpExecArray, best: RegExpExecArray): boolean =>
  m.index < best.index || m[0].length > best[0].length;

/** `vs last year` and its like are no periods of their own. */
const SAID_BEFORE = new RegExp(
  `${AGAINST} (?:the )?(?:same (?:period|time|months?|weeks?|quarter|days) (?:of )?(?:the )?)?(?:last|previous|prior) (?:year|period)(?! to)|year (?:over|on) year|month (?:over|on) month|week (?:over|on) week|quarter (?:over|on) quarter`,
);

function comparedWithBefore(
  m: RegExpExecArray,
  said: Period | undefined,
  context: PeriodContext,
): FoundPeriods {
  const grain = m[3]?.startsWith('w')
    ? 'week'
    : m[3]?.startsWith('q')
      ? 'quarter'
      : m[3]
        ? 'month'
        : undefined;
  const period = said ?? currentOrLast(grain ?? 'year', grain === undefined, context);
  const isYear = grain === undefined && !/period/.test(m[1] ?? '');
  const versus = isYear && period.grain !== 'year' ? yearBefore(period) : periodBeforeIt(period);
  return { period, versus, rest: m.input.replace(m[0], ' ').replaceAll(PLACE, ' ') };
}

function yearBefore({ range }: Period): Period {
  const from = sameDateYearBefore(range.from);
  const to = sameDateYearBefore(range.to + 1) - 1;
  return namedRange({ from, to });
}

function periodBeforeIt({ range, grain }: Period): Period {
  if (grain) return namedRange(periodBefore(grain, range.from));
  return namedRange({ from: range.from - (range.to - range.from + 1), to: range.from - 1 });
}

/** A range by the name of a whole period where it is one, else by its first and last day. */
export function namedRange(range: DayRange): Period {
  for (const grain of ['year', 'quarter', 'month', 'day'] as const) {
    const whole = periodOf(grain, range.from);
    if (whole.from === range.from && whole.to === range.to)
      return { range, grain, text: periodKey(grain, range.from) };
  }
  return { range, text: `${isoOf(range.from)}..${isoOf(range.to)}` };
}

const NEGATED = new RegExp(
  `\\b(not|without|excluding|exclude|except(?: for)?|excl|other than|apart from|all but|no)(?: sales| orders| in| for| during)* ${PLACE}`,
);

function severalPeriods(text: string, [a, b]: readonly Period[]): NotUnderstood {
  return new NotUnderstood(
    `"${text.trim().slice(0, 80)}" names several periods. Is it one to be compared with the other, or all from the first to the last?`,
    a && b
      ? [`sales compare ${b.text} with ${a.text}`, `sales ${a.text}..${b.text}`, `sales ${a.text}`]
      : ['sales compare'],
  );
}

function spanOfTwo(m: RegExpExecArray, context: PeriodContext): Period {
  // `march to may 2004`: the first is of the second's year; `oct 2004 to march`: the second is the next after the first.
  const [x, y] = [m[1] as string, m[2] as string];
  const b = named(y, context, isDated(x) ? named(x, context).range.from : undefined);
  const a = isDated(x) ? named(x, context) : before(x, b.range.to, context);
  const range = { from: a.range.from, to: b.range.to };
  const whole = range.from <= range.to ? namedRange(range) : undefined;
  return whole?.grain ? whole : span(range, `${a.text}..${b.text}`);
}

const isDated = (text: string): boolean => /\d{4}/.test(text);

/** The latest period of this name that ends by a day. */
function before(text: string, by: Day, context: PeriodContext): Period {
  return named(text, { ...context, anchor: by, data: { ...context.data, to: by } });
}

function fromWhat(m: RegExpExecArray, context: PeriodContext): Period {
  const a = named(m[1], context);
  throw new NotUnderstood(`"${m[0].trim()}" can mean since then, or that period alone.`, [
    `sales since ${a.text}`,
    `sales ${a.text}`,
  ]);
}

const span = (range: DayRange, text: string): Period => ({ range, text });

const countOf = (written = ''): number => {
  const index = NUMBERS.indexOf(written);
  return index < 0 ? Number(written) : index + 1;
};

/** A period that counts from the anchor; it says so where that is not today. */
function relative(range: DayRange, text: string, { anchor, today }: PeriodContext, grain?: Grain): Period {
  const remark =
    anchor === today ? undefined : `"${text}" counts from ${showDay(anchor)}, the last day of the data.`;
  return { range, text, ...(grain && { grain }), ...(remark && { remark }) };
}

function currentOrLast(grain: Grain, isThis: boolean, context: PeriodContext): Period {
  const current = periodOf(grain, context.anchor);
  const range = isThis ? current : periodBefore(grain, current.from);
  return relative(range, `${isThis ? 'this' : 'last'} ${grain}`, context, grain);
}

function lastCount(count: number, grain: Grain, context: PeriodContext): Period {
  const { anchor } = context;
  const text = `last ${count} ${grain}${count === 1 ? '' : 's'}`;
  if (count < 1 || count > 3_000) throw new NotUnderstood(`"${text}" is no period.`, ['sales last 90 days']);
  if (grain === 'day') return relative({ from: anchor - count + 1, to: anchor }, text, context);
  if (grain === 'week') return relative({ from: anchor - count * 7 + 1, to: anchor }, text, context);
  const to = periodOf(grain, anchor).from - 1;
  let from = to + 1;
  for (let i = 0; i < count && from > -700_000; i++) from = periodBefore(grain, from).from;
  return relative({ from, to }, text, context);
}

/**
 * A period with a name: `2004`, `q4 2004`, `oct 2004`, `2004-10`, `2004-10-05`, `november`.
 * @param after the earliest start of a period without a year; the latest in the data where none is given
 */
function named(written: string | undefined, context: PeriodContext, after?: Day): Period {
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

const DAY_IN_WORDS = new RegExp(
  `\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}\\b|\\b${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?(?!\\d)|\\b(?:${COUNT} )?(?:days?|weeks?) ago\\b|\\b(?:last|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day\\b`,
);

const SLASHED_DAY = /\b(\d{4})\/(\d{1,2})\/(\d{1,2})\b/g;

/** The text with days in words (`5 October 2004`, `3 weeks ago`, `last Friday`) as ISO dates. */
async function withIsoDays(text: string, { anchor, data }: PeriodContext): Promise<string> {
  if (!DAY_IN_WORDS.test(text)) return text.replace(SLASHED_DAY, '$1-$2-$3');
  const { en } = await import('chrono-node');
  const { year, month, date } = partsOf(anchor);
  const reference = new Date(year, month - 1, date, 12);
  let iso = text;
  for (const found of en.strict.parse(text, reference).reverse()) {
    if (!DAY_IN_WORDS.test(found.text)) continue;
    const dayOf = (part: typeof found.start): Day => {
      const [y, m, d] = [part.get('year') ?? year, part.get('month') ?? 1, part.get('day') ?? 1];
      const day = monthsFrom(y, m, 1).from + d - 1;
      // Without a year it is the last such day that the data can have.
      return !part.isCertain('year') && day > Math.max(anchor, data.to) ? sameDateYearBefore(day) : day;
    };
    const end = found.end ? `..${isoOf(dayOf(found.end))}` : '';
    iso = `${iso.slice(0, found.index)}${isoOf(dayOf(found.start))}${end}${iso.slice(found.index + found.text.length)}`;
  }
  return iso;
}
