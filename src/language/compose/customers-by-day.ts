import { isoOf, partsOf } from '../../core/calendar/days.js';
import { monthsFrom, periodBefore } from '../../core/calendar/grain.js';
import { findPeriods } from '../../core/calendar/in-words/period.js';
import { namedRange } from '../../core/calendar/named-range.js';
import type { CustomerCondition } from '../../core/query/query.js';
import { BUY, type Draft, type Pass, type ReadingContext, take, tidy } from './draft.js';
import { NUMBER, numberIn } from './numbers.js';
import { filtersIn } from './values.js';

const NOT = '(?:have |has |had |do |did |does |are |is |were )*not(?: have)?(?: been| yet)?';
const NOTHING = `(?:${NOT} (?:${BUY}|active|seen|heard from|back|come back|returned|been active|been back)|(?:with |had |have |has )?no (?:orders?|purchases?|activity)|inactive|dormant|silent|gone quiet)`;

/** Customers by when they bought last and first: read before the periods, which are part of these. */
export const customersByDay: Pass = async (draft, context) => {
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
    /\b(?:(?:who|whose|that) )?(?:(?:placed |made |had )?(?:a |their )?first (?:order(?:ed)?|bought|purchased?)|joined|acquired|became customers?|started buying|signed up)(?: (?:was|is|were))?(?: us)? (?=before |since |after |in |during |this |last |from )/,
    ({ text }) => ({ kind: 'first-order', period: text }),
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
  const [first, second] = [
    await findPeriods(m[3] as string, context.periods),
    await findPeriods(m[4] as string, context.periods),
  ];
  if (!first.period || !second.period || first.versus || second.versus || second.rest.trim() !== '') return;
  const words = tidy(first.rest.replace(/\b(?:in|during)\b/g, ' '));
  const named = words === '' ? undefined : await filtersIn(words, context);
  if (words !== '' && !named) return;
  const where = named ? [...named.goods, ...named.others] : [];
  draft.who.push(
    { kind: 'bought', where, period: first.period.text },
    { kind: 'not', of: { kind: 'bought', where, period: second.period.text } },
  );
  draft.rows = 'customers';
  draft.isComposed = true;
  draft.isStrong = true;
  draft.text = tidy((m[1] as string).replace(/\bin\b/g, ' '));
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
  const { period, versus, rest } = await findPeriods(draft.text.slice(end), periods);
  if (!period || versus) return;
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
