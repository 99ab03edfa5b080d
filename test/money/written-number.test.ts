import { describe, expect, it } from 'vitest';
import { parseDecimal, roundTo } from '../../src/core/money/money.js';
import { isDashForZero, writtenNumber } from '../../src/core/money/written-number.js';

const cents = (text: string, mark?: '.' | ',') => {
  const value = parseDecimal(text, mark);
  return value && roundTo(value, 2);
};

describe('numbers as people write them', () => {
  it.each([
    ['$ (234.50)', -23_450],
    ['-$1.82', -182],
    ['$-1.82', -182],
    ['−12.50', -1_250],
    ['(-12.00)', -1_200],
    ['12.00 CR', -1_200],
    ['12.00 DR', 1_200],
    ['1 234.50', 123_450],
    ['1 234.50', 123_450],
    ['1’234.50', 123_450],
    ['12,34,567.00', 123_456_700],
    ['1.234.567', 123_456_700],
    ['Rs. 1,200/-', 120_000],
    ['Rs.500', 50_000],
    ['RM12', 1_200],
    ['S/ 12', 1_200],
    ['R 12.50', 1_250],
    ['US$12', 1_200],
    ['AU $12.50', 1_250],
    ['$12.00 USD', 1_200],
    ['CHF 12.-', 1_200],
    ['１，２００円', 120_000],
    ['$.50', 50],
    ['5 500 F CFA', 550_000],
  ])('reads %s as %i hundredths', (text, expected) => expect(cents(text)).toBe(expected));

  it.each([
    ['€ 12,00-', -1_200],
    ['12,50 zł', 1_250],
    ['1.200,50 kr.', 120_050],
    ['199,- Kč', 19_900],
    ['1 200,50 руб.', 120_050],
    ['Rp 12.000', 1_200_000],
    ['1.234.567,89', 123_456_789],
  ])('reads %s with a decimal comma', (text, expected) => expect(cents(text, ',')).toBe(expected));

  it.each([
    'M12',
    'R12',
    'CUP12',
    'RM0012',
    '2 pcs',
    '5 KGS',
    '5 ft',
    '10 20',
    '(12',
    '12 USD EUR',
    '1.2 Cr',
    '2026-01-05',
    '31.01.2026',
    '192.168.1.1',
    '#1001',
  ])('refuses %s', text => expect(cents(text)).toBeUndefined());

  it.each([
    ['US$ 5', ['USD']],
    ['AU $5', ['AUD']],
    ['C $5', ['CAD']],
    ['Rs 5', ['INR', 'PKR', 'LKR', 'NPR', 'MUR', 'SCR']],
    ['5 gbp', ['GBP']],
    ['$5 CAD', ['CAD']],
  ])('knows the currencies of %s', (text, codes) =>
    expect(writtenNumber(text)?.currency?.codes).toEqual(codes));

  it.each(['-', '--', '–', '$ -', '€ -', '- EUR', 'CHF -.--'])('takes %s for a zero', text =>
    expect(isDashForZero(text)).toBe(true));
  it.each(['', 'N/A', '-a', '-5', '+'])('does not take %j for a zero', text =>
    expect(isDashForZero(text)).toBe(false));
});
