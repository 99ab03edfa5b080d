import { parseDecimal } from '../money/money.js';
import { countDate, type DateCount, LONGEST_DATE, newDateCount } from './dates.js';
import type { Table } from './table.js';

/** What a column's values look like, over the whole file. */
export interface ColumnSurvey {
  readonly index: number;
  readonly header: string;
  filled: number;
  readonly dates: DateCount;
  /** How many of the first values read as numbers, and which mark stands before the decimals. */
  numbers: number;
  commaDecimals: number;
  pointDecimals: number;
  /** Whole numbers with points between thousands, `1.250`, and none that would be `0.250`. */
  pointThousands: number;
  /** Set where the file elsewhere writes as people do who put points between thousands. */
  pointsAreThousands: boolean;
  readonly tested: { count: number };
  integers: number;
  min: number;
  max: number;
  /** Distinct values, counted up to DISTINCT_MOST. */
  readonly distinct: Set<string>;
}

export interface Survey {
  readonly rows: number;
  readonly columns: readonly ColumnSurvey[];
  /** The first rows, to test how columns agree with each other. */
  readonly first: readonly (readonly string[])[];
}

export const DISTINCT_MOST = 500;
const NUMBERS_TESTED = 5_000;
const FIRST_ROWS = 500;
const LOOKS_LIKE_DATE = /^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}|^\d{8}$|\p{L}{3,}.*\d{4}/u;

/** Reads the whole table once and looks at every column. */
export async function survey(table: Table, onBytes?: (read: number) => void): Promise<Survey> {
  const columns = table.header.map(newColumn);
  const first: (readonly string[])[] = [];
  let rows = 0;
  for await (const batch of table.rows(onBytes)) {
    rows += batch.length;
    for (const row of batch) {
      if (first.length < FIRST_ROWS) first.push(row.cells);
      for (const column of columns) look(column, row.cells[column.index]);
    }
  }
  settleThousands(columns);
  return { rows, columns, first };
}

function newColumn(header: string, index: number): ColumnSurvey {
  return {
    index,
    header,
    filled: 0,
    dates: newDateCount(),
    numbers: 0,
    commaDecimals: 0,
    pointDecimals: 0,
    pointThousands: 0,
    pointsAreThousands: false,
    tested: { count: 0 },
    integers: 0,
    min: Number.POSITIVE_INFINITY,
    max: Number.NEGATIVE_INFINITY,
    distinct: new Set(),
  };
}

function look(column: ColumnSurvey, raw: string | undefined): void {
  const text = raw?.trim() ?? '';
  if (text === '') return;
  column.filled++;
  if (column.distinct.size < DISTINCT_MOST) column.distinct.add(text.slice(0, 200));
  // A column whose first values look like no dates is none; a date column is read to its end, since one late
  // 13/01 decides what 05/01 means everywhere.
  if (text.length <= LONGEST_DATE && (column.dates.filled > 0 || column.filled <= 200)) {
    if (LOOKS_LIKE_DATE.test(text)) countDate(column.dates, text);
  }
  if (column.tested.count < NUMBERS_TESTED) lookAtNumber(column, text);
}

function lookAtNumber(column: ColumnSurvey, text: string): void {
  column.tested.count++;
  if (/\d,\d{1,2}$|\d,\d{4,}$|\.\d{3},/.test(text)) column.commaDecimals++;
  if (/\d\.\d{1,2}$|\d\.\d{4,}$|,\d{3}\.|^-?0\.\d{3}$/.test(text)) column.pointDecimals++;
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
 * `1.250` alone may be one and a quarter or twelve hundred and fifty. It is taken for thousands only where another
 * column has decimal commas, or the dates are written `31.01.2026`.
 */
function settleThousands(columns: readonly ColumnSurvey[]): void {
  const isContinental = columns.some(
    c =>
      c.commaDecimals > c.pointDecimals ||
      (c.dates.filled > 0 && [...c.distinct].every(v => /^\d{1,2}\.\d{1,2}\.\d{2,4}/.test(v))),
  );
  for (const c of columns)
    c.pointsAreThousands = isContinental && c.pointDecimals === 0 && c.pointThousands > 0;
}

/** The mark before the decimals in this column. */
export function decimalMark(
  column: Pick<ColumnSurvey, 'commaDecimals' | 'pointDecimals' | 'pointsAreThousands'>,
): '.' | ',' {
  return column.commaDecimals > column.pointDecimals || column.pointsAreThousands ? ',' : '.';
}

export const numberShare = (c: ColumnSurvey): number =>
  c.tested.count === 0 ? 0 : c.numbers / c.tested.count;
