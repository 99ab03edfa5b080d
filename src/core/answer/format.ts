import pluralize from 'pluralize';
import { currencyCode, minorDigits } from '../money/currencies.js';
import { toMajor } from '../money/money.js';
import { type Cell, type Column, cellOf, type Row, type Unit } from './answer.js';

/** How figures are written for people. One place, so that a table, a sentence and a chart never differ. */
export interface Format {
  /** As figures carry it (src/core/money/currencies.ts). */
  readonly currency: string;
  /** Minor units to major: 1234 -> 12.34. */
  major(minor: number): number;
  /** Minor units as `$1,234.50`, exact. */
  amount(minor: number): string;
  /** Minor units as `$1.23M`. */
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
  /** `2.5 times` */
  times(value: number): string;
  /** A figure in its unit, as a sentence says it. */
  figure(value: number, unit: Unit): string;
  /** The same, short where it is money: for a chart's title. */
  short(value: number, unit: Unit): string;
  /** A row's cell as people read it; `–` for a missing value. */
  cell(row: Row, column: Column): string;
}

const formats = new Map<string, Format>();

/** The format for a currency, as figures carry it; kept, since Intl formatters are dear to make. */
export function formatFor(currency: string): Format {
  const known = formats.get(currency);
  if (known) return known;
  const made = makeFormat(currency);
  formats.set(currency, made);
  return made;
}

function makeFormat(currency: string): Format {
  const digits = minorDigits(currency);
  const style = {
    style: 'currency',
    currency: currencyCode(currency),
    currencyDisplay: 'narrowSymbol',
  } as const;
  // The decimals are said, not left to Intl: it has others in other versions of Node.
  const money = new Intl.NumberFormat('en-US', {
    ...style,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const compact = { ...style, notation: 'compact', maximumSignificantDigits: 3 } as const;
  const short = new Intl.NumberFormat('en-US', { ...compact, minimumSignificantDigits: 1 });
  // Below a thousand, three digits may be more decimals than there are.
  const shortest = new Intl.NumberFormat('en-US', {
    ...compact,
    minimumFractionDigits: 0,
    maximumFractionDigits: digits,
    roundingPriority: 'lessPrecision',
  });
  const count = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });
  const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat('en-US', {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const signed = new Intl.NumberFormat('en-US', {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const signedCount = new Intl.NumberFormat('en-US', { signDisplay: 'exceptZero' });
  const show: Record<Exclude<Unit, 'perRow'>, (value: number) => string> = {
    text: String,
    date: String,
    money: value => money.format(value),
    count: value => count.format(value),
    days: value => count.format(value),
    delta: value => (value === 0 ? '±0' : signedCount.format(value)),
    score: String,
    share: value => percent.format(value + 0),
    change: value => signed.format(value + 0),
    number: value => number.format(value),
  };
  const text = (value: Cell | undefined, unit: Exclude<Unit, 'perRow'>): string => {
    if (value === null || value === undefined || value === '') return '–';
    // There is no minus zero for people.
    return typeof value === 'number' ? show[unit](value + 0) : String(value);
  };
  const moneyShort = (value: number) => (Math.abs(value) < 1_000 ? shortest : short).format(value);
  return {
    currency,
    major: minor => toMajor(minor, digits),
    amount: minor => show.money(toMajor(minor, digits)),
    amountShort: minor => moneyShort(toMajor(minor, digits)),
    money: show.money,
    moneyShort,
    count: show.count,
    share: show.share,
    change: show.change,
    times: value => `${number.format(Math.round(value * 10) / 10)} times`,
    figure: (value, unit) => text(value, unit === 'perRow' ? 'number' : unit),
    short: (value, unit) =>
      unit === 'money' ? moneyShort(value) : text(value, unit === 'perRow' ? 'number' : unit),
    cell: (row, column) => {
      // A totals row is named by its label; its measure key is for programs.
      if (column.key === 'measure' && typeof row.label === 'string') return row.label;
      return text(cellOf(row, column.key), column.unit === 'perRow' ? unitOf(row.unit) : column.unit);
    },
  };
}

function unitOf(value: Cell | undefined): Exclude<Unit, 'perRow'> {
  const units = ['money', 'count', 'share', 'number', 'days'] as const;
  return units.find(unit => unit === value) ?? 'text';
}

/** `vip customers` -> `Vip customers`: a sentence begins with a capital. */
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

/** `a VIP customer`, `an at-risk customer`. */
export const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
