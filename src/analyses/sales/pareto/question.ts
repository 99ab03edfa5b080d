import { answerContext, lineNotes } from '../../../answering/context.js';
import { dimensionWords, nameOf } from '../../../answering/dimension-words.js';
import { CUSTOMER, groupingFields, singular } from '../../../answering/grouping-fields.js';
import { defineQuestion } from '../../../answering/question.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { answerOf, type Row } from '../../../core/answer/answer.js';
import type { ParetoChart } from '../../../core/answer/chart-spec.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { formatFor } from '../../../core/answer/format.js';
import { named } from '../../../measures/breakdown.js';
import { fraction } from '../../../measures/measures.js';
import { type Sums, sumsBy } from '../../../store/scope/sums.js';
import { hasCustomers } from '../../../store/tables/customers.js';
import { type Pareto, paretoOf, partsOfPareto } from './figures.js';
import { PARETO_RULES, type ParetoFacts } from './findings.js';

const MOST_ROWS = 1_000;
/** With more values than these the chart shows tenths of them. */
const MOST_BARS = 20;
const TENTHS = 10;

/** Which share of the customers, or of any dimension's values, brings 80 % of the revenue. */
const pareto = defineQuestion({
  family: 'sales',
  name: 'pareto',
  helpOrder: 9,
  words: [
    'pareto',
    '80 20',
    '80/20',
    'abc',
    'abc analysis',
    'concentration',
    'concentrated',
    '80 percent',
    '80 percent of revenue',
    '80 percent of the revenue',
    '80 of revenue',
    'pareto analysis',
    'pareto chart',
    'dependent',
    'depend',
  ],
  optional: ['dimension', 'period', 'filters'],
  summary: 'Which share of the customers, products, ... brings 80 % of the revenue',
  examples: ['pareto', 'pareto by product', 'pareto by country {year}'],
  canonicalText: ({ dimension }) => ({
    text: `pareto${dimension ? ` by ${singular(dimension)}` : ''}`,
    includes: ['dimension'],
  }),

  async answer(query, shop) {
    const context = await answerContext(query, shop);
    const dimension =
      query.dimension ??
      ((await hasCustomers(shop.store)) ? CUSTOMER : ((await groupingFields(shop.store))[0] ?? CUSTOMER));
    const { one, many } = dimensionWords(dimension);
    const base = skeleton(query, context, shop, `Pareto of ${many}`);
    const { total, groups } = await sumsBy(shop.store, context.scope, dimension.by);
    const found = paretoOf(groups);
    if (total.lines === 0) return nothingSold(base, context);
    if (!found)
      return answerOf({
        ...base,
        headline: `No ${one} brings more than its returns take away, so there is nothing to share out.`,
        followUps: ['sales', 'sales trend'],
      });
    const format = formatFor(shop.currency);
    const top = await named(shop.store, dimension.by, found.ranked.slice(0, MOST_ROWS));
    const facts: ParetoFacts = { ...found, format, one, many, first: nameOf(top[0] as Sums, one) };
    const findings = findingsOf(PARETO_RULES, facts);
    let sum = 0;
    const withNames = top.some(s => s.label !== null && s.label !== s.key);
    return answerOf({
      ...base,
      headline: `${format.count(found.for80)} of ${format.count(found.ranked.length)} ${many} (${format.share(found.for80 / found.ranked.length)}) bring 80% of the revenue.`,
      columns: [
        { key: dimension.key, label: dimension.label, unit: 'text' },
        ...(withNames ? [{ key: 'name', label: 'Name', unit: 'text' } as const] : []),
        { key: 'revenue', label: 'Revenue', unit: 'money' },
        { key: 'share', label: 'Share', unit: 'share' },
        { key: 'cumulative', label: 'Together', unit: 'share' },
        { key: 'class', label: 'Class', unit: 'text' },
        { key: 'orders', label: 'Orders', unit: 'count', secondary: true },
      ],
      rows: top.map((s, i): Row => {
        sum += s.revenue;
        return {
          [dimension.key]: s.key,
          ...(withNames && { name: s.label }),
          revenue: format.major(s.revenue),
          share: fraction(s.revenue, found.revenue),
          cumulative: fraction(sum, found.revenue),
          class: i < found.for80 ? 'A' : i < found.for80 + (found.classes[1]?.count ?? 0) ? 'B' : 'C',
          orders: s.orders,
        };
      }),
      charts: [chartOf(found, top, facts, context.text, shop.currency)],
      observations: findings.observations,
      actions: findings.actions,
      notes: [
        ...(top.length < found.ranked.length
          ? [`${format.count(found.ranked.length - top.length)} more ${many} are not listed.`]
          : []),
        ...(found.revenue !== total.revenue
          ? [
              `Shares are of ${format.amount(found.revenue)}: what has no ${one}, or more returns than sales, is left out.`,
            ]
          : []),
        ...base.notes,
        ...lineNotes(total),
      ],
      followUps: [
        `sales top-${dimension.key === 'customer' ? 'customers' : many.replaceAll(' ', '-')} ${Math.min(100, found.for80)}`,
        dimension.key === 'customer' ? 'sales pareto by product' : 'sales pareto',
        'segment',
      ],
    });
  },
});
export default pareto;

function chartOf(
  found: Pareto,
  top: readonly Sums[],
  { one, many, format }: ParetoFacts,
  scope: string,
  currency: string,
): ParetoChart {
  const base = {
    kind: 'pareto' as const,
    title: `${format.share(found.for80 / found.ranked.length)} of ${many} bring 80% of the revenue`,
    unit: 'money' as const,
    currency,
  };
  const isFew = found.ranked.length <= MOST_BARS;
  const parts = isFew
    ? partsOfPareto(found, found.ranked.length)
    : partsOfPareto(found, Math.min(TENTHS, found.ranked.length));
  const labels = isFew
    ? top.map(s => nameOf(s, one))
    : parts.map((_, i) => `${i === 0 ? 'top ' : 'to '}${(i + 1) * TENTHS}%`);
  return {
    ...base,
    subtitle: `Revenue ${isFew ? `by ${one}` : `by tenths of the ${format.count(found.ranked.length)} ${many}`}, and together (line) · ${scope}`,
    alt: `Revenue together, ${scope}: ${parts.map((p, i) => `${labels[i]} ${format.share(p.cumulative)}`).join(', ')}`,
    labels,
    values: parts.map(p => format.major(p.revenue)),
    cumulative: parts.map(p => p.cumulative),
    reached: Math.max(
      0,
      parts.findIndex(p => p.cumulative >= 0.8 - 1e-9),
    ),
  };
}
