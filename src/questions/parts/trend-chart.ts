import { capital, formatFor } from '../../answer/format.js';
import { type Grain, labelPeriod, showPeriod } from '../../calendar/grain.js';
import type { TrendChart } from '../../charts/spec.js';
import type { TrendPoint } from '../../sales/trend.js';

/** Revenue over time as a chart; the title names the peak, which a period that is not over can be already. */
export function trendChart(
  points: readonly TrendPoint[],
  grain: Grain,
  scope: string,
  currency: string,
): TrendChart {
  const format = formatFor(currency);
  const money = (point: TrendPoint) => format.major(point.sums.revenue);
  const labels = points.map(p => labelPeriod(grain, p.period.from));
  const peak = peakOf(points);
  const best = peak === undefined ? undefined : points[peak];
  return {
    kind: 'trend',
    title: best
      ? `${capital(showPeriod(grain, best.period.from))} was the peak: ${format.moneyShort(money(best))}`
      : `Revenue by ${grain}`,
    subtitle: `Revenue by ${grain} · ${scope}`,
    alt: `Revenue by ${grain}, ${scope}: ${points
      .slice(-40)
      .map(
        p =>
          `${showPeriod(grain, p.period.from)} ${format.amount(p.sums.revenue)}${p.partial ? ' (not complete)' : ''}`,
      )
      .join(', ')}`,
    unit: 'money',
    currency,
    labels,
    values: points.map(money),
    partialLast: points.at(-1)?.partial ?? false,
    peak,
  };
}

/** Index of the period with the most revenue, where there are at least three to choose from. */
export function peakOf(points: readonly TrendPoint[]): number | undefined {
  if (points.length < 3) return undefined;
  let best = 0;
  points.forEach((p, i) => {
    if (p.sums.revenue > (points[best]?.sums.revenue ?? 0)) best = i;
  });
  return best;
}
