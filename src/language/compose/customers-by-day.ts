import { isoOf, partsOf } from '../../core/calendar/days.js';
import { type Grain, monthsFrom, periodBefore, periodKey, periodOf } from '../../core/calendar/grain.js';
import { findPeriods } from '../../core/calendar/in-words/period.js';
import { namedRange } from '../../core/calendar/named-range.js';
import type { Period } from '../../core/calendar/period.js';
import { NotUnderstood } from '../../core/errors.js';
import type { CustomerCondition } from '../../core/query/query.js';
import { BUY, type Draft, type Pass, type ReadingContext, take, tidy } from './draft.js';
import { NUMBER, numberIn } from './numbers.js';
import { isAboutPeople } from './people.js';
import { Unanswerable } from './unanswerable.js';
import { filtersIn } from './values.js';

const NOT = '(?:have |has |had |do |did |does |are |is |were )*not(?: have)?(?: been| yet)?';
const NOTHING = `(?:${NOT} (?:${BUY}|active|seen|heard from|back|come back|returned|been active|been back)|(?:with |had |have |has )?no (?:orders?|purchases?|activity)|inactive|dormant|(?:(?:gone|been|is|are|went) )?(?:silent|quiet))`;

/** Customers by when they bought last and first: read before the periods, which are part of these. */
export const customersByDay: Pass = async (draft, context) => {
  inEachPeriod(draft, context);
  await thenAndNotNow(draft, context);
  await inactiveFor(draft, context);
  await behind(
    draft,
    context,
    new RegExp(`\\b(?:who )?${NOTHING}(?: \\w+)? (?=since |after )`),
    ({ range }) => ({
      kind: 'last-order',
      period: `until ${isoOf(range.from - 1)}`,
    }),
  );
  await behind(
    draft,
    context,
    new RegExp(
      `\\b(?:who )?${NOTHING} (?=(?:in |during |for |so far )?(?:this |last |20|19|q\\d|h\\d|jan|` +
        `feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|today|yesterday|year to date))`,
    ),
    ({ text }) => ({ kind: 'not', of: { kind: 'bought', where: [], period: text } }),
  );
  await behind(
    draft,
    context,
    /\b(?:who(?:se)? |with (?:a |their )?|had (?:a |their )?)?last (?:order(?:ed)?|bought|purchased?|visit(?:ed)?)(?: (?:was|is|were|date))?(?: with us)? (?=before |since |after |in |during |until |from )/,
    ({ text }) => ({ kind: 'last-order', period: text }),
  );
  await behind(
    draft,
    context,
    /\b(?:(?:who|whose|that) )?(?:(?:placed |made |had )?(?:a |their )?first (?:order(?:ed)?|bought|purchased?)|(?:buy|bought|order|ordered|purchased?) for the first time|joined|acquired|became customers?|started buying|signed up)(?: (?:was|is|were))?(?: us)? (?=before |since |after |in |during |this |last |from )/,
    ({ text }) => ({ kind: 'first-order', period: text }),
  );
  // "How much got returned in 2004" is about goods.
  const isOfPeople =
    isAboutPeople(draft.whole) && !/\bhow much (?:did|was|got|were)\b.*\breturn/.test(draft.whole);
  if (isOfPeople)
    await behind(
      draft,
      context,
      new RegExp(
        `\\b(?:(?:who|that|which|had|have|has) )*(?:(?:also|already|previously|first) ${BUY}|(?:also|already) (?:came|were customers)|` +
          `(?:bought|buy|ordered|order|purchased|purchase|came back|come back|returned|return)(?: again|(?<=back|returned|return))) ` +
          '(?=in |during |this |last |before |since )',
      ),
      ({ text }) => ({ kind: 'bought', where: [], period: text }),
    );
  await lostIn(draft, context);
};

/** `bought in 2003, nothing in 2004`, `bought ships this year but not last year`. */
async function thenAndNotNow(draft: Draft, context: ReadingContext): Promise<void> {
  const m = new RegExp(
    `^(.*?)\\b((?:(?:who|that|have|has) )*${BUY}) ?(.*?)(?:,| but| and| yet)+ (?:not|nothing|none|` +
      `no orders?)(?: (?:again|anything|${BUY}))*(?: in| during)? (.+)$`,
  ).exec(draft.text);
  if (!m) return;
  const several = await boughtInEach(m[3] as string, context);
  const [first, second] = [
    several
      ? { ...several[0], rest: '', versus: undefined }
      : await findPeriods(m[3] as string, context.periods),
    await findPeriods(m[4] as string, context.periods),
  ];
  if (!second.period || first.versus || second.versus || second.rest.trim() !== '') return;
  const words = tidy(first.rest.replace(/\b(?:in|during)\b/g, ' '));
  const named = words === '' ? undefined : await filtersIn(words, context);
  if (words === '' ? !first.period : !named) return;
  const where = named ? [...named.goods, ...named.others] : [];
  const periods = several ? several.map(({ period }) => period.text) : [first.period?.text];
  for (const period of periods)
    draft.who.push({ kind: 'bought', where, ...(period !== undefined && { period }) });
  draft.who.push({ kind: 'not', of: { kind: 'bought', where, period: second.period.text } });
  draft.rows = 'customers';
  draft.isComposed = true;
  draft.isStrong = true;
  draft.text = tidy((m[1] as string).replace(/\bin\b/g, ' '));
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
async function periodAtStart(
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

/** `bought in all three years`, `ordered every quarter of 2004`: something in each of them. */
function inEachPeriod(draft: Draft, { data }: ReadingContext): void {
  const m = new RegExp(
    `\\b(?:(?:who|that|which|have|has|did) )*(?:${BUY})(?: (?:something|at least once))? (?:in |during )?(each|every(?: single)?|all(?: of)?(?: the| our)?|both)(?: (${NUMBER}))? (year|quarter|month)s?(?: (?:of|in) ((?:19|20)\\d\\d))?$`,
  ).exec(draft.text);
  if (!m || (/^(?:each|every)/.test(m[1] as string) && /\bhow many|number of\b/.test(draft.text))) return;
  const [grain, year] = [m[3] as Grain, m[4]];
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
      `The data ${year ? `of ${year} ` : ''}has ${all.length} ${grain}s${all.length > 20 ? ', and at most 20 are looked at together' : ''}.`,
      [
        `customers who bought in all ${periodOf('year', data.to).from === periodOf('year', data.from).from ? 'quarters' : 'years'}`,
      ],
      true,
    );
  for (const period of all) draft.who.push({ kind: 'bought', where: [], period });
  draft.text = tidy(`${draft.text.slice(0, m.index)} who`);
  draft.rows = 'customers';
  draft.isComposed = true;
  draft.isStrong = true;
}

/** Takes a pattern whose period stands right behind it. */
async function behind(
  draft: Draft,
  { periods }: ReadingContext,
  pattern: RegExp,
  conditionOf: (period: { text: string; range: { from: number; to: number } }) => CustomerCondition,
): Promise<void> {
  const m = pattern.exec(draft.text);
  if (!m) return;
  const end = m.index + m[0].length;
  const found = await periodAtStart(draft.text.slice(end), periods);
  if (!found) return;
  const { period, rest } = found;
  draft.isStrong ||=
    rest !== '' &&
    /\b(?:19|20)\d\d|\b(?:this|last) (?:year|month|quarter)/.test(`${draft.text.slice(0, m.index)} ${rest}`);
  draft.who.push(conditionOf(period));
  draft.isComposed = true;
  draft.text = tidy(`${draft.text.slice(0, m.index)} ${rest}`);
  if (period.remark) draft.remarks.push({ kind: 'remark', text: period.remark });
}

/** `not ordered in 90 days`, `inactive for 6 months`. */
async function inactiveFor(draft: Draft, { periods }: ReadingContext): Promise<void> {
  const m = take(
    draft,
    new RegExp(
      `\\b(?:who )?(?:${NOTHING}|last (?:order(?:ed)?|bought|purchase))(?: (?:for|in|within|during|` +
        `over|since))*(?: the)?(?: last| past)?(?: (?:more than|over|at least))? (half a|` +
        `${NUMBER}) ?(days?|weeks?|months?|years?)(?: or more| or longer)?(?: ago)?\\b`,
    ),
  );
  if (!m) return;
  const isHalf = m[1] === 'half a';
  const count = isHalf ? 6 : numberIn(m[1] as string);
  const unit = isHalf ? 'month' : (m[2] as string).replace(/s$/, '');
  draft.who.push({
    kind: 'figure',
    figure: 'inactive-days',
    range: { from: daysOf(count, unit, periods.anchor) },
  });
  draft.isComposed = true;
}

function daysOf(count: number, unit: string, anchor: number): number {
  if (unit === 'day') return count;
  if (unit === 'week') return count * 7;
  const { year, month, date } = partsOf(anchor);
  const months = unit === 'year' ? count * 12 : count;
  return anchor - (monthsFrom(year, month - months, 1).from + date - 1);
}

/** `customers we lost in 2005`: they bought in the year before and not in that one. */
async function lostIn(draft: Draft, { periods }: ReadingContext): Promise<void> {
  const m =
    /\b(?:(?:that |who )?(?:have |did )?we (?:have )?(?:lost|lose)|who (?:have )?left(?: us)?|churned|(?<=\b(?:customers|clients|buyers) )lost) (?=in |during |this |last |since )/.exec(
      draft.text,
    );
  if (!m) return;
  const { period, rest } = await findPeriods(draft.text.slice(m.index + m[0].length), periods);
  if (!period) return;
  const { from, to } = period.range;
  const before = period.grain
    ? namedRange(periodBefore(period.grain, from)).text
    : `${isoOf(Math.max(from - (to - from + 1), from - 366))}..${isoOf(from - 1)}`;
  draft.who.push(
    { kind: 'bought', where: [], period: before },
    { kind: 'not', of: { kind: 'bought', where: [], period: period.text } },
  );
  draft.remarks.push({
    kind: 'remark',
    text: 'Lost: bought in as many days before, and not in that period.',
  });
  draft.isComposed = true;
  draft.rows = 'customers';
  draft.text = tidy(`${draft.text.slice(0, m.index)} ${rest}`);
}
