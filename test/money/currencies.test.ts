import { afterEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../src/config/config.js';
import { formatFor } from '../../src/core/answer/format.js';
import {
  currencyCode,
  currencyWith,
  isCurrency,
  isoDigits,
  minorDigits,
} from '../../src/core/money/currencies.js';

/** Every combination of three letters. */
const CODES = Array.from({ length: 26 ** 3 }, (_, i) =>
  String.fromCharCode(...[i / 676, (i / 26) % 26, i % 26].map(n => 65 + Math.floor(n))),
);

describe('the table of currencies', () => {
  afterEach(() => vi.restoreAllMocks());

  // ISO 4217 list one of 2026-01-01 has 178 codes, 13 of them without a minor unit; the exceptions to 2 are
  // its own.
  it.each([
    ['USD', 2],
    ['HUF', 2],
    ['IDR', 2],
    ['IRR', 2],
    ['MGA', 2],
    ['XAD', 2],
    ['XCG', 2],
    ['JPY', 0],
    ['CLP', 0],
    ['KRW', 0],
    ['VND', 0],
    ['XOF', 0],
    ['UYI', 0],
    ['KWD', 3],
    ['IQD', 3],
    ['TND', 3],
    ['CLF', 4],
    ['UYW', 4],
    // Withdrawn, but in the files of past years.
    ['BGN', 2],
    ['HRK', 2],
    ['ITL', 0],
  ])('has %s with %i decimals', (code, digits) => {
    expect([isCurrency(code), isoDigits(code), minorDigits(code)]).toEqual([true, digits, digits]);
  });

  it('has 165 codes in force and 56 withdrawn ones', () => {
    const by = new Map<number | undefined, number>();
    for (const code of CODES.filter(isCurrency)) by.set(isoDigits(code), (by.get(isoDigits(code)) ?? 0) + 1);
    // In force 17, 139, 7 and 2; withdrawn 11 and 45.
    expect(Object.fromEntries(by)).toEqual({ 0: 17 + 11, 2: 139 + 45, 3: 7, 4: 2 });
  });

  it.each([
    'XAU',
    'XDR',
    'XTS',
    'XXX',
    'ABC',
    'usd',
    '',
  ])('has no %j: no shop keeps its books in it', code => {
    expect(isCurrency(code)).toBe(false);
  });

  it('decides which currency a shop may have', () => {
    expect(readConfig({ SHOP_CURRENCY: 'uyw' }).SHOP_CURRENCY).toBe('UYW');
    expect(() => readConfig({ SHOP_CURRENCY: 'XAU' })).toThrow('is not an ISO 4217 currency code');
  });

  it('carries decimals that are not the table’s beside the code', () => {
    expect([currencyWith('HUF', 2), currencyWith('HUF', 0)]).toEqual(['HUF', 'HUF:0']);
    expect([minorDigits('HUF:0'), currencyCode('HUF:0'), currencyCode('HUF')]).toEqual([0, 'HUF', 'HUF']);
  });

  it.each([
    ['HUF', 205_050, 'Ft 2,050.50', 'Ft 2.05K'],
    ['HUF', 5, 'Ft 0.05', 'Ft 0.05'],
    ['HUF:0', 2_051, 'Ft 2,051', 'Ft 2.05K'],
    ['JPY', 2_051, '¥2,051', '¥2.05K'],
    ['JPY:2', 1_250, '¥12.50', '¥12.50'],
    ['KWD', 2_050_500, 'KWD 2,050.500', 'KWD 2.05K'],
    ['UYW', 12_345, 'UYW 1.2345', 'UYW 1.2345'],
  ])('writes %s %i as %s, short %s', (currency, minor, long, short) => {
    const { amount, amountShort } = formatFor(currency);
    // A space that does not break is one.
    expect([amount(minor), amountShort(minor)].map(s => s.replaceAll('\u00a0', ' '))).toEqual([long, short]);
  });

  it('shows no decimals of an average that the currency has not', () => {
    expect([12.345, 999.7].map(formatFor('JPY').moneyShort)).toEqual(['¥12', '¥1K']);
    expect([12.345, 999.7, 0.056].map(formatFor('USD').moneyShort)).toEqual(['$12.35', '$1K', '$0.06']);
  });

  it.each([0, 2, 3])('is the same where Intl says %i decimals of everything', digits => {
    vi.spyOn(Intl, 'supportedValuesOf').mockReturnValue([]);
    vi.spyOn(Intl.NumberFormat.prototype, 'resolvedOptions').mockReturnValue({
      maximumFractionDigits: digits,
    } as Intl.ResolvedNumberFormatOptions);
    expect([minorDigits('HUF'), minorDigits('JPY'), isCurrency('HUF')]).toEqual([2, 0, true]);
  });
});
