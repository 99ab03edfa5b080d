import { LONGEST_DATE } from '../../core/calendar/written-dates.js';
import { parseDecimal } from '../../core/money/money.js';
import { isDashForZero, writtenNumber } from '../../core/money/written-number.js';
import { wordsOf } from '../../core/text/header-words.js';
import { ownCopy } from '../../store/engine/key-numbers.js';
import type { Table } from '../read/table.js';
import { headerCurrency } from './currencies/header-currency.js';
import { DateColumn, type DateHints } from './dates/date-column.js';
import { isCalledDate } from './dates/date-names.js';
import { hintColumns } from './dates/hint-columns.js';
import { decideThousandsMarks, decimalMark, lookAtMarks, type NumberMarks, noMarks } from './number-marks.js';
import { type QuantityColumn, quantityColumn } from './quantities/quantity-column.js';
import { hasNoDigit } from './rows/no-digit.js';
import type { ProvenTotals } from './rows/totals/proven-totals.js';
import { isOpen, thousandsBySums } from './thousands-by-sums.js';

export { decimalMark } from './number-marks.js';

/** What a column's values look like, over the whole file. */
export interface ColumnSurvey extends NumberMarks {
  readonly index: number;
  readonly header: string;
  /** The header as words, `order number`: what it is known by. */
  readonly name: string;
  readonly isCalledDate: boolean;
  /** It came from another table than the line, when tables were joined. */
  readonly isJoined: boolean;
  filled: number;
  readonly dates: DateColumn;
  /** How many values are numbers. */
  numbers: number;
  readonly tested: { count: number };
  /** Dashes, which stand for zero where the others are numbers. */
  dashes: number;
  /** The first values that are neither numbers nor dashes. */
  readonly unread: UnreadValue[];
  /** How its quantities are read, if they are written with units: `2 pcs`. */
  quantities: QuantityColumn | undefined;
  integers: number;
  /** Of the first values: with an @; with a zero before other digits. */
  emails: number;
  leadingZeros: number;
  min: number;
  max: number;
  /** Distinct values, counted up to DISTINCT_MOST. */
  readonly distinct: Set<string>;
}

/** A value that is no number. */
export interface UnreadValue {
  /** Counted from 1 with the file's first row. */
  readonly row: number;
  readonly value: string;
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
  /** The last rows. */
  readonly last: readonly (readonly string[])[];
  /** Rows that add up others. Unless that is open, they were not looked at. */
  readonly totals?: ProvenTotals;
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

/** Rows at the end of a file, where its totals stand. */
const LAST_ROWS = 5;

/**
 * Reads the whole table once and looks at every column.
 * @param without the numbers of rows that are not looked at
 */
export async function survey(
  table: Table,
  onBytes?: (read: number) => void,
  without?: ReadonlySet<number>,
): Promise<Survey> {
  const columns = table.header.map((header, i) =>
    newColumn(header, i, table.joinedFrom !== undefined && i >= table.joinedFrom),
  );
  const hintsFor = hintColumns(columns);
  const first: (readonly string[])[] = [];
  const firstNumbers: number[] = [];
  let rows = 0;
  let joined = 0;
  let last: (readonly string[])[] = [];
  for await (const whole of table.rows(onBytes)) {
    const batch = without ? whole.filter(row => !without.has(row.number)) : whole;
    rows += batch.length;
    last = [...last, ...batch.slice(-LAST_ROWS).map(row => row.cells)].slice(-LAST_ROWS);
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
      if (isNoRow(cells, rows === batch.length && number === batch[0]?.number)) continue;
      const hints = () => hintsFor(cells);
      for (let i = 0; i < columns.length; i++) look(columns[i] as ColumnSurvey, cells[i], number, hints);
    }
  }
  decideThousandsMarks(columns, table.delimiter);
  const areThousands = thousandsBySums(columns, first);
  for (const c of columns.filter(isOpen)) {
    c.pointsAreThousands = areThousands === true;
    c.pointsAreDecimals = areThousands === false;
  }
  for (const c of columns)
    if (c.numbers + c.dashes < c.tested.count)
      c.quantities = quantityColumn(c.header, c.distinct, decimalMark(c));
  return { rows, columns, first, firstNumbers, joined, last };
}

/** Tables as wide as this have more than one cell in each row of a sale. */
const SEVERAL_COLUMNS = 3;

/**
 * Whether a row says nothing of its columns: a note below the table, which fills one cell, or the units
 * below the header, in which no cell has a digit.
 */
function isNoRow(cells: readonly string[], isFirst: boolean): boolean {
  if (cells.length < SEVERAL_COLUMNS) return false;
  if (isFirst && hasNoDigit(cells)) return true;
  let filled = 0;
  for (const cell of cells) if (cell !== '' && ++filled > 1) return false;
  return true;
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

function newColumn(header: string, index: number, isJoined = false): ColumnSurvey {
  const name = wordsOf(headerCurrency(header)?.rest ?? header).join(' ');
  return {
    index,
    header,
    name,
    isCalledDate: isCalledDate(name),
    isJoined,
    filled: 0,
    dates: new DateColumn(),
    numbers: 0,
    tested: { count: 0 },
    dashes: 0,
    unread: [],
    quantities: undefined,
    integers: 0,
    ...noMarks(),
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

function look(
  column: ColumnSurvey,
  raw: string | undefined,
  row: number,
  hints: () => DateHints | undefined,
): void {
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
  if (column.tested.count < NUMBERS_TESTED) lookAtNumber(column, text, row);
}

const looksLikeDate = (column: ColumnSurvey, text: string): boolean =>
  LOOKS_LIKE_DATE.test(text) ||
  (column.isCalledDate && (LOOKS_LIKE_DAY_NUMBER.test(text) || LOOKS_LIKE_PERIOD.test(text)));

function lookAtNumber(column: ColumnSurvey, whole: string, row: number): void {
  const text = whole.length <= LONGEST_DATE ? whole : '';
  column.tested.count++;
  if (text.includes('@')) column.emails++;
  if (/^0\d/.test(text)) column.leadingZeros++;
  lookAtMarks(column, text, writtenNumber(text));
  const value = parseDecimal(text, decimalMark(column));
  if (!value) {
    if (isDashForZero(text)) column.dashes++;
    else if (column.unread.length < UNREAD_KEPT)
      column.unread.push({ row, value: ownCopy(whole.slice(0, LONGEST_SAMPLE)) });
    return;
  }
  const number = Number(value.digits) / 10 ** value.scale;
  column.numbers++;
  if (value.scale === 0) column.integers++;
  column.min = Math.min(column.min, number);
  column.max = Math.max(column.max, number);
}

const UNREAD_KEPT = 5;
/** The number in a column of a row; undefined where there is none. */
export function numberIn(row: readonly string[], column: ColumnSurvey | undefined): number | undefined {
  if (!column) return undefined;
  const text = row[column.index] ?? '';
  const value = column.quantities?.read(text) ?? parseDecimal(text, decimalMark(column));
  if (value) return Number(value.digits) / 10 ** value.scale;
  return column.dashes > 0 && column.numbers > 0 && isDashForZero(text) ? 0 : undefined;
}

/** The share of a column's values that are numbers, or dashes for zero among numbers. */
export const numberShare = (c: ColumnSurvey): number =>
  c.tested.count === 0 || c.numbers === 0 ? 0 : (c.numbers + c.dashes) / c.tested.count;
