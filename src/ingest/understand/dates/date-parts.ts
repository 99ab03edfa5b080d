import { type Day, dayOf } from '../../../core/calendar/days.js';
import { monthOf } from '../../../core/calendar/month-names.js';
import { type ColumnSurvey, cellText, numberShare, type Survey } from '../survey.js';

/** The columns of a date that is spread over several. Without a day, it is the first of the month. */
export interface DateParts {
  readonly year: number;
  /** The column of the month, or of the week of the year. */
  readonly month: number;
  readonly isWeek?: true;
  readonly day?: number;
}

const YEAR = / (?:year|jahr|annee|ano|anno|jaar|ar|rok|yil|god|год|年|vuosi|yr|yyyy) /;
const MONTH = / (?:month|monat|mois|mes|mese|maand|manad|miesiac|ay|месяц|月|kuukausi|mm) /;
const DAY = / (?:day|tag|jour|dia|giorno|dag|dzien|gun|день|日|paiva|dd) /;

const WEEK = new RegExp(
  ' (?:week|wk|kw|woche|kalenderwoche|semaine|semana|settimana|weeknummer|vecka|veckonummer|uke|uge|' +
    'tydzien|tyden|het|viikko|hafta|неделя|週) ',
);

/** Finds the columns that hold a year, a month and a day each, as whole numbers or names of months. */
export function dateParts(survey: Survey, columns: readonly ColumnSurvey[]): DateParts | undefined {
  const find = (name: RegExp, fits: (c: ColumnSurvey) => boolean) =>
    columns.find(c => name.test(` ${c.name} `) && c.filled > survey.rows / 2 && fits(c))?.index;
  const year = find(YEAR, c => isWhole(c, 1970, 2099));
  const month = find(MONTH, c => isWhole(c, 1, 12) || [...c.distinct].every(name => monthNumber(name) > 0));
  if (year === undefined) return undefined;
  if (month === undefined) {
    const week = find(WEEK, c => isWhole(c, 1, 53));
    return week === undefined ? undefined : { year, month: week, isWeek: true };
  }
  if (year === month) return undefined;
  const day = find(DAY, c => isWhole(c, 1, 31));
  return { year, month, day: day === month ? undefined : day };
}

const isWhole = (c: ColumnSurvey, least: number, most: number): boolean =>
  numberShare(c) >= 0.9 && c.integers === c.numbers && c.min >= least && c.max <= most;

/** `1`, `01`, `Jan`, `1 - January`: the number of the month. */
function monthNumber(text: string): number {
  const number = Number.parseInt(text, 10);
  return number >= 1 && number <= 12 ? number : monthOf(text);
}

/** The day that the parts of a row make up; undefined if there is no such day. */
export function dayOfParts(cells: readonly string[], parts: DateParts): Day | undefined {
  const { year, month, day } = parts;
  if (parts.isWeek) return mondayOf(numberAt(cells, year), numberAt(cells, month));
  const [y, m] = [numberAt(cells, year), monthNumber(cellText(cells[month]))];
  const d = day === undefined ? 1 : numberAt(cells, day);
  return y >= 1970 && m > 0 ? dayOf(y, m, d) : undefined;
}

const numberAt = (cells: readonly string[], column: number): number =>
  Number.parseInt(cellText(cells[column]), 10);

/** The Monday of a week of ISO 8601, whose first one has January 4. */
function mondayOf(year: number, week: number): Day | undefined {
  const fourth = dayOf(year, 1, 4);
  return year >= 1970 && week >= 1 && week <= 53 && fourth !== undefined
    ? fourth - ((fourth + 3) % 7) + (week - 1) * 7
    : undefined;
}

/** What the parts of a row say, for a message: `2026 Feb 30`. */
export const textOfParts = (cells: readonly string[], { year, month, day }: DateParts): string =>
  [year, month, day].flatMap(i => (i === undefined ? [] : [cellText(cells[i])])).join(' ');
