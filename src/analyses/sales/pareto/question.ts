import { type AnswerContext, answerContext, lineNotes } from '../../../answering/context.js';
import { dimensionWords, haveNames, nameColumn, nameOf } from '../../../answering/dimension-words.js';
import { followUps, type Offer, SEGMENTS, sales } from '../../../answering/follow-ups.js';
import {
  CUSTOMER,
  fieldNamed,
  type GroupingField,
  groupingFields,
  singular,
} from '../../../answering/grouping-fields.js';
import { defineQuestion } from '../../../answering/question.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import type { ParetoChart } from '../../../core/answer/chart-spec.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { formatFor, withArticle } from '../../../core/answer/format.js';
import { type Note, remark } from '../../../core/answer/notes.js';
import { named } from '../../../measures/breakdown.js';
import { fraction } from '../../../measures/measures.js';
import type { StoreReader } from '../../../store/engine/transaction.js';
import { type GroupSums, type Sums, sumsBy } from '../../../store/scope/sums.js';
import { hasCustomers } from '../../../store/tables/customers.js';
import { paretoOf, partsOfPareto } from './figures.js';
import { PARETO_RULES, type ParetoFacts } from './findings.js';

const MOST_ROWS = 1_000;
/** With more values than these the chart shows tenths of them. */
const MOST_BARS = 20;
const TENTHS = 10;
/** The most values that a follow-up lists. */
const MOST_LISTED = 100;

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
    const dimension = query.dimension ?? (await usualDimension(shop.store));
    const { one, many } = dimensionWords(dimension);
    const base = skeleton(query, context, shop, `Pareto of ${many}`);
    const { total, groups } = await sumsBy(shop.store, context.scope, dimension.by);
    if (total.lines === 0) return nothingSold(base, context, query, shop);
    const pareto = paretoOf(groups);
    if (!pareto)
      return answerOf({
        ...base,
        headline: `No ${one} has more sales than returns, so shares cannot be given.`,
        followUps: followUps(shop, query, [sales('totals'), sales('trend')]),
      });
    const rows = await named(shop.store, dimension.by, pareto.ranked.slice(0, MOST_ROWS));
    const facts: ParetoFacts = { ...pareto, format: formatFor(shop.currency), one, many };
    const findings = findingsOf(PARETO_RULES, facts);
    return answerOf({
      ...base,
      headline: headline(facts, rows),
      ...tableOf(facts, dimension, rows),
      charts: [chartOf(facts, rows, context, shop.currency)],
      observations: findings.observations,
      actions: findings.actions,
      notes: [...notesOf(facts, rows, total), ...base.notes, ...lineNotes(total)],
      followUps: followUps(shop, query, await offersOf(dimension, facts, shop.store)),
    });
  },
});
export default pareto;

/** Customers if the files name any, else the first dimension. */
async function usualDimension(store: StoreReader): Promise<GroupingField> {
  if (await hasCustomers(store)) return CUSTOMER;
  return (await groupingFields(store))[0] ?? CUSTOMER;
}

function headline({ format, for80, ranked, revenue, one, many }: ParetoFacts, rows: readonly Sums[]): string {
  const [first] = rows;
  if (ranked.length === 1 && first)
    return `${nameOf(first, one)} is the only ${one}: all ${format.amount(revenue)} come from it.`;
  if (for80 === 1 && first)
    return `${nameOf(first, one)} alone brings ${format.share(first.revenue / revenue)} of the revenue.`;
  if (for80 === ranked.length)
    return (
      `It takes ${for80 === 2 ? 'both' : `all ${format.count(for80)}`} ${many} to bring 80% of ` +
      'the revenue.'
    );
  const share = format.share(for80 / ranked.length);
  const count = `${format.count(for80)} of ${format.count(ranked.length)} ${many}`;
  return `${count} (${share}) bring 80% of the revenue.`;
}

function tableOf(
  { ranked, revenue, for80, classes, format }: ParetoFacts,
  dimension: GroupingField,
  rows: readonly Sums[],
): { columns: Column[]; rows: Row[] } {
  const withNames = haveNames(rows);
  const lastOfB = for80 + (classes[1]?.count ?? 0);
  const classOf = (place: number) => (place < for80 ? 'A' : place < lastOfB ? 'B' : 'C');
  let sum = 0;
  const cumulative = ranked.slice(0, rows.length).map(group => {
    sum += group.revenue;
    return fraction(sum, revenue);
  });
  return {
    columns: [
      { key: dimension.key, label: dimension.label, unit: 'text' },
      ...nameColumn(withNames),
      { key: 'revenue', label: 'Revenue', unit: 'money' },
      { key: 'share', label: 'Share', unit: 'share' },
      { key: 'cumulative', label: 'Cumulative', unit: 'share' },
      { key: 'class', label: 'Class', unit: 'text' },
      { key: 'orders', label: 'Orders', unit: 'count', secondary: true },
    ],
    rows: rows.map((s, i) => ({
      [dimension.key]: s.key,
      ...(withNames && { name: s.label }),
      revenue: format.major(s.revenue),
      share: fraction(s.revenue, revenue),
      cumulative: cumulative[i] ?? null,
      class: classOf(i),
      orders: s.orders,
    })),
  };
}

function notesOf(
  { ranked, revenue, one, many, format }: ParetoFacts,
  rows: readonly Sums[],
  total: GroupSums,
): Note[] {
  const hidden = ranked.length - rows.length;
  const leftOut =
    `Shares are of ${format.amount(revenue)}: ` +
    `sales without ${withArticle(one)}, and ${many} with more returns than sales, are left out.`;
  return [
    ...(hidden > 0 ? [{ kind: 'notShown', count: hidden, one, many } as const] : []),
    ...(revenue !== total.revenue ? [remark(leftOut)] : []),
  ];
}

async function offersOf(
  dimension: GroupingField,
  { for80, many }: ParetoFacts,
  store: StoreReader,
): Promise<(Offer | undefined)[]> {
  const limit = Math.min(MOST_LISTED, for80);
  const isOfCustomers = dimension === CUSTOMER;
  const product = isOfCustomers ? await fieldNamed('product', store) : undefined;
  return [
    sales('top', { dimension, limit, label: limit === 1 ? `Top ${many}` : `Top ${limit} ${many}` }),
    isOfCustomers
      ? product && sales('pareto', { dimension: product })
      : sales('pareto', { dimension: CUSTOMER }),
    SEGMENTS,
  ];
}

/** The chart's heading: of a single value there is no share to give. */
function titleOf({ one, many, format, ranked, for80 }: ParetoFacts): string {
  if (ranked.length === 1) return `All revenue comes from one ${one}`;
  return `${format.share(for80 / ranked.length)} of the ${many} bring 80% of the revenue`;
}

function chartOf(
  facts: ParetoFacts,
  rows: readonly Sums[],
  { text }: AnswerContext,
  currency: string,
): ParetoChart {
  const { one, many, format, ranked } = facts;
  const isFew = ranked.length <= MOST_BARS;
  const parts = partsOfPareto(facts, isFew ? ranked.length : TENTHS);
  const labels = isFew
    ? rows.map(s => nameOf(s, one))
    : parts.map((_, i) => `${i === 0 ? 'top ' : 'to '}${(i + 1) * TENTHS}%`);
  const by = isFew ? `by ${one}` : `by tenths of the ${format.count(ranked.length)} ${many}`;
  const cumulative = parts.map(p => p.cumulative);
  const figures = cumulative.map((share, i) => `${labels[i]} ${format.share(share)}`);
  return {
    kind: 'pareto',
    title: titleOf(facts),
    subtitle: `Revenue ${by}, and together (line) · ${text}`,
    alt: `Revenue together, ${text}: ${figures.join(', ')}`,
    unit: 'money',
    currency,
    labels,
    values: parts.map(p => format.major(p.revenue)),
    cumulative,
    reached: Math.max(
      0,
      cumulative.findIndex(share => share >= 0.8 - 1e-9),
    ),
  };
}
