import {
  CHANGE_WORDS,
  comparedPeriods,
  comparedText,
  comparisonContext,
  coversEarlierPeriod,
  refuseNothingBefore,
} from '../../../answering/comparison.js';
import { type AnswerContext, answerContext, lineNotes } from '../../../answering/context.js';
import { canonical } from '../../../answering/declaration.js';
import { followUps, sales } from '../../../answering/follow-ups.js';
import { defineQuestion, type ParsedQuery } from '../../../answering/question.js';
import type { ShopView } from '../../../answering/shop.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { type Answer, answerOf } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import type { FollowUp } from '../../../core/answer/follow-up.js';
import { formatFor } from '../../../core/answer/format.js';
import { type Note, remark } from '../../../core/answer/notes.js';
import { showRange } from '../../../core/calendar/grain.js';
import { namedRange } from '../../../core/calendar/named-range.js';
import type { Comparison } from '../../../core/calendar/period.js';
import { queryOf } from '../../../core/query/query.js';
import { queryText } from '../../../core/query/query-text.js';
import { revenue } from '../../../measures/measures.js';
import { type Causes, causesOf } from './causes.js';
import { WHY_RULES, type WhyFacts } from './findings.js';
import { shownParts, whyChart, whyHeadline, whyTable } from './shown.js';
import { averagesAnswer, calendarAnswer } from './thread.js';

/** What explains the change between two periods, in parts that add up to it. */
const why = defineQuestion({
  family: 'sales',
  name: 'why',
  // Behind the comparison, which answers their common words alone: "sales fell in March" asks for no causes.
  helpOrder: 6.5,
  words: [
    'why',
    'why did',
    'why is',
    'why are',
    'why was',
    'why were',
    'how come',
    'explain',
    'explains',
    'explained',
    'what explains',
    'what changed',
    'reason',
    'reasons',
    'cause',
    'causes',
    'what caused',
    'what drove',
    'what is behind',
    'sales drop',
    'sales drops',
    'sales dropping',
    'revenue drop',
    'drop in sales',
    'drop in revenue',
    ...CHANGE_WORDS,
  ],
  optional: ['dimension', 'period', 'versus', 'filters', 'measure'],
  summary:
    'What explains a change: customers won and lost, orders, units, prices, mix and calendar, to the cent',
  examples: ['why {year} vs {before}', 'why last month', 'why {year} by country', 'why'],
  canonicalText: comparedText('why', 'vs'),
  canAnswer: coversEarlierPeriod,

  async answer(query, shop) {
    // Parts of revenue are known; of orders or customers a comparison says what changed.
    if (query.measure && query.measure !== revenue) return compared(query, shop);
    const whole = await answerContext({ ...query, period: undefined }, shop);
    const comparison = comparedPeriods(query, whole.data);
    const { now, before } = comparison;
    const context = comparisonContext(whole, comparison);
    const title = `What explains the change from ${showRange(before)} to ${showRange(now)}`;
    const base = skeleton(query, context, shop, title);
    const empty = () => nothingSold(base, { ...whole, text: showRange(now) }, query, shop);
    if (now.from > whole.data.to || now.to < whole.data.from) return empty();
    refuseNothingBefore(before, whole);
    const causes = await causesOf(query, context.scope, comparison, shop);
    if (causes.explained.now.revenueByDay.size + causes.explained.before.revenueByDay.size === 0)
      return empty();
    return answerFor(base, causes, context, query, shop, comparison);
  },
});
export default why;

const compared = ({ question: _, ...query }: ParsedQuery, shop: ShopView): Promise<Answer> =>
  shop.answer({ ...query, family: 'sales', question: 'compare' });

async function answerFor(
  base: ReturnType<typeof skeleton>,
  causes: Causes,
  context: AnswerContext,
  query: ParsedQuery,
  shop: ShopView,
  comparison: Comparison,
): Promise<Answer> {
  const { explained, dimensions } = causes;
  const facts = factsOf(causes, comparison, shop.currency);
  const findings = findingsOf(WHY_RULES, facts);
  const { now } = explained;
  const inThread = { ...base, notes: [] };
  const sameVersus = query.versus ? { versus: query.versus } : {};
  const averages = shownParts(explained.averages, facts.change, facts.format, false);
  return answerOf({
    ...base,
    headline: whyHeadline(facts),
    ...whyTable(facts.parts, facts),
    charts: whyChart(facts, context),
    observations: findings.observations,
    actions: findings.actions,
    notes: [
      remark('Where two things changed at once, each has half of what they did together (docs/why.md).'),
      ...missingNotes(causes),
      ...base.notes,
      ...lineNotes({
        linesWithoutCustomer: causes.hasCustomers ? now.linesWithoutCustomer : 0,
        returns: now.returns.lines,
      }),
    ],
    followUps: [
      ...lostCustomers(facts, query, comparison),
      ...followUps(shop, query, [
        sales('compare', sameVersus),
        ...dimensions.slice(0, 1).map(({ field }) => sales('why', { ...sameVersus, dimension: field })),
        sales('trend', { grain: 'month', period: undefined }),
      ]),
    ],
    thread: [
      ...dimensions.map(({ field, shown }) =>
        shown.answer({ ...inThread, question: canonical({ ...query, dimension: field }) }, facts),
      ),
      ...(averages.length > 0 ? [averagesAnswer(inThread, averages, facts)] : []),
      calendarAnswer(inThread, facts),
      ...causes.others,
    ],
  });
}

/** The part of days that a shop sells on at least, if one day more is to say something. */
const MOST_DAYS = 0.7;

function factsOf(
  { explained, weekdays, dimensions }: Causes,
  { now, before }: Comparison,
  currency: string,
): WhyFacts {
  const format = formatFor(currency);
  const [wasMinor, isMinor] = [explained.before.revenue, explained.now.revenue];
  const [was, is] = [format.major(wasMinor), format.major(isMinor)];
  const cents = 10 ** 3;
  const change = Math.round((is - was) * cents) / cents + 0;
  const length = (range: { from: number; to: number }) => range.to - range.from + 1;
  return {
    format,
    nowText: showRange(now),
    beforeText: showRange(before),
    before: was,
    now: is,
    change,
    parts: shownParts(explained.parts, change, format, true),
    kept: explained.kept,
    weekdays,
    byDays: format.major(format.wholeMinor(weekdays.reduce((sum, w) => sum + w.byDays, 0))),
    areAlike: Math.abs(length(now) - length(before)) <= 3,
    dimensions: dimensions.map(({ shown }) => shown.facts),
    sellsDaily: [explained.before, explained.now].every(
      ({ revenueByDay, range }) => revenueByDay.size >= length(range) * MOST_DAYS,
    ),
  };
}

/** What the files lack for more to be explained. */
function missingNotes({ hasCustomers, hasQuantities }: Causes): Note[] {
  return [
    ...(hasCustomers ? [] : [remark('The files name no customers: who was won and lost is not known.')]),
    ...(hasQuantities ? [] : [remark('The files have no quantities: units and prices are not told apart.')]),
  ];
}

/** The list of customers who were lost; conditions on customers know no filters on lines but their own. */
function lostCustomers(
  { parts }: WhyFacts,
  { filters }: ParsedQuery,
  { now, before }: Comparison,
): FollowUp[] {
  const lost = parts.find(part => part.key === 'customersLost');
  if (!lost || lost.before === 0 || filters.length > 0) return [];
  const bought = (range: Comparison['now']) => ({
    kind: 'bought' as const,
    where: [],
    period: namedRange(range).text,
  });
  const who = { kind: 'and' as const, of: [bought(before), { kind: 'not' as const, of: bought(now) }] };
  return [{ label: 'Customers lost', text: `sales ${queryText(queryOf({ rows: 'customers', who }))}` }];
}
