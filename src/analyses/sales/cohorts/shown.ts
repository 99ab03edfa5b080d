import type { AnswerContext } from '../../../answering/context.js';
import type { Column, Row, Unit } from '../../../core/answer/answer.js';
import type { ChartUnit, HeatmapChart } from '../../../core/answer/chart-spec.js';
import { labelPeriod, periodKey } from '../../../core/calendar/grain.js';
import { type CohortFigure, figureOf } from '../../../measures/cohorts.js';
import type { CohortFacts } from './findings.js';

const UNITS: Readonly<Record<CohortFigure, Exclude<Unit, 'perRow'> & ChartUnit>> = {
  retention: 'share',
  customers: 'count',
  orders: 'count',
  revenue: 'money',
  value: 'money',
};

/** What a table of each figure shows. */
export const FIGURE_NAMES: Readonly<Record<CohortFigure, string>> = {
  retention: 'Retention',
  customers: 'Customers who ordered',
  orders: 'Orders',
  revenue: 'Revenue',
  value: 'Value per customer so far',
};

/** Ages that are shown where room is short. */
const MOST_COLUMNS = 13;

/** A figure at each age as answers carry it. */
function shownFigure({ figure, format }: CohortFacts): (value: number) => number {
  if (UNITS[figure] === 'money') return value => format.major(format.wholeMinor(value));
  return value => Math.round(value * 1e6) / 1e6;
}

/** A row for each cohort; ages that have not begun are null. */
export function cohortTable(facts: CohortFacts): { columns: Column[]; rows: Row[] } {
  const { cohorts, grain, figure } = facts;
  const shown = shownFigure(facts);
  const ages = Math.max(0, ...cohorts.map(({ customers }) => customers.length));
  const column = (age: number): Column => ({
    key: `age${age}`,
    label: age === 0 ? `First ${grain}` : `+${age}`,
    unit: UNITS[figure],
    secondary: age >= MOST_COLUMNS,
  });
  return {
    columns: [
      { key: 'cohort', label: 'First order', unit: 'text' },
      { key: 'newCustomers', label: 'New customers', unit: 'count' },
      ...Array.from({ length: ages }, (_, age) => column(age)),
    ],
    rows: cohorts.map(cohort => {
      const values = figureOf(cohort, figure);
      const cells = Array.from({ length: ages }, (_, age) => [
        `age${age}`,
        age < values.length ? shown(values[age]!) : null,
      ]);
      return {
        cohort: periodKey(grain, cohort.period.from),
        newCustomers: cohort.size,
        ...Object.fromEntries(cells),
      };
    }),
  };
}

/** Cohorts that a chart has room for, the newest with customers; and ages, amounts of money being longer. */
const MOST_ROWS = 24;
const MOST_AGES = { money: MOST_COLUMNS, other: 18 } as const;

/**
 * Cohorts from top to bottom, ages from left to right; blank where an age is not over: a part of a month
 * would look like customers who leave.
 */
export function cohortChart(facts: CohortFacts, title: string, { text }: AnswerContext): HeatmapChart[] {
  const { grain, figure, format } = facts;
  // Where nobody new has come for long, the newest periods would be all of the chart, and empty.
  const isLong = facts.cohorts.length > MOST_ROWS;
  const last = facts.cohorts.findLastIndex(({ size }) => size > 0);
  const withCustomers = isLong ? facts.cohorts.slice(0, last + 1) : facts.cohorts;
  const cohorts = withCustomers.slice(-MOST_ROWS);
  const shown = shownFigure(facts);
  // All of them order in the first period: it would hide what differs.
  const first = figure === 'retention' || figure === 'customers' ? 1 : 0;
  const known = Math.max(0, ...cohorts.map(({ wholeAges }) => wholeAges - first));
  const ages = Math.min(MOST_AGES[UNITS[figure] === 'money' ? 'money' : 'other'], known);
  if (ages === 0) return [];
  const rows = cohorts.map(cohort => {
    const values = figureOf(cohort, figure);
    return Array.from({ length: ages }, (_, i) =>
      first + i < cohort.wholeAges ? shown(values[first + i]!) : null,
    );
  });
  const names = cohorts.map(
    ({ period, size }) => `${labelPeriod(grain, period.from)} (${format.count(size)})`,
  );
  const figures = cohorts.map((_, c) => {
    const texts = (rows[c] as (number | null)[]).flatMap(v =>
      v === null ? [] : format.short(v, UNITS[figure]),
    );
    return `${names[c]}: ${texts.join(', ')}`;
  });
  const subtitle = `${FIGURE_NAMES[figure]} by ${grain} of first order (new customers), ${grain}s since`;
  const cut = [
    ...(cohorts.length < withCustomers.length ? [`the newest ${cohorts.length}`] : []),
    ...(ages < known ? [`up to +${first + ages - 1}`] : []),
  ].join(', ');
  return [
    {
      kind: 'heatmap',
      title,
      subtitle: `${subtitle} · ${text}${cut === '' ? '' : ` · ${cut}`}`,
      alt: `${subtitle}, ${text}: ${figures.join('; ')}`,
      unit: UNITS[figure],
      currency: format.currency,
      rows: names,
      columns: Array.from({ length: ages }, (_, i) => `+${first + i}`),
      values: rows,
    },
  ];
}
