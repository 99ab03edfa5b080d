import type { Day } from '../../../core/calendar/days.js';
import { cellText, type Survey } from '../survey.js';
import type { Candidate } from './candidates.js';

/** Columns that the evidence on dates is grouped by. */
export interface Keys {
  readonly orderId?: number;
  readonly customer?: number;
}

/** What the sampled rows say of a candidate, beside the others. */
export interface Evidence {
  /** Rows without a date among those that should have one, 0 to 1. */
  readonly blank: number;
  /** One date in the whole file. */
  readonly isConstant: boolean;
  /** Dates after today, 0 to 1. */
  readonly future: number;
  /** Days between the first and the last. */
  readonly span: number;
  readonly middle: Day;
  readonly latest: Day;
  /** The share of steps from row to row against the direction of most, 0 to 1; of 4 steps and more. */
  readonly disorder: number | undefined;
  /** Orders of several rows that have one date, and customers of several orders that have, 0 to 1. */
  readonly ofOrder: number | undefined;
  readonly ofCustomer: number | undefined;
}

/** Fewer orders or customers are chance. */
const ENOUGH = 2;

export function evidenceOf(survey: Survey, { column, days }: Candidate, keys: Keys, today: Day): Evidence {
  const read = days.filter(day => day !== undefined).sort((a, b) => a - b);
  const [first = 0, latest = 0] = [read[0], read.at(-1)];
  return {
    blank: blankShare(survey, days, keys.orderId),
    isConstant: column.distinct.size === 1 || (survey.rows > 2 && first === latest && read.length > 0),
    future: read.length === 0 ? 0 : read.filter(day => day > today + 1).length / read.length,
    span: latest - first,
    middle: read[Math.floor(read.length / 2)] ?? 0,
    latest,
    disorder: disorderOf(days),
    ofOrder: sameWithin(survey, days, keys.orderId),
    ofCustomer: sameWithin(survey, days, keys.customer, keys.orderId),
  };
}

/** Blank rows count unless they are further rows of an order: exports fill the first one alone. */
function blankShare(survey: Survey, days: readonly (Day | undefined)[], orderId?: number): number {
  let [rows, blank] = [0, 0];
  for (const [i, day] of days.entries()) {
    const order = orderId === undefined ? '' : cellText(survey.first[i]?.[orderId]);
    const isFurther =
      day === undefined && order !== '' && order === cellText(survey.first[i - 1]?.[orderId ?? -1]);
    if (isFurther) continue;
    rows++;
    if (day === undefined) blank++;
  }
  return rows === 0 ? 0 : blank / rows;
}

function disorderOf(days: readonly (Day | undefined)[]): number | undefined {
  let [up, down] = [0, 0];
  let last: Day | undefined;
  for (const day of days) {
    if (day === undefined) continue;
    if (last !== undefined && day > last) up++;
    if (last !== undefined && day < last) down++;
    last = day;
  }
  return up + down < 4 ? undefined : Math.min(up, down) / (up + down);
}

/**
 * How many groups of rows have one day, 0 to 1; undefined where hardly a group has two rows.
 * @param member rows of a group only count as several if they differ in this column
 */
function sameWithin(
  survey: Survey,
  days: readonly (Day | undefined)[],
  group?: number,
  member?: number,
): number | undefined {
  if (group === undefined) return undefined;
  const groups = new Map<string, { days: Set<Day>; members: Set<string> }>();
  for (const [i, day] of days.entries()) {
    const key = cellText(survey.first[i]?.[group]);
    if (key === '' || day === undefined) continue;
    const found = groups.get(key) ?? { days: new Set(), members: new Set() };
    groups.set(key, found);
    found.days.add(day);
    found.members.add(member === undefined ? String(i) : cellText(survey.first[i]?.[member]));
  }
  const several = [...groups.values()].filter(g => g.members.size > 1);
  return several.length < ENOUGH ? undefined : several.filter(g => g.days.size === 1).length / several.length;
}

/** How one candidate's dates lie to another's, row by row. */
export interface Lag {
  /** Rows that have both. */
  readonly rows: number;
  /** Of them, rows in which the first is before, and in which it is after, 0 to 1. */
  readonly before: number;
  readonly after: number;
  /** Days from the first to the second, in the middle. */
  readonly middle: number;
  /** The share of rows that have exactly the most frequent difference, 0 to 1. */
  readonly constant: number;
}

export function lagBetween(a: Candidate, b: Candidate): Lag {
  const lags = a.days.flatMap((day, i) => {
    const other = b.days[i];
    return day === undefined || other === undefined ? [] : [other - day];
  });
  const counts = new Map<number, number>();
  for (const lag of lags) counts.set(lag, (counts.get(lag) ?? 0) + 1);
  const rows = lags.length;
  const share = (n: number) => (rows === 0 ? 0 : n / rows);
  return {
    rows,
    before: share(lags.filter(lag => lag > 0).length),
    after: share(lags.filter(lag => lag < 0).length),
    middle: lags.sort((x, y) => x - y)[Math.floor(rows / 2)] ?? 0,
    constant: share(Math.max(0, ...counts.values())),
  };
}
