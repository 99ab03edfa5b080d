import { parseDecimal } from '../../core/money/money.js';
import { decimalMark, type NumberMarks } from './number-marks.js';

/** What is needed of a column to test it in sums. */
interface SummedColumn extends NumberMarks {
  readonly index: number;
  readonly numbers: number;
  readonly filled: number;
}

/** Rows that must hold in one way of reading and not in the other before it is no chance. */
const ENOUGH = 3;
/** The share of rows that must hold; files have rounded and damaged rows. */
const HOLDS = 0.95;
/** More columns of numbers would take long, and are seldom a file of sales. */
const MOST_COLUMNS = 12;
const MOST_ROWS = 500;

/**
 * Whether the points of a file whose numbers all have three digits behind them (`1.250`) are between
 * thousands or before decimals, where a product or sum of columns holds in one reading and not in the other:
 * 10 x 125 = 1.250, 8.250 x 1.500 = 12.375, 1.250 + 262,50 = 1.512,50.
 * @returns undefined where nothing tells
 */
export function thousandsBySums(
  columns: readonly SummedColumn[],
  rows: readonly (readonly string[])[],
): boolean | undefined {
  const numbers = columns.filter(c => c.numbers > 0 && c.numbers >= c.filled * 0.9).slice(0, MOST_COLUMNS);
  const open = numbers.filter(isOpen);
  if (open.length === 0) return undefined;
  const looked = rows.slice(0, MOST_ROWS);
  const read = (mark: '.' | ',') =>
    numbers.map(c => looked.map(row => numberOf(row[c.index] ?? '', isOpen(c) ? mark : decimalMark(c))));
  const [asThousands, asDecimals] = [read(','), read('.')];
  for (const [a, b, c] of triplesOf(numbers.length)) {
    if (![a, b, c].some(i => open.includes(numbers[i] as SummedColumn))) continue;
    for (const holds of [isProduct, isSum]) {
      const told = looked.map((_, row) =>
        [asThousands, asDecimals].map(of => holdsIn(of, [a, b, c], row, holds)),
      );
      const known = told.filter(([thousands]) => thousands !== undefined);
      const [thousands, decimals] = [0, 1].map(i => known.filter(one => one[i]).length) as [number, number];
      const most = known.length * HOLDS;
      if (thousands >= most && thousands - decimals >= ENOUGH) return true;
      if (decimals >= most && decimals - thousands >= ENOUGH) return false;
    }
  }
  return undefined;
}

/** Numbers with points before three digits, and none that tells what the points are. */
export const isOpen = (c: NumberMarks): boolean =>
  c.pointThousands > 0 && c.pointDecimals === 0 && c.commaDecimals === 0 && !c.pointsAreThousands;

type Triple = readonly [number, number, number];

/** Two columns and what they may make, in every order that gives another product or sum. */
function* triplesOf(count: number): Generator<Triple> {
  for (let a = 0; a < count; a++)
    for (let b = a + 1; b < count; b++)
      for (let c = 0; c < count; c++) if (c !== a && c !== b) yield [a, b, c];
}

type Holds = (a: number, b: number, c: number) => boolean;
const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(0.011, Math.abs(b) * 1e-6);
const isProduct: Holds = (a, b, c) => isNear(a * b, c);
const isSum: Holds = (a, b, c) => isNear(a + b, c);

/** Undefined where a value is missing, or is nothing: 0 x 0 = 0 says nothing. */
function holdsIn(
  values: readonly (readonly (number | undefined)[])[],
  [a, b, c]: Triple,
  row: number,
  holds: Holds,
): boolean | undefined {
  const [x, y, z] = [values[a]?.[row], values[b]?.[row], values[c]?.[row]];
  return x && y && z ? holds(x, y, z) : undefined;
}

function numberOf(text: string, mark: '.' | ','): number | undefined {
  const value = parseDecimal(text.trim(), mark);
  return value ? Number(value.digits) / 10 ** value.scale : undefined;
}
