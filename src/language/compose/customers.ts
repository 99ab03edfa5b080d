import { isoOf, partsOf } from '../../core/calendar/days.js';
import { monthsFrom } from '../../core/calendar/grain.js';
import { findPeriods } from '../../core/calendar/in-words/period.js';
import type { CustomerCondition } from '../../core/query/query.js';
import { BUY, type Draft, type Pass, PEOPLE, type ReadingContext, take, tidy } from './draft.js';
import { NUMBER, numberIn, RANGE, RANGE_OR_NUMBER, rangeIn } from './numbers.js';
import { filtersIn } from './values.js';

const NOT = '(?:have |has |had |do |did |does |are |is |were )*not(?: have)?(?: been| yet)?';
const NOTHING = `(?:${NOT} (?:${BUY}|active|seen|heard from|back|come back|returned|been active|been back)|(?:with |had |have |has )?no (?:orders?|purchases?|activity)|inactive|dormant|silent|gone quiet)`;

/** Whether a text is about customers rather than about what was sold. */
export const isAboutPeople = (text: string): boolean => new RegExp(`\\b(?:${PEOPLE}|who|whom)\\b`).test(text);

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
      `\\b(?:who )?${NOTHING} (?=(?:in |during |for |so far )?(?:this |last |20|19|q\\d|h\\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|today|yesterday|year to date))`,
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
    `^(.*?)\\b((?:(?:who|that|have|has) )*${BUY}) ?(.*?)(?:,| but| and| yet)+ (?:not|nothing|none|no orders?)(?: (?:again|anything|${BUY}))*(?: in| during)? (.+)$`,
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
      `\\b(?:who )?(?:${NOTHING}|last (?:order(?:ed)?|bought|purchase))(?: (?:for|in|within|during|over|since))*(?: the)?(?: last| past)?(?: (?:more than|over|at least))? (half a|${NUMBER}) ?(days?|weeks?|months?|years?)(?: or more| or longer)?(?: ago)?\\b`,
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
    /\b(?:(?:that |who )?(?:have |did )?we (?:have )?(?:lost|lose)|who (?:have )?left(?: us)?|churned) (?=in |during |this |last |since )/.exec(
      draft.text,
    );
  if (!m) return;
  const { period, rest } = await findPeriods(draft.text.slice(m.index + m[0].length), periods);
  if (!period) return;
  const { from, to } = period.range;
  const before = `${isoOf(Math.max(from - (to - from + 1), from - 366))}..${isoOf(from - 1)}`;
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

const SUBJECT_FIGURES = new RegExp(
  `\\b(?:(?:with|having|that|who|which|have|has|had|made|placed|did|do|${BUY}) )*(${RANGE_OR_NUMBER}) (orders|purchases|transactions|invoices|times|units|items|pieces|(?:different )?products)\\b`,
);
const SPENT = new RegExp(
  `\\b(?:(?:that|who|which|have|has|with|a) )*(?:spent|spend|spending|worth|paid|brought(?: us)?(?: in)?|brings?(?: us)?(?: in)?|generated|with(?: an?)?(?: total)? (?:revenue|sales|spend(?:ing)?|turnover|lifetime value)(?: of)?|revenue|sales|lifetime value|total spend) (?:of )?(?:a total of )?(${RANGE})`,
);
const AVERAGE = new RegExp(
  `\\b(?:(?:with|whose|an?|is) )*(?:average order(?: value| size)?|aov|basket(?: size| value)?)(?: (?:of|is))? (${RANGE})`,
);

/** Customers by how often they bought and what they spent; of other rows these are figures that they must reach. */
export const customersByFigure: Pass = draft => {
  once(draft);
  for (let m = figureAt(draft, AVERAGE); m; m = figureAt(draft, AVERAGE))
    addFigure(draft, 'average-order', m[1] as string);
  for (let m = figureAt(draft, SUBJECT_FIGURES); m; m = figureAt(draft, SUBJECT_FIGURES)) {
    const of = m[2] as string;
    const figure = /product/.test(of) ? 'products' : /unit|item|piece/.test(of) ? 'units' : 'orders';
    addFigure(draft, figure, m[1] as string);
  }
  const isCounted = draft.who.some(c => c.kind === 'figure');
  const also = isCounted
    ? take(
        draft,
        new RegExp(
          `\\b(?:and|but) (?:(?:spent|worth) )?(${RANGE})(?! \\w*(?:orders|times|units|days|months))`,
        ),
      )
    : undefined;
  if (also) addFigure(draft, 'spent', also[1] as string);
  mostOften(draft);
  for (let m = figureAt(draft, SPENT); m; m = figureAt(draft, SPENT))
    addFigure(draft, 'spent', m[1] as string);
};

/** Who orders most often, who spends most. */
function mostOften(draft: Draft): void {
  const most = take(
    draft,
    /\b(?:who|which customers?|customers? (?:who|that))(?: (?:has|have|had))? (?:orders?|ordered|buys?|bought|purchased|shops?) (?:the )?(most|least)(?: (?:often|frequently|times|orders))?\b|\b(most|least) (?:frequent|active|loyal) (?:customers?|buyers?|clients?)\b|\b(?:customers?|who) (?:has |have |had )?(?:with )?(?:the )?(most|fewest) orders\b/,
  );
  const spends = most
    ? undefined
    : take(
        draft,
        /\b(?:who|which customers?|customers? (?:who|that))(?: (?:has|have|had))? (?:spends?|spent|pays?|paid|brings?|brought)(?: us)?(?: in)? (?:the )?(most|least)(?: (?:money|revenue))?\b/,
      );
  const found = most ?? spends;
  if (!found) return;
  const isLeast = /least|fewest/.test(found[0]);
  const limit = /customers|buyers|clients/.test(found[0]) ? 10 : 5;
  draft.rank = { order: isLeast ? 'bottom' : 'top', limit, ...(most && { by: 'orders' }) };
  draft.rows = 'customers';
  draft.isComposed = true;
}

/** The next figure that is no number of rows to show: "top 5 products". */
function figureAt(draft: Draft, pattern: RegExp): RegExpExecArray | undefined {
  const m = pattern.exec(draft.text);
  if (!m) return undefined;
  const hasRange = new RegExp(`^${RANGE}`).test(m[1] as string);
  const before = draft.text.slice(0, m.index);
  if (/\b(?:top|best|bottom|worst|first|last|the)\s*$/.test(before) && !hasRange) return undefined;
  if (/\borders?\s*$/.test(before) && /^(?:worth|spent)/.test(m[0])) return undefined;
  // "3 products" alone is a list's length, "with 3 products" and "bought 3 times" are conditions.
  if (
    !hasRange &&
    !/^(?:with|having|who|that|have|has|had|made|placed|did|bought|ordered|purchased)/.test(m[0])
  )
    return undefined;
  if (hasRange && !isAboutPeople(draft.whole) && !/\bwith\b|\bhav(?:e|ing)\b|\bsold\b/.test(draft.whole))
    return undefined;
  return take(draft, pattern);
}

function addFigure(
  draft: Draft,
  figure: 'orders' | 'spent' | 'units' | 'products' | 'average-order',
  said: string,
): void {
  const range = rangeIn(said);
  draft.isComposed = true;
  if (isAboutPeople(draft.whole)) draft.who.push({ kind: 'figure', figure, range });
  else draft.having.push({ measure: figure === 'spent' ? 'revenue' : figure, range });
}

function once(draft: Draft): void {
  const add = (range: { from?: number; to?: number; isOver?: true }) => {
    draft.who.push({ kind: 'figure', figure: 'orders', range });
    draft.isComposed = true;
    draft.rows ??= 'customers';
  };
  if (
    take(
      draft,
      new RegExp(
        `\\b(?:who |that |have |has )*${BUY}(?: more than once| repeatedly| several times| multiple times)`,
      ),
    )
  )
    return add({ from: 1, isOver: true });
  if (
    take(
      draft,
      new RegExp(
        `\\b(?:(?:who|that|have|has|did) )*(?:(?:only|just) )?${BUY} (?:(?:only|just|exactly) )?(?:once|one time)(?: only)?`,
      ),
      'who',
    )
  )
    return add({ from: 1, to: 1 });
  if (
    take(
      draft,
      /\b(?:one|1|single)[- ](?:time|order|purchase)(?:rs)? ?(?:buyers?|customers?|shoppers?|clients?|purchasers?)?\b/,
      'customers',
    )
  )
    return add({ from: 1, to: 1 });
  if (
    take(
      draft,
      new RegExp(
        `\\b(?:who |that |have |has )*(?:only |just )?${BUY} (?:only |just |exactly )?(?:twice|two times)`,
      ),
      'who',
    )
  )
    return add({ from: 2, to: 2 });
  if (
    !/\b(?:rate|revenue|sales|share|vs|new)\b/.test(draft.text) &&
    take(draft, /\b(?:repeat|returning|recurring) (?:customers?|buyers?|clients?|shoppers?)\b/, 'customers')
  )
    add({ from: 2 });
}

const WORDS = '[\\p{L}\\d&\'".,_/ -]+?';
/** Where what they bought ends. */
const END = '(?= (?:in total|and (?:who|spent|have|are|live)|who|since|with)\\b| ,|$)';

/** `bought ships but not trains`: what they bought, and what they never did. Read after the periods. */
export const customersByPurchase: Pass = async (draft, context) => {
  if (!isAboutPeople(draft.whole)) return;
  const both = new RegExp(
    `\\b(?:(?:who|that|have|has) )*${BUY} (${WORDS}),? (?:but|and|yet|though)?,? ?(?:have |has |who )?(?:not|no|without)(?: (?:yet|ever))?(?: ${BUY})?(?: any| a| an)? (${WORDS})${END}`,
    'u',
  ).exec(draft.text);
  if (both) {
    const [first, second] = [
      await filtersIn(both[1] as string, context),
      await filtersIn(both[2] as string, context),
    ];
    if (first && second) {
      keep(draft, both, first, false);
      return keep(draft, undefined, second, true);
    }
  }
  const never = new RegExp(
    `\\b(?:(?:who|that|have|has|do|did) )*not (?:yet |ever )?${BUY}(?: any| a| an)? (${WORDS})${END}`,
    'u',
  ).exec(draft.text);
  if (never) {
    const found = await filtersIn(never[1] as string, context);
    if (found) return keep(draft, never, found, true);
  }
  const two = new RegExp(
    `\\b(?:(?:who|that|have|has) )*${BUY} (?:both )?(${WORDS}) and (?:also )?(?:${BUY} )?(${WORDS})${END}`,
    'u',
  ).exec(draft.text);
  if (two) {
    const [first, second] = [
      await filtersIn(two[1] as string, context),
      await filtersIn(two[2] as string, context),
    ];
    if (first?.goods.length && second?.goods.length) {
      keep(draft, two, first, false);
      return keep(draft, undefined, second, false);
    }
  }
  const one =
    new RegExp(`\\b(?:(?:who|that|have|has) )+${BUY}(?: a| an| any| some)? (${WORDS})${END}`, 'u').exec(
      draft.text,
    ) ??
    new RegExp(
      `\\b${PEOPLE} (?:(?:who|that|have|has) )*${BUY}(?: a| an| any| some)? (${WORDS})${END}`,
      'u',
    ).exec(draft.text);
  if (!one) return;
  const found = await filtersIn(one[1] as string, context);
  if (found && found.goods.length > 0) keep(draft, one, found, false);
};

function keep(
  draft: Draft,
  m: RegExpExecArray | undefined,
  { goods, others, remarks }: NonNullable<Awaited<ReturnType<typeof filtersIn>>>,
  isNever: boolean,
): void {
  const where = goods.length > 0 ? goods : others;
  const period = draft.period?.text;
  const bought: CustomerCondition = { kind: 'bought', where, ...(period !== undefined && { period }) };
  draft.who.push(isNever ? { kind: 'not', of: bought } : bought);
  if (goods.length > 0) draft.where.push(...others);
  draft.remarks.push(...remarks);
  draft.isComposed = true;
  draft.rows ??= /\b(?:revenue|sales|sold)\b/.test(draft.text) ? undefined : 'customers';
  if (m) draft.text = tidy(`${draft.text.slice(0, m.index)} who ${draft.text.slice(m.index + m[0].length)}`);
}
