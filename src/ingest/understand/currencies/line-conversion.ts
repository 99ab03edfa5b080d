import { plural } from '../../../core/answer/format.js';
import type { Day } from '../../../core/calendar/days.js';
import { type AmountDecimals, isoDigits } from '../../../core/money/currencies.js';
import { type Decimal, roundTo, toMinor } from '../../../core/money/money.js';
import { conversionBy } from './conversion.js';
import { type RateTable, spanOf } from './rates.js';

/** What stands in a row's cells: its currency; undefined where it has none. */
export type CurrencyAt = (cells: readonly string[]) => string | undefined;

/** Converts the amounts of a file's rows, and keeps count for what is said about it. */
export interface LineConversion {
  /**
   * The amount of a row in the store's currency, or why it cannot be converted. What is in that already
   * stays as exact as it is.
   * @param isBeside whether it is beside the revenue, which alone the summary adds up
   */
  convert(amount: Decimal, cells: readonly string[], day: Day, isBeside?: boolean): Decimal | string;
  /** What was converted, in sentences. */
  summary(): string[];
  /** ISO 4217: what was converted from. */
  currencies(): string[];
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

/** @param decimals those of the store's amounts */
export function lineConversion(
  { rates, into, currencyAt }: PlannedConversion,
  decimals: AmountDecimals,
): LineConversion {
  const { convert } = conversionBy(rates, into, decimals.stored);
  const totals = new Map<string, Total>();
  return {
    convert(amount, cells, day, isBeside = false) {
      const currency = currencyAt(cells);
      if (currency === undefined) return 'its currency is missing';
      if (currency === into) return amount;
      const converted = convert(amount, currency, day);
      if (typeof converted === 'string') return converted;
      const own = { digits: converted, scale: decimals.stored };
      if (isBeside) return own;
      const total = totals.get(currency) ?? { rows: 0, amount: 0, converted: 0 };
      totals.set(currency, total);
      total.rows++;
      total.amount += roundTo(amount, digitsOf(currency));
      total.converted += converted;
      return own;
    },
    currencies: () => [...totals.keys()],
    summary() {
      if (totals.size === 0) return [];
      const parts = [...totals].map(
        ([code, { rows, amount, converted }]) =>
          `${moneyText(code, amount, digitsOf(code))} in ${plural(rows, 'row')} to ` +
          moneyText(into, toMinor(converted, decimals), decimals.shown),
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
