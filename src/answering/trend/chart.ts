import type { TrendChart } from '../../core/answer/chart-spec.js';
import { capital, formatFor } from '../../core/answer/format.js';
import { type Grain, labelPeriod, showPeriod } from '../../core/calendar/grain.js';
import { type Measure, nounAfter, revenue } from '../../measures/measures.js';
import { movingAverage, peakOf, standOuts, type TrendPoint } from '../../measures/trend.js';
import { chartUnit } from '../dimension-words.js';

/** How many periods a moving average is taken over, where there are enough of them. */
const AVERAGED: Readonly<Record<Grain, number>> = { day: 7, week: 4, month: 3, quarter: 4, year: 3 };
const ENOUGH_FOR_AVERAGE = 17;

/**
 * A measure over time as a chart; the title names the peak, which a period that is not over can be already.
 */
export function trendChart(
  { points, grain, measure = revenue }: { points: readonly TrendPoint[]; grain: Grain; measure?: Measure },
  scope: string,
  currency: string,
): TrendChart {
  const format = formatFor(currency);
  const value = ({ sums }: TrendPoint) => measure.of(sums, currency) ?? 0;
  const peak = peakOf(points, value);
  const best = peak === undefined ? undefined : points[peak];
  const figure = (point: TrendPoint) =>
    format.short(value(point), measure.unit) + nounAfter(measure, value(point));
  const shown = points.slice(-40).map(p => {
    const isComplete = p.partial ? ' (not complete)' : '';
    return `${showPeriod(grain, p.period.from)} ${format.figure(value(p), measure.unit)}${isComplete}`;
  });
  const hasAverage = points.length >= ENOUGH_FOR_AVERAGE && !measure.isAverage;
  return {
    kind: 'trend',
    title: best
      ? `${capital(showPeriod(grain, best.period.from))} was the peak: ${figure(best)}`
      : `${measure.label} by ${grain}`,
    subtitle: `${measure.label} by ${grain} · ${scope}`,
    alt: `${measure.label} by ${grain}, ${scope}: ${shown.join(', ')}`,
    unit: chartUnit(measure),
    currency,
    labels: points.map(p => labelPeriod(grain, p.period.from)),
    values: points.map(value),
    partialLast: points.at(-1)?.partial ?? false,
    peak,
    marks: standOuts(points, value, grain).map(s => s.index),
    ...(hasAverage && {
      average: {
        label: `average of ${AVERAGED[grain]} ${grain}s`,
        values: movingAverage(points, value, AVERAGED[grain]),
      },
    }),
  };
}
