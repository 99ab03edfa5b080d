import {
  CHANGE_WORDS,
  comparedPeriods,
  comparedText,
  comparisonContext,
  coversEarlierPeriod,
  refuseNothingBefore,
} from '../../../answering/comparison.js';
import { type AnswerContext, answerContext, lineNotes } from '../../../answering/context.js';
import { dimensionWords, isCalendar, nameOf } from '../../../answering/dimension-words.js';
import { isActionable, isCircumstance } from '../../../answering/field-roles.js';
import { followUps, sales } from '../../../answering/follow-ups.js';
import { type GroupingField, groupingFields, WEEKDAY } from '../../../answering/grouping-fields.js';
import { defineQuestion, type ParsedQuery } from '../../../answering/question.js';
import type { ShopView } from '../../../answering/shop.js';
import { nothingSold, skeleton, withoutAverage } from '../../../answering/skeleton.js';
import { type Answer, answerOf } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { formatFor } from '../../../core/answer/format.js';
import { type Note, remark } from '../../../core/answer/notes.js';
import { showRange } from '../../../core/calendar/grain.js';
import { namedRange } from '../../../core/calendar/named-range.js';
import type { Comparison } from '../../../core/calendar/period.js';
import { revenue } from '../../../measures/measures.js';
import { recordedIn } from '../../../measures/recorded.js';
import {
  type Contributions,
  contributions,
  explains,
  hasEnoughOrders,
  isBeyondChance,
  isReadable,
} from './figures.js';
import { COMPARISON_RULES, type ComparisonFacts } from './findings.js';
import { changeChart, changeHeadline, changeTable } from './shown.js';

/** Two periods like with like: what grew, what shrank, and which values explain the change. */
const compare = defineQuestion({
  family: 'sales',
  name: 'compare',
  helpOrder: 6,
  words: ['compare', 'comparison', ...CHANGE_WORDS],
  impliedBy: ['versus'],
  optional: ['dimension', 'period', 'versus', 'filters', 'measure'],
  summary: 'Two periods like with like: what grew, what shrank, and what explains the change',
  examples: [
    'compare {year} with {before}',
    'compare last month',
    'compare {year} with {before} by country',
    'compare',
  ],
  canonicalText: comparedText('compare', 'with'),
  canAnswer: coversEarlierPeriod,

  async answer(query, shop) {
    const whole = await answerContext({ ...query, period: undefined }, shop);
    const comparison = comparedPeriods(query, whole.data);
    const { now, before } = comparison;
    const context = comparisonContext(whole, comparison);
    const base = skeleton(query, context, shop, `${showRange(now)} against ${showRange(before)}`);
    if (now.from > whole.data.to || now.to < whole.data.from)
      return nothingSold(base, { ...whole, text: showRange(now) }, query, shop);
    refuseNothingBefore(before, whole);
    const explanation = await explanationOf(query, context, comparison, shop);
    const { changes } = explanation;
    const { measure = revenue } = query;
    if ([changes.now, changes.before].every(sums => measure.of(sums, shop.currency) === null))
      return withoutAverage(base, measure, query, shop);
    const { orders: hasOrders } = await recordedIn(shop.store);
    return answerFor(base, { ...explanation, hasOrders }, context, query, shop);
  },
});
export default compare;

interface Explanation {
  readonly comparison: Comparison;
  readonly dimension: GroupingField;
  readonly changes: Contributions;
}

/** The change by the dimension that was asked for, else by the one that explains it best. */
async function explanationOf(
  { dimension, measure = revenue }: ParsedQuery,
  { scope }: AnswerContext,
  comparison: Comparison,
  { store, currency }: ShopView,
): Promise<Explanation> {
  const fields = dimension ? [dimension] : await possibleCauses(store);
  const bys = fields.map(field => field.by);
  const all = await contributions(store, scope, comparison, bys, sums => measure.of(sums, currency) ?? 0);
  const explanations = fields.map((field, i) => ({
    comparison,
    dimension: field,
    changes: all[i] as Contributions,
  }));
  return explanations.reduce((best, other) => (rankOf(other) > rankOf(best) ? other : best));
}

/**
 * What a change can be explained by if nobody says by what; weekdays are the table if nothing else can be.
 */
async function possibleCauses(store: ShopView['store']): Promise<GroupingField[]> {
  const fields = await groupingFields(store);
  return [...fields.filter(field => field.by.kind === 'dimension' && !isCircumstance(field)), WEEKDAY];
}

/**
 * How much an explanation is worth: first whether it can be read, and has orders enough to tell; then whether
 * one can act on it; then how much of the change it explains, which is 0 to 2.
 */
function rankOf({ dimension, changes }: Explanation): number {
  if (dimension === WEEKDAY) return -1;
  if (!isReadable(changes)) return -2;
  return (hasEnoughOrders(changes) ? 20 : 0) + (isActionable(dimension) ? 10 : 0) + explains(changes);
}

function answerFor(
  base: ReturnType<typeof skeleton>,
  explanation: Explanation & Pick<ComparisonFacts, 'hasOrders'>,
  context: AnswerContext,
  query: ParsedQuery,
  shop: ShopView,
): Answer {
  const { dimension, changes, comparison } = explanation;
  const facts = factsOf(explanation, query, shop.currency);
  const findings = findingsOf(COMPARISON_RULES, facts);
  const { now } = comparison;
  const { measure = revenue, versus } = query;
  const sameVersus = versus ? { versus } : {};
  return answerOf({
    ...base,
    title: `What changed, by ${facts.one}`,
    headline: changeHeadline(facts),
    ...changeTable(facts, dimension),
    charts: changeChart(facts, context, shop.currency),
    observations: findings.observations,
    actions: findings.actions,
    notes: [...limitsOf(explanation, facts), ...base.notes, ...lineNotes(changes.now)],
    followUps: followUps(shop, query, [
      ...(measure === revenue ? [sales('why', { ...sameVersus, label: 'What explains it' })] : []),
      sales('totals', { period: namedRange(now), label: `Only ${showRange(now)}` }),
      sales('trend', { grain: 'month', period: undefined }),
      sales('by', { dimension, period: namedRange(now), label: `By ${facts.one}` }),
    ]),
  });
}

/** Why the change is not explained, if it is not. */
function limitsOf({ changes }: Explanation, facts: ComparisonFacts): Note[] {
  const { one, isNamed, canExplain, measure, hasOrders } = facts;
  const what = hasOrders ? 'orders' : 'sales';
  if (!isNamed) return [remark(`Nothing that the files say about the ${what} explains the change.`)];
  if (canExplain && measure === revenue && !changes.rows.some(isBeyondChance))
    return [remark(`No single ${one} changed by more than chance can explain.`)];
  if (!hasOrders || hasEnoughOrders(changes)) return [];
  if (changes.now.orders === 0 || changes.before.orders === 0) return [];
  return [{ kind: 'tooFewOrders', now: changes.now.orders, before: changes.before.orders, by: one }];
}

function factsOf(
  { dimension, changes, comparison, hasOrders }: Explanation & Pick<ComparisonFacts, 'hasOrders'>,
  { measure = revenue, dimension: asked }: ParsedQuery,
  currency: string,
): ComparisonFacts {
  const { one, many } = dimensionWords(dimension);
  return {
    ...changes,
    format: formatFor(currency),
    measure,
    hasOrders,
    one,
    many,
    nowText: showRange(comparison.now),
    beforeText: showRange(comparison.before),
    isNamed: asked !== undefined || dimension !== WEEKDAY,
    canExplain:
      isReadable(changes) && hasEnoughOrders(changes) && !isCalendar(dimension) && !isCircumstance(dimension),
    of: sums => (sums ? (measure.of(sums, currency) ?? 0) : 0),
    name: row => nameOf(row, one),
  };
}
