import type { WrittenNumber } from '../../core/money/written-number.js';

/** What a column's first values show of the marks in its numbers. */
export interface NumberMarks {
  /** Values with a comma or a point before their decimals. */
  commaDecimals: number;
  pointDecimals: number;
  /** Whole numbers with points between thousands, `1.250`, and none that would be `0.250`. */
  pointThousands: number;
  /** A number has points between several groups of thousands, or beside a currency without cents. */
  isSurelyPointThousands: boolean;
  /** True if other columns show that this file writes points between thousands. */
  pointsAreThousands: boolean;
  /** True if products or sums of columns show that they are before decimals, though three digits follow. */
  pointsAreDecimals: boolean;
  /** Values with two decimals or a currency. */
  moneyLike: number;
}

export const noMarks = (): NumberMarks => ({
  commaDecimals: 0,
  pointDecimals: 0,
  pointThousands: 0,
  isSurelyPointThousands: false,
  pointsAreThousands: false,
  pointsAreDecimals: false,
  moneyLike: 0,
});

/** What is needed of a column to decide its thousands marks. */
interface MarkedColumn extends NumberMarks {
  readonly name: string;
  readonly integers: number;
  readonly dates: { readonly filled: number };
  readonly distinct: ReadonlySet<string>;
}

/** Amounts in these have no cents, and points between thousands: `Rp 12.000`. */
const WITHOUT_CENTS = new Set(['CLP', 'COP', 'IDR', 'ISK', 'PYG', 'VND']);

/** What a value shows of its column's marks between thousands and before decimals. */
export function lookAtMarks(column: NumberMarks, text: string, written: WrittenNumber | undefined): void {
  // What stands around a number may have points too: `12,50 руб.`
  const numeral = written ? `${written.numeral}${written.centsMark ? `${written.centsMark}00` : ''}` : text;
  if (/\d[.,]\d\d(?!\d)\D{0,4}$/.test(numeral) || written?.currency || /[$€£¥₹]/.test(text))
    column.moneyLike++;
  if (/\d,(?:\d{1,2}|\d{4,})(?!\d)[^\d.,]*$|\.\d{3},/.test(numeral)) column.commaDecimals++;
  if (/\d\.(?:\d{1,2}|\d{4,})(?!\d)[^\d.,]*$|,\d{3}\.|^-?0\.\d{3}$/.test(numeral)) column.pointDecimals++;
  if (!/^-?[1-9]\d{0,2}(\.\d{3})+$/.test(numeral)) return;
  column.pointThousands++;
  const isWithoutCents =
    written?.currency?.codes.some(code => WITHOUT_CENTS.has(code)) && written.currency.codes.length === 1;
  if (isWithoutCents || numeral.indexOf('.') !== numeral.lastIndexOf('.'))
    column.isSurelyPointThousands = true;
}

/**
 * `1.250` alone may be one and a quarter or twelve hundred and fifty. It is taken for thousands only where
 * another column's decimals have commas, or the dates are written `31.01.2026`.
 */
export function decideThousandsMarks(columns: readonly MarkedColumn[], delimiter: string | undefined): void {
  const isWhole = isWholeThousands(columns);
  const isContinental = columns.some(
    c =>
      OF_NO_CENTS.test(c.name) ||
      c.commaDecimals > c.pointDecimals ||
      (c.dates.filled > 0 && [...c.distinct].every(v => /^\d{1,2}\.\d{1,2}\.\d{2,4}/.test(v))),
  );
  for (const c of columns) {
    // Weights have three decimals throughout; in a column of thousands, small numbers have no point.
    const isMixed = delimiter === ';' && c.integers * 4 >= c.pointThousands;
    c.pointsAreThousands =
      (isContinental || isMixed || isWhole || c.isSurelyPointThousands) &&
      c.pointDecimals === 0 &&
      c.pointThousands > 0;
  }
}

/** Header words of languages whose countries have no cents and write points between thousands. */
const OF_NO_CENTS =
  /\b(harga|pesanan|rupiah|jumlah|tanggal|penjualan|don hang|gia ban|thanh tien|so luong)\b/;

/** Values of a column that are needed before its round thousands are no chance. */
const ENOUGH_VALUES = 3;

/**
 * Whether several columns have nothing but round thousands (`18.000`, `2.500`) and none has decimals: amounts
 * in rupiahs, pesos or dong. Weights and dinars with three decimals are not all of halves.
 */
function isWholeThousands(columns: readonly MarkedColumn[]): boolean {
  if (columns.some(c => c.pointDecimals > 0 || c.commaDecimals > 0)) return false;
  const round = columns.filter(c => {
    const values = [...c.distinct].filter(v => /^\d{1,3}\.\d{3}$/.test(v));
    const isRound = values.every(v => /[05]00$/.test(v)) && values.some(v => /^\d{2,}/.test(v));
    return c.pointThousands > 0 && values.length >= ENOUGH_VALUES && isRound;
  });
  return round.length >= 2;
}

/** The mark before the decimals in this column. */
export function decimalMark(
  column: Pick<NumberMarks, 'commaDecimals' | 'pointDecimals' | 'pointsAreThousands'>,
): '.' | ',' {
  return column.commaDecimals > column.pointDecimals || column.pointsAreThousands ? ',' : '.';
}
