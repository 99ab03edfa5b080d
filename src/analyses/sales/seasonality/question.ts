import { type AnswerContext, answerContext, lineNotes } from '../../../answering/context.js';
import { singular } from '../../../answering/grouping-fields.js';
import { defineQuestion, type ParsedQuery } from '../../../answering/question.js';
import type { ShopView } from '../../../answering/shop.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { type Answer, answerOf } from '../../../core/answer/answer.js';
import type { ChartSpec } from '../../../core/answer/chart-spec.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { formatFor } from '../../../core/answer/format.js';
import { MONTH_NAMES, WEEKDAYS } from '../../../core/calendar/days.js';
import { NotUnderstood } from '../../../core/errors.js';
import { fraction } from '../../../measures/measures.js';
import { totalSums } from '../../../store/scope/sums.js';
import { type Dimension, listDimensions } from '../../../store/tables/dimensions.js';
import { monthsOfYear, type Season, type SeasonPart, weekdayHours, weekdays } from './figures.js';
import { SEASON_RULES, type SeasonFacts } from './findings.js';

/** A year of data and a little: below, weekdays say more than months. */
const ENOUGH_FOR_MONTHS = 330;

/** How sales go through the year, the week and the day. */
const seasonality = defineQuestion({
  family: 'sales',
  name: 'seasonality',
  helpOrder: 7,
  words: [
    'seasonality',
    'season',
    'seasons',
    'seasonal',
    'seasonal pattern',
    'pattern',
    'patterns',
    'busiest times',
    'rhythm',
    'cycle',
  ],
  optional: ['dimension', 'grain', 'period', 'filters'],
  dimensions: ['monthOfYear', 'weekday', 'hour'],
  summary:
    'Which months, weekdays and hours are strong: averages, so that years that are not whole count alike',
  examples: ['seasonality', 'seasonality by weekday', 'seasonality {year}'],
  canonicalText: ({ dimension }) => ({
    text: `seasonality${dimension ? ` by ${singular(dimension)}` : ''}`,
    includes: ['dimension', 'grain'],
  }),

  async answer(query, shop) {
    if (query.grain && !CYCLES.has(query.grain))
      throw new NotUnderstood('Seasons are of months, weekdays or hours.', [
        'sales seasonality',
        'sales seasonality by weekday',
        'sales trend by quarter',
      ]);
    const context = await answerContext(query, shop);
    const hour = (await listDimensions(shop.store)).find(d => d.key === 'hour');
    const total = await totalSums(shop.store, context.scope);
    const which = cycleOf(query, context, hour);
    const base = skeleton(query, context, shop, `Seasonality by ${which}`);
    if (total.lines === 0) return nothingSold(base, context);
    const season =
      which === 'hour'
        ? await weekdayHours(shop.store, context.scope, hour as Dimension, context.days)
        : which === 'weekday'
          ? await weekdays(shop.store, context.scope, context.days, hour)
          : await monthsOfYear(shop.store, context.scope, context);
    const answer = answerFor(base, season, which, context, shop);
    return { ...answer, notes: [...answer.notes, ...lineNotes(total)] };
  },
});
export default seasonality;

const CYCLES: ReadonlySet<string> = new Set(['month', 'week', 'day']);
type Cycle = 'month' | 'weekday' | 'hour';

function cycleOf(
  { dimension, grain }: ParsedQuery,
  { days }: AnswerContext,
  hour: Dimension | undefined,
): Cycle {
  if (dimension?.key === 'hour' && hour) return 'hour';
  if (dimension?.key === 'weekday' || grain === 'week' || grain === 'day') return 'weekday';
  if (dimension?.key === 'monthOfYear' || grain === 'month') return 'month';
  return days.to - days.from >= ENOUGH_FOR_MONTHS ? 'month' : 'weekday';
}

const nameIn = (cycle: Cycle, id: number): string => {
  if (cycle === 'hour') return `${String(id).padStart(2, '0')}:00`;
  return (cycle === 'weekday' ? WEEKDAYS[id - 1] : MONTH_NAMES[id - 1]) ?? '';
};

function answerFor(
  base: ReturnType<typeof skeleton>,
  season: Season,
  cycle: Cycle,
  context: AnswerContext,
  shop: ShopView,
): Answer {
  const format = formatFor(shop.currency);
  const name = (p: SeasonPart) => nameIn(cycle, p.id);
  const facts: SeasonFacts = { format, parts: season.parts, one: cycle, name };
  const mean = season.parts.reduce((sum, p) => sum + p.average, 0);
  if (mean <= 0 && season.parts.length >= 2)
    return answerOf({
      ...base,
      headline: `Returns outweigh sales in ${context.text}, so no ${cycle} can be called strong.`,
      followUps: ['sales', 'sales trend'],
    });
  if (season.parts.length < 2)
    return answerOf({
      ...base,
      headline: `${context.text} holds less than two whole ${cycle}s, too few for a season.`,
      followUps: ['sales seasonality', 'sales trend by day'],
    });
  const best = season.parts.reduce((a, b) => (b.average > a.average ? b : a));
  const worst = season.parts.reduce((a, b) => (b.average < a.average ? b : a));
  const key = cycle === 'month' ? 'monthOfYear' : cycle;
  const findings = findingsOf(SEASON_RULES, facts);
  return answerOf({
    ...base,
    headline: `${name(best)} is the strongest ${cycle}: ${format.amount(Math.round(best.average))} on average, ${format.times(best.index)} an average ${cycle}; ${name(worst)} is the weakest with ${format.amount(Math.round(worst.average))}.`,
    columns: [
      { key, label: cycle.charAt(0).toUpperCase() + cycle.slice(1), unit: 'text' },
      { key: 'average', label: 'Average', unit: 'money' },
      { key: 'index', label: 'Of the usual', unit: 'share' },
      { key: 'times', label: cycle === 'month' ? 'Months' : 'Days', unit: 'count' },
      { key: 'revenue', label: 'Revenue', unit: 'money', secondary: true },
      { key: 'orders', label: 'Orders', unit: 'count', secondary: true },
    ],
    rows: season.parts.map(p => ({
      [key]: name(p),
      average: format.major(Math.round(p.average)),
      index: fraction(p.index, 1),
      times: p.times,
      revenue: format.major(p.revenue),
      orders: p.orders,
    })),
    charts: [chartFor(season, cycle, best, facts, context, shop.currency)],
    observations: findings.observations,
    actions: findings.actions,
    notes: [
      ...(cycle === 'month' ? ['Whole months only, each by its mean over the years.'] : []),
      ...findings.notes,
      ...base.notes,
    ],
    followUps: [
      'sales peaks',
      'sales trend by month',
      cycle === 'weekday' ? 'sales by hour' : 'sales seasonality by weekday',
    ],
  });
}

/** A heatmap of years or weekdays where there are several, else bars. */
function chartFor(
  season: Season,
  cycle: Cycle,
  best: SeasonPart,
  facts: SeasonFacts,
  context: AnswerContext,
  currency: string,
): ChartSpec {
  const { format } = facts;
  const base = {
    title: `${facts.name(best)} is the strongest ${cycle}: ${format.short(format.major(Math.round(best.average)), 'money')} on average`,
    alt: `Average revenue by ${cycle}, ${context.text}: ${season.parts.map(p => `${facts.name(p)} ${format.amount(Math.round(p.average))}`).join(', ')}`,
    unit: 'money' as const,
    currency,
  };
  const { grid } = season;
  if (grid && grid.rows.length > 1) {
    const isYears = cycle === 'month';
    return {
      ...base,
      kind: 'heatmap',
      subtitle: `Revenue by ${isYears ? 'year and month' : 'weekday and hour'} · ${context.text}`,
      rows: grid.rows.map(r => (isYears ? String(r) : (WEEKDAYS[r - 1] ?? '').slice(0, 3))),
      columns: grid.columns.map(c =>
        isYears ? (MONTH_NAMES[c - 1] ?? '').slice(0, 3) : String(c).padStart(2, '0'),
      ),
      values: grid.values.map(row => row.map(v => (v === null ? null : format.major(v)))),
    };
  }
  return {
    ...base,
    kind: 'trend',
    subtitle: `Average revenue by ${cycle} · ${context.text}`,
    labels: season.parts.map(p => facts.name(p).slice(0, cycle === 'hour' ? 2 : 3)),
    values: season.parts.map(p => format.major(Math.round(p.average))),
    partialLast: false,
    peak: season.parts.indexOf(best),
    isCycle: true,
  };
}
