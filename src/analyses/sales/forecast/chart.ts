import type { ForecastChart } from '../../../charts/kinds/forecast.js';
import type { Format } from '../../../core/answer/format.js';
import { labelPeriod, showPeriod } from '../../../core/calendar/grain.js';
import type { Outlook } from './figures.js';
import type { ForecastGrain } from './plan.js';

/** How much of the history is drawn: two seasons of months, and enough of days to see the week. */
const DRAWN: Readonly<Record<ForecastGrain, number>> = { day: 60, week: 78, month: 36, quarter: 20 };

/** The history and what is ahead, as a chart. */
export function forecastChart(
  { plan, series, steps }: Outlook,
  title: string,
  text: string,
  format: Format,
): ForecastChart {
  const { grain, measure } = series;
  const from = Math.max(0, series.values.length - DRAWN[plan.grain]);
  const [history, periods] = [series.values.slice(from), series.periods.slice(from)];
  const by = `${measure.label} by ${grain}`;
  const figure = (value: number) => format.figure(value, measure.unit);
  const ahead = steps.map(({ period, value, likely }) => {
    const range = likely ? ` (likely ${figure(likely.low)} to ${figure(likely.high)})` : '';
    return `${showPeriod(grain, period.from)} ${figure(value)}${range}`;
  });
  const last = series.values.at(-1) ?? 0;
  return {
    kind: 'forecast',
    title,
    subtitle: `${by} · ${text}`,
    alt: `${by}, ${text}: the last was ${figure(last)}; expected: ${ahead.slice(0, 30).join(', ')}`,
    unit:
      measure.unit === 'money' || measure.unit === 'share' || measure.unit === 'count'
        ? measure.unit
        : 'number',
    currency: format.currency,
    labels: [...periods, ...steps.map(s => s.period)].map(p => labelPeriod(grain, p.from)),
    history,
    expected: steps.map(s => s.value),
    low: steps.map(s => s.likely?.low ?? null),
    high: steps.map(s => s.likely?.high ?? null),
    band: 'likely (4 of 5)',
  };
}
