import type { Day } from '../../calendar/days.js';
import { dayFromIso, isoOf } from '../../calendar/days.js';
import {
  type DayRange,
  type Grain,
  monthsFrom,
  periodBefore,
  periodKey,
  periodOf,
} from '../../calendar/grain.js';
import { NotUnderstood } from '../../errors.js';
import type { Period } from '../../sales/period.js';

/** What relative periods count from, and the span that open ends reach to. */
export interface PeriodContext {
  /** The day that "last week" is the week before of. */
  readonly anchor: Day;
  readonly data: DayRange;
}

/** A period found in a text, and the text without it. */
export interface FoundPeriod {
  readonly period?: Period;
  readonly rest: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const ABSOLUTE = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{4}-\\d{2}|q[1-4][ -]?\\d{4}|\\d{4}[ -]?q[1-4]|${MONTH}\\.? \\d{4}|\\d{4})`;
const GRAIN = '(day|week|month|quarter|year)';

type Reader = (m: RegExpExecArray, context: PeriodContext) => Period;

/** Each way to write a period, the more particular first. */
const READERS: readonly (readonly [RegExp, Reader])[] = [
  [
    new RegExp(
      `\\b(?:(?:between|from) )?(${ABSOLUTE})(?: ?\\.\\. ?| to | and | until | - )(${ABSOLUTE})(?![\\w-])`,
    ),
    m => {
      const [a, b] = [absolute(m[1] as string), absolute(m[2] as string)];
      return span({ from: a.range.from, to: b.range.to }, `${a.text}..${b.text}`);
    },
  ],
  [
    new RegExp(`\\bafter (${ABSOLUTE})(?![\\w-])`),
    (m, c) => {
      const from = absolute(m[1] as string).range.to + 1;
      return span({ from, to: Math.max(c.data.to, from) }, `since ${isoOf(from)}`);
    },
  ],
  [
    new RegExp(`\\bbefore (${ABSOLUTE})(?![\\w-])`),
    (m, c) => {
      const to = absolute(m[1] as string).range.from - 1;
      return span({ from: Math.min(c.data.from, to), to }, `until ${isoOf(to)}`);
    },
  ],
  [
    new RegExp(`\\b(?:since|from) (${ABSOLUTE})(?![\\w-])`),
    (m, c) => {
      const a = absolute(m[1] as string);
      return span({ from: a.range.from, to: Math.max(c.data.to, a.range.to) }, `since ${a.text}`);
    },
  ],
  [
    new RegExp(`\\b(?:until|up to) (${ABSOLUTE})(?![\\w-])`),
    (m, c) => {
      const a = absolute(m[1] as string);
      return span({ from: Math.min(c.data.from, a.range.from), to: a.range.to }, `until ${a.text}`);
    },
  ],
  [
    new RegExp(`\\b(?:in |for |during )?(?:the )?(?:last|past|previous) (\\d{1,3}) ${GRAIN}s?\\b`),
    (m, c) => lastCount(Number(m[1]), m[2] as Grain, c),
  ],
  [
    new RegExp(`\\b(?:in |for |during )?(?:the )?(last|past|previous|this|current) ${GRAIN}\\b`),
    (m, c) => {
      const grain = m[2] as Grain;
      const isThis = m[1] === 'this' || m[1] === 'current';
      const current = periodOf(grain, c.anchor);
      return {
        range: isThis ? current : periodBefore(grain, current.from),
        grain,
        text: `${isThis ? 'this' : 'last'} ${grain}`,
      };
    },
  ],
  [
    /\b(?:year to date|ytd)\b/,
    (_, c) => ({ range: periodOf('year', c.anchor), grain: 'year', text: 'this year' }),
  ],
  [
    /\byesterday\b/,
    (_, c) => ({ range: { from: c.anchor - 1, to: c.anchor - 1 }, grain: 'day', text: 'yesterday' }),
  ],
  [/\btoday\b/, (_, c) => ({ range: { from: c.anchor, to: c.anchor }, grain: 'day', text: 'today' })],
  [new RegExp(`\\b(?:in |for |during |on )?(${ABSOLUTE})(?![\\w-])`), m => absolute(m[1] as string)],
];

/**
 * Takes the period out of a question's text (lower-case).
 * @throws NotUnderstood where the period is impossible: a month 13, an end before its start
 */
export function findPeriod(text: string, context: PeriodContext): FoundPeriod {
  for (const [pattern, read] of READERS) {
    const m = pattern.exec(text);
    if (!m) continue;
    const period = read(m, context);
    if (period.range.from > period.range.to) {
      throw new NotUnderstood(`The period "${m[0].trim()}" ends before it starts.`, [
        'sales 2004',
        'sales last 90 days',
      ]);
    }
    return { period, rest: `${text.slice(0, m.index)} ${text.slice(m.index + m[0].length)}` };
  }
  return { rest: text };
}

const span = (range: DayRange, text: string): Period => ({ range, text });

function lastCount(count: number, grain: Grain, { anchor }: PeriodContext): Period {
  const text = `last ${count} ${grain}s`;
  if (count < 1) throw new NotUnderstood(`"${text}" is no period.`, ['sales last 90 days']);
  if (grain === 'day') return span({ from: anchor - count + 1, to: anchor }, text);
  if (grain === 'week') return span({ from: anchor - count * 7 + 1, to: anchor }, text);
  const to = periodOf(grain, anchor).from - 1;
  let from = to + 1;
  for (let i = 0; i < count; i++) from = periodBefore(grain, from).from;
  return span({ from, to }, text);
}

/** A period with a name of its own: `2004`, `q4 2004`, `oct 2004`, `2004-10`, `2004-10-05`. */
function absolute(written: string): Period {
  const text = written.toLowerCase();
  const found = absoluteRange(text);
  if (!found)
    throw new NotUnderstood(`There is no "${written}" in the calendar.`, ['sales 2004-10', 'sales Q4 2004']);
  return { ...found, text: periodKey(found.grain, found.range.from) };
}

function absoluteRange(text: string): { range: DayRange; grain: Grain } | undefined {
  const day = dayFromIso(text);
  if (day !== undefined) return { range: { from: day, to: day }, grain: 'day' };
  if (/^\d{4}$/.test(text)) return { range: monthsFrom(Number(text), 1, 12), grain: 'year' };
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  if (month && Number(month[2]) >= 1 && Number(month[2]) <= 12) {
    return { range: monthsFrom(Number(month[1]), Number(month[2]), 1), grain: 'month' };
  }
  const quarter = /^q([1-4])[ -]?(\d{4})$/.exec(text) ?? swap(/^(\d{4})[ -]?q([1-4])$/.exec(text));
  if (quarter)
    return { range: monthsFrom(Number(quarter[2]), Number(quarter[1]) * 3 - 2, 3), grain: 'quarter' };
  const named = /^([a-z]+)\.? (\d{4})$/.exec(text);
  const index = named ? MONTHS.indexOf((named[1] as string).slice(0, 3)) : -1;
  return named && index >= 0
    ? { range: monthsFrom(Number(named[2]), index + 1, 1), grain: 'month' }
    : undefined;
}

const swap = (m: RegExpExecArray | null): string[] | null => m && [m[0], m[2] as string, m[1] as string];
