import { type AnswerContext, answerContext, lineNotes } from '../../../answering/context.js';
import { followUps, sales } from '../../../answering/follow-ups.js';
import { fieldNamed, singular, WEEKDAY } from '../../../answering/grouping-fields.js';
import { defineQuestion, type ParsedQuery } from '../../../answering/question.js';
import type { ShopView } from '../../../answering/shop.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { type Answer, answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import type { ChartSpec } from '../../../core/answer/chart-spec.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { besideAverage, capital, formatFor } from '../../../core/answer/format.js';
import { type Note, remark } from '../../../core/answer/notes.js';
import { MONTH_NAMES, WEEKDAYS } from '../../../core/calendar/days.js';
import { NotUnderstood } from '../../../core/errors.js';
import { fraction } from '../../../measures/measures.js';
import { recordedIn } from '../../../measures/recorded.js';
import { type GroupSums, totalSums } from '../../../store/scope/sums.js';
import { type Dimension, listDimensions } from '../../../store/tables/dimensions.js';
import {
  monthsOfYear,
  type Season,
  type SeasonPart,
  strongestFirst,
  weekdayHours,
  weekdays,
} from './figures.js';
import { averageOf, averageText, SEASON_RULES, type SeasonFacts, weakestOf } from './findings.js';

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
  summary: 'Which months, weekdays and hours are strong, on average, so that incomplete years count alike',
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
    const cycle = cycleOf(query, context, hour);
    const base = skeleton(query, context, shop, `Seasonality by ${cycle}`);
    if (total.lines === 0) return nothingSold(base, context, query, shop);
    const season = await seasonOf(cycle, context, hour, shop);
    const facts: SeasonFacts = {
      format: formatFor(shop.currency),
      hasOrders: (await recordedIn(shop.store)).orders,
      parts: season.parts,
      one: cycle,
      name: part => nameIn(cycle, part.id),
    };
    const refusal = whyNoSeason(facts, context);
    if (refusal)
      return answerOf({
        ...base,
        headline: refusal,
        notes: [...base.notes, ...lineNotes(total)],
        followUps: followUps(shop, query, [sales('totals'), sales('trend')]),
      });
    return answerFor(base, { season, cycle, facts, total }, context, query, shop);
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

function seasonOf(
  cycle: Cycle,
  context: AnswerContext,
  hour: Dimension | undefined,
  { store }: ShopView,
): Promise<Season> {
  const { scope, days } = context;
  if (cycle === 'hour' && hour) return weekdayHours(store, scope, hour, days);
  return cycle === 'weekday' ? weekdays(store, scope, days, hour) : monthsOfYear(store, scope, context);
}

const nameIn = (cycle: Cycle, id: number): string => {
  if (cycle === 'hour') return `${String(id).padStart(2, '0')}:00`;
  return (cycle === 'weekday' ? WEEKDAYS[id - 1] : MONTH_NAMES[id - 1]) ?? '';
};

/** Why no part can be called strong or weak, if none can. */
function whyNoSeason({ parts, one }: SeasonFacts, { text }: AnswerContext): string | undefined {
  if (parts.length < 2) return `${text} holds fewer than two complete ${one}s, too few for a season.`;
  const mean = parts.reduce((sum, p) => sum + p.average, 0);
  return mean <= 0 ? `Returns outweigh sales in ${text}, so no ${one} can be called strong.` : undefined;
}

interface SeasonAnswer {
  readonly season: Season;
  readonly cycle: Cycle;
  readonly facts: SeasonFacts;
  readonly total: GroupSums;
}

async function answerFor(
  base: ReturnType<typeof skeleton>,
  { season, cycle, facts, total }: SeasonAnswer,
  context: AnswerContext,
  query: ParsedQuery,
  shop: ShopView,
): Promise<Answer> {
  const findings = findingsOf(SEASON_RULES, facts);
  const method = remark('Complete months only, each by its mean over the years.');
  const notes: Note[] = [...(cycle === 'month' ? [method] : []), ...findings.notes.map(remark)];
  return answerOf({
    ...base,
    headline: headline(facts),
    ...tableOf(facts, cycle),
    charts: [chartOf(season, cycle, facts, context, shop.currency)],
    observations: findings.observations,
    actions: findings.actions,
    notes: [...notes, ...base.notes, ...lineNotes(total)],
    followUps: followUps(shop, query, [
      sales('peaks', { label: 'What stands out' }),
      sales('trend', { grain: 'month' }),
      cycle === 'weekday'
        ? sales('by', { dimension: await fieldNamed('hour', shop.store) })
        : sales('seasonality', { dimension: WEEKDAY }),
    ]),
  });
}

function headline(facts: SeasonFacts): string {
  const { format, name, one } = facts;
  const best = strongestFirst(facts.parts)[0] as SeasonPart;
  const beside = besideAverage(best.index, averageOf(facts), format);
  const weakest = weakestOf(facts);
  const last = weakest === undefined ? '' : `; ${weakest}`;
  return `${name(best)} is the strongest ${one}: ${averageText(best, format)}, ${beside}${last}.`;
}

const ORDERS: Column = { key: 'orders', label: 'Orders', unit: 'count', secondary: true };

function tableOf(
  { parts, format, name, hasOrders }: SeasonFacts,
  cycle: Cycle,
): { columns: Column[]; rows: Row[] } {
  const key = cycle === 'month' ? 'monthOfYear' : cycle;
  return {
    columns: [
      { key, label: capital(cycle), unit: 'text' },
      { key: 'average', label: 'Average', unit: 'money' },
      { key: 'index', label: 'Of the average', unit: 'share' },
      { key: 'times', label: cycle === 'month' ? 'Months' : 'Days', unit: 'count' },
      { key: 'revenue', label: 'Revenue', unit: 'money', secondary: true },
      ...(hasOrders ? [ORDERS] : []),
    ],
    rows: parts.map(p => ({
      [key]: name(p),
      average: format.major(format.wholeMinor(p.average)),
      index: fraction(p.index, 1),
      times: p.times,
      revenue: format.major(p.revenue),
      ...(hasOrders && { orders: p.orders }),
    })),
  };
}

/** A heatmap of years or weekdays if there are several, else bars. */
function chartOf(
  { parts, grid }: Season,
  cycle: Cycle,
  { format, name }: SeasonFacts,
  context: AnswerContext,
  currency: string,
): ChartSpec {
  const best = strongestFirst(parts)[0] as SeasonPart;
  const major = (minor: number) => format.major(format.wholeMinor(minor));
  const figures = parts.map(p => `${name(p)} ${format.amount(format.wholeMinor(p.average))}`);
  const base = {
    title: `${name(best)} is the strongest ${cycle}: ${averageText(best, format, 'amountShort')}`,
    alt: `Average revenue by ${cycle}, ${context.text}: ${figures.join(', ')}`,
    unit: 'money' as const,
    currency,
  };
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
    labels: parts.map(p => name(p).slice(0, cycle === 'hour' ? 2 : 3)),
    values: parts.map(p => major(p.average)),
    partialLast: false,
    peak: parts.indexOf(best),
    isCycle: true,
  };
}
