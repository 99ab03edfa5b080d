import { parseDate } from '../../core/calendar/written-dates.js';
import { parseDecimal } from '../../core/money/money.js';

/** How far down a header is looked for: exports have a title and a date of printing above. */
export const HEADER_WITHIN = 30;

/** Where a table's header is, and what it says. */
export interface Header {
  /** Rows before the first row of data. */
  readonly rowsAbove: number;
  readonly names: readonly string[];
  /** False where the file names no columns, so that they are numbered. */
  readonly isNamed: boolean;
}

/**
 * Finds the header among a table's first rows: the first row of words that is as wide as the rows below it. A
 * table that begins with data gets numbered columns.
 * @returns undefined where there is nothing like a table
 */
export function findHeader(rows: readonly (readonly string[])[]): Header | undefined {
  const filled = rows.map(row => row.filter(cell => cell.trim() !== '').length);
  const width = Math.max(0, ...filled);
  if (width === 0) return undefined;
  for (const [i, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    if (filled[i]! < Math.max(width === 1 ? 1 : 2, width * 0.6)) continue;
    // Rows of data are not words alone; a name may be a year all the same.
    const data = row.filter(isData).length;
    const isNamed = data === 0 || (data / filled[i]! < 0.5 && !row.some(cell => parseDate(cell)));
    if (isNamed) return { rowsAbove: i + 1, names: namesOf(row), isNamed };
    const columns = Math.max(...rows.slice(i).map(r => r.length));
    return { rowsAbove: i, names: Array.from({ length: columns }, (_, n) => `Column ${n + 1}`), isNamed };
  }
  return undefined;
}

/** What must be said of a header that is none, for the person. */
export const assumptionsOf = ({ isNamed }: Header): string[] =>
  isNamed ? [] : ['The first row holds data, so the columns have numbers for names.'];

const isData = (cell: string): boolean =>
  cell.trim() !== '' && (parseDecimal(cell) !== undefined || parseDate(cell) !== undefined);

/** Names without spaces around them and without names for empty columns at the end. */
function namesOf(row: readonly string[]): string[] {
  const names = row.map(name =>
    name
      .replace(/^\ufeff/, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  let end = names.length;
  while (end > 0 && names[end - 1] === '') end--;
  return names.slice(0, end);
}
