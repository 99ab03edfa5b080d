import { NotUnderstood } from '../../errors.js';
import { partsOf } from '../days.js';
import { monthsFrom, periodBefore, periodKey, periodOf } from '../grain.js';
import { namedRange } from '../named-range.js';
import { type Period, sameDateYearBefore } from '../period.js';
import { withIsoDays } from './days-in-words.js';
import { withJoinedPeriods } from './joined-periods.js';
import { named, type PeriodContext } from './named-period.js';
import { withoutMonths } from './parts-of-months.js';
import { currentOrLast, READERS, type Reader, SPAN_READERS } from './period-readers.js';

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
const BETWEEN = new RegExp(
  `${PLACE}(?:'s)? (?:${AGAINST}|(?:so |that )?(?:far |much |well )?(?:above|below|under|over|ahead of|` +
    `behind|up on|down on)) (?:the )?${PLACE}`,
);
/** Words that make two periods a comparison. */
const CHANGE_WORDS = /\b(?:compar\w*|chang\w*|differ\w*|gr[eo]w\w*|declin\w*)\b/;
const COMPARED = new RegExp(
  `(${CHANGE_WORDS.source})(.*?)(?:between |of )?${PLACE} (?:with|to|and|against|vs.?|versus) ${PLACE}`,
);
const MORE = '(?:more|less|fewer|better|worse|higher|lower|bigger|smaller|larger|stronger|weaker|up|down)';
/** `higher in 2004 than in 2003`, `is 2005 better than 2004`; "more than 2004" alone is an amount. */
const THAN = new RegExp(
  `(?:(?:\\b${MORE}\\b|${CHANGE_WORDS.source}).*${PLACE}.*|${PLACE}.*\\b${MORE} )(?<than>than) (?:in |` +
    `during |on |for )?(?:the )?${PLACE}`,
);
const COMPARATIVE = new RegExp(
  `\\b(?:(?:so|that|how) )?(?:(?:much|many|a lot|way|any) )?${MORE}\\b|\\bthan(?: in| during| on| for)?\\b`,
  'g',
);
const WITH_BEFORE = new RegExp(
  `(?:${PLACE} )?(?:${AGAINST} (?:the )?(?:same (?:period|time|months?|weeks?|quarter|days) (?:of ` +
    ')?(?:the )?)?(period before|previous period|prior period|year before(?! last)|last year|previous year|' +
    `prior year|a year ago|a year earlier)|(year (?:over|on) year|yoy|y\\/y)|(month (?:over|on) month|` +
    `mom|week (?:over|on) week|wow|quarter (?:over|on) quarter|qoq))(?![\\w])`,
);

/**
 * Takes the periods out of a question's text (lower-case): one, or two that are to be compared.
 * @throws NotUnderstood where a period is impossible (a month 13, an end before its start) or it is open what
 * several
 *   periods are for
 */
export async function findPeriods(said: string, context: PeriodContext): Promise<FoundPeriods> {
  const periods: Period[] = [];
  const text = withoutMonths(said);
  // "vs last year" is said of the period before it.
  const placed = await withoutPlaces(text, context, periods);
  const compared = WITH_BEFORE.exec(placed);
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
  const m = BETWEEN.exec(placed) ?? COMPARED.exec(placed) ?? THAN.exec(placed);
  if (!m || periods.length > 2) throw severalPeriods(text, periods);
  // What is later is compared with what was earlier, in whichever order they are named.
  const [a, b] = inOneYear(first, second, context);
  const [versus, period] = a.range.from <= b.range.from ? [a, b] : [b, a];
  if (isSame(versus, period)) {
    const isBefore = /\b(?:previous|prior|preceding|before)\b/.test(text);
    // "Q3 2004 vs q3 last year" sets a period beside itself: nobody can know which other one is meant.
    if (!first.undated && !isBefore)
      throw new NotUnderstood(`Both periods are ${period.text}: name another one to compare it with.`, [
        `sales compare ${period.text}`,
        `sales ${period.text}`,
      ]);
    const earlier = first.undated ? yearBefore(period) : periodBeforeIt(period);
    return { period, versus: earlier, rest: withoutPlaced(placed, m) };
  }
  return { period, versus, rest: withoutPlaced(placed, m) };
}

/** The word that says that periods are compared stays: it is the question's. */
function withoutPlaced(placed: string, m: RegExpExecArray): string {
  if (m.groups?.than !== undefined)
    return placed.replace(m[0], m[0].replace(COMPARATIVE, ' ')).replaceAll(PLACE, ' ');
  const rest = m[1] === undefined ? ' ' : `${m[1]}${m[2] ?? ''}`;
  return placed.replace(m[0], rest).replaceAll(PLACE, ' ');
}

/**
 * `h1 vs h2 2004`, `july vs june`: a period without a year is of the other's, or both of the earlier one's.
 */
function inOneYear(a: Period, b: Period, context: PeriodContext): [Period, Period] {
  const yearOf = (p: Period) => partsOf(p.range.from).year;
  const inYear = (p: Period, year: number) => named(`${p.undated} ${year}`, context);
  if (a.undated && b.undated) {
    const year = Math.min(yearOf(a), yearOf(b));
    return [inYear(a, year), inYear(b, year)];
  }
  // "March 2004 vs 2003" is about two Marches.
  if (
    b.grain === 'year' &&
    a.undated === undefined &&
    isPartOfYear(a) &&
    yearOf(a) !== yearOf(b) &&
    !b.remark
  )
    return [a, sameIn(a, yearOf(b))];
  // "Q1 vs q1 2004" is about two first quarters, and "q1 vs q2 2004" about one year.
  const beside = (undated: Period, dated: Period): Period => {
    const ofIt = inYear(undated, yearOf(dated));
    return isSame(ofIt, dated) ? undated : ofIt;
  };
  if (a.undated && !b.remark) return [beside(a, b), b];
  return b.undated && !a.remark ? [a, beside(b, a)] : [a, b];
}

const isSame = (a: Period, b: Period): boolean => a.range.from === b.range.from && a.range.to === b.range.to;

function isPartOfYear({ range, grain, remark }: Period): boolean {
  const { year } = partsOf(range.from);
  return !remark && grain !== 'year' && grain !== 'week' && partsOf(range.to).year === year;
}

/** The same days of another year. */
function sameIn({ range, grain }: Period, year: number): Period {
  const years = partsOf(range.from).year - year;
  let { from, to } = { from: range.from, to: range.to + 1 };
  for (let i = 0; i < Math.abs(years); i++) [from, to] = [yearFrom(from, years > 0), yearFrom(to, years > 0)];
  return { ...namedRange({ from, to: to - 1 }), ...(grain && { grain }) };
}

const yearFrom = (day: number, isBefore: boolean): number => {
  if (isBefore) return sameDateYearBefore(day);
  const { year, month, date } = partsOf(day);
  return monthsFrom(year + 1, month, 1).from + date - 1;
};

/** The text with a mark for each period, which are put into `found`. */
async function withoutPlaces(text: string, context: PeriodContext, found: Period[]): Promise<string> {
  found.length = 0;
  let rest = (await withIsoDays(withJoinedPeriods(text, context), context)).replace(SAID_BEFORE, m =>
    m.replaceAll(' ', '\u0002'),
  );
  const readers = CHANGE_WORDS.test(text) ? READERS : [...SPAN_READERS, ...READERS];
  for (;;) {
    let best: { m: RegExpExecArray; read: Reader } | undefined;
    for (const [regex, read] of readers) {
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
  `${AGAINST} (?:the )?(?:same (?:period|time|months?|weeks?|quarter|days) (?:of )?(?:the )?)?(?:last|` +
    'previous|prior) (?:year|period)(?! to)|year (?:over|on) year|month (?:over|on) month|week (?:over|' +
    'on) week|quarter (?:over|on) quarter',
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

const NEGATED = new RegExp(
  `\\b(not|without|excluding|exclude|except(?: for)?|excl|other than|apart from|all but|no)(?: sales| ` +
    `orders| in| for| during)* ${PLACE}`,
);

function severalPeriods(text: string, [a, b]: readonly Period[]): NotUnderstood {
  return new NotUnderstood(
    `"${text.trim().slice(0, 80)}" names several periods. Is it one to be compared with the other, or ` +
      'all from the first to the last?',
    a && b
      ? [`sales compare ${b.text} with ${a.text}`, `sales ${a.text}..${b.text}`, `sales ${a.text}`]
      : ['sales compare'],
    true,
  );
}
