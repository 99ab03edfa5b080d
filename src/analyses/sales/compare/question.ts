import { type AnswerContext, answerContext, lineNotes } from '../../../answering/context.js';
import { chartUnit, dimensionWords, nameOf } from '../../../answering/dimension-words.js';
import { type GroupingField, groupingFields, singular } from '../../../answering/grouping-fields.js';
import { defineQuestion, type ParsedQuery } from '../../../answering/question.js';
import type { ShopView } from '../../../answering/shop.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { type Answer, answerOf, type Row } from '../../../core/answer/answer.js';
import type { ChartSpec } from '../../../core/answer/chart-spec.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { formatFor } from '../../../core/answer/format.js';
import type { Note } from '../../../core/answer/notes.js';
import { type Scope, scopeText } from '../../../core/answer/scope.js';
import { showDay } from '../../../core/calendar/days.js';
import { periodOf, showRange } from '../../../core/calendar/grain.js';
import { namedRange } from '../../../core/calendar/named-range.js';
import {
  type Comparison,
  comparisonFor,
  comparisonOf,
  fromDataStart,
  type Period,
} from '../../../core/calendar/period.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { addsUp, changeOf, fraction, type Measure, nounAfter, revenue } from '../../../measures/measures.js';
import type { LineScope } from '../../../store/scope/sums.js';
import { type Contributions, contributions, explains } from './figures.js';
import { COMPARISON_RULES, type ComparisonFacts, signed } from './findings.js';

const MOST_BARS = 12;
/** A dimension with more values explains nothing that can be read. */
const MOST_VALUES = 60;
/** A dimension that more of the revenue does not have explains too little of it. */
const MOST_UNNAMED = 0.2;
/** With fewer orders a value, what changes is chance. */
const ENOUGH_ORDERS = 5;

/** Two periods like with like: what grew, what shrank, and which values explain the change. */
const compare = defineQuestion({
  family: 'sales',
  name: 'compare',
  helpOrder: 6,
  words: [
    'compare',
    'comparison',
    'what changed',
    'growth',
    'change',
    'changes',
    'changed',
    'growing',
    'grew',
    'declining',
    'decline',
    'declined',
    'differ',
    'difference',
    'differences',
    'explain',
    'why',
    'fall',
    'fell',
    'falling',
    'rise',
    'rose',
    'increase',
    'increased',
    'decrease',
    'decreased',
    'dropped',
    'explains',
    'grow',
  ],
  impliedBy: ['versus'],
  optional: ['dimension', 'period', 'versus', 'filters', 'measure'],
  summary: 'Two periods like with like: what grew, what shrank, and what explains the change',
  examples: [
    'compare {year} with {before}',
    'compare last month',
    'compare {year} with {before} by country',
    'compare',
  ],
  canonicalText: ({ period, versus, dimension }) => ({
    text: [
      'compare',
      period?.text ?? '',
      versus ? `with ${versus.text}` : '',
      dimension ? `by ${singular(dimension)}` : '',
    ]
      .filter(part => part !== '')
      .join(' '),
    includes: ['period', 'versus', 'dimension'],
  }),

  async answer(query, shop) {
    const whole = await answerContext({ ...query, period: undefined }, shop);
    const comparison = comparisonFrom(query, whole);
    const context = comparisonContext(whole, comparison);
    const base = skeleton(
      query,
      context,
      shop,
      `${showRange(comparison.now)} against ${showRange(comparison.before)}`,
    );
    if (comparison.now.from > whole.data.to || comparison.now.to < whole.data.from)
      return nothingSold(base, { ...whole, text: showRange(comparison.now) });
    if (comparison.before.to < whole.data.from) {
      throw new ShopkeeperError(
        `There is nothing to compare with: the data starts on ${showDay(whole.data.from)}, after ${showRange(comparison.before)}.`,
        `The data covers ${whole.dataText}.`,
      );
    }
    const dimensions = query.dimension ? [query.dimension] : await explaining(shop);
    const { dimension, found } = await bestExplanation(
      shop,
      whole.scope,
      comparison,
      dimensions,
      query.measure ?? revenue,
    );
    return answerFor(base, comparison, dimension, found, query.measure ?? revenue, shop, context);
  },
});
export default compare;

/** The two periods that are meant: what is later is compared with what was before. */
function comparisonFrom({ period, versus }: ParsedQuery, { data }: AnswerContext): Comparison {
  if (period && versus) return fromDataStart(comparisonOf(period, versus, data.to), data.from);
  const now = period ?? { ...namedRange(periodOf('year', data.to)), grain: 'year' as const };
  return fromDataStart(comparisonFor(now, data.to), data.from);
}

function comparisonContext(context: AnswerContext, comparison: Comparison): AnswerContext {
  const { data, covers, notes } = context;
  const compared: Scope = [
    { kind: 'comparison', now: comparison.now, before: comparison.before },
    ...covers.filter(part => part.kind === 'filter'),
  ];
  const partial: Note[] = [
    ...(comparison.partial ? [{ kind: 'comparedInPart', part: 'first', day: data.to } as const] : []),
    ...(comparison.isCutAtStart ? [{ kind: 'comparedInPart', part: 'last', day: data.from } as const] : []),
  ];
  return { ...context, covers: compared, text: scopeText(compared), notes: [...partial, ...notes] };
}

/** What a change can be explained by where nobody says by what. */
async function explaining(shop: ShopView): Promise<GroupingField[]> {
  const all = await groupingFields(shop.store);
  return all.filter(d => (d.by.kind === 'dimension' && d.key !== 'status') || d.by.kind === 'weekday');
}

/** The dimension whose values explain the change best. */
async function bestExplanation(
  shop: ShopView,
  scope: LineScope,
  ranges: Comparison,
  dimensions: readonly GroupingField[],
  measure: Measure,
): Promise<{ dimension: GroupingField; found: Contributions }> {
  const all = await contributions(
    shop.store,
    scope,
    ranges,
    dimensions.map(d => d.by),
    sums => measure.of(sums, shop.currency) ?? 0,
  );
  const weights = all.map((found, i) => {
    const orders = (found.now.orders + found.before.orders) / Math.max(1, found.rows.length);
    const unnamed = found.rows.find(r => r.id === 0);
    const isSparse = Math.abs(unnamed?.now?.revenue ?? 0) > found.now.revenue * MOST_UNNAMED;
    if (found.rows.length > MOST_VALUES || orders < ENOUGH_ORDERS || isSparse) return 0;
    // The weekdays always have something to say; only where nothing else has, it is said.
    return explains(found) / (dimensions[i]?.by.kind === 'weekday' ? 100 : 1);
  });
  const best = weights.indexOf(Math.max(...weights));
  return { dimension: dimensions[best] as GroupingField, found: all[best] as Contributions };
}

function answerFor(
  base: ReturnType<typeof skeleton>,
  comparison: Comparison,
  dimension: GroupingField,
  found: Contributions,
  measure: Measure,
  shop: ShopView,
  context: AnswerContext,
): Answer {
  const format = formatFor(shop.currency);
  const { one, many } = dimensionWords(dimension);
  const facts: ComparisonFacts = {
    ...found,
    format,
    measure,
    one,
    many,
    nowText: showRange(comparison.now),
    beforeText: showRange(comparison.before),
    of: sums => (sums ? (measure.of(sums, shop.currency) ?? 0) : 0),
    name: row => nameOf(row, one),
  };
  const findings = findingsOf(COMPARISON_RULES, facts);
  const withNames = found.rows.some(r => r.label !== null && r.label !== r.key);
  return answerOf({
    ...base,
    title: `What changed, by ${one}`,
    headline: headline(facts),
    columns: [
      { key: dimension.key, label: dimension.label, unit: 'text' },
      ...(withNames ? [{ key: 'name', label: 'Name', unit: 'text' } as const] : []),
      { key: measure.key, label: facts.nowText, unit: measure.unit },
      { key: 'previous', label: facts.beforeText, unit: measure.unit },
      { key: 'difference', label: 'Difference', unit: measure.unit },
      { key: 'change', label: 'Change', unit: 'change' },
      ...(addsUp(measure)
        ? [{ key: 'contribution', label: 'Of the change', unit: 'share', secondary: true } as const]
        : []),
      ...(measure.key === 'orders'
        ? []
        : [{ key: 'orders', label: 'Orders', unit: 'count', secondary: true } as const]),
    ],
    rows: found.rows.map(
      (row): Row => ({
        [dimension.key]: row.key,
        ...(withNames && { name: row.label }),
        orders: row.now?.orders ?? 0,
        [measure.key]: facts.of(row.now),
        previous: facts.of(row.before),
        difference: Math.round(row.change * 1000) / 1000,
        change: changeOf(facts.of(row.now), facts.of(row.before)),
        ...(addsUp(measure) && {
          contribution: fraction(row.change, facts.of(found.now) - facts.of(found.before)),
        }),
      }),
    ),
    charts: changeChart(facts, context, shop.currency),
    observations: findings.observations,
    actions: findings.actions,
    notes: [...base.notes, ...lineNotes(found.now)],
    followUps: [
      `sales ${rangeText(comparison.now)}`,
      'sales trend by month',
      `sales by ${singular(dimension)}`,
    ],
  });
}

function headline(facts: ComparisonFacts): string {
  const { format, measure, nowText, beforeText } = facts;
  const [now, before] = [facts.of(facts.now), facts.of(facts.before)];
  const figure = (value: number) => `${format.figure(value, measure.unit)}`;
  const verb = measure.isAverage ? 'came to' : 'brought';
  const text = `${nowText} ${verb} ${figure(now)}${nounAfter(measure, now)}`;
  if (now === before) return `${text}, the same as ${beforeText}.`;
  const change = changeOf(now, before);
  const difference = figure(Math.round(Math.abs(now - before) * 1000) / 1000);
  return `${text}: ${difference} ${now > before ? 'more' : 'less'} than ${beforeText}${change === null ? '' : ` (${format.change(change)})`}.`;
}

function changeChart(facts: ComparisonFacts, context: AnswerContext, currency: string): ChartSpec[] {
  const { format, measure, one, name } = facts;
  const bars = facts.rows.filter(r => r.change !== 0).slice(0, MOST_BARS);
  const [largest] = bars;
  if (!largest) return [];
  const sorted = [...bars].sort((a, b) => b.change - a.change);
  const change = changeOf(facts.of(facts.now), facts.of(facts.before));
  const relative = (r: (typeof sorted)[number]) => changeOf(facts.of(r.now), facts.of(r.before));
  return [
    {
      kind: 'ranking',
      title:
        change === null
          ? `${facts.nowText} against ${facts.beforeText}`
          : `${measure.label} ${format.change(change)}: ${name(largest)} changed most`,
      subtitle: `Change of ${measure.label.toLowerCase()} by ${one} · ${context.text}`,
      alt: `Change of ${measure.label.toLowerCase()} by ${one}, ${context.text}: ${sorted.map(r => `${name(r)} ${signed(facts, r.change)}`).join(', ')}`,
      unit: chartUnit(measure),
      currency,
      labels: sorted.map(name),
      values: sorted.map(r => r.change),
      notes: sorted.map(r => {
        const part = relative(r);
        return part === null ? 'new' : format.change(part);
      }),
      isChange: true,
    },
  ];
}

const rangeText = (range: Period['range']): string => namedRange(range).text;
