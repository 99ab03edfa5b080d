import { type AnswerContext, answerContext, lineNotes } from '../../../answering/context.js';
import { chartUnit, dimensionWords, nameOf } from '../../../answering/dimension-words.js';
import type { GroupingField } from '../../../answering/grouping-fields.js';
import { defineQuestion, type ParsedQuery } from '../../../answering/question.js';
import type { ShopView } from '../../../answering/shop.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { trendChart } from '../../../answering/trend/chart.js';
import { TREND_RULES, trendHeadline } from '../../../answering/trend/findings.js';
import { partialNotes } from '../../../answering/trend/partial-periods.js';
import { type Answer, answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { formatFor } from '../../../core/answer/format.js';
import { type Grain, labelPeriod, periodKey } from '../../../core/calendar/grain.js';
import {
  changeOf,
  type Measure,
  measureColumn,
  measuresOf,
  nounAfter,
  rankBy,
  revenue,
} from '../../../measures/measures.js';
import { grainFor, type TrendPoint, trend, trendBy } from '../../../measures/trend.js';

const MOST_STRIPS = 6;

/** Sales over time, all together or a line for each value of a dimension. */
const question = defineQuestion({
  family: 'sales',
  name: 'trend',
  helpOrder: 2,
  words: [
    'trend',
    'trends',
    'over time',
    'development',
    'evolution',
    'history',
    'timeline',
    'time series',
    'trending',
    'course',
    'develop',
    'developed',
  ],
  impliedBy: ['grain'],
  optional: ['grain', 'dimension', 'measure', 'period', 'filters'],
  summary:
    'Sales over time by day, week, month, quarter or year, with what stands out; also for each value of a dimension',
  examples: [
    'trend',
    'trend by quarter',
    'trend by week last 90 days',
    'orders trend by month',
    'trend by month per product-line',
  ],
  canonicalText: ({ grain, dimension }) => ({
    text: `trend${grain ? ` by ${grain}` : ''}${dimension ? ` per ${dimensionWords(dimension).one.replaceAll(' ', '-')}` : ''}`,
    includes: ['grain', 'dimension'],
  }),

  async answer(query, shop) {
    const context = await answerContext(query, shop);
    const grain = query.grain ?? grainFor(context.days);
    if (query.dimension) return seriesAnswer({ ...query, dimension: query.dimension }, context, grain, shop);
    const { measure = revenue } = query;
    const base = skeleton(
      query,
      context,
      shop,
      `${measure === revenue ? 'Sales' : measure.label} by ${grain}`,
    );
    const points =
      context.days.from > context.days.to ? [] : await trend(shop.store, context.scope, context, grain);
    if (points.every(p => p.sums.lines === 0)) return nothingSold(base, context);
    const { currency } = shop;
    const facts = { points, grain, format: formatFor(currency), measure, of: measured(measure, currency) };
    const findings = findingsOf(TREND_RULES, facts);
    return answerOf({
      ...base,
      headline: trendHeadline(facts),
      columns: columnsFor(grain, measure, points),
      rows: points.map((p, i) => toRow(p, points[i - 1], grain, measure, currency)),
      charts: [trendChart(facts, context.text, currency)],
      observations: findings.observations,
      actions: findings.actions,
      notes: [
        ...partialNotes(points, grain, context),
        ...base.notes.filter(note => note.kind !== 'periodIncomplete'),
        ...lineNotes(sumOfPoints(points)),
      ],
      keepLast: true,
      followUps: [
        'sales',
        'sales top-products',
        ...(grain === 'month' ? ['sales trend by quarter'] : ['sales trend by month']),
        'sales peaks',
      ],
    });
  },
});
export default question;

const measured =
  (measure: Measure, currency: string) =>
  ({ sums }: Pick<TrendPoint, 'sums'>): number =>
    measure.of(sums, currency) ?? 0;

const sumOfPoints = (points: readonly TrendPoint[]) => ({
  linesWithoutCustomer: points.reduce((sum, p) => sum + p.sums.linesWithoutCustomer, 0),
  returns: points.reduce((sum, p) => sum + p.sums.returns, 0),
});

function columnsFor(grain: Grain, measure: Measure, points: readonly TrendPoint[]): Column[] {
  const rated = points.find(p => p.sums.ratings > 0)?.sums ?? (points[0] as TrendPoint).sums;
  const first = measure === revenue ? [] : [{ ...measureColumn(measure), secondary: false }];
  const others = measuresOf(rated).filter(m => m !== revenue && m !== measure);
  const change: Column = { key: 'change', label: 'Change', unit: 'change' };
  return [
    { key: grain, label: grain.charAt(0).toUpperCase() + grain.slice(1), unit: 'text' },
    ...first,
    ...(measure === revenue ? [measureColumn(revenue), change] : [change, measureColumn(revenue)]),
    ...others.map(measureColumn),
  ];
}

function toRow(
  point: TrendPoint,
  before: TrendPoint | undefined,
  grain: Grain,
  measure: Measure,
  currency: string,
): Row {
  const row: Record<string, Row[string]> = { [grain]: periodKey(grain, point.period.from) };
  for (const m of measuresOf(point.sums)) row[m.key] = m.of(point.sums, currency);
  // A part of a period is not compared with a whole one.
  row.change =
    point.partial || !before || before.partial
      ? null
      : changeOf(measure.of(point.sums, currency), measure.of(before.sums, currency));
  row.partial = point.partial;
  return row;
}

/** A line for each of the largest values of a dimension. */
async function seriesAnswer(
  query: ParsedQuery & { readonly dimension: GroupingField },
  context: AnswerContext,
  grain: Grain,
  shop: ShopView,
): Promise<Answer> {
  const { dimension, measure = revenue } = query;
  const { one, many } = dimensionWords(dimension);
  const { currency } = shop;
  const base = skeleton(query, context, shop, `${measure.label} by ${grain} and ${one}`);
  const series =
    context.days.from > context.days.to
      ? []
      : await trendBy(shop.store, context.scope, context, grain, dimension.by, rankBy(measure, currency));
  const [first] = series;
  if (!first) return nothingSold(base, context);
  const format = formatFor(currency);
  const value = measured(measure, currency);
  const shown = series.slice(0, MOST_STRIPS);
  const growth = series
    .slice(0, 50)
    .flatMap(s => {
      const whole = s.points.filter(p => !p.partial);
      const [before, now] = whole.slice(-2);
      const change = before && now ? changeOf(value(now), value(before)) : null;
      return change === null || !now ? [] : [{ s, change, now }];
    })
    .sort((a, b) => b.change - a.change);
  const leads = measure === revenue ? 'brings the most:' : 'leads with';
  const total = (s: (typeof series)[number], show: (value: number, unit: Measure['unit']) => string) => {
    const of = measure.of(s.total, currency) ?? 0;
    return `${show(of, measure.unit)}${nounAfter(measure, of)}`;
  };
  const [most, least] = [growth[0], growth.at(-1)];
  const name = (s: (typeof series)[number]) => nameOf(s, one);
  return answerOf({
    ...base,
    headline: `${name(first)} ${leads} ${total(first, format.figure)}${series[1] ? `; ${name(series[1])} follows with ${total(series[1], format.figure)}` : ''}.`,
    columns: [
      { key: grain, label: grain.charAt(0).toUpperCase() + grain.slice(1), unit: 'text' },
      { key: dimension.key, label: dimension.label, unit: 'text' },
      ...(measure === revenue ? [] : [{ ...measureColumn(measure), secondary: false }]),
      measureColumn(revenue),
      ...measuresOf(first.total)
        .filter(m => m !== revenue && m !== measure)
        .map(measureColumn),
    ],
    rows: first.points.flatMap((p, i) =>
      series.map(s => {
        const row: Record<string, Row[string]> = {
          [grain]: periodKey(grain, p.period.from),
          [dimension.key]: s.key,
        };
        const point = s.points[i] as TrendPoint;
        for (const m of measuresOf(first.total)) row[m.key] = m.of(point.sums, currency);
        row.partial = point.partial;
        return row;
      }),
    ),
    keepLast: true,
    charts: [
      {
        kind: 'multiples',
        title: `${name(first)} ${leads} ${total(first, format.short)}`,
        subtitle: `${measure.label} by ${grain} and ${one}${series.length > shown.length ? `, the ${shown.length} largest of ${series.length}` : ''} · ${context.text}`,
        alt: `${measure.label} by ${grain} and ${one}, ${context.text}: ${shown
          .map(
            s =>
              `${name(s)} from ${format.figure(value(s.points[0] as TrendPoint), measure.unit)} to ${format.figure(value(s.points.at(-1) as TrendPoint), measure.unit)}`,
          )
          .join(', ')}`,
        unit: chartUnit(measure),
        currency,
        labels: first.points.map(p => labelPeriod(grain, p.period.from)),
        series: shown.map(s => ({ name: name(s), values: s.points.map(value) })),
        partialLast: first.points.at(-1)?.partial ?? false,
      },
    ],
    observations:
      most && least && most !== least
        ? [
            `In the last whole ${grain} against the one before, ${name(most.s)} did best (${format.change(most.change)}), ${name(least.s)} worst (${format.change(least.change)}).`,
          ]
        : [],
    notes: [
      ...(series.length > shown.length
        ? [`The chart shows the ${shown.length} largest of ${format.count(series.length)} ${many}.`]
        : []),
      ...partialNotes(first.points, grain, context),
      ...base.notes.filter(note => note.kind !== 'periodIncomplete'),
    ],
    followUps: [`sales by ${one.replaceAll(' ', '-')}`, `sales trend by ${grain}`],
  });
}
