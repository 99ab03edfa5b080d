import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiply, parseDecimal, roundTo } from '../../src/core/money/money.js';

const cents = (text: string, mark?: '.' | ',') => {
  const value = parseDecimal(text, mark);
  return value && roundTo(value, 2);
};

describe('money', () => {
  it.each([
    ['2871', 287_100],
    ['95.7', 9_570],
    ['1,234.50', 123_450],
    ['$1,234.50', 123_450],
    ['(12.00)', -1_200],
    ['12.5-', -1_250],
    ['-0.01', -1],
    ['.5', 50],
    ['1.5e3', 150_000],
    ["1'234.00", 123_400],
    ['R$ 7', 700],
    ['7 EUR', 700],
  ])('reads %s as %i cents', (text, expected) => expect(cents(text)).toBe(expected));

  it.each([
    ['1.234,50', 123_450],
    ['2,95', 295],
    ['€ 1.000', 100_000],
  ])('reads %s with a decimal comma', (text, expected) => expect(cents(text, ',')).toBe(expected));

  it.each(['', 'abc', '1.2.3', 'R2D2', '--5', '12 apples', '0x10'])('refuses %j', text =>
    expect(parseDecimal(text)).toBeUndefined());

  it.each([
    ['8.005', 800],
    ['8.015', 802],
    ['24.045', 2_404],
    ['-8.005', -800],
    ['8.0051', 801],
  ])('rounds %s half to even', (text, expected) => expect(cents(text)).toBe(expected));

  it('multiplies exactly where floats do not: 3 x 8.015 is 24.045', () => {
    expect(roundTo(multiply(parseDecimal('3')!, parseDecimal('8.015')!), 3)).toBe(24_045);
  });

  it('reads back any amount of cents', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), amount => {
        const sign = amount < 0 ? '-' : '';
        const size = Math.abs(amount);
        expect(cents(`${sign}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`)).toBe(
          amount === 0 ? 0 : amount,
        );
      }),
    );
  });
});
