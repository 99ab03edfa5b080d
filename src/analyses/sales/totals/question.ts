import { answerContext, lineNotes } from '../../../answering/context.js';
import { canonical } from '../../../answering/declaration.js';
import { defineQuestion } from '../../../answering/question.js';
import type { ShopView } from '../../../answering/shop.js';
import { nothingSold } from '../../../answering/skeleton.js';
import { trendChart } from '../../../answering/trend/chart.js';
import { answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import { type Format, formatFor, plural } from '../../../core/answer/format.js';
import { showDay } from '../../../core/calendar/days.js';
import { type DayRange, showRange } from '../../../core/calendar/grain.js';
import { type Comparison, comparisonFor, reachesBack, yearToDate } from '../../../core/calendar/period.js';
import {
  changeOf,
  fraction,
  MEASURES,
  type Measure,
  measuresOf,
  nounAfter,
} from '../../../measures/measures.js';
import { grainFor, revenuePoints, trend } from '../../../measures/trend.js';
import { type GroupSums, type Overview, overview } from '../../../store/scope/sums.js';

/** The totals of all sales or of a period, beside the period before. */
const totals = defineQuestion({
  family: 'sales',
  name: 'totals',
  helpOrder: 1,
  words: ['totals', 'total', 'overview', 'summary', 'kpis', 'key figures', 'in total'],
  impliedBy: [],
  optional: ['measure', 'period', 'filters'],
  // Some measures are called like dimensions: "total" says that it is asked how many.
  canonicalText: ({ measure }) => ({ text: measure && SHARED.has(measure.key) ? 'total' : '', includes: [] }),
  summary: 'Revenue, orders, customers, average order and repeat rate, with the period before',
  examples: ['', 'last month', '{year}'],

  async answer(query, shop) {
    const context = await answerContext(query, shop);
    const base = {
      question: canonical(query),
      title: 'Sales',
      scope: context.covers,
      dataThrough: context.dataThrough,
      currency: shop.currency,
    };
    const comparison = query.period && comparisonFor(query.period, context.data.to);
    const grain = grainFor(context.days);
    const all = await overview(shop.store, context.scope);
    const now = figuresOf(all);
    if (now.sums.lines === 0) return nothingSold({ ...base, notes: context.notes }, context);
    const comparable = comparison && reachesBack(comparison.before, context.data.from);
    const before = comparable
      ? figuresOf(await overview(shop.store, { ...context.scope, range: comparison.before }))
      : undefined;
    const points = query.measure
      ? await trend(shop.store, context.scope, context, grain)
      : revenuePoints(all.revenueByDay, context, grain);
    return answerOf({
      ...base,
      headline: headline(now, before, comparison, query.measure, shop),
      columns: totalsColumns(comparison),
      rows: rowsOf(now, before, shop.currency),
      charts: [trendChart({ points, grain, measure: query.measure }, context.text, shop.currency)],
      observations: query.period ? [] : thisYear(all, context.data, formatFor(shop.currency)),
      notes: [
        ...(comparison && comparison.before.from < context.data.from
          ? [
              `${comparable ? `${showRange(comparison.before)} is not whole` : 'There is no whole period before to compare with'}: the data starts on ${showDay(context.data.from)}.`,
            ]
          : []),
        ...context.notes,
        ...lineNotes(now.sums),
      ],
      followUps: query.period
        ? [
            `sales compare ${query.period.text}`,
            `sales trend ${query.period.text}`,
            `sales top-products ${query.period.text}`,
            'segment',
          ]
        : ['sales trend', 'sales compare', 'sales top-products', 'segment'],
    });
  },
});
export default totals;

const SHARED: ReadonlySet<string> = new Set(['customers', 'lines', 'averageRating']);

interface Figures {
  readonly sums: GroupSums;
  readonly repeatRate: number | null;
}

function totalsColumns(comparison: Comparison | undefined): Column[] {
  const measure: Column = { key: 'measure', label: 'Measure', unit: 'text' };
  if (!comparison) return [measure, { key: 'value', label: 'All', unit: 'perRow' }];
  return [
    measure,
    { key: 'value', label: showRange(comparison.now), unit: 'perRow' },
    { key: 'previous', label: showRange(comparison.before), unit: 'perRow' },
    { key: 'change', label: 'Change', unit: 'change' },
  ];
}

const figuresOf = ({ total, repeat }: Overview): Figures => ({
  sums: total,
  repeatRate: fraction(repeat.twice, repeat.once),
});

function rowsOf(now: Figures, before: Figures | undefined, currency: string): Row[] {
  const rows: Row[] = measuresOf(now.sums).map(measure => {
    const value = measure.of(now.sums, currency);
    const previous = before ? measure.of(before.sums, currency) : null;
    return {
      measure: measure.key,
      label: measure.label,
      value,
      previous,
      change: changeOf(value, previous),
      unit: measure.unit,
    };
  });
  const previous = before?.repeatRate ?? null;
  return [
    ...rows,
    {
      measure: 'repeatRate',
      label: 'Repeat rate',
      value: now.repeatRate,
      previous,
      change: changeOf(now.repeatRate, previous),
      unit: 'share',
    },
  ];
}

function headline(
  now: Figures,
  before: Figures | undefined,
  comparison: Comparison | undefined,
  measure: Measure | undefined,
  shop: ShopView,
): string {
  const format = formatFor(shop.currency);
  if (measure) {
    const value = measure.of(now.sums, shop.currency);
    const change = before && comparison ? changeOf(value, measure.of(before.sums, shop.currency)) : null;
    const compared =
      change === null || !comparison ? '' : `, ${format.change(change)} on ${showRange(comparison.before)}`;
    return value === null
      ? `There is no ${measure.label.toLowerCase()} to speak of.`
      : `${format.figure(value, measure.unit)}${nounAfter(measure, value)}${compared}.`;
  }
  const [revenue, , , average] = MEASURES.map(m => m.of(now.sums, shop.currency));
  const { orders, customers } = now.sums;
  const text = `${format.money(revenue ?? 0)} from ${plural(orders, 'order')}${customers > 0 ? ` of ${plural(customers, 'customer')}` : ''}`;
  const change = before && changeOf(now.sums.revenue, before.sums.revenue);
  if (comparison && change !== null && change !== undefined)
    return `${text}: ${format.change(change)} on ${showRange(comparison.before)}.`;
  return average === null || average === undefined
    ? `${text}.`
    : `${text}, ${format.money(average)} an order.`;
}

/** The running year against the same months of the year before, where the data reaches back that far. */
function thisYear({ revenueByDay }: Overview, data: DayRange, format: Format): string[] {
  const { now, before } = yearToDate(data.to);
  if (!reachesBack(before, data.from)) return [];
  const sum = ({ from, to }: DayRange) => {
    let revenue = 0;
    for (let day = from; day <= to; day++) revenue += revenueByDay.get(day) ?? 0;
    return revenue;
  };
  const [a, b] = [sum(now), sum(before)];
  const change = changeOf(a, b);
  return change === null
    ? []
    : [
        `${showRange(now)}: ${format.amount(a)}, ${format.change(change)} on ${format.amount(b)} in ${showRange(before)}.`,
      ];
}
