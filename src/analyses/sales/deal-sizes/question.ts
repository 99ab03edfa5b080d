import { type AnswerContext, answerContext, lineNotes } from '../../../answering/context.js';
import { dimensionWords, nameOf } from '../../../answering/dimension-words.js';
import { followUps, type Offer, sales } from '../../../answering/follow-ups.js';
import {
  fieldNamed,
  type GroupingField,
  groupingFields,
  singular,
} from '../../../answering/grouping-fields.js';
import { defineQuestion, noOrders } from '../../../answering/question.js';
import type { ShopView } from '../../../answering/shop.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import type { BoxChart } from '../../../core/answer/chart-spec.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { type Format, formatFor, plural } from '../../../core/answer/format.js';
import { type Note, remark } from '../../../core/answer/notes.js';
import { spreadOf } from '../../../core/statistics.js';
import { named } from '../../../measures/breakdown.js';
import { fraction } from '../../../measures/measures.js';
import { recordedIn } from '../../../measures/recorded.js';
import { linesOf } from '../../../store/lines/index.js';
import { type GroupSums, sumsBy, totalSums } from '../../../store/scope/sums.js';
import { type SizeGroup, SPREAD_RULES, type SpreadFacts } from './findings.js';

/** Boxes that can be read in one chart. */
const MOST_BOXES = 8;
const BEYOND_SHOWN = 40;
const MOST_GROUPS = 50;

/** How large orders or their lines are: quartiles and what lies beyond, by deal size or any dimension. */
const dealSizes = defineQuestion({
  family: 'sales',
  name: 'deal-sizes',
  helpOrder: 11,
  words: [
    'deal sizes',
    'order sizes',
    'spread',
    'distribution',
    'box plot',
    'boxplot',
    'quartiles',
    'median',
    'median order value',
    'median order',
    'median order size',
    'spread of orders',
    'size of orders',
    'deal size distribution',
    'deal size spread',
    'order value distribution',
    'distribution of order values',
    'order size distribution',
  ],
  optional: ['dimension', 'period', 'filters'],
  summary: 'How large orders and lines are: median, quartiles and outliers, by deal size or any dimension',
  examples: ['deal-sizes', 'deal-sizes by country', 'deal-sizes {year}'],
  canonicalText: ({ dimension }) => ({
    text: `deal-sizes${dimension ? ` by ${singular(dimension)}` : ''}`,
    includes: ['dimension'],
  }),

  canAnswer: async ({ dimension }, store) => dimension !== undefined || (await recordedIn(store)).orders,

  async answer(query, shop) {
    const context = await answerContext(query, shop);
    const dimension = query.dimension ?? (await groupingFields(shop.store)).find(d => d.key === 'dealSize');
    const one = dimension && dimensionWords(dimension).one;
    const base = skeleton(query, context, shop, one ? `Sizes by ${one}` : 'Order sizes');
    const total = await totalSums(shop.store, context.scope);
    if (total.lines - total.returns === 0) return nothingSold(base, context, query, shop);
    if (!dimension && !(await recordedIn(shop.store)).orders) throw noOrders('Order sizes');
    const groups = dimension ? await bySize(dimension, context, shop) : await ofOrders(context, total, shop);
    const what = dimension ? 'line' : 'order';
    const facts: SpreadFacts = { format: formatFor(shop.currency), what, groups, ...(one && { one }) };
    const findings = findingsOf(SPREAD_RULES, facts);
    const key = dimension?.key ?? 'group';
    return answerOf({
      ...base,
      headline: headline(facts, total),
      columns: columnsFor(key, dimension?.label ?? 'Orders', what),
      rows: groups.map(g => toRow(g, key, total.revenue, facts.format)),
      charts: [boxChart(facts, groups, context, shop.currency)],
      observations: findings.observations,
      actions: findings.actions,
      notes: [...base.notes, ...lineNotes(total), ...returnNotes(total, facts)],
      followUps: followUps(shop, query, await offersOf(dimension, shop)),
    });
  },
});
export default dealSizes;

function headline({ groups, format, one }: SpreadFacts, total: GroupSums): string {
  const first = groups[0] as SizeGroup;
  const { count, median, q1, q3 } = first.spread;
  const [middle, low, high] = [median, q1, q3].map(minor => format.amount(format.wholeMinor(minor)));
  if (!one)
    return count === 1
      ? `There is one order: ${middle}.`
      : `The median of ${plural(count, 'order')} is ${middle}; half of them lie between ${low} and ${high}.`;
  const share = total.revenue > 0 ? `, ${format.share(first.sums.revenue / total.revenue)} of revenue` : '';
  const sum = format.amount(first.sums.revenue);
  if (groups.length === 1 && total.revenue === first.sums.revenue)
    return `${first.name} is the only ${one}: ${sum}, at a median of ${middle} a line.`;
  return `${first.name} brings the most: ${sum}${share}, at a median of ${middle} a line.`;
}

function returnNotes({ returns }: GroupSums, { one }: SpreadFacts): Note[] {
  if (returns === 0) return [];
  return [
    remark(
      one
        ? 'Quartiles are of sales; returns are left out of them.'
        : 'Returns are subtracted from their order; orders of returns alone are left out of the quartiles.',
    ),
  ];
}

async function offersOf(dimension: GroupingField | undefined, { store }: ShopView): Promise<Offer[]> {
  return [
    sales('by', { dimension: await fieldNamed('country', store) }),
    sales('trend', { grain: 'month' }),
    sales('by', { dimension }),
  ];
}

type Group = SizeGroup & {
  readonly id: string | number | null;
  readonly amounts: Float64Array;
};

async function bySize(
  dimension: GroupingField,
  context: AnswerContext,
  { store }: ShopView,
): Promise<Group[]> {
  const { groups } = await sumsBy(store, context.scope, dimension.by);
  const amountsOf = await (await linesOf(store)).amounts(context.scope, dimension.by);
  const largest = groups.sort((a, b) => b.revenue - a.revenue).slice(0, MOST_GROUPS);
  const { one } = dimensionWords(dimension);
  return (await named(store, dimension.by, largest)).flatMap(sums => {
    const amounts = amountsOf.get(sums.id);
    if (!amounts || amounts.length === 0) return [];
    return [{ name: nameOf(sums, one), id: sums.key, sums, spread: spreadOf(amounts), amounts }];
  });
}

async function ofOrders({ scope }: AnswerContext, sums: GroupSums, { store }: ShopView): Promise<Group[]> {
  const { revenue } = await (await linesOf(store)).orders(scope);
  const amounts = revenue.sort();
  return [{ name: 'All orders', id: 'all', sums, spread: spreadOf(amounts), amounts }];
}

function columnsFor(key: string, label: string, what: string): Column[] {
  return [
    { key, label, unit: 'text' },
    { key: 'revenue', label: 'Revenue', unit: 'money' },
    { key: 'share', label: 'Share', unit: 'share' },
    { key: what === 'line' ? 'lines' : 'orders', label: what === 'line' ? 'Lines' : 'Orders', unit: 'count' },
    { key: what === 'line' ? 'averageLine' : 'averageOrderValue', label: `Avg ${what}`, unit: 'money' },
    { key: 'median', label: 'Median', unit: 'money' },
    { key: 'q1', label: 'Lower quartile', unit: 'money', secondary: true },
    { key: 'q3', label: 'Upper quartile', unit: 'money', secondary: true },
    { key: 'least', label: 'Smallest', unit: 'money', secondary: true },
    { key: 'most', label: 'Largest', unit: 'money' },
    { key: 'outliers', label: 'Outliers', unit: 'count', secondary: true },
  ];
}

function toRow({ id, sums, spread }: Group, key: string, total: number, format: Format): Row {
  const count = spread.count;
  const { major, wholeMinor } = format;
  const mean = (average: number) => major(wholeMinor(average));
  return {
    [key]: id,
    revenue: major(sums.revenue),
    share: fraction(sums.revenue, total),
    lines: sums.lines,
    orders: sums.orders,
    averageLine: mean(sums.revenue / Math.max(1, sums.lines)),
    averageOrderValue: mean(sums.revenue / count),
    median: mean(spread.median),
    q1: mean(spread.q1),
    q3: mean(spread.q3),
    least: major(spread.least),
    most: major(spread.most),
    outliers: spread.beyond,
  };
}

function boxChart(
  { format, what, one }: SpreadFacts,
  groups: readonly Group[],
  { text }: AnswerContext,
  currency: string,
): BoxChart {
  const shown = groups.slice(0, MOST_BOXES);
  const first = shown[0] as Group;
  const major = (minor: number) => format.major(format.wholeMinor(minor));
  const amount = (minor: number) => format.amount(format.wholeMinor(minor));
  const median = format.short(major(first.spread.median), 'money');
  const figures = shown.map(({ name, spread }) => {
    const half = `${amount(spread.q1)} to ${amount(spread.q3)}`;
    return `${name}: median ${amount(spread.median)}, middle half ${half}`;
  });
  return {
    kind: 'box',
    title: one ? `${first.name}: the median ${what} is ${median}` : `The median order is ${median}`,
    subtitle: `Size of ${what}s${one ? ` by ${one}` : ''}: box = middle half, line = median · ${text}`,
    alt: figures.join('; '),
    unit: 'money',
    currency,
    boxes: shown.map(({ name, spread, amounts }) => ({
      label: name,
      low: major(spread.low),
      q1: major(spread.q1),
      median: major(spread.median),
      q3: major(spread.q3),
      high: major(spread.high),
      beyond: [...amounts.filter(v => v > spread.high || v < spread.low)].slice(-BEYOND_SHOWN).map(major),
    })),
  };
}
