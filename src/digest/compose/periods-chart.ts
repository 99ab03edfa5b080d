import type { ChartSpec } from '../../core/answer/chart-spec.js';
import type { Format } from '../../core/answer/format.js';
import { showDay } from '../../core/calendar/days.js';
import { labelPeriod, periodOf } from '../../core/calendar/grain.js';
import { changeOf } from '../../measures/measures.js';
import { trend } from '../../measures/trend.js';
import type { DigestMaterial } from './material.js';
import { type DigestGrain, type DigestPeriods, periodTitle } from './periods.js';

/** The number of periods in the chart. */
const SHOWN: Readonly<Record<DigestGrain, number>> = { day: 14, week: 13, month: 13 };

/** Revenue of the digest's period and those before it, as a trend. */
export async function periodsChart(material: DigestMaterial): Promise<ChartSpec> {
  const { shop, periods, data, filters, sales, format } = material;
  const { grain, period } = periods;
  let from = period.from;
  for (let i = 1; i < SHOWN[grain]; i++) from = periodOf(grain, from - 1).from;
  const range = { from: Math.max(from, data.from), to: period.to };
  const days = range.from <= range.to ? range : period;
  const points = await trend(shop.store, { range: days, filters }, { days, data }, grain);
  const labels = points.map(p =>
    grain === 'month' ? labelPeriod('month', p.period.from) : showDay(p.period.from).slice(0, -6),
  );
  const values = points.map(p => format.major(p.sums.revenue));
  const last = values.at(-1) ?? 0;
  const change = sales.before ? changeOf(sales.now.revenue, sales.before.sums.revenue) : null;
  const isPartial = data.to < period.to;
  return {
    kind: 'trend',
    title: `${format.moneyShort(last)} ${comparisonText(change, periods, isPartial, format)}`,
    subtitle: `Revenue by ${grain}${grain === 'week' ? ', each labelled by its Monday' : ''}`,
    alt: `Revenue by ${grain}: ${labels.map((l, i) => `${l} ${format.money(values[i] ?? 0)}`).join(', ')}`,
    unit: 'money',
    currency: format.currency,
    labels,
    values,
    partialLast: isPartial,
    peak: points.length - 1,
  };
}

/** `in the week, 29.7% less than the week before`; the period alone if there is none to compare with. */
function comparisonText(
  change: number | null,
  periods: DigestPeriods,
  isPartial: boolean,
  format: Format,
): string {
  const { grain } = periods;
  const title = periodTitle(periods);
  const inPeriod = grain === 'day' ? 'on the day' : `in the ${grain}`;
  if (isPartial) return `so far ${inPeriod}`;
  if (change === null)
    return `in ${grain === 'week' ? `the ${title.charAt(0).toLowerCase()}${title.slice(1)}` : title}`;
  if (change === 0) return `${inPeriod}, as much as the ${grain} before`;
  const difference = `${format.share(Math.abs(change))} ${change > 0 ? 'more' : 'less'}`;
  return `${inPeriod}, ${difference} than the ${grain} before`;
}
