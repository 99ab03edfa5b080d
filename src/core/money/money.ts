/**
 * Exact money. An amount is an integer in the currency's minor unit (cents for USD, whole yen for JPY), so
 * sums never round. Text from a file is turned into that integer digit by digit, never through a float.
 */

import type { AmountDecimals } from './currencies.js';
import { writtenNumber } from './written-number.js';

/**
 * An exact decimal number, `digits / 10^scale`. `digits` is a number if it is a safe integer, which is
 * faster.
 */
export interface Decimal {
  readonly digits: number | bigint;
  readonly scale: number;
}

/**
 * Reads a number as people write it: `1,234.50`, `1.234,50`, `(12.00)`, `12-`, `Rs. 1,200`, `12,50 zł`,
 * `1.5e3`.
 * @param decimalMark the decimal mark of this column, detected from the whole column
 * @returns undefined if the text is not a number
 */
export function parseDecimal(text: string, decimalMark: '.' | ',' = '.'): Decimal | undefined {
  const s = text.trim();
  if (s === '' || s.length > LONGEST_NUMBER) return undefined;
  if (PLAIN.test(s) && (decimalMark === '.' || !s.includes('.'))) return fromPlain(s, 0);
  const written = writtenNumber(s);
  const value = written && fromNumeral(written.numeral, decimalMark);
  return value && written.isNegative ? { digits: -value.digits, scale: value.scale } : value;
}

/** Reads digits with marks between them. */
function fromNumeral(numeral: string, decimalMark: '.' | ','): Decimal | undefined {
  let s = numeral;
  if (/[\s'’]/.test(s)) {
    if (!SPACED.test(s)) return undefined;
    s = s.replace(/[\s'’]/g, '');
  }
  // A mark that comes twice stands between thousands, whatever the column's decimals have.
  let mark = decimalMark;
  if (s.indexOf(mark) !== s.lastIndexOf(mark)) mark = mark === '.' ? ',' : '.';
  const group = mark === '.' ? ',' : '.';
  const [whole = '', ...rest] = s.split(mark);
  // A thousands mark separates groups of digits; anywhere else it makes the number ambiguous.
  if (whole.includes(group) && !GROUPED[group].test(whole)) return undefined;
  s = [whole.replaceAll(group, ''), ...rest].join('.');
  const exponent = /^(.*\d)e([+-]?\d{1,2})$/i.exec(s);
  if (exponent) s = exponent[1]!;
  return PLAIN.test(s) ? fromPlain(s, exponent ? Number(exponent[2]) : 0) : undefined;
}

/** `1,234,567`, or with Indian grouping, `12,34,567`. */
const GROUPED = { ',': /^\d{1,3}(,\d{2,3})*,\d{3}$/, '.': /^\d{1,3}(\.\d{2,3})*\.\d{3}$/ } as const;
/** `1 234 567,50`, `1'234.50` */
const SPACED = /^\d{1,3}(?:[\s'’]\d{2,3})*[\s'’]\d{3}(?:[.,]\d*)?$/;
/** No amount is longer, in characters. */
const LONGEST_NUMBER = 60;
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

function fromPlain(s: string, exponent: number): Decimal {
  const dot = s.indexOf('.');
  let scale = dot < 0 ? 0 : s.length - dot - 1;
  const written = dot < 0 ? s : s.slice(0, dot) + s.slice(dot + 1);
  // Fifteen digits and a sign are below 2^53.
  if (exponent === 0 && s.length <= 16) return { digits: Number(written), scale };
  let digits = BigInt(written);
  scale -= exponent;
  if (scale < 0) {
    digits *= 10n ** BigInt(-scale);
    scale = 0;
  }
  return { digits, scale };
}

/** The exact sum. */
export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  if (typeof a.digits === 'number' && typeof b.digits === 'number') {
    const digits = a.digits * 10 ** (scale - a.scale) + b.digits * 10 ** (scale - b.scale);
    if (Number.isSafeInteger(digits)) return { digits, scale };
  }
  const scaled = (d: Decimal) => BigInt(d.digits) * 10n ** BigInt(scale - d.scale);
  return { digits: scaled(a) + scaled(b), scale };
}

/** The exact product. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  const scale = a.scale + b.scale;
  if (typeof a.digits === 'number' && typeof b.digits === 'number') {
    const digits = a.digits * b.digits;
    if (Number.isSafeInteger(digits)) return { digits, scale };
  }
  return { digits: BigInt(a.digits) * BigInt(b.digits), scale };
}

/**
 * The decimal as an integer count of 10^-places units, rounded half to even once (IEEE 754 roundTiesToEven,
 * the rule that does not drift when many lines are added).
 */
export function roundTo(value: Decimal, places: number): number {
  if (typeof value.digits === 'number' && Math.abs(places - value.scale) <= 6) {
    const rounded = roundNumber(value.digits, value.scale, places);
    if (Number.isSafeInteger(rounded)) return rounded;
  }
  const digits = BigInt(value.digits);
  if (value.scale <= places) return Number(digits * 10n ** BigInt(places - value.scale));
  const divisor = 10n ** BigInt(value.scale - places);
  const quotient = digits / divisor;
  const twice = (digits % divisor) * 2n;
  const size = twice < 0n ? -twice : twice;
  const away = digits < 0n ? -1n : 1n;
  if (size > divisor || (size === divisor && quotient % 2n !== 0n)) return Number(quotient + away);
  return Number(quotient);
}

/** {@link roundTo} for a safe integer: every step is exact. */
function roundNumber(digits: number, scale: number, places: number): number {
  if (scale <= places) return digits * 10 ** (places - scale) + 0;
  const divisor = 10 ** (scale - places);
  const rest = digits % divisor;
  const quotient = (digits - rest) / divisor;
  const twice = Math.abs(rest) * 2;
  const away = twice > divisor || (twice === divisor && quotient % 2 !== 0) ? Math.sign(digits) : 0;
  // Adding 0 turns -0 into 0.
  return quotient + away + 0;
}

/**
 * A stored amount in the minor units that people see. Where amounts are stored with more decimals, it is
 * rounded here, once, half to even.
 */
export function toMinor(amount: number, { shown, stored }: AmountDecimals): number {
  return stored === shown ? amount : roundNumber(amount, stored, shown);
}

/** A stored amount as a number of major units, for display and JSON: 1234 -> 12.34. */
export const toMajor = (amount: number, decimals: AmountDecimals): number =>
  toMinor(amount, decimals) / 10 ** decimals.shown;
