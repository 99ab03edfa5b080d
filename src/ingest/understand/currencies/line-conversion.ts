import { plural } from '../../../core/answer/format.js';
import type { Day } from '../../../core/calendar/days.js';
import { isoDigits } from '../../../core/money/currencies.js';
import { type Decimal, roundTo } from '../../../core/money/money.js';
import { conversionBy } from './conversion.js';
import { type RateTable, spanOf } from './rates.js';

/** What stands in a row's cells: its currency; undefined where it has none. */
export type CurrencyAt = (cells: readonly string[]) => string | undefined;

/** Converts the amounts of a file's rows, and keeps count for what is said about it. */
export interface LineConversion {
  /**
   * The amount of a row in minor units of the store's currency, or why it cannot be converted.
   * @param isBeside whether it is beside the revenue, which alone the summary adds up
   */
  convert(amount: Decimal, cells: readonly string[], day: Day, isBeside?: boolean): number | string;
  /** What was converted, in sentences. */
  summary(): string[];
}

/** How a file's amounts will be converted; decimals are known when it is loaded. */
export interface PlannedConversion {
  readonly rates: RateTable;
  readonly into: string;
  readonly currencyAt: CurrencyAt;
}

interface Total {
  rows: number;
  amount: number;
  converted: number;
}

/** @param minorDigits decimals of the store's amounts */
export function lineConversion(
  { rates, into, currencyAt }: PlannedConversion,
  minorDigits: number,
): LineConversion {
  const { convert } = conversionBy(rates, into, minorDigits);
  const totals = new Map<string, Total>();
  return {
    convert(amount, cells, day, isBeside = false) {
      const currency = currencyAt(cells);
      if (currency === undefined) return 'its currency is missing';
      const converted = convert(amount, currency, day);
      if (isBeside || typeof converted === 'string') return converted;
      const total = totals.get(currency) ?? { rows: 0, amount: 0, converted: 0 };
      totals.set(currency, total);
      total.rows++;
      total.amount += roundTo(amount, digitsOf(currency));
      total.converted += converted;
      return converted;
    },
    summary() {
      const foreign = [...totals].filter(([code]) => code !== into);
      if (foreign.length === 0) return [];
      const parts = foreign.map(
        ([code, { rows, amount, converted }]) =>
          `${moneyText(code, amount, digitsOf(code))} in ${plural(rows, 'row')} to ` +
          moneyText(into, converted, minorDigits),
      );
      return [`Converted by ${rates.name} (rates of ${spanOf(rates)}): ${parts.join('; ')}.`];
    },
  };
}

const digitsOf = (code: string): number => isoDigits(code) ?? 2;

/** `USD 1,234.50`: with the code, since signs stand for several currencies. */
export const moneyText = (code: string, minor: number, digits: number): string =>
  `${code} ${(minor / 10 ** digits).toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })}`;
