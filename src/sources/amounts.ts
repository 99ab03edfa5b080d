import { add, type Decimal, parseDecimal } from '../core/money/money.js';

/** The difference of two decimals as text, exact; undefined if one of them is none. */
export function difference(a: string, b: string): string | undefined {
  const [from, less] = [parseDecimal(a), parseDecimal(b)];
  return from && less && decimalText(add(from, { digits: -less.digits, scale: less.scale }));
}

/** A decimal as sources write it: `-12.50`. */
export function decimalText({ digits, scale }: Decimal): string {
  const isNegative = digits < 0;
  const size = String(digits)
    .replace('-', '')
    .padStart(scale + 1, '0');
  const text = scale === 0 ? size : `${size.slice(0, -scale)}.${size.slice(-scale)}`;
  return isNegative ? `-${text}` : text;
}

/** An amount in minor units as text. @param places how many of its digits are after the point */
export const fromMinorUnits = (units: number, places: number): string =>
  decimalText({ digits: units, scale: places });
