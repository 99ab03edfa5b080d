import { type Day, isoOf } from '../../../core/calendar/days.js';
import { type Decimal, roundTo } from '../../../core/money/money.js';
import type { RateTable, Worth } from './rates.js';

/** A rate counts until there is a newer one, but not for longer than this: monthly rates suffice. */
export const MOST_DAYS_OLD = 31;

const ONE: Worth = { numerator: 1n, denominator: 1n };

/** Converts amounts into one currency. */
export interface Conversion {
  /**
   * The amount in minor units, by the rate of the day or the last one before it, rounded half to even
   * once; or why it cannot be converted.
   */
  convert(amount: Decimal, currency: string, day: Day): number | string;
}

/**
 * Makes the conversion into a currency by dated rates. Two currencies whose rates are against a third are
 * crossed over it.
 * @param minorDigits decimals of the amounts that come out
 */
export function conversionBy(rates: RateTable, into: string, minorDigits: number): Conversion {
  const minor = 10n ** BigInt(minorDigits);
  const crossed = new Map<string, Map<Day, Worth | string>>();
  const worthIn = (currency: string, day: Day): Worth | string => {
    const days = crossed.get(currency) ?? new Map<Day, Worth | string>();
    crossed.set(currency, days);
    const known = days.get(day);
    if (known !== undefined) return known;
    const [from, to] = [worthOn(rates, currency, day), worthOn(rates, into, day)];
    const worth =
      typeof from === 'string'
        ? from
        : typeof to === 'string'
          ? to
          : { numerator: from.numerator * to.denominator, denominator: from.denominator * to.numerator };
    days.set(day, worth);
    return worth;
  };
  return {
    convert(amount, currency, day) {
      if (currency === into) return roundTo(amount, minorDigits);
      const worth = worthIn(currency, day);
      if (typeof worth === 'string') return worth;
      const numerator = BigInt(amount.digits) * worth.numerator * minor;
      return Number(quotient(numerator, worth.denominator * 10n ** BigInt(amount.scale)));
    },
  };
}

function worthOn(rates: RateTable, currency: string, day: Day): Worth | string {
  if (currency === rates.base) return ONE;
  const series = rates.series.get(currency);
  if (!series) return `${rates.name} has no rates of ${currency}`;
  const at = lastAtOrBefore(series.days, day);
  const found = series.days[at];
  const worth = series.worths[at];
  if (found === undefined || !worth)
    return `${rates.name} has no rate of ${currency} on ${isoOf(day)} or before it`;
  return day - found > MOST_DAYS_OLD
    ? `the last rate of ${currency} before ${isoOf(day)} is of ${isoOf(found)}, more than ` +
        `${MOST_DAYS_OLD} days older`
    : worth;
}

/** The index of the last day that is not later; -1 if all are. */
function lastAtOrBefore(days: readonly Day[], day: Day): number {
  let [from, to] = [0, days.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((days[middle] as Day) <= day) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

/** Rounded half to even; the divisor is positive. */
function quotient(dividend: bigint, divisor: bigint): bigint {
  const whole = dividend / divisor;
  const rest = dividend % divisor;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const isAway = twice > divisor || (twice === divisor && whole % 2n !== 0n);
  return isAway ? whole + (dividend < 0n ? -1n : 1n) : whole;
}
