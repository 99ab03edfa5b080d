import { answerContext } from '../../../answering/context.js';
import { defineQuestion } from '../../../answering/question.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { trendChart } from '../../../answering/trend/chart.js';
import { partialNotes } from '../../../answering/trend/partial-periods.js';
import { answerOf } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { formatFor, plural } from '../../../core/answer/format.js';
import { type Grain, periodKey, showPeriod } from '../../../core/calendar/grain.js';
import { median } from '../../../core/statistics.js';
import { fraction, nounAfter, revenue } from '../../../measures/measures.js';
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
    'anomalies',
    'anomaly',
    'exceptional',
  ],
  optional: ['grain', 'measure', 'period', 'filters'],
  summary: 'Days, weeks or months that stand out from those around them',
  examples: ['peaks', 'peaks by week', 'peaks {year}'],
  canonicalText: ({ grain }) => ({ text: `peaks${grain ? ` by ${grain}` : ''}`, includes: ['grain'] }),

  async answer(query, shop) {
    const { measure = revenue } = query;
    const context = await answerContext(query, shop);
    const found =
      query.grain ?? (await grainOf(context.days, point => trend(shop.store, context.scope, context, point)));
    const base = skeleton(query, context, shop, `Peaks by ${found}`);
    const points =
      context.days.from > context.days.to ? [] : await trend(shop.store, context.scope, context, found);
    if (points.every(p => p.sums.lines === 0)) return nothingSold(base, context);
    if (points.filter(p => !p.partial).length < ENOUGH)
      return answerOf({
        ...base,
        headline: `${context.text} has fewer than ${ENOUGH} whole ${found}s: too few to say what is usual.`,
        followUps: ['sales trend by day', 'sales'],
      });
    const format = formatFor(shop.currency);
    const value = ({ sums }: TrendPoint) => measure.of(sums, shop.currency) ?? 0;
    const marks = standOuts(points, value, found).sort((a, b) => Math.abs(b.score) - Math.abs(a.score));
    const whole = points.filter(p => !p.partial);
    const facts: PeakFacts = { points, marks, grain: found, format, measure, of: value };
    const findings = findingsOf(PEAK_RULES, facts);
    const [first] = marks;
    const best = first && (points[first.index] as TrendPoint);
    return answerOf({
      ...base,
      headline: best
        ? `${plural(marks.length, found)} ${marks.length === 1 ? 'stands' : 'stand'} out; most of all ${showPeriod(found, best.period.from)} with ${format.figure(value(best), measure.unit)}${nounAfter(measure, value(best))}${first.usual > 0 ? `, ${format.times(value(best) / first.usual)} the usual` : ''}.`
        : `No ${found} stands out: all ${format.count(whole.length)} lie within what is usual around them (median ${format.figure(median(whole.map(value)) ?? 0, measure.unit)}).`,
      columns: [
        { key: found, label: found.charAt(0).toUpperCase() + found.slice(1), unit: 'text' },
        { key: measure.key, label: measure.label, unit: measure.unit },
        { key: 'usual', label: 'Usual', unit: measure.unit },
        { key: 'ofUsual', label: 'Of the usual', unit: 'share' },
        { key: 'score', label: 'Score', unit: 'number', secondary: true },
        { key: 'orders', label: 'Orders', unit: 'count', secondary: true },
      ],
      rows: marks.map(({ index, usual, score }) => {
        const point = points[index] as TrendPoint;
        return {
          [found]: periodKey(found, point.period.from),
          [measure.key]: value(point),
          usual: Math.round(usual * 100) / 100,
          ofUsual: fraction(value(point), usual),
          score: Math.round(score * 10) / 10,
          orders: point.sums.orders,
        };
      }),
      charts: [
        {
          ...trendChart({ points, grain: found, measure }, context.text, shop.currency),
          ...(best && {
            title: `${showPeriod(found, best.period.from).replace(/^the /, 'The ')} stands out: ${format.short(value(best), measure.unit)}`,
          }),
        },
      ],
      observations: findings.observations,
      actions: findings.actions,
      notes: [
        `Each ${found} is compared with the median of ${comparedWith(found)}; what stands out is more than 3.5 robust deviations (MAD) away.`,
        ...(found === 'day' && points.filter(p => p.sums.lines > 0).length < points.length / 2
          ? ['On most days nothing is sold, so no day can be unusual: ask by week.']
          : []),
        ...partialNotes(points, found, context),
        ...base.notes.filter(note => note.kind !== 'periodIncomplete'),
      ],
      followUps: ['sales seasonality', `sales trend by ${found}`, ...(best ? [`sales by weekday`] : [])],
    });
  },
});
export default peaks;

/** Below, nothing can be called usual. */
const ENOUGH = 12;

/** Days where on most of them something is sold, else weeks, else months. */
async function grainOf(
  days: { from: number; to: number },
  pointsBy: (grain: Grain) => Promise<TrendPoint[]>,
): Promise<Grain> {
  if (days.from > days.to) return 'day';
  for (const grain of ['day', 'week'] as const) {
    const points = await pointsBy(grain);
    const busy = points.filter(p => p.sums.lines > 0).length;
    if (busy >= points.length * 0.6 && points.length >= 13) return grain;
  }
  return 'month';
}
