import { type AnswerContext, answerContext, lineNotes } from '../../../answering/context.js';
import { followUps, type Offer, sales } from '../../../answering/follow-ups.js';
import { fieldNamed, singular } from '../../../answering/grouping-fields.js';
import { defineQuestion } from '../../../answering/question.js';
import type { ShopView } from '../../../answering/shop.js';
import { nothingSold, skeleton, withoutAverage } from '../../../answering/skeleton.js';
import { trendChart } from '../../../answering/trend/chart.js';
import { TREND_RULES, type TrendFacts, trendHeadline } from '../../../answering/trend/findings.js';
import { notesByPeriod } from '../../../answering/trend/partial-periods.js';
import { answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { capital, formatFor } from '../../../core/answer/format.js';
import { type Grain, periodKey, periodsIn } from '../../../core/calendar/grain.js';
import {
  changeOf,
  type Measure,
  measureColumn,
  measuresOf,
  type Recorded,
  revenue,
} from '../../../measures/measures.js';
import { recordedIn } from '../../../measures/recorded.js';
import { grainFor, type TrendPoint, trend } from '../../../measures/trend.js';
import { seriesAnswer } from './series-answer.js';

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
    'Sales over time by day, week, month, quarter or year, with what stands out; ' +
    'also for each value of a dimension',
  examples: [
    'trend',
    'trend by quarter',
    'trend by week last 90 days',
    'orders trend by month',
    'trend by month per product-line',
  ],
  canonicalText: ({ grain, dimension }) => {
    const each = dimension ? ` per ${singular(dimension)}` : '';
    return { text: `trend${grain ? ` by ${grain}` : ''}${each}`, includes: ['grain', 'dimension'] };
  },

  async answer(query, shop) {
    const { dimension, measure = revenue } = query;
    const context = await answerContext(query, shop);
    const grain = query.grain ?? grainFor(context.days);
    if (dimension) return seriesAnswer({ ...query, dimension, grain }, context, shop);
    const title = `${measure === revenue ? 'Sales' : measure.label} by ${grain}`;
    const base = skeleton(query, context, shop, title);
    const isEmpty = context.days.from > context.days.to;
    const points = isEmpty ? [] : await trend(shop.store, context.scope, context, grain);
    if (points.every(p => p.sums.lines === 0)) return nothingSold(base, context, query, shop);
    const { currency } = shop;
    if (points.every(p => measure.of(p.sums, currency) === null))
      return withoutAverage(base, measure, query, shop);
    const of = ({ sums }: Pick<TrendPoint, 'sums'>) => measure.of(sums, currency) ?? 0;
    const facts: TrendFacts = { points, grain, format: formatFor(currency), measure, of };
    const findings = findingsOf(TREND_RULES, facts);
    return answerOf({
      ...base,
      headline: trendHeadline(facts),
      ...tableOf(facts, await recordedIn(shop.store), currency),
      charts: [trendChart(facts, context.text, currency)],
      observations: findings.observations,
      actions: findings.actions,
      notes: [...notesByPeriod(grain, context), ...lineNotes(sumOf(points))],
      keepLast: true,
      followUps: followUps(shop, query, await offersOf(grain, context, shop)),
    });
  },
});
export default question;

const sumOf = (points: readonly TrendPoint[]) => ({
  linesWithoutCustomer: points.reduce((sum, p) => sum + p.sums.linesWithoutCustomer, 0),
  returns: points.reduce((sum, p) => sum + p.sums.returns, 0),
});

function tableOf(
  { points, grain, measure }: TrendFacts,
  recorded: Recorded,
  currency: string,
): { columns: Column[]; rows: Row[] } {
  const ratedOrFirst = points.find(p => p.sums.ratings > 0) ?? points[0];
  const measures = ratedOrFirst ? measuresOf(ratedOrFirst.sums, recorded) : [];
  const change: Column = { key: 'change', label: 'Change', unit: 'change' };
  const first =
    measure === revenue
      ? [measureColumn(revenue), change]
      : [{ ...measureColumn(measure), secondary: false }, change, measureColumn(revenue)];
  return {
    columns: [
      { key: grain, label: capital(grain), unit: 'text' },
      ...first,
      ...measures.filter(m => m !== revenue && m !== measure).map(measureColumn),
    ],
    rows: points.map((point, i) => ({
      [grain]: periodKey(grain, point.period.from),
      ...Object.fromEntries(
        [measure, ...measuresOf(point.sums, recorded)].map(m => [m.key, m.of(point.sums, currency)]),
      ),
      change: changeBetween(point, points[i - 1], measure, currency),
      partial: point.partial,
    })),
  };
}

/** A part of a period is not compared with a whole one. */
function changeBetween(
  now: TrendPoint,
  before: TrendPoint | undefined,
  measure: Measure,
  currency: string,
): number | null {
  if (now.partial || !before || before.partial) return null;
  return changeOf(measure.of(now.sums, currency), measure.of(before.sums, currency));
}

/** Grains to offer, the best first. */
const OFFERED: readonly Grain[] = ['month', 'quarter', 'week', 'day'];
/** A line of fewer points shows no course. */
const FEWEST_POINTS = 3;

async function offersOf(
  grain: Grain,
  { days }: AnswerContext,
  { store }: ShopView,
): Promise<(Offer | undefined)[]> {
  const other = OFFERED.find(g => g !== grain && periodsIn(g, days).length >= FEWEST_POINTS);
  return [
    sales('totals'),
    sales('top', { dimension: await fieldNamed('product', store) }),
    other && sales('trend', { grain: other }),
    sales('peaks', { label: 'What stands out' }),
  ];
}
