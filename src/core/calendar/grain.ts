import { type Day, dayOf, isoOf, partsOf, showDay } from './days.js';

/** The calendar periods that sales are grouped by. Weeks run from Monday to Sunday (ISO 8601). */
export const GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Grain = (typeof GRAINS)[number];

/** First and last day, both included. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/** The calendar period of this grain that contains the day. */
export function periodOf(grain: Grain, day: Day): DayRange {
  const { year, month, weekday } = partsOf(day);
  switch (grain) {
    case 'day':
      return { from: day, to: day };
    case 'week':
      return { from: day - weekday + 1, to: day - weekday + 7 };
    case 'month':
      return monthsFrom(year, month, 1);
    case 'quarter':
      return monthsFrom(year, month - ((month - 1) % 3), 3);
    case 'year':
      return monthsFrom(year, 1, 12);
  }
}

/** `count` whole months from the given one; a month outside 1 to 12 carries over into other years. */
export function monthsFrom(year: number, month: number, count: number): DayRange {
  const start = year * 12 + month - 1;
  const first = (index: number) => dayOf(Math.floor(index / 12), (index % 12) + 1, 1) as Day;
  return { from: first(start), to: first(start + count) - 1 };
}

/** The period of this grain before the one that starts at `from`. */
export function periodBefore(grain: Grain, from: Day): DayRange {
  return periodOf(grain, from - 1);
}

/**
 * The key of the period that starts at `from`: `2004-11-05`, `2004-11-01` (a week by its Monday), `2004-11`,
 * `2004-Q4`, `2004`.
 */
export function periodKey(grain: Grain, from: Day): string {
  const { year, month } = partsOf(from);
  switch (grain) {
    case 'day':
    case 'week':
      return isoOf(from);
    case 'month':
      return isoOf(from).slice(0, 7);
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'year':
      return String(year);
  }
}

const MONTH = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A period as shown to people: `Nov 2004`, `Q4 2004`, `the week of Nov 1, 2004`. */
export function showPeriod(grain: Grain, from: Day): string {
  const { year, month } = partsOf(from);
  switch (grain) {
    case 'day':
      return showDay(from);
    case 'week':
      return `the week of ${showDay(from)}`;
    case 'month':
      return MONTH.format(new Date(from * 86_400_000));
    case 'quarter':
      return `Q${Math.ceil(month / 3)} ${year}`;
    case 'year':
      return String(year);
  }
}

/** A period as a label in a chart: a week is named by its Monday only. */
export const labelPeriod = (grain: Grain, from: Day): string =>
  grain === 'week' ? showDay(from) : showPeriod(grain, from);

/** A range as shown to people: the name of a whole month, quarter or year, or else its first and last day. */
export function showRange(range: DayRange): string {
  for (const grain of ['day', 'month', 'quarter', 'year'] as const) {
    const whole = periodOf(grain, range.from);
    if (whole.from === range.from && whole.to === range.to) return showPeriod(grain, range.from);
  }
  return showDays(range);
}

/** The first and last day of a range, whatever it is: `Oct 1 – Dec 31, 2004`. */
export function showDays(range: DayRange): string {
  const [from, to] = [showDay(range.from), showDay(range.to)];
  // A year that both days share is named once: `Jan 1 – May 31, 2005`.
  return `${from.slice(-4) === to.slice(-4) ? from.slice(0, -6) : from} – ${to}`;
}

/** A range by the names of its months, if it is of whole ones: `Jan – Apr 1961`; any other by its days. */
export function showMonths(range: DayRange): string {
  const isWhole =
    periodOf('month', range.from).from === range.from && periodOf('month', range.to).to === range.to;
  const named = showRange(range);
  if (!isWhole || !named.includes(' – ')) return named;
  const [from, to] = [showPeriod('month', range.from), showPeriod('month', range.to)];
  return `${from.slice(-4) === to.slice(-4) ? from.slice(0, -5) : from} – ${to}`;
}

/** Every period of the grain that overlaps the range, in order. */
export function periodsIn(grain: Grain, range: DayRange): DayRange[] {
  const periods: DayRange[] = [];
  for (let p = periodOf(grain, range.from); p.from <= range.to; p = periodOf(grain, p.to + 1))
    periods.push(p);
  return periods;
}
