import { monthOf } from '../../core/calendar/month-names.js';
import { LONGEST_DATE } from '../../core/calendar/written-dates.js';
import { parseDecimal } from '../../core/money/money.js';
import { wordsOf } from '../../core/text/header-words.js';
import { ownCopy } from '../../store/engine/key-numbers.js';
import type { Table } from '../read/table.js';
import { DateColumn, type DateHints } from './dates/date-column.js';
import { isCalledDate } from './dates/date-names.js';

/** What a column's values look like, over the whole file. */
export interface ColumnSurvey {
  readonly index: number;
  readonly header: string;
  /** The header as words, `order number`: what it is known by. */
  readonly name: string;
  readonly isCalledDate: boolean;
  filled: number;
  readonly dates: DateColumn;
  /** How many values are numbers, and how many of them have a comma or a point before their decimals. */
  numbers: number;
  commaDecimals: number;
  pointDecimals: number;
  /** Whole numbers with points between thousands, `1.250`, and none that would be `0.250`. */
  pointThousands: number;
  /** True if other columns show that this file writes points between thousands. */
  pointsAreThousands: boolean;
  readonly tested: { count: number };
  integers: number;
  /**
   * Of the first values: written with two decimals or a currency sign; with an @; with a zero before other
   * digits.
   */
  moneyLike: number;
  emails: number;
  leadingZeros: number;
  min: number;
  max: number;
  /** Distinct values, counted up to DISTINCT_MOST. */
  readonly distinct: Set<string>;
}

export interface Survey {
  readonly rows: number;
  readonly columns: readonly ColumnSurvey[];
  /**
   * Some thousand rows, to test how columns agree with each other: the first, and some of each later part.
   */
  readonly first: readonly (readonly string[])[];
  /** The numbers in the file of the rows in `first`. */
  readonly firstNumbers: readonly number[];
  /**
   * Rows with more cells than the header, which fit once cells that begin with a space are joined.
   */
  readonly joined: number;
}

export const DISTINCT_MOST = 500;
const NUMBERS_TESTED = 5_000;
/** Rows that are kept to look at them together: the first, and some of each later part of the file. */
const FIRST_ROWS = 2_000;
const ROWS_OF_EACH_PART = 50;
const MOST_SAMPLED = 6_000;
/** Cells kept at most, and of each cell its beginning. */
const MOST_CELLS = 200_000;
const LONGEST_SAMPLE = 200;
/** If none of the first values looks like a date, the column is not a date column. */
const DATES_WITHIN = 200;
const LOOKS_LIKE_DATE = new RegExp(
  [
    String.raw`^\d{1,4}[-/. ] ?\d{1,2}[-/. ] ?\d{1,4}|^\d{8}(?!\d)|\p{L}{3,}.*\d{2,4}`,
    String.raw`^\d{4}[-/. ]+\p{L}{3}|^\d{4} ?[年년]`,
  ].join('|'),
  'u',
);
/** Months and weeks alone look like many a number, so only in a column that is called so. */
const LOOKS_LIKE_PERIOD = /^(?:\d{4}[-/]\d{1,2}|\d{1,2}[-/]\d{4}|\d{4}-?W\d{2})$/;
/** Day numbers and seconds look like any number, so only a column that is called a date has them. */
const LOOKS_LIKE_DAY_NUMBER = /^\d{5}(?:[.,]\d+)?$|^\d{10}/;

/** Reads the whole table once and looks at every column. */
export async function survey(table: Table, onBytes?: (read: number) => void): Promise<Survey> {
  const columns = table.header.map(newColumn);
  const hintsFor = hintColumns(columns);
  const first: (readonly string[])[] = [];
  const firstNumbers: number[] = [];
  let rows = 0;
  let joined = 0;
  for await (const batch of table.rows(onBytes)) {
    rows += batch.length;
    let inPart = 0;
    for (const { cells: raw, number } of batch) {
      const cells = fitCells(raw, columns.length) ?? raw;
      if (cells !== raw) joined++;
      const isSampled =
        first.length < FIRST_ROWS || (inPart++ < ROWS_OF_EACH_PART && first.length < MOST_SAMPLED);
      if (isSampled && (first.length < 100 || first.length * columns.length < MOST_CELLS)) {
        first.push(cells.map(cell => ownCopy(cell.slice(0, LONGEST_SAMPLE))));
        firstNumbers.push(number);
      }
      const hints = () => hintsFor(cells);
      for (let i = 0; i < columns.length; i++) look(columns[i] as ColumnSurvey, cells[i], hints);
    }
  }
  decideThousandsMarks(columns, table.delimiter);
  return { rows, columns, first, firstNumbers, joined };
}

/**
 * The cells of a row that has more than the header, with those joined to the one before them that begin with
 * a space (`12 High St, London` without quotes), where the row then fits. A row that fits is returned as it
 * is.
 * @returns undefined where the row cannot be made to fit
 */
export function fitCells(cells: readonly string[], width: number): readonly string[] | undefined {
  if (cells.length <= width) return cells;
  if (cells.slice(width).every(cell => cell.trim() === '')) return cells;
  const joined: string[] = [];
  for (const cell of cells) {
    if (joined.length > 0 && cell.startsWith(' ')) joined[joined.length - 1] += `,${cell}`;
    else joined.push(cell);
  }
  return joined.length === width ? joined : undefined;
}

function newColumn(header: string, index: number): ColumnSurvey {
  const name = wordsOf(header).join(' ');
  return {
    index,
    header,
    name,
    isCalledDate: isCalledDate(name),
    filled: 0,
    dates: new DateColumn(),
    numbers: 0,
    commaDecimals: 0,
    pointDecimals: 0,
    pointThousands: 0,
    pointsAreThousands: false,
    tested: { count: 0 },
    integers: 0,
    moneyLike: 0,
    emails: 0,
    leadingZeros: 0,
    min: Number.POSITIVE_INFINITY,
    max: Number.NEGATIVE_INFINITY,
    distinct: new Set(),
  };
}

/** What stands for an empty cell in exports of databases and programs. */
const NOTHING = new Set(['', 'NULL', 'null', '\\N', '#N/A', 'NaN', 'nan', '(null)']);

const MAY_BE_NOTHING = new Set([...NOTHING].map(text => text.charCodeAt(0)));

/** The text of a cell, trimmed; empty if it says that there is no value. */
export function cellText(raw: string | undefined): string {
  if (raw === undefined || raw === '') return '';
  // Most cells need no trimming and are not NULL: their first and last characters tell.
  const first = raw.charCodeAt(0);
  const isTrimmed = first > 32 && first < 128 && raw.charCodeAt(raw.length - 1) > 32;
  const text = isTrimmed ? raw : raw.trim();
  return text.length < 7 && MAY_BE_NOTHING.has(first) && NOTHING.has(text) ? '' : text;
}

function look(column: ColumnSurvey, raw: string | undefined, hints: () => DateHints | undefined): void {
  if (raw === undefined || raw === '') return;
  const text = cellText(raw);
  if (text === '') return;
  column.filled++;
  if (column.distinct.size < DISTINCT_MOST && !column.distinct.has(text))
    column.distinct.add(ownCopy(text.slice(0, 200)));
  // A date column is read to its end, since one late 13/01 decides what 05/01 means everywhere.
  const isShort = text.length <= LONGEST_DATE;
  if (column.dates.isPossible || (column.filled <= DATES_WITHIN && isShort && looksLikeDate(column, text)))
    column.dates.see(text, hints);
  if (column.tested.count < NUMBERS_TESTED) lookAtNumber(column, isShort ? text : '');
}

const looksLikeDate = (column: ColumnSurvey, text: string): boolean =>
  LOOKS_LIKE_DATE.test(text) ||
  (column.isCalledDate && (LOOKS_LIKE_DAY_NUMBER.test(text) || LOOKS_LIKE_PERIOD.test(text)));

function lookAtNumber(column: ColumnSurvey, text: string): void {
  column.tested.count++;
  if (text.includes('@')) column.emails++;
  if (/^0\d/.test(text)) column.leadingZeros++;
  if (/\d[.,]\d\d(?!\d)\D{0,4}$|[$€£¥₹]/.test(text)) column.moneyLike++;
  if (/\d,(?:\d{1,2}|\d{4,})(?!\d)[^\d.,]*$|\.\d{3},/.test(text)) column.commaDecimals++;
  if (/\d\.(?:\d{1,2}|\d{4,})(?!\d)[^\d.,]*$|,\d{3}\.|^-?0\.\d{3}$/.test(text)) column.pointDecimals++;
  if (/^-?[1-9]\d{0,2}(\.\d{3})+$/.test(text)) column.pointThousands++;
  const value = parseDecimal(text, decimalMark(column));
  if (!value) return;
  const number = Number(value.digits) / 10 ** value.scale;
  column.numbers++;
  if (value.scale === 0) column.integers++;
  column.min = Math.min(column.min, number);
  column.max = Math.max(column.max, number);
}

/**
 * `1.250` alone may be one and a quarter or twelve hundred and fifty. It is taken for thousands only where
 * another column's decimals have commas, or the dates are written `31.01.2026`.
 */
function decideThousandsMarks(columns: readonly ColumnSurvey[], delimiter: string | undefined): void {
  const isContinental = columns.some(
    c =>
      c.commaDecimals > c.pointDecimals ||
      (c.dates.filled > 0 && [...c.distinct].every(v => /^\d{1,2}\.\d{1,2}\.\d{2,4}/.test(v))),
  );
  for (const c of columns) {
    // Weights have three decimals throughout; in a column of thousands, small numbers have no point.
    const isMixed = delimiter === ';' && c.integers * 4 >= c.pointThousands;
    c.pointsAreThousands = (isContinental || isMixed) && c.pointDecimals === 0 && c.pointThousands > 0;
  }
}

/** The mark before the decimals in this column. */
export function decimalMark(
  column: Pick<ColumnSurvey, 'commaDecimals' | 'pointDecimals' | 'pointsAreThousands'>,
): '.' | ',' {
  return column.commaDecimals > column.pointDecimals || column.pointsAreThousands ? ',' : '.';
}

/** The number in a column of a row; undefined where there is none. */
export function numberIn(row: readonly string[], column: ColumnSurvey | undefined): number | undefined {
  const value = column && parseDecimal(row[column.index] ?? '', decimalMark(column));
  return value && Number(value.digits) / 10 ** value.scale;
}

export const numberShare = (c: ColumnSurvey): number =>
  c.tested.count === 0 ? 0 : c.numbers / c.tested.count;

const MONTH = /\b(month|monat|mois|mes)\b/;
const QUARTER = /\b(qtr|quarter|quartal|trimestre)\b/;
const YEAR = /\b(year|jahr|annee|ano)\b/;

/** Finds the columns that say a date's month, quarter and year; what they say in a row. */
function hintColumns(columns: readonly ColumnSurvey[]): (cells: readonly string[]) => DateHints | undefined {
  const find = (pattern: RegExp) => columns.find(c => pattern.test(c.name))?.index;
  const [month, quarter, year] = [find(MONTH), find(QUARTER), find(YEAR)];
  if (month === undefined && quarter === undefined && year === undefined) return () => undefined;
  const number = (cells: readonly string[], index: number | undefined, most: number) => {
    // `2024-03` in a column of months is March.
    const text = (cells[index ?? -1] ?? '').replace(most === 12 ? /^\d{4}\D/ : '', '');
    const value = Number(/\d+/.exec(text)?.[0]);
    return value >= 0 && value <= most ? value : undefined;
  };
  return cells => {
    const hints = {
      month: number(cells, month, 12) ?? (monthOf(cells[month ?? -1] ?? '') || undefined),
      quarter: number(cells, quarter, 4),
      year: number(cells, year, 9999),
    };
    return hints.month === undefined && hints.quarter === undefined && hints.year === undefined
      ? undefined
      : hints;
  };
}
