import type { Day } from '../../../core/calendar/days.js';
import { type DateOrder, PERIOD, readDate } from '../../../core/calendar/written-dates.js';
import { type ColumnSurvey, cellText, type Survey } from '../survey.js';
import type { DateReading, SaidOrder } from './date-column.js';
import { type DateKind, kindOfDate } from './date-names.js';
import type { DateParts } from './date-parts.js';

/** A column, or several that make up a date, that may say when a sale was. */
export interface Candidate {
  readonly column: ColumnSurvey;
  /** The columns of year, month and day, if the date is spread over them. */
  readonly parts?: DateParts;
  readonly kind: DateKind | undefined;
  readonly reading: DateReading;
  /** Months or weeks alone. */
  readonly isPeriod: boolean;
  /** Its day in each of the survey's sampled rows; undefined where it is blank or no date. */
  readonly days: readonly (Day | undefined)[];
}

/** The share of a column's values that must be dates. */
const NAMED_SHARE = 0.8;
const UNNAMED_SHARE = 0.95;

/** The columns of dates among these. */
export function candidatesAmong(
  survey: Survey,
  columns: readonly ColumnSurvey[],
  order: DateOrder,
  said?: SaidOrder,
): Candidate[] {
  const found = columns.flatMap(column => {
    const { dates, filled } = column;
    if (filled === 0) return [];
    const kind = kindOfDate(column.name);
    const least = filled * (kind ? NAMED_SHARE : UNNAMED_SHARE);
    // Numbers are days or seconds only where the name says that they are dates.
    const read = column.isCalledDate || kind ? dates.read : dates.read - dates.numbers;
    const isPeriod = read < least && dates.periods >= least;
    if (read < least && !isPeriod) return [];
    const reading = dates.reading(order, said);
    return [{ column, kind, reading, isPeriod, days: daysOf(survey, column, reading, isPeriod) }];
  });
  return found.filter(c => !isNumbering(c) || (found.every(isNumbering) && !NUMBERED.test(c.column.name)));
}

/**
 * Whether a column counts documents rather than days: invoice 20260104 would be a day as well. Its values are
 * plain whole numbers, and its name promises no dates.
 */
const isNumbering = ({ column, isPeriod }: Candidate): boolean =>
  !isPeriod && !column.isCalledDate && column.numbers > 0 && column.integers === column.tested.count;

/** Names of numbers of documents: `Fakturanr`, `Order No.`, `Számlaszám`. */
const NUMBERED =
  /(^| )(no|num|id|ref|n|lp)( |$)|(nr|nummer|number|numero|numer|szam|cislo|broj|номер|番号|编号)( |$)/;

function daysOf(
  survey: Survey,
  column: ColumnSurvey,
  { orders }: DateReading,
  isPeriod: boolean,
): (Day | undefined)[] {
  const known = new Map<string, Day | undefined>();
  return survey.first.map(row => {
    const text = cellText(row[column.index]);
    if (text === '') return undefined;
    if (!known.has(text)) known.set(text, readDate(text, isPeriod ? { ...orders, [PERIOD]: 'ymd' } : orders));
    return known.get(text);
  });
}
