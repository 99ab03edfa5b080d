import { parseDate, parsePeriod } from '../../../core/calendar/written-dates.js';
import { ROLES } from '../roles.js';
import { type ColumnSurvey, cellText, type Survey } from '../survey.js';
import { type DateKind, kindOfDate } from './date-names.js';

/** What a column of dates is of, where it is not of sales. */
const OTHERS: Readonly<Partial<Record<DateKind, string>>> = {
  born: 'dates of birth',
  expires: 'dates of expiry',
  made: 'dates of products',
  exported: 'the date of the export',
};

/**
 * Why a file has no date of sales although a column looks or sounds like one: the first value that cannot be
 * read, with its row.
 * @returns undefined where no column is called a date
 */
export function whyNoDate(survey: Survey, file: string): string | undefined {
  const names = ROLES.find(role => role.key === 'date')?.names ?? [];
  const named = (c: ColumnSurvey) => names.includes(c.name) || kindOfDate(c.name) !== undefined;
  const column =
    survey.columns.find(c => names.includes(c.name)) ?? survey.columns.find(c => c.isCalledDate && named(c));
  const other = survey.columns.find(
    c => c.dates.read >= c.filled * 0.8 && OTHERS[kindOfDate(c.name) ?? 'plain'],
  );
  if (column && column !== other) return unreadable(survey, column, file);
  const kind = OTHERS[kindOfDate(other?.name ?? '') ?? 'plain'];
  return other && kind
    ? `${file} has no date of sales: "${other.header}" holds ${kind}, by its name.`
    : undefined;
}

function unreadable(survey: Survey, column: ColumnSurvey, file: string): string | undefined {
  if (column.filled === 0) return `The column "${column.header}" of ${file} is empty.`;
  for (const [i, row] of survey.first.entries()) {
    const text = cellText(row[column.index]);
    if (text === '' || parseDate(text) || parsePeriod(text)) continue;
    const share = Math.round((1 - column.dates.read / column.filled) * 100);
    const others = share > 0 && share < 100 ? ` (nor are others: ${share} % in all)` : '';
    return (
      `The column "${column.header}" of ${file} cannot be read as dates: "${text.slice(0, 40)}" in row ` +
      `${survey.firstNumbers[i]} is not a date${others}.`
    );
  }
  return undefined;
}
