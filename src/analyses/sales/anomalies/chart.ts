import type { TrendChart } from '../../../core/answer/chart-spec.js';
import { type Format, plural } from '../../../core/answer/format.js';
import { type Scope, scopeText } from '../../../core/answer/scope.js';
import { labelPeriod, showPeriod } from '../../../core/calendar/grain.js';
import type { Anomalies } from '../../../models/anomalies/anomalies.js';
import type { QueryMeasure } from '../../../query/measures.js';
import type { Series } from '../../../query/series.js';
import type { AnomalyGrain, OutOfLine } from './figures.js';
import { offBy } from './findings.js';

function titleOf(
  all: readonly OutOfLine[],
  measure: QueryMeasure,
  grain: AnomalyGrain,
  format: Format,
): string {
  const [last] = all;
  if (!last) return `No ${grain} is out of line`;
  const when = showPeriod(grain, last.period.from);
  const count = all.length === 1 ? '' : `${plural(all.length, grain)} out of line, the latest `;
  return `${count || 'Out of line: '}${when} (${offBy(last, measure, format)})`;
}

/** So much of a history can be seen in a chart. */
const DRAWN = 180;

/** The course, with what is usual as a line and a mark for each period that is out of line. */
export function chartOf(
  series: Series,
  grain: AnomalyGrain,
  { usual, isSeasonal }: Anomalies,
  all: readonly OutOfLine[],
  covers: Scope,
  format: Format,
): TrendChart {
  const { measure, periods, values } = series;
  const from = Math.max(0, values.length - DRAWN);
  const drawn = periods.slice(from);
  const marks = all.map(f => drawn.findIndex(p => p.from === f.period.from)).filter(i => i >= 0);
  const text = scopeText(covers);
  const figure = (value: number) => format.short(value, measure.unit);
  const list = all
    .slice(0, 20)
    .map(f => `${showPeriod(grain, f.period.from)} ${figure(f.value)} instead of ${figure(f.usual)}`);
  const by = `${measure.label} by ${grain}`;
  return {
    kind: 'trend',
    title: titleOf(all, measure, grain, format),
    subtitle: `${by}${from > 0 ? `, the last ${DRAWN}` : ''} · ${text}`,
    alt: `${by}, ${text}: ${list.join(', ') || 'nothing is out of line'}`,
    unit:
      measure.unit === 'money' || measure.unit === 'share' || measure.unit === 'count'
        ? measure.unit
        : 'number',
    currency: format.currency,
    labels: drawn.map(p => labelPeriod(grain, p.from)),
    values: values.slice(from),
    partialLast: false,
    marks,
    average: {
      label: isSeasonal ? 'usual by season and trend' : 'usual by trend',
      values: usual.slice(from),
    },
  };
}
