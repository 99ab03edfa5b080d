import { type Answer, answerOf, type Column, type Row } from '../../core/answer/answer.js';
import { findingsOf } from '../../core/answer/finding-rules.js';
import { capital, formatFor, listed, plural } from '../../core/answer/format.js';
import { type Note, remark } from '../../core/answer/notes.js';
import { periodOf } from '../../core/calendar/grain.js';
import { type Breakdown, breakdown } from '../../measures/breakdown.js';
import {
  FEWEST_FOR_AVERAGE,
  fraction,
  type Measure,
  measureColumn,
  measuresOf,
  nothingToAverage,
  nounAfter,
  type Recorded,
  rankBy,
  revenue,
} from '../../measures/measures.js';
import { recordedIn } from '../../measures/recorded.js';
import { isPartial } from '../../measures/trend.js';
import type { GroupSums, Sums } from '../../store/scope/sums.js';
import { type AnswerContext, answerContext, filterFor, lineNotes } from '../context.js';
import {
  dimensionWords,
  haveNames,
  inCalendarOrder,
  isCalendar,
  nameColumn,
  nameOf,
} from '../dimension-words.js';
import { isActionable } from '../field-roles.js';
import { followUps, type Offer, SEGMENTS, sales } from '../follow-ups.js';
import { CUSTOMER, type GroupingField } from '../grouping-fields.js';
import type { ParsedQuery } from '../question.js';
import type { ShopView } from '../shop.js';
import { nothingSold, skeleton } from '../skeleton.js';
import { notesByPeriod } from '../trend/partial-periods.js';
import { breakdownChart } from './chart.js';
import { BREAKDOWN_RULES, type BreakdownFacts } from './findings.js';

/** How a breakdown is ranked and cut. */
interface Ranking {
  readonly limit?: number;
  /** The smallest first. */
  readonly isBottom?: boolean;
}

type BreakdownQuery = ParsedQuery & { readonly dimension: GroupingField };

/** The answer to a breakdown: the first `limit` values of a dimension by a measure, or all of them. */
export async function breakdownAnswer(
  query: BreakdownQuery,
  shop: ShopView,
  { limit, isBottom = false }: Ranking = {},
): Promise<Answer> {
  const { dimension, measure = revenue } = query;
  const context = await answerContext(query, shop);
  const result = await breakdown(shop.store, context.scope, dimension.by, {
    rankBy: rankBy(measure, shop.currency, isBottom),
    limit,
    // Somebody who asks for three customers wants three; the note says what has none.
    isNamedOnly: isOfCustomers(query, limit),
  });
  const base = skeleton(
    query,
    context,
    shop,
    titleOf(query, result.rows.length || (limit ?? 0), { limit, isBottom }),
  );
  if (result.total.lines === 0) return nothingSold(base, context, query, shop);
  const facts = factsOf(query, result, context, shop, isBottom);
  if (result.rows.length === 0)
    return answerOf({
      ...base,
      headline: `No sale has a ${facts.one}: ${context.text}.`,
      notes: [...withoutCustomer(query, facts, limit), ...context.notes],
      followUps: followUps(shop, query, [sales('totals'), sales('trend')]),
    });
  const isInOrder = isCalendar(dimension) && !limit;
  const names = new Map(result.rows.map(row => [row.id, facts.name(row)]));
  const order = inCalendarOrder(dimension, id => names.get(id) ?? '');
  const rows = isInOrder ? [...result.rows].sort((a, b) => order(a.id, b.id)) : result.rows;
  const findings = findingsOf(BREAKDOWN_RULES, facts);
  return answerOf({
    ...base,
    headline: breakdownHeadline(facts),
    ...tableOf(query, rows, result.total, await recordedIn(shop.store), shop.currency),
    charts: [breakdownChart(facts, rows, dimension, context, shop.currency)],
    observations: findings.observations,
    actions: findings.actions,
    notes: [
      ...withoutCustomer(query, facts, limit),
      ...notesOf(query, facts, context, isOfCustomers(query, limit)),
    ],
    followUps: followUps(shop, query, offersOf(query, result, limit)),
  });
}

const isOfCustomers = ({ dimension }: BreakdownQuery, limit: number | undefined): boolean =>
  limit !== undefined && dimension === CUSTOMER;

/** What a ranking of customers leaves out: lines that name nobody. */
function withoutCustomer(query: BreakdownQuery, { all, format }: BreakdownFacts, limit?: number): Note[] {
  const nobody = isOfCustomers(query, limit) ? all.find(({ id }) => id === 0) : undefined;
  if (!nobody) return [];
  const orders = nobody.orders === 0 ? '' : ` from ${plural(nobody.orders, 'order')}`;
  return [remark(`Not ranked: ${format.amount(nobody.revenue)}${orders} without a customer.`)];
}

function titleOf({ dimension, measure = revenue }: BreakdownQuery, shown: number, ranking: Ranking): string {
  const { one, many } = dimensionWords(dimension);
  if (!ranking.limit) return `${measure.label} by ${one}`;
  const rank = ranking.isBottom ? 'Bottom' : 'Top';
  return `${rank} ${shown === 1 ? one : `${shown} ${many}`} by ${measure.label.toLowerCase()}`;
}

function factsOf(
  { dimension, measure = revenue, filters }: BreakdownQuery,
  result: Breakdown,
  context: AnswerContext,
  { currency }: ShopView,
  isBottom: boolean,
): BreakdownFacts {
  const { days } = context;
  const { by } = dimension;
  const { one, many } = dimensionWords(dimension);
  return {
    ...result,
    one,
    many,
    format: formatFor(currency),
    measure,
    isBottom,
    revenues: sortedRevenues(result.all),
    isByRevenue: measure === revenue && !isBottom,
    isCalendar: isCalendar(dimension),
    canSpread: filters.length === 0 && (isActionable(dimension) || dimension === CUSTOMER),
    of: sums => measure.of(sums, currency) ?? 0,
    name: sums => nameOf(sums, one),
    isCut: ({ id }) => by.kind === 'grain' && (id < days.from || periodOf(by.grain, id).to > days.to),
    isPartial: ({ id }) => by.kind === 'grain' && isPartial(periodOf(by.grain, id), context),
  };
}

/** The revenue of each group that has a value, ascending. */
function sortedRevenues(groups: readonly GroupSums[]): Float64Array {
  const revenues = new Float64Array(groups.length);
  let count = 0;
  for (const { id, revenue } of groups) if (id !== 0) revenues[count++] = revenue;
  return revenues.subarray(0, count).sort();
}

/** A period that is not covered whole can lead, but is not called last. */
function breakdownHeadline(facts: BreakdownFacts): string {
  const { format, total, one, name, measure, of, isBottom } = facts;
  const named = facts.rows.filter(r => r.key !== null);
  const whole = named.filter(r => !facts.isCut(r));
  const [first, second] = isBottom && whole.length > 0 ? whole : named;
  const figure = (sums: GroupSums) => format.figure(of(sums), measure.unit);
  const what = (sums: GroupSums) => nounAfter(measure, of(sums));
  const soFar = (sums: GroupSums) => (facts.isPartial(sums) ? ' (not complete)' : '');
  if (!first) return `All ${format.amount(total.revenue)} of revenue has no ${one}.`;
  if (measure.of(total, format.currency) === null) return nothingToAverage(measure);
  if (facts.revenues.length === 1)
    return `${name(first)} is the only ${one}: ${figure(first)}${what(first)}${soFar(first)}.`;
  const isTie = second && of(first) > 0 && of(first) === of(second) && !facts.isPartial(first);
  if (isTie) return tieSentence(facts, first, second);
  const follows = !isBottom ? 'follows' : facts.revenues.length === 2 ? 'is ahead' : 'is next to last';
  const next = second ? `; ${name(second)} ${follows} with ${figure(second)}${soFar(second)}` : '';
  if (isBottom)
    return `${capital(name(first))} is last with ${figure(first)}${what(first)}${soFar(first)}${next}.`;
  const isShare = measure === revenue && isPartOf(first, total);
  const share = isShare ? `, ${format.share(first.revenue / total.revenue)} of revenue` : '';
  return `${capital(name(first))} leads with ${figure(first)}${what(first)}${share}${soFar(first)}${next}.`;
}

/** `Customer 1 and Customer 2 share the lead with 4 orders each.`; or the lead and how many share it. */
function tieSentence(facts: BreakdownFacts, first: Sums, second: Sums): string {
  const { format, name, measure, of, isBottom } = facts;
  const value = of(first);
  const each = `with ${format.figure(value, measure.unit)}${nounAfter(measure, value)} each`;
  const also = facts.all.filter(r => r.id !== 0 && of(r) === value).length;
  const place = isBottom ? 'share the last place' : 'share the lead';
  const names = also > 2 ? [name(first), `${format.count(also - 1)} others`] : [name(first), name(second)];
  return `${capital(listed(names))} ${place} ${each}.`;
}

/** Whether a group's revenue is a share of the whole: returns can outweigh sales. */
export const isPartOf = ({ revenue }: GroupSums, total: GroupSums): boolean =>
  total.revenue > 0 && revenue > 0 && revenue <= total.revenue;

function tableOf(
  { dimension, measure = revenue }: BreakdownQuery,
  rows: readonly Sums[],
  total: GroupSums,
  recorded: Recorded,
  currency: string,
): { columns: Column[]; rows: Row[] } {
  const measures = measuresOf(total, recorded);
  const shownFirst: readonly Measure[] = [revenue, measure];
  const withNames = !isCalendar(dimension) && haveNames(rows);
  return {
    columns: [
      { key: dimension.key, label: dimension.label, unit: 'text' },
      ...nameColumn(withNames),
      ...(measure === revenue ? [] : [{ ...measureColumn(measure), secondary: false }]),
      measureColumn(revenue),
      { key: 'share', label: 'Share', unit: 'share' },
      ...measures.filter(m => !shownFirst.includes(m)).map(measureColumn),
    ],
    rows: rows.map(sums => ({
      [dimension.key]: sums.key,
      ...(withNames && { name: sums.label }),
      ...Object.fromEntries([measure, ...measures].map(m => [m.key, m.of(sums, currency)])),
      share: fraction(sums.revenue, total.revenue),
    })),
  };
}

function notesOf(
  { dimension: { by } }: BreakdownQuery,
  { all, rows, one, many, measure, total }: BreakdownFacts,
  context: AnswerContext,
  isRankedNamed: boolean,
): Note[] {
  // Of customers, lines without one are no row that could be shown.
  const ranked = isRankedNamed ? all.filter(({ id }) => id !== 0) : all;
  const hidden = ranked.length - rows.length;
  const isThin = measure.isAverage && all.some(g => g.orders < FEWEST_FOR_AVERAGE);
  return [
    ...(hidden > 0 ? [{ kind: 'notShown', count: hidden, one, many, hasShares: true } as const] : []),
    ...(isThin
      ? [
          remark(
            `Averages over fewer than ${FEWEST_FOR_AVERAGE} orders stand last: ` +
              'a single order would decide them.',
          ),
        ]
      : []),
    ...(by.kind === 'grain' ? notesByPeriod(by.grain, context) : context.notes),
    ...lineNotes(total),
  ];
}

function offersOf(query: BreakdownQuery, { rows, all }: Breakdown, limit?: number): (Offer | undefined)[] {
  const { dimension } = query;
  const { by } = dimension;
  const { one } = dimensionWords(dimension);
  const first = rows.find(r => r.key !== null);
  const filter = first && filterFor(dimension, first);
  const isRest = limit !== undefined && limit < all.length && by.kind !== 'grain';
  return [
    isRest ? sales('by', { dimension, label: `All by ${one}` }) : undefined,
    filter && query.filters.length === 0
      ? sales('trend', { filters: [filter], label: `Only ${nameOf(first, one)}, over time` })
      : undefined,
    dimension === CUSTOMER ? SEGMENTS : sales('top', { dimension: CUSTOMER }),
    all.length >= 5 && !isCalendar(dimension) ? sales('pareto', { dimension }) : undefined,
  ];
}
