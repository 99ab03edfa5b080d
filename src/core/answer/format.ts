import pluralize from 'pluralize';
import { currencyCode, decimalsOf, unitsPerMajor } from '../money/currencies.js';
import { toMajor } from '../money/money.js';
import { type Cell, type Column, cellOf, type Row, type Unit } from './table.js';

/** Formats figures for people, in one place, so that a table, a sentence and a chart never differ. */
export interface Format {
  /** As figures carry it (src/core/money/currencies.ts). */
  readonly currency: string;
  /** Stored amounts in a major unit: 100 for dollars, or more where lines have fractions of a cent. */
  readonly unitsPerMajor: number;
  /** An average of stored amounts, rounded to what is shown of it: a whole number of minor units. */
  wholeMinor(average: number): number;
  /** A stored amount in major units, with the decimals that people see: 1234 -> 12.34. */
  major(minor: number): number;
  /** A stored amount as `$1,234.50`: exact, or rounded once from exact fractions of a cent. */
  amount(minor: number): string;
  /** A stored amount as `$1.23M`. */
  amountShort(minor: number): string;
  /** Major units as `$1,234.50`, exact. */
  money(value: number): string;
  /** Major units as `$1.23M`, for axes and labels. */
  moneyShort(value: number): string;
  /** `1,234` */
  count(value: number): string;
  /** `36.2%` of a fraction. */
  share(value: number): string;
  /** `+36.4%` of a fraction. */
  change(value: number): string;
  /** `2.5 times`, `twice` */
  times(value: number): string;
  /** A figure in its unit, for a sentence. */
  figure(value: number, unit: Unit): string;
  /** Like `figure`, with money in short form: for a chart's title. */
  short(value: number, unit: Unit): string;
  /** A row's cell as text; `–` for a missing value. */
  cell(row: Row, column: Column): string;
}

const formats = new Map<string, Format>();

/** The format for a currency as figures carry it. Cached, since Intl formatters are expensive to create. */
export function formatFor(currency: string): Format {
  const cached = formats.get(currency);
  if (cached) return cached;
  const format = makeFormat(currency);
  formats.set(currency, format);
  return format;
}

const count = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });
const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const oneDecimal = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
// No minus before what rounds to zero: -0.02 % is 0.0%.
const percent = new Intl.NumberFormat('en-US', { ...oneDecimal, signDisplay: 'negative' });
const signedPercent = new Intl.NumberFormat('en-US', { ...oneDecimal, signDisplay: 'exceptZero' });
const signedCount = new Intl.NumberFormat('en-US', { signDisplay: 'exceptZero' });

/** Units that are written the same in every currency. Adding 0 turns -0 into 0. */
const PLAIN: Record<Exclude<Unit, 'perRow' | 'money'>, (value: number) => string> = {
  text: String,
  date: String,
  count: value => count.format(value),
  days: value => count.format(value),
  delta: value => (value === 0 ? '±0' : signedCount.format(value)),
  score: String,
  share: value => percent.format(value + 0),
  change: value => signedPercent.format(value + 0),
  number: value => number.format(value),
};

function moneyFormatters(currency: string, digits: number) {
  const style = {
    style: 'currency',
    currency: currencyCode(currency),
    currencyDisplay: 'narrowSymbol',
  } as const;
  const compact = { ...style, notation: 'compact', maximumSignificantDigits: 3 } as const;
  return {
    // The decimals are given, since those of Intl differ between versions of Node.
    money: new Intl.NumberFormat('en-US', {
      ...style,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }),
    short: new Intl.NumberFormat('en-US', { ...compact, minimumSignificantDigits: 1 }),
    // For amounts below a thousand, which would have more decimals than the currency with three digits.
    shortest: new Intl.NumberFormat('en-US', {
      ...compact,
      minimumFractionDigits: 0,
      maximumFractionDigits: digits,
      roundingPriority: 'lessPrecision',
    }),
  };
}

function makeFormat(currency: string): Format {
  const decimals = decimalsOf(currency);
  const { money, short, shortest } = moneyFormatters(currency, decimals.shown);
  const show = { ...PLAIN, money: (value: number) => money.format(value) };
  const text = (value: Cell | undefined, unit: Exclude<Unit, 'perRow'>): string => {
    if (value === null || value === undefined || value === '') return '–';
    // Adding 0 turns -0 into 0: people see no minus zero.
    return typeof value === 'number' ? show[unit](value + 0) : String(value);
  };
  const moneyShort = (value: number) => {
    // Small amounts are written as people write them: $45.80, not $45.8.
    if (Math.abs(value) < 100 && !Number.isInteger(value)) return money.format(value);
    return (Math.abs(value) < 1_000 ? shortest : short).format(value);
  };
  // Stored units in one that people see.
  const minor = 10 ** (decimals.stored - decimals.shown);
  return {
    currency,
    wholeMinor: average => Math.round(average / minor) * minor,
    unitsPerMajor: unitsPerMajor(currency),
    major: minor => toMajor(minor, decimals),
    amount: minor => show.money(toMajor(minor, decimals)),
    amountShort: minor => moneyShort(toMajor(minor, decimals)),
    money: show.money,
    moneyShort,
    count: show.count,
    share: show.share,
    change: show.change,
    times: value => {
      const rounded = Math.round(value * 10) / 10;
      return rounded === 2 ? 'twice' : `${number.format(rounded)} times`;
    },
    figure: (value, unit) => text(value, unit === 'perRow' ? 'number' : unit),
    short: (value, unit) =>
      unit === 'money' ? moneyShort(value) : text(value, unit === 'perRow' ? 'number' : unit),
    cell: (row, column) => {
      // People see a totals row's label; its measure key is for programs.
      if (column.key === 'measure' && typeof row.label === 'string') return row.label;
      return text(cellOf(row, column.key), column.unit === 'perRow' ? unitOf(row.unit) : column.unit);
    },
  };
}

function unitOf(value: Cell | undefined): Exclude<Unit, 'perRow'> {
  const units = ['money', 'count', 'share', 'number', 'days'] as const;
  return units.find(unit => unit === value) ?? 'text';
}

/** Text with a capital first letter: `vip customers` -> `Vip customers`. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `1 order`, `3 orders`, `2 countries`: a count and its noun. */
export function plural(count: number, one: string, many = pluralize(one)): string {
  return `${new Intl.NumberFormat('en-US').format(count)} ${count === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], word: 'and' | 'or' = 'and'): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

/** The first names of a list, and how many more there are: `a, b, c and 2 more`. */
export function listedFirst(names: readonly string[], most = 3): string {
  const others = names.length - most;
  return listed(others > 0 ? [...names.slice(0, most), `${count.format(others)} more`] : names);
}

/**
 * A ratio to an average in words: `2.5 times an average month`, `12.0% above an average month`, `about the
 * same as an average month`, `52.2% of an average month`.
 */
export function besideAverage(ratio: number, average: string, format: Format): string {
  if (ratio >= 1.5) return `${format.times(ratio)} ${average}`;
  if (ratio >= 1.005) return `${format.share(ratio - 1)} above ${average}`;
  return ratio > 0.995 ? `about the same as ${average}` : `${format.share(ratio)} of ${average}`;
}

/** Words that are spoken with a vowel first: `hour` is, `unit` is not. */
const VOWEL_FIRST = /^(?:hour|honest|heir|(?!uni|use|eu|one)[aeiou])/i;

/** `a VIP customer`, `an at-risk customer`, `an hour`. */
export const withArticle = (noun: string): string => `${VOWEL_FIRST.test(noun) ? 'an' : 'a'} ${noun}`;
