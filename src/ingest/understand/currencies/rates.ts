import { createHash } from 'node:crypto';
import Papa from 'papaparse';
import { type Day, isoOf } from '../../../core/calendar/days.js';
import { type DateOrder, parseDate } from '../../../core/calendar/written-dates.js';
import { IngestError } from '../../../core/errors.js';
import { isCurrency } from '../../../core/money/currencies.js';
import { type Decimal, parseDecimal } from '../../../core/money/money.js';
import { rowsOfXml, textOfRates } from './rates-text.js';

/** What one unit of a currency was worth in the table's base currency: a fraction, so nothing is rounded. */
export interface Worth {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Dated rates. */
export interface RateTable {
  readonly name: string;
  /** SHA-256 of the file, hex: other rates make other amounts. */
  readonly digest: string;
  /** ISO 4217: the currency that all rates are against. */
  readonly base: string;
  /** By currency: days in ascending order, and the worth on each. */
  readonly series: ReadonlyMap<string, { readonly days: readonly Day[]; readonly worths: readonly Worth[] }>;
  /** What had to be found out about the file, in sentences. */
  readonly assumptions: readonly string[];
}

const EXAMPLE =
  'It needs the columns date, currency and rate, where rate is what one unit of the currency is worth in ' +
  "the shop's (2026-01-05,USD,0.92 for a shop in EUR), or is the ECB's eurofxref-hist.csv as it is.";

/**
 * Reads a file of exchange rates: a row a day and currency (date, currency, rate), or a row a day with a
 * column a currency, as the European Central Bank publishes them (units for one euro), also as XML or ZIP.
 * @throws IngestError if it cannot be read
 */
export async function readRates(path: string, shop: string, dateOrder: DateOrder): Promise<RateTable> {
  const { name, text, bytes } = await textOfRates(path);
  const data = /^\s*</.test(text)
    ? rowsOfXml(text)
    : Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' }).data;
  const digest = createHash('sha256').update(bytes).digest('hex');
  const [header = [], ...rows] = data.map(row => row.map(cell => cell.trim()));
  const source: Source = { name, header, rows, dateOrder, mark: markOf(rows) };
  return { name, digest, ...(isWide(header) ? wide(source, shop) : long(source, shop)) };
}

interface Source {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly dateOrder: DateOrder;
  readonly mark: '.' | ',';
}

type Read = Pick<RateTable, 'base' | 'series' | 'assumptions'>;
interface Rate {
  readonly day: Day;
  readonly code: string;
  readonly worth: Worth;
}

const markOf = (rows: readonly (readonly string[])[]): '.' | ',' =>
  rows.some(row => row.some(cell => /^\d+,\d+$/.test(cell))) ? ',' : '.';

const isWide = (header: readonly string[]): boolean =>
  header.filter(name => /^[A-Z]{3}$/.test(name) && isCurrency(name)).length >= 1 && !header.some(isRateName);
const isRateName = (name: string): boolean =>
  /^(rate|exchange.?rate|kurs|wechselkurs|taux|tasa|taxa)$/i.test(name);

/** Units of each currency for one unit of the base. */
function wide({ name, header, rows, dateOrder, mark }: Source, shop: string): Read {
  const codes = header.slice(1).map(code => (isCurrency(code) ? code : undefined));
  const base = codes.includes('EUR') ? shop : 'EUR';
  if (codes.includes(base))
    throw new IngestError(`${name} does not say which currency its rates are against.`, EXAMPLE);
  const rates = rows.flatMap((row, i) => {
    const day = dayIn(name, row[0] ?? '', i + 2, dateOrder);
    return codes.flatMap((code, c) => {
      const cell = row[c + 1] ?? '';
      if (!code || cell === '' || /^(N\/A|-|\.\.)$/i.test(cell)) return [];
      return [{ day, code, worth: inverse(worthOf(rateIn(name, cell, i + 2, code, mark))) }];
    });
  });
  return { base, series: seriesOf(rates), assumptions: [] };
}

function long({ name, header, rows, dateOrder, mark }: Source, shop: string): Read {
  const find = (pattern: RegExp) => header.findIndex(cell => pattern.test(cell));
  const date = find(/^(date|datum|fecha|data|day|tag|time.?period)$/i);
  const code = find(/^(currency|currency.?code|code|from|wahrung|währung|devise|moneda|moeda)$/i);
  const to = find(/^(to|target|base|base.?currency)$/i);
  const rate = header.findIndex(isRateName);
  if (date < 0 || code < 0 || rate < 0)
    throw new IngestError(
      `${name} is no file of rates that can be read: its columns are ${header.slice(0, 10).join(', ')}.`,
      EXAMPLE,
    );
  const rates: Rate[] = [];
  for (const [i, row] of rows.entries()) {
    const from = (row[code] ?? '').toUpperCase();
    const target = to < 0 ? shop : (row[to] ?? '').toUpperCase();
    if (!isCurrency(from))
      throw new IngestError(`${name}, row ${i + 2}: "${row[code]}" is no currency code.`, EXAMPLE);
    if (from === target || (target !== shop && from !== shop)) continue;
    const day = dayIn(name, row[date] ?? '', i + 2, dateOrder);
    const worth = worthOf(rateIn(name, row[rate] ?? '', i + 2, from, mark));
    rates.push(target === shop ? { day, code: from, worth } : { day, code: target, worth: inverse(worth) });
  }
  if (rates.length === 0)
    throw new IngestError(`${name} has no rate between ${shop} and another currency.`, EXAMPLE);
  if (!isTheOtherWayRound(name, rates, shop)) return { base: shop, series: seriesOf(rates), assumptions: [] };
  return {
    base: shop,
    series: seriesOf(rates.map(r => ({ ...r, worth: inverse(r.worth) }))),
    assumptions: [`The rates of ${name} were read as units of each currency for one ${shop}.`],
  };
}

/** One unit of these is worth more than half a dollar, and of those less than a fifth. */
const LARGE = new Set('AUD BHD CAD CHF EUR GBP JOD KWD NZD OMR SGD USD'.split(' '));
const SMALL = new Set(
  `ARS BDT CLP COP CRC CZK DKK HUF IDR INR ISK JPY KES KRW KZT LKR MXN NGN NOK NPR PHP PKR PYG RSD RUB SEK THB
  TWD TZS UAH UGX UYU VND XAF XOF`.split(/\s+/),
);

/**
 * Whether one currency's unit is surely worth much less than the other's, or much more; undefined if
 * open.
 */
export function isSurelySmaller(code: string, than: string): boolean | undefined {
  if (SMALL.has(code) && LARGE.has(than)) return true;
  return LARGE.has(code) && SMALL.has(than) ? false : undefined;
}

/**
 * Whether rates are units for one of the shop's currency instead of the worth of one unit, which yen and
 * pesos show. @throws IngestError if some rates are the one and some the other
 */
function isTheOtherWayRound(name: string, rates: readonly Rate[], shop: string): boolean {
  const ways = new Set<boolean>();
  for (const { code, worth } of rates) {
    const isSmaller = isSurelySmaller(code, shop);
    if (isSmaller !== undefined) ways.add(worth.numerator < worth.denominator !== isSmaller);
  }
  if (ways.size > 1)
    throw new IngestError(
      `${name} has rates of both directions: some say what one unit is worth in ${shop}, some how many ` +
        `units one ${shop} is.`,
      EXAMPLE,
    );
  return ways.has(true);
}

function dayIn(name: string, text: string, row: number, dateOrder: DateOrder): Day {
  const written = parseDate(text);
  const days = written ? Object.values(written.days) : [];
  const day = written?.days[dateOrder] ?? days[0];
  if (day === undefined) throw new IngestError(`${name}, row ${row}: "${text}" is no date.`, EXAMPLE);
  return day;
}

function rateIn(name: string, text: string, row: number, code: string, mark: '.' | ','): Decimal {
  const rate = parseDecimal(text, mark);
  if (rate && Number(rate.digits) > 0) return rate;
  throw new IngestError(`${name}, row ${row}, ${code}: "${text}" is no rate.`, EXAMPLE);
}

const worthOf = ({ digits, scale }: Decimal): Worth => ({
  numerator: BigInt(digits),
  denominator: 10n ** BigInt(scale),
});
const inverse = ({ numerator, denominator }: Worth): Worth => ({
  numerator: denominator,
  denominator: numerator,
});

function seriesOf(rates: readonly Rate[]): RateTable['series'] {
  const byCode = new Map<string, Map<Day, Worth>>();
  for (const { code, day, worth } of rates) {
    const days = byCode.get(code) ?? new Map<Day, Worth>();
    byCode.set(code, days.set(day, worth));
  }
  return new Map(
    [...byCode].map(([code, days]) => {
      const sorted = [...days].sort((a, b) => a[0] - b[0]);
      return [code, { days: sorted.map(([day]) => day), worths: sorted.map(([, worth]) => worth) }];
    }),
  );
}

/** The days that a table covers, as text. */
export function spanOf({ series }: RateTable): string {
  const days = [...series.values()].flatMap(({ days }) => [days[0] ?? 0, days.at(-1) ?? 0]);
  return `${isoOf(Math.min(...days))} to ${isoOf(Math.max(...days))}`;
}
