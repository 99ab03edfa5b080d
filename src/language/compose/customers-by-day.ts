import { isoOf, partsOf } from '../../core/calendar/days.js';
import { monthsFrom, periodBefore } from '../../core/calendar/grain.js';
import { findPeriods } from '../../core/calendar/in-words/period.js';
import { namedRange } from '../../core/calendar/named-range.js';
import type { CustomerCondition } from '../../core/query/query.js';
import { inEachOf, inEachPeriod, notSince, periodAtStart, thenAndNotNow } from './customers-of-periods.js';
import { BUY, type Draft, type Pass, PEOPLE, type ReadingContext, take, tidy } from './draft.js';
import { NUMBER, numberIn } from './numbers.js';
import { isAboutPeople } from './people.js';

const NOT = '(?:have |has |had |do |did |does |are |is |were )*not(?: have)?(?: been| yet)?';
const NOTHING =
  `(?:${NOT} (?:${BUY}|active|seen|heard from|back|come back|returned|been active|been ` +
  'back)|(?:with |had |have |has )?no (?:orders?|purchases?|activity)|inactive|dormant|(?:(?:gone|been|' +
  'is|are|went) )?(?:silent|quiet))';

/** Customers by when they bought last and first: read before the periods, which are part of these. */
export const customersByDay: Pass = async (draft, context) => {
  inEachPeriod(draft, context);
  await inEachOf(draft, context);
  await notSince(draft, context);
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
    new RegExp(
      String.raw`\b(?:who(?:se)? |with (?:a |their )?|had (?:a |their )?)?last (?:order(?:ed)?|` +
        'bought|purchased?|visit(?:ed)?)(?: (?:was|is|were|date))?(?: with us)? (?=before |' +
        'since |after |in |during |until |from )',
    ),
    ({ text }) => ({ kind: 'last-order', period: text }),
  );
  await behind(
    draft,
    context,
    new RegExp(
      String.raw`\b(?:(?:who|whose|that) )?(?:(?:placed |made |had )?(?:a |their )?first ` +
        '(?:order(?:ed)?|bought|purchased?)|(?:buy|bought|order|ordered|purchased?) for ' +
        'the first time|joined|acquired|became customers?|started buying|signed up)(?: ' +
        '(?:was|is|were))?(?: us)? (?=before |since |after |in |during |this |last |from )',
    ),
    ({ text }) => ({ kind: 'first-order', period: text }),
  );
  await inPeriods(draft, context);
  await lostIn(draft, context);
};

/** `only bought in 2003`, `ordered again in 2004`. */
async function inPeriods(draft: Draft, context: ReadingContext): Promise<void> {
  // Whoever bought in a period alone had the first and the last order in it.
  await behind(
    draft,
    context,
    new RegExp(
      `(?<=\\b(?:${PEOPLE}|who|that) )(?:(?:who|that|have|has) )*(?:only ${BUY}|${BUY} only|only) ` +
        `(?=in |during )`,
    ),
    ({ text }) => ({
      kind: 'and',
      of: [
        { kind: 'first-order', period: text },
        { kind: 'last-order', period: text },
      ],
    }),
    true,
  );
  // "How much got returned in 2004" is about goods.
  const isOfPeople =
    isAboutPeople(draft.whole) && !/\bhow much (?:did|was|got|were)\b.*\breturn/.test(draft.whole);
  if (isOfPeople)
    await behind(
      draft,
      context,
      new RegExp(
        `\\b(?:(?:who|that|which|had|have|has) )*(?:(?:also|already|previously|first) ${BUY}|(?:also` +
          `|already) (?:came|were customers)|` +
          `(?:bought|buy|ordered|order|purchased|purchase|came back|come back|returned|return)(?: ` +
          `again|(?<=back|returned|return))) ` +
          '(?=in |during |this |last |before |since )',
      ),
      ({ text }) => ({ kind: 'bought', where: [], period: text }),
    );
}

/** Takes a pattern whose period stands right behind it. */
async function behind(
  draft: Draft,
  { periods }: ReadingContext,
  pattern: RegExp,
  conditionOf: (period: { text: string; range: { from: number; to: number } }) => CustomerCondition,
  isStrong = false,
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
  if (isStrong) draft.isStrong = true;
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
  const m = new RegExp(
    String.raw`\b(?:(?:that |who )?(?:have |did )?we (?:have )?(?:lost|lose)|who (?:have ` +
      ')?left(?: us)?|churned|(?:(?:who|that|have|has) )*stopped (?:buying|ordering|' +
      String.raw`purchasing)(?: from us)?|(?<=\b(?:customers|clients|buyers) )lost) (?=in |during |` +
      'this |last |since )',
  ).exec(draft.text);
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
