import { cancelledFilter, cancelledNotes } from '../../../answering/cancelled.js';
import { type AnswerContext, answerContext, lineNotes } from '../../../answering/context.js';
import { followUps, type Offer, SEGMENTS, sales } from '../../../answering/follow-ups.js';
import { fieldNamed } from '../../../answering/grouping-fields.js';
import { defineQuestion, type ParsedQuery } from '../../../answering/question.js';
import type { ShopView } from '../../../answering/shop.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { trendChart } from '../../../answering/trend/chart.js';
import { answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import { type Format, formatFor, plural } from '../../../core/answer/format.js';
import { type Note, remark } from '../../../core/answer/notes.js';
import { isoOf } from '../../../core/calendar/days.js';
import { showRange } from '../../../core/calendar/grain.js';
import { type Comparison, comparisonFor, reachesBack } from '../../../core/calendar/period.js';
import { queryOf } from '../../../core/query/query.js';
import {
  averageOrderValue,
  changeOf,
  type Measure,
  measuresOf,
  nothingToAverage,
  nounAfter,
  type Recorded,
} from '../../../measures/measures.js';
import { recordedIn } from '../../../measures/recorded.js';
import { grainFor, revenuePoints, trend } from '../../../measures/trend.js';
import { asQueryFilter } from '../../../query/goals/filters.js';
import { goalsOfFigure } from '../../../query/goals/goals.js';
import { besideFigure } from '../../../query/goals/shown.js';
import { MEASURE_KEYS } from '../../../query/measure-keys.js';
import { eachNamedValue } from '../../../query/named-values.js';
import { settingOf } from '../../../query/setting.js';
import { type Totals, totalsOf, yearSoFar } from './figures.js';

/** Measures that are called like dimensions: "total" says that it is asked how many. */
const NAMED_LIKE_DIMENSIONS: ReadonlySet<string> = new Set(['customers', 'lines', 'averageRating']);

/** The totals of all sales or of a period, beside the period before. */
const totals = defineQuestion({
  family: 'sales',
  name: 'totals',
  helpOrder: 1,
  words: ['totals', 'total', 'overview', 'summary', 'kpis', 'key figures', 'in total'],
  impliedBy: [],
  optional: ['measure', 'period', 'filters'],
  canonicalText: ({ measure }) => ({
    text: measure && NAMED_LIKE_DIMENSIONS.has(measure.key) ? 'total' : '',
    includes: [],
  }),
  summary: 'Revenue, orders, customers, average order and repeat rate, with the period before',
  examples: ['', 'last month', '{year}'],

  async answer(query, shop) {
    const context = await answerContext(query, shop);
    const base = skeleton(query, context, shop, 'Sales');
    const cancelled = await cancelledFilter(context, shop);
    const now = await totalsOf(shop.store, context.scope, context.data, cancelled);
    if (now.sums.lines === 0) return nothingSold(base, context, query, shop);
    const comparison = query.period && comparisonFor(query.period, context.data.to);
    const before = await totalsBefore(comparison, context, shop);
    const recorded = await recordedIn(shop.store);
    return answerOf({
      ...base,
      headline: headline({ now, before, comparison, recorded }, query.measure, shop.currency),
      columns: columnsFor(comparison),
      rows: rowsOf(now, before, recorded, shop.currency),
      charts: [await chartOf(query, now, context, shop)],
      observations: [
        ...(await eachValue(query, recorded, shop)),
        ...(query.period
          ? await setGoals(query, shop)
          : yearSentences(now, context, formatFor(shop.currency))),
      ],
      notes: [
        ...beforeNotes(comparison, context),
        ...(query.period && recorded.customers
          ? [remark('Repeat rate: customers who had ordered before the period, or more than once in it.')]
          : []),
        ...context.notes,
        ...cancelledNotes(cancelled, now.part, shop),
        ...lineNotes(now.sums),
      ],
      followUps: followUps(shop, query, await offersOf(query, shop)),
    });
  },
});
export default totals;

interface Compared {
  readonly now: Totals;
  readonly before: Totals | undefined;
  readonly comparison: Comparison | undefined;
  readonly recorded: Recorded;
}

/** The totals of the period before; undefined if the data does not reach back that far. */
async function totalsBefore(
  comparison: Comparison | undefined,
  { scope, data }: AnswerContext,
  { store }: ShopView,
): Promise<Totals | undefined> {
  if (!comparison || !reachesBack(comparison.before, data.from)) return undefined;
  return totalsOf(store, { ...scope, range: comparison.before }, data);
}

function beforeNotes(comparison: Comparison | undefined, { data }: AnswerContext): Note[] {
  if (!comparison || comparison.before.from >= data.from) return [];
  const { before } = comparison;
  return [
    { kind: 'periodBeforeCut', before, dataStarts: data.from, isCompared: reachesBack(before, data.from) },
  ];
}

function columnsFor(comparison: Comparison | undefined): Column[] {
  const measure: Column = { key: 'measure', label: 'Measure', unit: 'text' };
  if (!comparison) return [measure, { key: 'value', label: 'All', unit: 'perRow' }];
  return [
    measure,
    { key: 'value', label: showRange(comparison.now), unit: 'perRow' },
    { key: 'previous', label: showRange(comparison.before), unit: 'perRow' },
    { key: 'change', label: 'Change', unit: 'change' },
  ];
}

function rowsOf(now: Totals, before: Totals | undefined, recorded: Recorded, currency: string): Row[] {
  const rowOf = (
    of: Pick<Measure, 'key' | 'label' | 'unit'>,
    value: number | null,
    previous: number | null,
  ) => ({
    measure: of.key,
    label: of.label,
    value,
    previous,
    change: changeOf(value, previous),
    unit: of.unit,
  });
  const rows = measuresOf(now.sums, recorded).map(measure =>
    rowOf(measure, measure.of(now.sums, currency), before ? measure.of(before.sums, currency) : null),
  );
  if (!recorded.customers) return rows;
  const repeatRate = { key: 'repeatRate', label: 'Repeat rate', unit: 'share' } as const;
  return [...rows, rowOf(repeatRate, now.repeatRate, before?.repeatRate ?? null)];
}

function headline(
  { now, before, comparison, recorded }: Compared,
  measure: Measure | undefined,
  currency: string,
): string {
  const format = formatFor(currency);
  if (measure) return measureHeadline({ now, before, comparison, recorded }, measure, currency);
  const { orders, customers, revenue } = now.sums;
  const buyers = customers > 0 ? ` by ${plural(customers, 'customer')}` : '';
  const sold = recorded.orders ? ` from ${plural(orders, 'order')}` : ' of revenue';
  const text = `${format.amount(revenue)}${sold}${buyers}`;
  const change = before ? changeOf(revenue, before.sums.revenue) : null;
  if (comparison && change !== null)
    return `${text}: ${format.change(change)} on ${showRange(comparison.before)}.`;
  const average = recorded.orders ? averageOrderValue.of(now.sums, currency) : null;
  return average === null ? `${text}.` : `${text}, ${format.money(average)} an order.`;
}

function measureHeadline({ now, before, comparison }: Compared, measure: Measure, currency: string): string {
  const format = formatFor(currency);
  const value = measure.of(now.sums, currency);
  if (value === null) return nothingToAverage(measure);
  const change = before ? changeOf(value, measure.of(before.sums, currency)) : null;
  const compared =
    change === null || !comparison ? '' : `, ${format.change(change)} on ${showRange(comparison.before)}`;
  return `${format.figure(value, measure.unit)}${nounAfter(measure, value)}${compared}.`;
}

async function chartOf(
  { measure }: ParsedQuery,
  { revenueByDay }: Totals,
  context: AnswerContext,
  { store, currency }: ShopView,
) {
  const grain = grainFor(context.days);
  const points = measure
    ? await trend(store, context.scope, context, grain)
    : revenuePoints(revenueByDay, context, grain);
  return trendChart({ points, grain, measure }, context.text, currency);
}

/** The running year against the same months of the year before. */
function yearSentences(now: Totals, { data }: AnswerContext, format: Format): string[] {
  const year = yearSoFar(now, data);
  if (!year) return [];
  const [revenue, before] = [format.amount(year.revenue), format.amount(year.revenueBefore)];
  const change = format.change(year.change);
  return [`${showRange(year.now)}: ${revenue}, ${change} on ${before} in ${showRange(year.before)}.`];
}

async function offersOf({ period }: ParsedQuery, { store }: ShopView): Promise<Offer[]> {
  const compare = sales('compare', { label: period ? 'What changed' : 'What changed this year' });
  const trendOffer = sales('trend');
  return [
    ...(period ? [compare, trendOffer] : [trendOffer, compare]),
    sales('top', { dimension: await fieldNamed('product', store) }),
    SEGMENTS,
  ];
}

/** The revenue and orders of each value, where several are named: they may be meant one by one. */
async function eachValue(
  { period, measure, filters }: ParsedQuery,
  recorded: Recorded,
  shop: ShopView,
): Promise<string[]> {
  const where = filters.map(asQueryFilter);
  if (!where.some(f => !f.not && (f.values?.length ?? 0) > 1)) return [];
  const both = ['revenue', ...(recorded.orders ? ['orders'] : [])];
  const query = queryOf({
    measures: measure ? [MEASURE_KEYS[measure.key] ?? measure.key] : both,
    where,
    ...(period && { period: `${isoOf(period.range.from)}..${isoOf(period.range.to)}` }),
  });
  return eachNamedValue(query, await settingOf(query, shop), formatFor(shop.currency));
}

/** Where the goals stand that were set for this measure, period and filters. */
async function setGoals({ period, measure, filters }: ParsedQuery, shop: ShopView): Promise<string[]> {
  if (!period) return [];
  const figure = {
    measure: MEASURE_KEYS[measure?.key ?? 'revenue'] ?? 'revenue',
    range: period.range,
    where: filters.map(asQueryFilter),
  };
  return besideFigure(await goalsOfFigure(figure, shop), formatFor(shop.currency));
}
