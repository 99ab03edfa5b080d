import { dayText } from '../../../core/calendar/written-dates.js';
import type { Sample } from '../sample.js';
import type { ColumnSurvey } from '../survey.js';

/** Where the numbers of slips begin again: each day, or each day in each shift, till or branch. */
export interface Slips {
  readonly place?: ColumnSurvey;
}

/** A column of more values says something else than a shift, a till or a waiter. */
const MOST_PLACES = 12;
/** Groups of a day that are needed, and rows in each on average, before numbers do not rise by chance. */
const ENOUGH_GROUPS = 3;
const ROWS_EACH = 2.5;
/** Slips of several rows that are needed. */
const ENOUGH_SLIPS = 3;
/** The share of groups that begin with 1, and by how much a slip that is not in the file makes them rise. */
const BEGIN = 0.9;
const MOST_STEP = 5;

/**
 * How the numbers in a column begin again, if they are those of slips: whole numbers from 1 on that never
 * fall within a day (or within a day and one more column of few values), and of which equal ones lie next to
 * each other. The numbers of an order's lines fall; those of rows never come twice.
 * @param known columns that are the same for all rows of an order, such as the customer
 */
export function findSlips(
  sample: Sample,
  column: ColumnSurvey,
  date: ColumnSurvey,
  known: readonly ColumnSurvey[],
): Slips | undefined {
  if (column.moneyLike > 0 || column.integers < column.filled || !(column.min >= 1)) return undefined;
  const numbers = sample.numbers(column);
  if (numbers.length === 0 || numbers.some(n => n === undefined || !Number.isInteger(n))) return undefined;
  const days = sample.texts(date).map(dayText);
  const same = known.filter(k => k !== date);
  const is = (place?: ColumnSurvey) => {
    const where = place && sample.texts(place);
    const group = (i: number) => (where ? `${days[i]}\n${where[i]}` : (days[i] ?? ''));
    return days.every(day => day !== '') && areSlips(sample, numbers as number[], group, same);
  };
  if (is()) return {};
  const place = sample.survey.columns
    .filter(c => c !== column && !known.includes(c) && mayBePlace(c))
    .sort((a, b) => a.distinct.size - b.distinct.size)
    .find(is);
  return place && { place };
}

const mayBePlace = (c: ColumnSurvey): boolean =>
  c.distinct.size > 1 && c.distinct.size <= MOST_PLACES && c.moneyLike === 0 && c.dates.read < c.filled / 2;

/** Whether numbers rise through each group from 1 on, and stand for several rows here and there. */
function areSlips(
  sample: Sample,
  numbers: readonly number[],
  group: (row: number) => string,
  known: readonly ColumnSurvey[],
): boolean {
  const groups = sample.orders(group);
  const average = numbers.length / Math.max(1, groups.length);
  if (groups.length < ENOUGH_GROUPS || average < ROWS_EACH) return false;
  const isUp = groups.every(rows => rises(rows.map(i => numbers[i] ?? 0)));
  if (!isUp && !groups.every(rows => rises(rows.map(i => numbers[i] ?? 0).reverse()))) return false;
  const first = groups.filter(rows => Math.min(...rows.map(i => numbers[i] ?? 0)) === 1);
  if (first.length < groups.length * BEGIN) return false;
  const slips = sample.orders(i => `${group(i)}\n${numbers[i]}`);
  const several = slips.filter(rows => rows.length > 1);
  const isOne = (rows: readonly number[]) =>
    known.every(k => new Set(rows.map(i => sample.texts(k)[i])).size === 1);
  // A group of one number alone shows nothing: it may be a count.
  const counted = groups.filter(rows => new Set(rows.map(i => numbers[i])).size > 1);
  return several.length >= ENOUGH_SLIPS && counted.length >= groups.length / 2 && several.every(isOne);
}

const rises = (numbers: readonly number[]): boolean =>
  numbers.every((n, i) => {
    const step = n - (numbers[i - 1] ?? n);
    return step >= 0 && step <= MOST_STEP;
  });
