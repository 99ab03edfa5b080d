import { NotUnderstood } from '../../errors.js';
import { isoOf } from '../days.js';
import { fiscalConvention, fiscalPart, fiscalPlace, fiscalYear } from '../fiscal.js';
import { type DayRange, showDays } from '../grain.js';
import { MONTH, type PeriodContext } from './named-period.js';

/** A text with its fiscal periods written as days, and what was said of fiscal years. */
export interface FiscalText {
  readonly text: string;
  /** The first month of fiscal years, where the text says it. */
  readonly start?: number;
  /** What the periods are, and the convention. */
  readonly remarks: readonly string[];
}

const MONTH_STARTS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DATE = '\\d{1,2}(?:st|nd|rd|th)?';
const FISCAL = '(?:fiscal|financial)';
/** "our year runs from april to march", "fiscal year starting july 2003", "our year ends in june". */
const CONVENTION = new RegExp(
  `(?:,? ?\\b(?:if|as|since|when|where|given(?: that)?|and))?,? ?(?:\\b(?:(our|my|the company'?s) |the )?` +
    `(?:${FISCAL} years?|fy)|\\b(our|my|the company'?s) years?)(?: is| are)? ` +
    `(?:(starts?|begins?|starting|beginning|runs?|running|goes|from)|(ends?|ending|closes?|closing))` +
    `(?: (?:in|on|with|from))?(?: (?:the )?(?:end of|first of|${DATE}(?: of)?))? (${MONTH})` +
    `(?![a-z])(?: ${DATE}(?!\\d))?` +
    `(?: ?(?:to|until|till|through|[-–]) ?(?:(?:the )?end of )?${MONTH}(?![a-z]))?` +
    '(?: ((?:19|20)\\d{2}))?,?',
  'i',
);
/** A filter, or what stands in quotes: names hold anything. */
const NAMED_VALUE = /"[^"]*"|[^\s"]+:(?:"[^"]*"|\S+)/g;
const NTH = ['first', 'second', 'third', 'fourth'];

/**
 * Writes fiscal years, quarters and halves as days: `FY2004`, `fiscal Q2`, `q2 of fy04`, `last fiscal year`.
 * @param usual the first month of fiscal years unless the text says another
 * @throws NotUnderstood where it is open which months a fiscal year has
 */
export function withFiscalPeriods(said: string, usual: number, context: PeriodContext): FiscalText {
  if (!/fy|fiscal|financial|\byears?\b/i.test(said)) return { text: said, remarks: [] };
  const remarks = new Set<string>();
  const names: string[] = [];
  const bare = said.replace(NAMED_VALUE, name => `\uE000${names.push(name) - 1}\uE000`);
  const { text: plain, start: named } = withYearsOfSpans(bare, usual);
  const convention = CONVENTION.exec(plain);
  const start = convention ? startOf(convention) : named;
  let text = plain;
  if (convention && start !== undefined)
    text = plain.replace(
      convention[0],
      // "By fiscal year starting july" splits by them.
      /\b(?:by|per|each|every) ?$/i.test(plain.slice(0, convention.index))
        ? ' fiscal year '
        : ` ${yearOf(convention, start)} `,
    );
  const first = start ?? usual;
  const replace = ({ range, name, year }: Read): string => {
    if (first === 1 || remarks.size === 0) remarks.add(fiscalConvention(year, first));
    const isSaid = [...remarks].some(said => said.includes(`: ${name} is `));
    if (!isSaid) remarks.add(`${name} is ${showDays(range)}.`);
    return ` ${isoOf(range.from)}..${isoOf(range.to)} `;
  };
  text = plainly(text);
  for (const [pattern, read] of PERIODS)
    text = text.replace(pattern, (...m: string[]) => replace(read(m, first, context)));
  if (text === plain) return { text: said, remarks: [] };
  text = text.replace(/\uE000(\d+)\uE000/g, (_, at: string) => names[Number(at)] ?? '');
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    ...(start !== undefined && { start }),
    remarks: [...remarks],
  };
}

/** `FY 23-24`, also with the months that it runs over: `FY2023/24 (Apr-Mar)`. */
const SPAN = /\bfy ?(?:19|20)?(\d\d) ?[-/–] ?((?:19|20)?)(\d\d)(?![\d-])/gi;
const MONTHS_OF_YEAR = new RegExp(
  `\\(?\\b(${MONTH})\\.? ?(?:-|–|to|through|until) ?(${MONTH})(?![a-z])\\.?\\)?`,
  'i',
);

/**
 * A text with `fy2024` in the place of `FY 23-24`, and the first month of these years where it is said.
 * @throws NotUnderstood where it is open which months these years have
 */
function withYearsOfSpans(text: string, usual: number): { readonly text: string; readonly start?: number } {
  const spans = [...text.matchAll(SPAN)].filter(m => (Number(m[1]) + 1) % 100 === Number(m[3]));
  if (spans.length === 0) return { text };
  const months = MONTHS_OF_YEAR.exec(text.replace(SPAN, m => ' '.repeat(m.length)));
  const [from, to] = [monthNumber(months?.[1]), monthNumber(months?.[2])];
  const isYear = months !== null && from === (to % 12) + 1 && from > 1;
  const [first] = spans;
  if (!isYear && usual === 1) {
    const year = 2000 + Number(first?.[1]);
    throw new NotUnderstood(
      `In which month does ${first?.[0].trim()} begin? This shop's fiscal years are set to begin in January.`,
      [`sales ${year}-04..${year + 1}-03`, `sales ${year}-07..${year + 1}-06`, `sales ${year}`],
      true,
    );
  }
  const rest = isYear
    ? `${text.slice(0, months.index)} ${text.slice(months.index + months[0].length)}`
    : text;
  return {
    text: rest.replace(SPAN, (_all, _from, _century, end: string) => `fy20${end}`),
    ...(isYear && { start: from }),
  };
}

const monthNumber = (name = ''): number => MONTH_STARTS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** The fiscal year that the convention is said of: "fiscal year ending march 2004". */
function yearOf(m: RegExpExecArray, start: number): string {
  if (m[6] === undefined) return '';
  const isStart = m[4] === undefined;
  return `fy${Number(m[6]) + (isStart && start > 1 ? 1 : 0)}`;
}

function startOf(m: RegExpExecArray): number | undefined {
  const month = MONTH_STARTS.indexOf((m[5] ?? '').slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return undefined;
  return m[4] === undefined ? month : (month % 12) + 1;
}

/** Ways to write fiscal periods, brought to few: `fy2004`, `this fy`, `fiscal q2`. */
function plainly(text: string): string {
  const of = '(?:,? (?:of |in )?(?:the )?)';
  return text
    .replace(
      new RegExp(
        `\\b(${NTH.join('|')}|1st|2nd|3rd|4th) (?:(${FISCAL}) )?` +
          `(quarter|qtr|half)(${of}(?:fy|${FISCAL}))?`,
        'gi',
      ),
      (whole, nth: string, fiscal: string | undefined, unit: string, behind: string | undefined) =>
        fiscal || behind
          ? `${fiscal ? 'fiscal ' : ''}${unit.startsWith('h') ? 'h' : 'q'}${nthOf(nth)}${behind ?? ''}`
          : whole,
    )
    .replace(new RegExp(`\\b(?:fytd|${FISCAL} (?:ytd|year to date|year so far))\\b`, 'gi'), 'this fy')
    .replace(new RegExp(`\\b${FISCAL}(?: years?)?(?: of)? ?'?(\\d{4}|\\d{2})\\b`, 'gi'), 'fy$1')
    .replace(/\bfy ?-?'?(\d{2}|\d{4})(?!\d)/gi, (_, year: string) => `fy${fullYear(year)}`)
    .replace(new RegExp(`\\b(this|current|last|previous) ${FISCAL} year\\b`, 'gi'), '$1 fy')
    .replace(new RegExp(`\\b(?:${FISCAL}) ([qh][1-4])\\b`, 'gi'), 'fiscal $1')
    .replace(new RegExp(`(?<!${GROUPED})\\b${FISCAL} year\\b(?! and| or)`, 'gi'), 'this fy')
    .replace(new RegExp(`(?<!(?:this|current|last|previous) |${GROUPED})\\bfy\\b(?!\\d)`, 'gi'), 'this fy');
}

/** Words that make "fiscal year" what to split by rather than the current one. */
const GROUPED = '\\b(?:by|per|each|every|and|which|what|best|worst|top|strongest|weakest) ';

const nthOf = (word: string): number => NTH.indexOf(word.toLowerCase()) + 1 || Number(word.charAt(0));
const fullYear = (year: string): number => Number(year) + (year.length === 2 ? 2000 : 0);

interface Read {
  readonly range: DayRange;
  readonly name: string;
  readonly year: number;
}
type Reader = (m: readonly string[], start: number, context: PeriodContext) => Read;

const RELATIVE = '(this|current|last|previous) fy';
/** In the order in which they are read: quarters before the years within them. */
const PERIODS: readonly (readonly [RegExp, Reader])[] = [
  [/\bfy(\d{4}) ?(?:to|until|through|[-–]) ?(?:fy)?(\d{4})\b/gi, spanOfYears],
  [/\bfy(\d{4})[ -]?([qh][1-4])\b/gi, (m, start) => partOf(Number(m[1]), m[2], start)],
  [
    /\b(?:fiscal )?([qh][1-4]),? ?(?:of |in )?(?:the )?(?:fy)(\d{4})\b/gi,
    (m, start) => partOf(Number(m[2]), m[1], start),
  ],
  [/\bfiscal ([qh][1-4]),? (?:of |in )?(\d{4})\b/gi, (m, start) => partOf(Number(m[2]), m[1], start)],
  [
    new RegExp(`\\b(?:fiscal )?([qh][1-4]),? (?:of |in )?(?:the )?${RELATIVE}\\b`, 'gi'),
    (m, start, context) => partOf(currentYear(m[2], start, context), m[1], start),
  ],
  [/\bfiscal ([qh][1-4])\b/gi, latestPart],
  [/\b(this|current|last|previous) (?:fiscal|financial) quarter\b/gi, relativeQuarter],
  [/\bfy(\d{4})\b/gi, (m, start) => wholeYear(Number(m[1]), start)],
  [new RegExp(`\\b${RELATIVE}\\b`, 'gi'), (m, start, c) => wholeYear(currentYear(m[1], start, c), start)],
];

const wholeYear = (year: number, start: number): Read => ({
  range: fiscalYear(year, start),
  name: `FY${year}`,
  year,
});

function spanOfYears(m: readonly string[], start: number): Read {
  const [a, b] = [Number(m[1]), Number(m[2])];
  const range = { from: fiscalYear(a, start).from, to: fiscalYear(b, start).to };
  return { range, name: `FY${a} to FY${b}`, year: b };
}

function partOf(year: number, part = '', start: number): Read {
  const of = part.toLowerCase().startsWith('h') ? 2 : 4;
  const nth = Math.min(of, Number(part.charAt(1)));
  return { range: fiscalPart(year, { of, nth }, start), name: `FY${year} ${part.toUpperCase()}`, year };
}

function currentYear(said: string | undefined, start: number, { anchor }: PeriodContext): number {
  return fiscalPlace(anchor, start).year - (/last|previous/i.test(said ?? '') ? 1 : 0);
}

/** The latest that has begun. */
function latestPart(m: readonly string[], start: number, { anchor }: PeriodContext): Read {
  const { year } = fiscalPlace(anchor, start);
  const own = partOf(year, m[1], start);
  return own.range.from > anchor ? partOf(year - 1, m[1], start) : own;
}

function relativeQuarter(m: readonly string[], start: number, { anchor }: PeriodContext): Read {
  const { year, quarter } = fiscalPlace(anchor, start);
  if (!/last|previous/i.test(m[1] ?? '')) return partOf(year, `q${quarter}`, start);
  return quarter > 1 ? partOf(year, `q${quarter - 1}`, start) : partOf(year - 1, 'q4', start);
}
