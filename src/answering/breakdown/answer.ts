import { type Answer, answerOf, type Column, type Row } from '../../core/answer/answer.js';
import type { ChartSpec } from '../../core/answer/chart-spec.js';
import { findingsOf } from '../../core/answer/finding-rules.js';
import { formatFor } from '../../core/answer/format.js';
import { type Breakdown, breakdown } from '../../measures/breakdown.js';
import {
  FEWEST_FOR_AVERAGE,
  fraction,
  type Measure,
  measureColumn,
  measuresOf,
  nounAfter,
  rankBy,
  revenue,
} from '../../measures/measures.js';
import type { GroupSums, Sums } from '../../store/scope/sums.js';
import { type AnswerContext, answerContext, lineNotes } from '../context.js';
import { quoted } from '../declaration.js';
import { chartUnit, dimensionWords, isCalendar, nameOf } from '../dimension-words.js';
import { type GroupingField, singular } from '../grouping-fields.js';
import type { ParsedQuery } from '../question.js';
import type { ShopView } from '../shop.js';
import { nothingSold, skeleton } from '../skeleton.js';
import { BREAKDOWN_RULES, type BreakdownFacts } from './findings.js';

const MOST_BARS = 15;

/** How a breakdown is ranked and cut. */
interface Ranking {
  readonly limit?: number;
  /** The smallest first. */
  readonly isBottom?: boolean;
}

/** The answer to a breakdown: the first `limit` values of a dimension by a measure, or all of them. */
export async function breakdownAnswer(
  query: ParsedQuery & { readonly dimension: GroupingField },
  shop: ShopView,
  { limit, isBottom = false }: Ranking = {},
): Promise<Answer> {
  const { dimension, measure = revenue } = query;
  const context = await answerContext(query, shop);
  const found = await breakdown(shop.store, context.scope, dimension.by, {
    rankBy: rankBy(measure, shop.currency, isBottom),
    limit,
  });
  const { one, many } = dimensionWords(dimension);
  const label = measure.label.toLowerCase();
  const shown = found.rows;
  const rank = isBottom ? 'Bottom' : 'Top';
  const title = limit
    ? `${rank} ${shown.length === 1 ? one : `${shown.length} ${many}`} by ${label}`
    : `${measure.label} by ${one}`;
  const base = skeleton(query, context, shop, title);
  if (found.total.lines === 0) return nothingSold(base, context);
  const facts: BreakdownFacts = {
    ...found,
    one,
    many,
    format: formatFor(shop.currency),
    revenues: sortedRevenues(found.all),
    isByRevenue: measure === revenue && !isBottom,
    isCalendar: isCalendar(dimension),
    name: sums => nameOf(sums, one),
  };
  const ordered = isCalendar(dimension) && !limit ? [...shown].sort((a, b) => a.id - b.id) : shown;
  const withNames = !isCalendar(dimension) && shown.some(r => r.label !== null && r.label !== r.key);
  const findings = findingsOf(BREAKDOWN_RULES, facts);
  return answerOf({
    ...base,
    headline: headline(facts, measure, shop.currency, isBottom),
    columns: columnsFor(dimension, measure, found.total, withNames),
    rows: ordered.map(sums => toRow(sums, found.total, dimension, shop.currency, withNames)),
    charts: [chartOf(facts, ordered, dimension, measure, context, shop.currency, isBottom)],
    observations: findings.observations,
    actions: findings.actions,
    notes: [
      ...(shown.length < found.all.length
        ? [
            `${facts.format.count(found.all.length - shown.length)} more ${many} are not shown; shares are of all revenue.`,
          ]
        : []),
      ...(measure.isAverage && found.all.some(g => g.orders < FEWEST_FOR_AVERAGE)
        ? [`An average over fewer than ${FEWEST_FOR_AVERAGE} orders stands last: one order would make it.`]
        : []),
      ...base.notes,
      ...lineNotes(found.total),
    ],
    followUps: followUps(query, found, limit),
  });
}

/** The revenue of each group that has a value, ascending. */
function sortedRevenues(groups: readonly GroupSums[]): Float64Array {
  const revenues = new Float64Array(groups.length);
  let count = 0;
  for (const { id, revenue } of groups) if (id !== 0) revenues[count++] = revenue;
  return revenues.subarray(0, count).sort();
}

function headline(facts: BreakdownFacts, measure: Measure, currency: string, isBottom: boolean): string {
  const { format, total, one, name } = facts;
  const [first, second] = facts.rows.filter(r => r.key !== null);
  const figure = (sums: GroupSums) => format.figure(measure.of(sums, currency) ?? 0, measure.unit);
  const what = (sums: GroupSums) => nounAfter(measure, measure.of(sums, currency) ?? 0);
  if (!first) return `All ${format.amount(total.revenue)} of revenue has no ${one}.`;
  if (facts.revenues.length === 1)
    return `${name(first)} is the only ${one}: ${figure(first)}${what(first)}.`;
  const next = second
    ? `; ${name(second)} ${isBottom ? 'is next to last' : 'follows'} with ${figure(second)}`
    : '';
  if (isBottom) return `${name(first)} is last with ${figure(first)}${what(first)}${next}.`;
  const share =
    measure === revenue && total.revenue > 0 && first.revenue > 0 && first.revenue <= total.revenue
      ? `, ${format.share(first.revenue / total.revenue)} of revenue`
      : '';
  return `${name(first)} leads with ${figure(first)}${what(first)}${share}${next}.`;
}

function columnsFor(
  dimension: GroupingField,
  measure: Measure,
  total: GroupSums,
  withNames: boolean,
): Column[] {
  const share: Column = { key: 'share', label: 'Share', unit: 'share' };
  const measures = measuresOf(total).filter(m => m !== revenue && m !== measure);
  return [
    { key: dimension.key, label: dimension.label, unit: 'text' },
    ...(withNames ? [{ key: 'name', label: 'Name', unit: 'text' } as const] : []),
    ...(measure === revenue ? [] : [{ ...measureColumn(measure), secondary: false }]),
    measureColumn(revenue),
    share,
    ...measures.map(measureColumn),
  ];
}

function toRow(
  sums: Sums,
  total: GroupSums,
  dimension: GroupingField,
  currency: string,
  withNames: boolean,
): Row {
  const row: Record<string, string | number | null> = { [dimension.key]: sums.key };
  if (withNames) row.name = sums.label;
  for (const measure of measuresOf(total)) row[measure.key] = measure.of(sums, currency);
  row.share = fraction(sums.revenue, total.revenue);
  return row;
}

function chartOf(
  facts: BreakdownFacts,
  shown: readonly Sums[],
  dimension: GroupingField,
  measure: Measure,
  context: AnswerContext,
  currency: string,
  isBottom: boolean,
): ChartSpec {
  const { format, total, one, name } = facts;
  const value = (sums: GroupSums) => measure.of(sums, currency) ?? 0;
  const figure = (sums: GroupSums) => format.figure(value(sums), measure.unit);
  const isOrdered =
    facts.isCalendar && shown.length > 2 && shown.every((s, i) => i === 0 || s.id > (shown[i - 1]?.id ?? 0));
  const bars = isOrdered ? shown : shown.slice(0, MOST_BARS);
  const first = bars[0] as Sums;
  const short = (sums: Sums) => format.short(value(sums), measure.unit);
  const best = bars.reduce((a, b) => (value(b) > value(a) ? b : a));
  const share =
    total.revenue > 0 && measure === revenue
      ? (s: Sums) => format.share(s.revenue / total.revenue)
      : undefined;
  const by = `${measure.label} by ${one}`;
  const base = {
    subtitle: `${by} · ${context.text}`,
    alt: `${by}, ${context.text}: ${bars.map(s => `${name(s)} ${figure(s)}`).join(', ')}`,
    unit: chartUnit(measure),
    currency,
    labels: bars.map(name),
    values: bars.map(value),
  };
  if (isOrdered)
    return {
      ...base,
      kind: 'trend',
      title: `${name(best)} is the strongest ${one}: ${short(best)}`,
      labels: bars.map(s => shortName(s, dimension)),
      partialLast: false,
      peak: bars.indexOf(best),
      isCycle: true,
    };
  const isWhole = share && total.revenue > 0 && first.revenue > 0 && first.revenue <= total.revenue;
  return {
    ...base,
    kind: 'ranking',
    title: isBottom
      ? `${name(first)} is last with ${short(first)}`
      : isWhole
        ? `${name(first)} brings ${share(first)} of revenue`
        : `${name(first)} leads with ${short(first)}`,
    notes: share && bars.map(share),
  };
}

/** `Mon`, `Jan`: what fits under a bar. */
const shortName = (sums: Sums, { by }: GroupingField): string =>
  by.kind === 'weekday' || by.kind === 'monthOfYear' ? String(sums.key).slice(0, 3) : String(sums.key ?? '–');

function followUps(
  query: ParsedQuery & { readonly dimension: GroupingField },
  found: Breakdown,
  limit?: number,
): string[] {
  const { dimension } = query;
  const first = found.rows.find(r => r.key !== null);
  const period = query.period ? ` ${query.period.text}` : '';
  const next: string[] = [];
  if (limit && limit < found.all.length && dimension.by.kind !== 'grain')
    next.push(`sales by ${singular(dimension)}${period}`);
  if (first && dimension.by.kind === 'dimension' && query.filters.length === 0)
    next.push(`sales trend ${singular(dimension)}:${quoted(String(first.key))}${period}`);
  if (dimension.key !== 'customer') next.push(`sales top-customers${period}`);
  else next.push('segment');
  if (found.all.length >= 5 && !isCalendar(dimension))
    next.push(`sales pareto by ${singular(dimension)}${period}`);
  return next;
}
