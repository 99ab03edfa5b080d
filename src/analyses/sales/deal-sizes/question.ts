import { type AnswerContext, answerContext, lineNotes } from '../../../answering/context.js';
import { dimensionWords, nameOf } from '../../../answering/dimension-words.js';
import { type GroupingField, groupingFields, singular } from '../../../answering/grouping-fields.js';
import { defineQuestion } from '../../../answering/question.js';
import type { ShopView } from '../../../answering/shop.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import type { BoxChart } from '../../../core/answer/chart-spec.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { formatFor } from '../../../core/answer/format.js';
import { spreadOf } from '../../../core/statistics.js';
import { named } from '../../../measures/breakdown.js';
import { fraction } from '../../../measures/measures.js';
import { groupingBy, listOrders, sortedAmounts } from '../../../store/columns/index.js';
import { sumsBy, totalSums } from '../../../store/scope/sums.js';
import { SPREAD_RULES, type SpreadFacts } from './findings.js';

/** Boxes that can be read in one chart. */
const MOST_BOXES = 8;
const BEYOND_SHOWN = 40;

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

  async answer(query, shop) {
    const context = await answerContext(query, shop);
    const dimension = query.dimension ?? (await groupingFields(shop.store)).find(d => d.key === 'dealSize');
    const what = dimension ? 'line' : 'order';
    const base = skeleton(
      query,
      context,
      shop,
      dimension ? `Sizes by ${dimensionWords(dimension).one}` : 'Order sizes',
    );
    const total = await totalSums(shop.store, context.scope);
    if (total.lines - total.returns === 0) return nothingSold(base, context);
    const format = formatFor(shop.currency);
    const groups = dimension ? await bySize(dimension, context, shop) : await ofOrders(context, shop);
    const facts: SpreadFacts = {
      format,
      what,
      groups,
      ...(dimension && { one: dimensionWords(dimension).one }),
    };
    const findings = findingsOf(SPREAD_RULES, facts);
    const first = groups[0] as SpreadFacts['groups'][number];
    const key = dimension?.key ?? 'group';
    return answerOf({
      ...base,
      headline: dimension
        ? `${first.name} brings the most: ${format.amount(first.sums.revenue)}${total.revenue > 0 ? `, ${format.share(first.sums.revenue / total.revenue)} of revenue` : ''}, at a median of ${format.amount(Math.round(first.spread.median))} a line.`
        : `The middle one of ${format.count(first.spread.count)} orders is ${format.amount(Math.round(first.spread.median))}; the middle half lies between ${format.amount(Math.round(first.spread.q1))} and ${format.amount(Math.round(first.spread.q3))}.`,
      columns: columnsFor(key, dimension?.label ?? 'Orders', what),
      rows: groups.map(g => toRow(g, key, total.revenue, format.major)),
      charts: [boxChart(facts, context, shop.currency)],
      observations: findings.observations,
      actions: findings.actions,
      notes: [
        ...base.notes,
        ...lineNotes(total),
        ...(total.returns > 0
          ? [
              dimension
                ? 'Quartiles are of sales; returns are left out of them.'
                : 'What an order returned is taken off it; orders of returns alone are left out of the quartiles.',
            ]
          : []),
      ],
      followUps: [
        'sales by country',
        'sales trend by month',
        ...(dimension ? [`sales by ${singular(dimension)}`] : []),
      ],
    });
  },
});
export default dealSizes;

type Group = SpreadFacts['groups'][number] & {
  readonly id: string | number | null;
  readonly lines: Float64Array;
};

async function bySize(
  dimension: GroupingField,
  context: AnswerContext,
  { store }: ShopView,
): Promise<Group[]> {
  const { groups } = await sumsBy(store, context.scope, dimension.by);
  const amounts = await sortedAmounts(store, context.scope, groupingBy(dimension.by));
  const largest = groups.sort((a, b) => b.revenue - a.revenue).slice(0, 50);
  const sums = await named(store, dimension.by, largest);
  return sums.flatMap(s => {
    const lines = amounts.get(s.id);
    if (!lines || lines.length === 0) return [];
    return [
      { name: nameOf(s, dimensionWords(dimension).one), id: s.key, sums: s, spread: spreadOf(lines), lines },
    ];
  });
}

async function ofOrders(context: AnswerContext, { store }: ShopView): Promise<Group[]> {
  const orders = await listOrders(store, context.scope);
  const lines = orders.revenue.sort();
  const sums = await totalSums(store, context.scope);
  return [{ name: 'All orders', id: 'all', sums, spread: spreadOf(lines), lines }];
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

function toRow(
  { id, sums, spread }: SpreadFacts['groups'][number] & { readonly id?: Row[string] },
  key: string,
  total: number,
  major: (minor: number) => number,
): Row {
  const count = spread.count;
  const mean = major(Math.round(sums.revenue / count));
  return {
    [key]: id ?? null,
    revenue: major(sums.revenue),
    share: fraction(sums.revenue, total),
    lines: sums.lines,
    orders: sums.orders,
    averageLine: major(Math.round(sums.revenue / Math.max(1, sums.lines))),
    averageOrderValue: mean,
    median: major(Math.round(spread.median)),
    q1: major(Math.round(spread.q1)),
    q3: major(Math.round(spread.q3)),
    least: major(spread.least),
    most: major(spread.most),
    outliers: spread.beyond,
  };
}

function boxChart(facts: SpreadFacts, context: AnswerContext, currency: string): BoxChart {
  const format = formatFor(currency);
  const shown = (facts.groups as readonly Group[]).slice(0, MOST_BOXES);
  const [first] = shown;
  const major = (minor: number) => format.major(Math.round(minor));
  return {
    kind: 'box',
    title: facts.one
      ? `A ${facts.what} is ${format.short(major(first?.spread.median ?? 0), 'money')} in the middle for ${first?.name}`
      : `The middle order is ${format.short(major(first?.spread.median ?? 0), 'money')}`,
    subtitle: `Size of ${facts.what}s${facts.one ? ` by ${facts.one}` : ''}: box = middle half, line = median · ${context.text}`,
    alt: shown
      .map(
        g =>
          `${g.name}: median ${format.amount(Math.round(g.spread.median))}, middle half ${format.amount(Math.round(g.spread.q1))} to ${format.amount(Math.round(g.spread.q3))}`,
      )
      .join('; '),
    unit: 'money',
    currency,
    boxes: shown.map(({ name, spread, lines }) => ({
      label: name,
      low: major(spread.low),
      q1: major(spread.q1),
      median: major(spread.median),
      q3: major(spread.q3),
      high: major(spread.high),
      beyond: [...lines.filter(v => v > spread.high || v < spread.low)].slice(-BEYOND_SHOWN).map(major),
    })),
  };
}
