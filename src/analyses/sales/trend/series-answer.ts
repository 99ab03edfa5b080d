import type { AnswerContext } from '../../../answering/context.js';
import { chartUnit, dimensionWords, nameOf } from '../../../answering/dimension-words.js';
import { followUps, sales } from '../../../answering/follow-ups.js';
import type { GroupingField } from '../../../answering/grouping-fields.js';
import type { ParsedQuery } from '../../../answering/question.js';
import type { ShopView } from '../../../answering/shop.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { notesByPeriod } from '../../../answering/trend/partial-periods.js';
import { type Answer, answerOf, type Column, type Row, type Unit } from '../../../core/answer/answer.js';
import type { MultiplesChart } from '../../../core/answer/chart-spec.js';
import { capital, type Format, formatFor } from '../../../core/answer/format.js';
import { type Note, remark } from '../../../core/answer/notes.js';
import { type Grain, labelPeriod, periodKey } from '../../../core/calendar/grain.js';
import {
  changeOf,
  type Measure,
  measureColumn,
  measuresOf,
  nounAfter,
  type Recorded,
  rankBy,
  revenue,
} from '../../../measures/measures.js';
import { recordedIn } from '../../../measures/recorded.js';
import { type TrendPoint, type TrendSeries, trendBy } from '../../../measures/trend.js';

const MOST_STRIPS = 6;
/** Whose last change is looked at. */
const MOST_COMPARED = 50;

type SeriesQuery = ParsedQuery & { readonly dimension: GroupingField; readonly grain: Grain };

/** The lines of a trend, and how they are spoken of. */
interface SeriesFacts {
  readonly series: readonly TrendSeries[];
  readonly grain: Grain;
  readonly one: string;
  readonly many: string;
  readonly format: Format;
  readonly measure: Measure;
  /** The measure in major units; 0 if there is none. */
  of(sums: TrendPoint['sums']): number;
  name(series: TrendSeries): string;
}

/** A line for each of the largest values of a dimension. */
export async function seriesAnswer(
  query: SeriesQuery,
  context: AnswerContext,
  shop: ShopView,
): Promise<Answer> {
  const { dimension, grain, measure = revenue } = query;
  const { currency, store } = shop;
  const { one, many } = dimensionWords(dimension);
  const base = skeleton(query, context, shop, `${measure.label} by ${grain} and ${one}`);
  const rank = rankBy(measure, currency);
  const isEmpty = context.days.from > context.days.to;
  const series = isEmpty ? [] : await trendBy(store, context.scope, context, grain, dimension.by, rank);
  const [first] = series;
  if (!first) return nothingSold(base, context, query, shop);
  const format = formatFor(currency);
  const of: SeriesFacts['of'] = sums => measure.of(sums, currency) ?? 0;
  const facts: SeriesFacts = { series, grain, one, many, format, measure, of, name: s => nameOf(s, one) };
  return answerOf({
    ...base,
    headline: headline(facts, first),
    ...tableOf(facts, dimension, first, await recordedIn(store), currency),
    keepLast: true,
    charts: [chartOf(facts, first, context, currency)],
    observations: growthSentences(facts),
    notes: [...stripNotes(facts), ...notesByPeriod(grain, context)],
    followUps: followUps(shop, query, [sales('by', { dimension }), sales('trend', { grain })]),
  });
}

const leads = ({ measure }: SeriesFacts): string => (measure === revenue ? 'brings the most:' : 'leads with');

const totalText = (
  { measure, of }: SeriesFacts,
  { total }: TrendSeries,
  show: (value: number, unit: Unit) => string,
): string => `${show(of(total), measure.unit)}${nounAfter(measure, of(total))}`;

function headline(facts: SeriesFacts, first: TrendSeries): string {
  const { format, name } = facts;
  const second = facts.series[1];
  const next = second ? `; ${name(second)} follows with ${totalText(facts, second, format.figure)}` : '';
  return `${name(first)} ${leads(facts)} ${totalText(facts, first, format.figure)}${next}.`;
}

function tableOf(
  { series, grain, measure }: SeriesFacts,
  dimension: GroupingField,
  first: TrendSeries,
  recorded: Recorded,
  currency: string,
): { columns: Column[]; rows: Row[] } {
  const measures = measuresOf(first.total, recorded);
  const rowOf = ({ key }: TrendSeries, { period, sums, partial }: TrendPoint): Row => ({
    [grain]: periodKey(grain, period.from),
    [dimension.key]: key,
    ...Object.fromEntries([measure, ...measures].map(m => [m.key, m.of(sums, currency)])),
    partial,
  });
  return {
    columns: [
      { key: grain, label: capital(grain), unit: 'text' },
      { key: dimension.key, label: dimension.label, unit: 'text' },
      ...(measure === revenue ? [] : [{ ...measureColumn(measure), secondary: false }]),
      measureColumn(revenue),
      ...measures.filter(m => m !== revenue && m !== measure).map(measureColumn),
    ],
    rows: first.points.flatMap((_, i) => series.map(s => rowOf(s, s.points[i] as TrendPoint))),
  };
}

function chartOf(
  facts: SeriesFacts,
  first: TrendSeries,
  context: AnswerContext,
  currency: string,
): MultiplesChart {
  const { series, grain, one, format, measure, of, name } = facts;
  const shown = series.slice(0, MOST_STRIPS);
  const by = `${measure.label} by ${grain} and ${one}`;
  const part = series.length > shown.length ? `, the ${shown.length} largest of ${series.length}` : '';
  const figure = (point: TrendPoint | undefined) => format.figure(point ? of(point.sums) : 0, measure.unit);
  const courses = shown.map(s => `${name(s)} from ${figure(s.points[0])} to ${figure(s.points.at(-1))}`);
  return {
    kind: 'multiples',
    title: `${name(first)} ${leads(facts)} ${totalText(facts, first, format.short)}`,
    subtitle: `${by}${part} · ${context.text}`,
    alt: `${by}, ${context.text}: ${courses.join(', ')}`,
    unit: chartUnit(measure),
    currency,
    labels: first.points.map(p => labelPeriod(grain, p.period.from)),
    series: shown.map(s => ({ name: name(s), values: s.points.map(p => of(p.sums)) })),
    partialLast: first.points.at(-1)?.partial ?? false,
  };
}

/** Which value grew most, and which least, from the last whole period but one to the last. */
function growthSentences({ series, grain, format, of, name }: SeriesFacts): string[] {
  const changes = series
    .slice(0, MOST_COMPARED)
    .flatMap(s => {
      const [before, now] = s.points.filter(p => !p.partial).slice(-2);
      const change = before && now ? changeOf(of(now.sums), of(before.sums)) : null;
      return change === null ? [] : [{ name: name(s), change }];
    })
    .sort((a, b) => b.change - a.change);
  const [best, worst] = [changes[0], changes.at(-1)];
  if (!best || !worst || best === worst) return [];
  const words = comparedAs(best.change, worst.change);
  return [
    `In the last complete ${grain} against the one before, ` +
      `${best.name} ${words[0]} (${format.change(best.change)}), ` +
      `${worst.name} ${words[1]} (${format.change(worst.change)}).`,
  ];
}

/** What to say of the best and the worst of several changes: of two falls, none "did best". */
function comparedAs(best: number, worst: number): readonly [string, string] {
  if (best < 0) return ['fell least', 'most'];
  return worst > 0 ? ['grew most', 'least'] : ['did best', 'worst'];
}

const stripNotes = ({ series, format, many }: SeriesFacts): Note[] =>
  series.length > MOST_STRIPS
    ? [remark(`The chart shows the ${MOST_STRIPS} largest of ${format.count(series.length)} ${many}.`)]
    : [];
