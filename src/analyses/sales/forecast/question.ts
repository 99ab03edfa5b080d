import { answerContext } from '../../../answering/context.js';
import { followUps, type Offer, sales } from '../../../answering/follow-ups.js';
import { defineQuestion, type ParsedQuery } from '../../../answering/question.js';
import type { ShopView } from '../../../answering/shop.js';
import { skeleton } from '../../../answering/skeleton.js';
import { type Answer, answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { capital, type Format, formatFor, plural } from '../../../core/answer/format.js';
import { scopeText } from '../../../core/answer/scope.js';
import { type DayRange, periodKey, showMonths, showPeriod } from '../../../core/calendar/grain.js';
import { NotUnderstood } from '../../../core/errors.js';
import type { Query } from '../../../core/query/query.js';
import { aheadText } from '../../../core/query/query-text.js';
import { FEWEST_VALUES } from '../../../models/forecast/forecast.js';
import type { Series } from '../../../query/series.js';
import { settingOf } from '../../../query/setting.js';
import { forecastChart } from './chart.js';
import { type Outlook, outlookFor } from './figures.js';
import { FORECAST_RULES } from './findings.js';
import { forecastNotes } from './notes.js';
import { type ForecastGrain, type Plan, planFor } from './plan.js';

/** What comes next, of any measure and filter, as well as the history can tell. */
const forecast = defineQuestion({
  family: 'sales',
  name: 'forecast',
  helpOrder: 9,
  words: ['forecast', 'forecasts', 'prediction', 'predict', 'projection', 'outlook'],
  required: ['query'],
  optional: ['grain', 'limit'],
  isSlow: true,
  summary: 'The next days, weeks, months or quarters, with what is likely, tested on the history',
  examples: ['forecast', 'forecast 6 months', 'forecast orders next 8 weeks', 'forecast by day'],
  canonicalText: ({ query, limit, grain }) => ({
    text: [
      'forecast',
      ...(limit !== undefined && grain
        ? [plural(limit, grain).replaceAll(',', '')]
        : grain
          ? [`by ${grain}`]
          : []),
      ...(query ? [aheadText(query)] : []),
    ]
      .filter(part => part !== '')
      .join(' '),
    includes: ['grain', 'limit'],
  }),

  async answer(asked, shop) {
    const { query } = asked;
    refuseUnfit(query);
    const setting = await settingOf(query, shop);
    const { period, ...rest } = setting;
    const plan = planFor({ grain: asked.grain, steps: asked.limit, target: period?.range }, setting);
    const outlook = await outlookFor(query, plan, { ...rest, days: setting.data });
    const series = 'tooShort' in outlook ? outlook.tooShort : outlook.series;
    const context = await answerContext({ filters: [], remarks: asked.remarks }, shop);
    const covers = [...context.covers, ...series.resolved.kept];
    const base = skeleton(
      asked,
      { ...context, covers },
      shop,
      `Forecast of ${series.measure.label.toLowerCase()}`,
    );
    const ends = setting.data.to;
    if ('tooShort' in outlook) return tooShort(base, series, plan, asked, shop);
    const format = formatFor(shop.currency);
    const facts = { ...outlook, format, ...(query.goal !== undefined && { goal: query.goal }) };
    const findings = findingsOf(FORECAST_RULES, facts);
    const title = headline(outlook, format, false);
    return answerOf({
      ...base,
      headline: `${headline(outlook, format, true)} (${scopeText(series.resolved.kept) || 'all sales'}).`,
      ...tableOf(outlook),
      charts: query.show.includes('table') ? [] : [forecastChart(outlook, title, scopeText(covers), format)],
      observations: findings.observations,
      notes: [...context.notes, ...forecastNotes(outlook, ends)],
      followUps: followUps(shop, asked, offersFor(asked, plan)),
    });
  },
});
export default forecast;

/** Parts of a query that a forecast has no place for: without them it would be another answer. */
function refuseUnfit(query: Query): void {
  const { by, rank, having, versus, partOf, per, measures, rows } = query;
  const refuse = (message: string) => {
    throw new NotUnderstood(message, ['sales forecast', 'sales forecast 6 months']);
  };
  if (rows === 'customers' || rows === 'orders') refuse('A forecast is of a measure, not of a list.');
  if (by.length > 0)
    refuse('A forecast is of one course at a time: name one value in a filter, such as `country:France`.');
  if (rank || having.length > 0 || versus !== undefined || partOf || per)
    refuse('A forecast takes a measure, filters and how far ahead, but no ranking, comparison or average.');
  if (measures.length > 1) refuse(`A forecast is of one measure, not of ${measures.length}.`);
}

/** `About $1.2M is expected for Jun – Aug 2005, likely $1.0M to $1.4M` */
function headline({ plan, series, steps, total }: Outlook, format: Format, isLong: boolean): string {
  const { measure, grain } = series;
  const whole = rangeOf(plan);
  const shown = total ?? steps[plan.sum.from];
  if (!shown) return 'Nothing is ahead';
  const one = steps[plan.sum.from]?.period;
  const when = total && whole ? showMonths(whole) : one ? showPeriod(grain, one.from) : '';
  const unit = measure.unit;
  const noun = measure.nouns?.[shown.value === 1 ? 0 : 1];
  const what = measure.nouns
    ? noun
      ? ` ${noun}`
      : ''
    : measure.key === 'revenue'
      ? ''
      : ` of ${measure.label.toLowerCase()}`;
  const likely =
    shown.likely && isLong
      ? `, likely ${format.short(shown.likely.low, unit)} to ${format.short(shown.likely.high, unit)}`
      : '';
  const so = isLong && total && total.soFar > 0 ? `, ${format.short(total.soFar, unit)} of it so far` : '';
  const verb = measure.nouns && unit !== 'money' && shown.value !== 1 ? 'are' : 'is';
  return `About ${format.short(shown.value, unit)}${what} ${verb} expected for ${when}${so}${likely}`;
}

/** The days that were asked for, with those that are over. */
function rangeOf({ ahead, sum, past }: Plan): DayRange | undefined {
  const [first, last] = [ahead[sum.from], ahead[sum.to]];
  return first && last && { from: past?.from ?? first.from, to: last.to };
}

function tableOf({ series, steps }: Outlook): { columns: Column[]; rows: Row[] } {
  const { grain, measure } = series;
  const { unit } = measure;
  const isBegun = steps.some(s => s.soFar !== undefined);
  const hasWide = steps.some(s => s.veryLikely);
  const hasBefore = steps.some(s => s.yearBefore !== undefined);
  const columns: Column[] = [
    { key: grain, label: capital(grain), unit: 'text' },
    { key: 'expected', label: 'Expected', unit },
    { key: 'low', label: 'Likely from', unit },
    { key: 'high', label: 'to', unit },
    ...(isBegun ? [{ key: 'soFar', label: 'So far', unit } as const] : []),
    ...(hasBefore ? [{ key: 'yearBefore', label: 'Year before', unit } as const] : []),
    ...(hasWide
      ? ([
          { key: 'lowest', label: '19 in 20 from', unit, secondary: true },
          { key: 'highest', label: 'to', unit, secondary: true },
        ] as const)
      : []),
  ];
  const rows = steps.map(step => ({
    [grain]: periodKey(grain, step.period.from),
    expected: step.value,
    low: step.likely?.low ?? null,
    high: step.likely?.high ?? null,
    ...(isBegun && { soFar: step.soFar ?? null }),
    ...(hasBefore && { yearBefore: step.yearBefore ?? null }),
    ...(hasWide && { lowest: step.veryLikely?.low ?? null, highest: step.veryLikely?.high ?? null }),
  }));
  return { columns, rows };
}

/** Grains from the finest: a shorter one has more periods to learn from. */
const FINER: Readonly<Record<ForecastGrain, ForecastGrain | undefined>> = {
  quarter: 'month',
  month: 'week',
  week: 'day',
  day: undefined,
};

function tooShort(
  base: ReturnType<typeof skeleton>,
  { values, grain }: Series,
  plan: Plan,
  asked: ParsedQuery,
  shop: ShopView,
): Answer {
  const finer = FINER[plan.grain];
  const [is, has] =
    values.length === 0
      ? ['is', `no whole ${grain}`]
      : values.length === 1
        ? ['is', `only one whole ${grain}`]
        : ['are', `only ${values.length} whole ${grain}s`];
  return answerOf({
    ...base,
    headline:
      `A forecast by ${grain} needs ${FEWEST_VALUES} whole ${grain}s of history; ` +
      `there ${is} ${has} with sales.`,
    followUps: followUps(shop, asked, [
      finer && sales('forecast', { query: withoutTarget(asked.query), grain: finer }),
      sales('trend'),
    ]),
  });
}

const withoutTarget = (query: Query | undefined): Query | undefined => {
  if (!query) return undefined;
  const { period: _, goal: __, ...rest } = query;
  return rest;
};

function offersFor(asked: ParsedQuery, { grain }: Plan): Offer[] {
  const query = withoutTarget(asked.query);
  const other: ForecastGrain = grain === 'month' ? 'week' : 'month';
  if (!query) return [];
  return [
    sales('forecast', { query, grain: other, label: `Forecast by ${other}` }),
    sales('trend', { grain }),
    sales('anomalies', { query, label: 'What is out of line' }),
  ];
}
