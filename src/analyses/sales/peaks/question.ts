import { type AnswerContext, answerContext } from '../../../answering/context.js';
import { followUps, sales } from '../../../answering/follow-ups.js';
import { WEEKDAY } from '../../../answering/grouping-fields.js';
import { defineQuestion } from '../../../answering/question.js';
import { nothingSold, skeleton, withoutAverage } from '../../../answering/skeleton.js';
import { trendChart } from '../../../answering/trend/chart.js';
import { withAverages } from '../../../answering/trend/findings.js';
import { notesByPeriod } from '../../../answering/trend/partial-periods.js';
import { answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { capital, formatFor, plural } from '../../../core/answer/format.js';
import { type Note, remark } from '../../../core/answer/notes.js';
import { type Grain, periodKey, showPeriod } from '../../../core/calendar/grain.js';
import { median } from '../../../core/statistics.js';
import { fraction, nounAfter, revenue } from '../../../measures/measures.js';
import { recordedIn } from '../../../measures/recorded.js';
import { comparedWith, standOuts, type TrendPoint, trend } from '../../../measures/trend.js';
import { PEAK_RULES, type PeakFacts } from './findings.js';

/** Days or weeks that stand out from those around them, robustly. */
const peaks = defineQuestion({
  family: 'sales',
  name: 'peaks',
  helpOrder: 8,
  words: [
    'peaks',
    'peak',
    'outliers',
    'outlier',
    'spikes',
    'spike',
    'unusual',
    'stand out',
    'stands out',
    'stood out',
    'exceptional',
  ],
  optional: ['grain', 'measure', 'period', 'filters'],
  summary: 'Days, weeks or months that stand out from those around them',
  examples: ['peaks', 'peaks by week', 'peaks {year}'],
  canonicalText: ({ grain }) => ({ text: `peaks${grain ? ` by ${grain}` : ''}`, includes: ['grain'] }),

  async answer(query, shop) {
    const { measure = revenue } = query;
    const context = await answerContext(query, shop);
    const isEmpty = context.days.from > context.days.to;
    const pointsBy = async (by: Grain) => (isEmpty ? [] : trend(shop.store, context.scope, context, by));
    const grain = query.grain ?? (await grainOf(pointsBy));
    const base = skeleton(query, context, shop, `Peaks by ${grain}`);
    const points = await pointsBy(grain);
    if (points.every(p => p.sums.lines === 0)) return nothingSold(base, context, query, shop);
    if (points.every(p => measure.of(p.sums, shop.currency) === null))
      return withoutAverage(base, measure, query, shop);
    if (points.filter(p => !p.partial).length < ENOUGH)
      return answerOf({
        ...base,
        headline: `${context.text} has fewer than ${ENOUGH} complete ${grain}s, too few to compare.`,
        followUps: followUps(shop, query, [sales('trend', { grain: 'day' }), sales('totals')]),
      });
    const of = ({ sums }: TrendPoint) => measure.of(sums, shop.currency) ?? 0;
    const marks = withAverages(points, measure, standOuts(points, of, grain)).sort(
      (a, b) => Math.abs(b.score) - Math.abs(a.score),
    );
    const facts: PeakFacts = { points, marks, grain, format: formatFor(shop.currency), measure, of };
    const findings = findingsOf(PEAK_RULES, facts);
    return answerOf({
      ...base,
      headline: headline(facts),
      ...tableOf(facts, (await recordedIn(shop.store)).orders),
      charts: [chartOf(facts, context, shop.currency)],
      observations: findings.observations,
      actions: findings.actions,
      notes: [...methodNotes(facts), ...notesByPeriod(grain, context)],
      followUps: followUps(shop, query, [
        sales('seasonality'),
        sales('trend', { grain }),
        marks.length > 0 ? sales('by', { dimension: WEEKDAY }) : undefined,
      ]),
    });
  },
});
export default peaks;

function headline(facts: PeakFacts): string {
  const { points, marks, grain, format, measure, of } = facts;
  const [first] = marks;
  const best = first && points[first.index];
  if (!best) {
    const whole = points.filter(p => !p.partial).map(of);
    const usual = format.figure(median(whole) ?? 0, measure.unit);
    return (
      `No ${grain} stands out: all ${format.count(whole.length)} lie within what is usual around them ` +
      `(median ${usual}).`
    );
  }
  const count = marks.length === 1 ? `One ${grain} stands out` : `${plural(marks.length, grain)} stand out`;
  const lead = marks.length === 1 ? ':' : ', most of all';
  const figure = `${format.figure(of(best), measure.unit)}${nounAfter(measure, of(best))}`;
  const times = first.usual > 0 && of(best) > 0 ? `, ${format.times(of(best) / first.usual)} the usual` : '';
  return `${count}${lead} ${showPeriod(grain, best.period.from)} with ${figure}${times}.`;
}

const ORDERS: Column = { key: 'orders', label: 'Orders', unit: 'count', secondary: true };

/** @param hasOrders whether the files have orders, not only totals of days */
function tableOf(
  { points, marks, grain, measure, of }: PeakFacts,
  hasOrders: boolean,
): { columns: Column[]; rows: Row[] } {
  return {
    columns: [
      { key: grain, label: capital(grain), unit: 'text' },
      { key: measure.key, label: measure.label, unit: measure.unit },
      { key: 'usual', label: 'Usual', unit: measure.unit },
      { key: 'ofUsual', label: 'Of the usual', unit: 'share' },
      { key: 'score', label: 'Score', unit: 'number', secondary: true },
      ...(hasOrders ? [ORDERS] : []),
    ],
    rows: marks.map(({ index, usual, score }) => {
      const point = points[index] as TrendPoint;
      return {
        [grain]: periodKey(grain, point.period.from),
        [measure.key]: of(point),
        usual: Math.round(usual * 100) / 100,
        ofUsual: fraction(of(point), usual),
        score: Math.round(score * 10) / 10,
        ...(hasOrders && { orders: point.sums.orders }),
      };
    }),
  };
}

function chartOf(
  { points, marks, grain, measure, format, of }: PeakFacts,
  context: AnswerContext,
  currency: string,
) {
  const chart = trendChart({ points, grain, measure }, context.text, currency);
  const peak = marks[0]?.index;
  const best = peak === undefined ? undefined : points[peak];
  if (!best) return chart;
  const figure = format.short(of(best), measure.unit);
  // The figure on the chart is that of the title, which need not be the highest.
  return { ...chart, peak, title: `${capital(showPeriod(grain, best.period.from))} stands out: ${figure}` };
}

/** How the method works, and where it says little. */
function methodNotes({ points, grain }: PeakFacts): Note[] {
  const method =
    `Each ${grain} is compared with the median of ${comparedWith(grain)}; ` +
    'what stands out is more than 3.5 robust deviations away.';
  const isSparse = grain === 'day' && points.filter(p => p.sums.lines > 0).length < points.length / 2;
  return [
    remark(method),
    ...(isSparse ? [remark('On most days nothing is sold, so busy days stand out: weeks say more.')] : []),
  ];
}

/** Below, nothing can be called usual. */
const ENOUGH = 12;

/** Days if something is sold on most of them, else weeks, else months. */
async function grainOf(pointsBy: (grain: Grain) => Promise<TrendPoint[]>): Promise<Grain> {
  for (const grain of ['day', 'week'] as const) {
    const points = await pointsBy(grain);
    const busy = points.filter(p => p.sums.lines > 0).length;
    if (busy >= points.length * 0.6 && points.length >= 13) return grain;
  }
  return 'month';
}
