import { NotUnderstood } from '../../errors.js';
import { COUNT, countOf } from '../../text/counts.js';
import { isoOf, partsOf, showDay } from '../days.js';
import { type DayRange, type Grain, monthsFrom, periodBefore, periodOf } from '../grain.js';
import { namedRange } from '../named-range.js';
import type { Period } from '../period.js';
import { before, isDated, MONTH, NAMED, NAMED_AFTER, named, type PeriodContext } from './named-period.js';

const END = '(?![\\w-]|\\.\\d)';
const GRAIN = '(day|week|month|quarter|year)';
/**
 * A hyphen stands between two periods only with spaces around it, or between two names or two years:
 * `2004-q4` is one period.
 */
const TO =
  '(?: ?\\.\\.\\.? ?| to | until | till | through | thru | up to | [-–] |(?<=[a-z])[-–](?=[a-z])|' +
  '(?<=\\b\\d{4})[-–](?=(?:19|20)\\d{2}(?![-\\d])))';
const BESIDE = 'vs\\.?|v|versus|against|compared (?:to|with)';
const IN = '(?:(?:in|for|during|on|over|of|within) (?:the )?)?';

export type Reader = (m: RegExpExecArray, context: PeriodContext) => Period;
const pattern = (source: string): RegExp => new RegExp(`(?<![\\w-])${source}${END}`);

/** Spans from one period to another. Where something changed between two periods, these are no span. */
export const SPAN_READERS: readonly (readonly [RegExp, Reader])[] = [
  [pattern(`between (${NAMED_AFTER}) and (${NAMED_AFTER})`), spanOfTwo],
  [pattern(`(?:between|from|in|for|during|of) (${NAMED_AFTER})${TO}(${NAMED_AFTER})`), spanOfTwo],
  [pattern(`(${NAMED_AFTER})${TO}(${NAMED_AFTER})`), spanOfTwo],
];

/** Each other way to write a period. The one that begins first wins, then the longest. */
export const READERS: readonly (readonly [RegExp, Reader])[] = [
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
    pattern(`since (?:the )?end of (${NAMED_AFTER})`),
    (m, c) => {
      const from = named(m[1], c).range.to + 1;
      return span({ from, to: Math.max(c.data.to, from) }, `since ${isoOf(from)}`);
    },
  ],
  [
    pattern(
      `(?:since|starting(?: in| from)?|from (?=[^ ]+(?: \\d{4})? on)) ?(?:the )?(?:(?:start|beginning) ` +
        `of )?(${NAMED_AFTER})(?: on(?:wards?)?)?`,
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
    pattern(`${IN}(first|last) ${COUNT} months (?:of|in) ((?:19|20)\\d{2})`),
    m => {
      const [count, year] = [Math.min(12, Math.max(1, countOf(m[2]))), Number(m[3])];
      const { from, to } = monthsFrom(year, m[1] === 'first' ? 1 : 13 - count, count);
      return namedRange({ from, to });
    },
  ],
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
    (m, c) => (/^last\b/.test(m[0].trim()) ? lastNamed(m[1] as string, c) : named(m[1], c)),
  ],
  [pattern(`(${NAMED})`), (m, c) => named(m[1], c)],
  // "nov vs oct": a short name beside another can only be a month.
  [pattern(`(${MONTH})(?= (?:${BESIDE}) (?:the )?${NAMED_AFTER}(?![\\w-]))`), (m, c) => named(m[1], c)],
  [pattern(`(?<=\\u0001 (?:${BESIDE}) )(${MONTH})`), (m, c) => named(m[1], c)],
];

/** `last december`: in December it is that of the year before. */
function lastNamed(text: string, context: PeriodContext): Period {
  const period = named(text, context);
  const { from, to } = period.range;
  if (period.undated === undefined || context.anchor < from || context.anchor > to) return period;
  return named(`${text} ${partsOf(from).year - 1}`, context);
}

function spanOfTwo(m: RegExpExecArray, context: PeriodContext): Period {
  // `march to may 2004`: the first is of the second's year; `oct 2004 to march`: the second is the next after
  // the first.
  const [x, y] = [m[1] as string, m[2]!];
  const b = named(y, context, isDated(x) ? named(x, context).range.from : undefined);
  const a = isDated(x) ? named(x, context) : before(x, b.range.to, context);
  const range = { from: a.range.from, to: b.range.to };
  const whole = range.from <= range.to ? namedRange(range) : undefined;
  return whole?.grain ? whole : span(range, `${a.text}..${b.text}`);
}

function fromWhat(m: RegExpExecArray, context: PeriodContext): Period {
  const a = named(m[1], context);
  throw new NotUnderstood(
    `"${m[0].trim()}" can mean since then, or that period alone.`,
    [`sales since ${a.text}`, `sales ${a.text}`],
    true,
  );
}

const span = (range: DayRange, text: string): Period => ({ range, text });

/** A period that counts from the anchor; it says so where that is not today. */
function relative(range: DayRange, text: string, { anchor, today }: PeriodContext, grain?: Grain): Period {
  const remark =
    anchor === today ? undefined : `"${text}" counts from ${showDay(anchor)}, the last day of the data.`;
  return { range, text, ...(grain && { grain }), ...(remark && { remark }) };
}

export function currentOrLast(grain: Grain, isThis: boolean, context: PeriodContext): Period {
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
