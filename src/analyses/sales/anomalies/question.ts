import { answerContext } from '../../../answering/context.js';
import { followUps, sales } from '../../../answering/follow-ups.js';
import { defineQuestion, type ParsedQuery } from '../../../answering/question.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { capital, type Format, formatFor, plural, withArticle } from '../../../core/answer/format.js';
import { scopeText } from '../../../core/answer/scope.js';
import { periodKey, showPeriod } from '../../../core/calendar/grain.js';
import { NotUnderstood } from '../../../core/errors.js';
import { decimalsOf } from '../../../core/money/currencies.js';
import type { Query } from '../../../core/query/query.js';
import { aheadText } from '../../../core/query/query-text.js';
import { type Anomalies, FEWEST_FOR_ANOMALIES } from '../../../models/anomalies/anomalies.js';
import { type Series, seriesOf } from '../../../query/series.js';
import { type Setting, settingOf } from '../../../query/setting.js';
import { withCauses } from './causes.js';
import { chartOf } from './chart.js';
import { type AnomalyGrain, anomaliesIn, type Floor, type OutOfLine, outOfLine } from './figures.js';
import { ANOMALY_RULES, offBy } from './findings.js';
import { floorText, MOST_ROWS, notesOf } from './notes.js';

const GRAINS: readonly AnomalyGrain[] = ['day', 'week', 'month'];

/** What season and trend do not explain, and the one value that explains most of it. */
const anomalies = defineQuestion({
  family: 'sales',
  name: 'anomalies',
  helpOrder: 10,
  words: ['anomalies', 'anomaly', 'out of line'],
  required: ['query'],
  optional: ['grain', 'floor'],
  summary: 'Days, weeks or months that season and trend do not explain, and what explains them',
  examples: ['anomalies', 'anomalies by week', 'anomalies by more than 10% and at least 500'],
  canonicalText: ({ query, grain, floor }) => ({
    text: [
      'anomalies',
      grain ? `by ${grain}` : '',
      floor?.share === undefined ? '' : `over:${Math.round(floor.share * 1e6) / 1e4}%`,
      floor?.amount === undefined ? '' : `at-least:${floor.amount}`,
      query ? aheadText(query) : '',
    ]
      .filter(part => part !== '')
      .join(' '),
    includes: ['grain'],
  }),

  async answer(asked, shop) {
    const { query, floor = {} } = asked;
    const grain = grainOf(asked);
    refuseUnfit(query);
    const { period, ...rest } = await settingOf(query, shop);
    const setting: Setting = { ...rest, days: rest.data };
    const series = await seriesOf(query, grain, setting);
    const context = await answerContext(
      { filters: [], remarks: asked.remarks, ...(period && { period }) },
      shop,
    );
    const covers = [...context.covers, ...series.resolved.kept];
    const title = `${series.measure.label} out of line, by ${grain}`;
    const base = skeleton(asked, { ...context, covers }, shop, title);
    if (series.values.length < FEWEST_FOR_ANOMALIES)
      return answerOf({
        ...base,
        headline:
          `${FEWEST_FOR_ANOMALIES} whole ${grain}s are needed to tell whether one is out of line; ` +
          `there ${series.values.length === 1 ? 'is' : 'are'} ${series.values.length || 'none'} ` +
          'since the first sale.',
        followUps: followUps(shop, asked, [
          grain === 'day' ? undefined : sales('anomalies', { query, grain: 'day' }),
          sales('trend'),
        ]),
      });
    const tested = await anomaliesIn(series, grain);
    if (tested.isSparse)
      return answerOf({
        ...base,
        headline:
          `Most ${grain}s have ${nothing(series)}, so none can be called out of line: ` +
          'ask by a longer period.',
        notes: context.notes,
        followUps: followUps(shop, asked, byLonger(grain, query)),
      });
    const all = outOfLine(series, tested, floor, period?.range);
    const shown = await withCauses(all.slice(0, MOST_ROWS), series, grain, setting);
    const format = formatFor(shop.currency);
    const facts = { found: shown, grain, measure: series.measure, format };
    return answerOf({
      ...base,
      headline: headline(facts.found, all.length, { grain, series, floor, format, tested }),
      ...tableOf(shown, series, format),
      charts: query.show.includes('table') ? [] : [chartOf(series, grain, tested, all, covers, format)],
      observations: findingsOf(ANOMALY_RULES, facts).observations,
      notes: [...context.notes, ...notesOf(series, tested, floor, all.length, grain, format)],
      followUps: followUps(shop, asked, [
        ...GRAINS.filter(g => g !== grain).map(g =>
          sales('anomalies', { query, grain: g, label: `Anomalies by ${g}` }),
        ),
        sales('trend', { grain }),
        sales('forecast', { query: withoutPeriod(query), label: 'Forecast' }),
      ]),
    });
  },
});
export default anomalies;

/** `no revenue`, `no orders`, `a return rate of zero` */
function nothing({ measure: { isRatio, nouns, label } }: Series): string {
  if (isRatio) return `${withArticle(label.toLowerCase())} of zero`;
  return `no ${nouns?.[1] ?? label.toLowerCase()}`;
}

/** Longer periods have fewer without anything. */
const byLonger = (grain: AnomalyGrain, query: Query) =>
  GRAINS.slice(GRAINS.indexOf(grain) + 1).map(g =>
    sales('anomalies', { query, grain: g, label: `Anomalies by ${g}` }),
  );

function grainOf({ grain = 'day' }: ParsedQuery): AnomalyGrain {
  const own = GRAINS.find(g => g === grain);
  if (own) return own;
  throw new NotUnderstood(`Days, weeks and months can be out of line; a ${grain} is too long to tell.`, [
    'sales anomalies by month',
    'sales anomalies by week',
  ]);
}

function refuseUnfit({ by, rank, having, versus, partOf, per, measures, rows, goal }: Query): void {
  if (
    rows !== 'total' ||
    by.length > 0 ||
    rank ||
    having.length > 0 ||
    versus !== undefined ||
    partOf ||
    per ||
    goal
  )
    throw new NotUnderstood(
      'Anomalies take one measure, filters and a period, but no groups and no ranking.',
      ['sales anomalies', 'sales anomalies by week'],
    );
  if (measures.length > 1)
    throw new NotUnderstood(`Anomalies are of one measure, not of ${measures.length}.`, ['sales anomalies']);
}

const withoutPeriod = ({ period: _, ...query }: Query): Query => query;

interface Told {
  readonly grain: AnomalyGrain;
  readonly series: Series;
  readonly floor: Floor;
  readonly format: Format;
  readonly tested: Anomalies;
}

/** The latest is told first: it is what can still be acted on. */
function headline(
  [last]: readonly OutOfLine[],
  count: number,
  { grain, series, floor, format, tested }: Told,
): string {
  const { measure, resolved } = series;
  const kept = resolved.kept.length > 0 ? ` (${scopeText(resolved.kept)})` : '';
  if (!last)
    return (
      `No ${grain} is out of line${floorText(floor, measure.unit, format)}: ` +
      `${tested.isSeasonal ? 'season and trend explain' : 'the trend explains'} them all${kept}.`
    );
  const figure = (value: number) =>
    format.short(Math.abs(value) < 10 ? value : Math.round(value), measure.unit);
  const noun = measure.nouns?.[1];
  const what = noun ? ` ${noun}` : '';
  const cause = last.cause ? `, most of all ${last.cause.name}` : '';
  const period = showPeriod(grain, last.period.from);
  const which =
    count === 1
      ? `${capital(period)} is out of line${kept}`
      : `${plural(count, grain)} are out of line${kept}; the latest is ${period}`;
  return (
    `${which} with ${figure(last.value)}${what} ` +
    `instead of about ${figure(last.usual)} (${offBy(last, measure, format)})${cause}.`
  );
}

function tableOf(
  shown: readonly OutOfLine[],
  { measure, grain }: Series,
  format: Format,
): { columns: Column[]; rows: Row[] } {
  const { unit } = measure;
  const decimals = unit === 'money' ? decimalsOf(format.currency).shown : unit === 'count' ? 1 : 4;
  const round = (value: number) => Math.round(value * 10 ** decimals) / 10 ** decimals + 0;
  const columns: Column[] = [
    { key: grain, label: capital(grain), unit: 'text' },
    { key: 'value', label: measure.label, unit },
    { key: 'usual', label: 'Usual', unit },
    { key: 'difference', label: 'Difference', unit },
    { key: 'change', label: 'Change', unit: 'change' },
    { key: 'cause', label: 'Mostly', unit: 'text' },
    { key: 'causeDifference', label: 'Of it', unit },
    { key: 'statistic', label: 'Deviations', unit: 'number', secondary: true },
  ];
  const rows = shown.map(({ period, value, usual, statistic, cause }) => ({
    [grain]: periodKey(grain, period.from),
    value,
    usual: round(usual),
    difference: round(value - usual),
    change: usual > 0 ? Math.round((value / usual - 1) * 1e6) / 1e6 : null,
    cause: cause ? `${cause.name} (${cause.field.label.toLowerCase()})` : null,
    causeDifference: cause ? round(cause.difference) : null,
    statistic: Math.round(statistic * 100) / 100,
  }));
  return { columns, rows };
}
