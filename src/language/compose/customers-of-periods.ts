import { isoOf, MONTH_NAMES, partsOf } from '../../core/calendar/days.js';
import { type Grain, monthsFrom, periodKey, periodOf } from '../../core/calendar/grain.js';
import { findPeriods } from '../../core/calendar/in-words/period.js';
import type { Period } from '../../core/calendar/period.js';
import { NotUnderstood } from '../../core/errors.js';
import { BUY, type Draft, type ReadingContext, tidy } from './draft.js';
import { NUMBER, numberIn } from './numbers.js';
import { Unanswerable } from './unanswerable.js';
import { filtersIn } from './values.js';

/** `bought in 2003, nothing in 2004`, `bought ships this year but not last year`. */
export async function thenAndNotNow(draft: Draft, context: ReadingContext): Promise<void> {
  const m = new RegExp(
    `^(.*?)\\b((?:(?:who|that|have|has) )*${BUY}) ?(.*?)(?:,| but| and| yet)+ (not|nothing|none|` +
      `no orders?)(?: (?:again|anything|${BUY}))*(?: in| during)? (.+)$`,
  ).exec(draft.text);
  if (!m) return;
  const several = await boughtInEach(m[3] as string, context);
  const behind = (m[5] as string).replace(/ ?, ?(?=(?:19|20)\d\d$)/, ' ');
  const [first, second] = await ofOneCourse(
    several
      ? { ...several[0], rest: '', versus: undefined }
      : await findPeriods(m[3] as string, context.periods),
    await findPeriods(behind, context.periods),
    context,
  );
  if (!second.period || first.versus || second.versus || second.rest.trim() !== '') return;
  const words = tidy(first.rest.replace(/\b(?:in|during)\b/g, ' '));
  const named = words === '' ? undefined : await filtersIn(words, context);
  if (words === '' ? !first.period : !named) return;
  const where = named ? [...named.goods, ...named.others] : [];
  const periods = several ? several.map(({ period }) => period.text) : [first.period?.text];
  for (const period of periods)
    draft.who.push({ kind: 'bought', where, ...(period !== undefined && { period }) });
  // "Planes in 2004 but nothing in 2005": nothing of anything.
  const since = m[4] === 'not' ? where : [];
  draft.who.push({ kind: 'not', of: { kind: 'bought', where: since, period: second.period.text } });
  draft.rows = 'customers';
  draft.isComposed = true;
  draft.isStrong = true;
  draft.text = tidy((m[1] as string).replace(/\bin\b/g, ' '));
}

/**
 * `in q1 2004 but not in q2`: a period without a year is the next one after the one that has it, or the last
 * one before.
 */
export async function ofOneCourse<F extends { readonly period?: Period | undefined }, S extends F>(
  first: F,
  second: S,
  { periods }: ReadingContext,
): Promise<[F, S]> {
  const [a, b] = [first.period, second.period];
  if (!a || !b || (a.undated === undefined) === (b.undated === undefined)) return [first, second];
  const own = (a.undated === undefined ? b : a).undated as string;
  const year = partsOf((a.undated === undefined ? a : b).range.from).year;
  const around: Period[] = [];
  for (const near of [year - 1, year, year + 1]) {
    const { period } = await findPeriods(`${own} ${near}`, periods);
    if (period) around.push(period);
  }
  if (a.undated === undefined)
    return [first, { ...second, period: around.find(p => p.range.from > a.range.to) ?? b }];
  return [{ ...first, period: around.findLast(p => p.range.to < b.range.from) ?? a }, second];
}

const NEVER_SINCE =
  '(?:,| but| and| yet)+ (?:(?:have|has|had|did) )?(?:not(?: (?:bought|ordered|come back|came ' +
  'back|been back|returned|back|anything))*|nothing|none|no orders?)' +
  '(?: (?:again|anything))?(?: (?:ever )?since(?: then| that)?| after(?:wards?| that)?| later| ' +
  'again| any ?more| thereafter)(?= |,|$)';

/** `ordered in 2003 but not since`: the last order, or the last of those goods, was then. */
export async function notSince(draft: Draft, context: ReadingContext): Promise<void> {
  const m = new RegExp(
    `^(.*?)\\b(?:(?:who|that|have|has) )*(?:${BUY}|were active|were customers) ` +
      `?(.*?)${NEVER_SINCE}(?! (?:(?:19|20)|q[1-4]|h[12]|last|this|the|` +
      `(?:${MONTH_NAMES.join('|').toLowerCase()})[a-z]*\\b|` +
      `christmas|easter|spring|summer|autumn|winter))(.*)$`,
  ).exec(draft.text);
  if (!m) return;
  const first = await findPeriods(m[2] as string, context.periods);
  if (!first.period || first.versus) return;
  const words = tidy(first.rest.replace(/\b(?:in|during)\b/g, ' '));
  const named = words === '' ? undefined : await filtersIn(words, context);
  if (words !== '' && !named) return;
  const where = named ? [...named.goods, ...named.others] : [];
  const { text, range } = first.period;
  if (where.length === 0) draft.who.push({ kind: 'last-order', period: text });
  else
    draft.who.push(
      { kind: 'bought', where, period: text },
      { kind: 'not', of: { kind: 'bought', where, period: `since ${isoOf(range.to + 1)}` } },
    );
  draft.rows = /\bhow many\b|\b(?:revenue|sales)\b/.test(draft.whole) ? draft.rows : 'customers';
  draft.isComposed = true;
  draft.isStrong = true;
  draft.text = tidy(`${m[1]} ${m[3]}`.replace(/\bin\b/g, ' '));
}

/** `in 2003 and 2004`: several periods, each of its own; undefined if they are not. */
async function boughtInEach(
  said: string,
  { periods }: ReadingContext,
): Promise<{ period: Period }[] | undefined> {
  const parts = said.replace(/\bboth\b/g, ' ').split(/ and (?:in )?| ?, ?(?:in )?|&/);
  if (parts.length < 2) return undefined;
  const found: { period: Period }[] = [];
  for (const part of parts) {
    const at = await periodAtStart(tidy(part), periods);
    if (at?.rest !== '') return undefined;
    found.push(at);
  }
  return found;
}

/** The period that a text begins with, the longest that its first words can be. */
export async function periodAtStart(
  text: string,
  periods: ReadingContext['periods'],
): Promise<{ period: Period; rest: string } | undefined> {
  const words = text.split(' ');
  for (let n = Math.min(8, words.length); n > 0; n--) {
    try {
      const { period, versus, rest } = await findPeriods(words.slice(0, n).join(' '), periods);
      if (period && !versus && rest.trim() === '') return { period, rest: words.slice(n).join(' ') };
    } catch (error) {
      if (!(error instanceof NotUnderstood)) throw error;
    }
  }
  return undefined;
}

const IN_EACH_OF = new RegExp(
  `^(.*?)\\b(?:(?:who|that|which|have|has|had|did) )*(?:${BUY}|were active|were customers) (?:something )?` +
    '(?:in |during )?((?:all|each|every one|both)(?: three| four| of)*(?: of)? )?' +
    '((?:.+?(?: ?, ?| and (?:in )?))+.+)$',
);

/** `customers who ordered in 2003, 2004 and 2005`: something in each of them. */
export async function inEachOf(draft: Draft, context: ReadingContext): Promise<void> {
  const m = IN_EACH_OF.exec(draft.text);
  if (!m || !/\b(?:who|customers?|clients?|buyers?|accounts?|people)\b/.test(draft.text)) return;
  const year = /(?:19|20)\d\d$/.exec(m[3] as string)?.[0];
  const dated = (name: string) => (year ? `${name} ${year}` : name);
  const list = (m[3] as string).replace(/\bq[1-4]\b(?! (?:19|20)\d\d)/g, dated);
  const found = await boughtInEach(list.replace(/ ?, ?and /g, ' and '), context);
  const periods = found?.map(({ period }) => period) ?? [];
  // "In jan, feb and march" may be in any of them, "in q1 2004 and q1 2005" is in both.
  const [first, second] = periods;
  const areApart = periods.length === 2 && first && second && first.range.to + 1 < second.range.from;
  if (
    (periods.length < 3 && !areApart) ||
    (!m[2] && periods.some(p => p.grain !== 'year' && p.grain !== 'quarter'))
  )
    return;
  for (const period of periods) draft.who.push({ kind: 'bought', where: [], period: period.text });
  draft.text = tidy(`${m[1]} who`);
  draft.rows = 'customers';
  draft.isComposed = true;
  draft.isStrong = true;
}

/** `bought in all three years`, `ordered every quarter of 2004`: something in each of them. */
export function inEachPeriod(draft: Draft, { data, periods }: ReadingContext): void {
  const m = new RegExp(
    `\\b(?:(?:who|that|which|have|has|did) )*(?:${BUY})(?: (?:something|at least once))? (?:in ` +
      `|during )?(each|every(?: single)?|all(?: of)?(?: the| our)?|both)(?: (${NUMBER}))? (year` +
      `|quarter|month)s?(?: (?:(?:of|in) )?((?:19|20)\\d\\d|this year|last year))?$`,
  ).exec(draft.text);
  if (!m || (/^(?:each|every)/.test(m[1] as string) && /\bhow many|number of\b/.test(draft.text))) return;
  const thisYear = partsOf(Math.min(periods.anchor, data.to)).year;
  const grain = m[3] as Grain;
  const year = m[4] === 'this year' ? thisYear : m[4] === 'last year' ? thisYear - 1 : m[4];
  const range = year ? monthsFrom(Number(year), 1, 12) : data;
  const all: string[] = [];
  for (
    let at = periodOf(grain, Math.max(range.from, data.from));
    at.from <= Math.min(range.to, data.to);
    at = periodOf(grain, at.to + 1)
  )
    all.push(periodKey(grain, at.from));
  const count = m[1] === 'both' ? 2 : m[2] === undefined ? all.length : numberIn(m[2]);
  if (count !== all.length || all.length > 20 || all.length < 2)
    throw new Unanswerable(
      `The data ${year ? `of ${year} ` : ''}has ${all.length} ` +
        `${grain}s${all.length > 20 ? ', and at most 20 are looked at together' : ''}.`,
      [
        `customers who bought in all ` +
          `${periodOf('year', data.to).from === periodOf('year', data.from).from ? 'quarters' : 'years'}`,
      ],
      true,
    );
  for (const period of all) draft.who.push({ kind: 'bought', where: [], period });
  draft.text = tidy(`${draft.text.slice(0, m.index)} who`);
  draft.rows = 'customers';
  draft.isComposed = true;
  draft.isStrong = true;
}
