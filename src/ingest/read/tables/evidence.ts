import { partsOf } from '../../../core/calendar/days.js';
import { parseDate } from '../../../core/calendar/written-dates.js';
import { parseDecimal } from '../../../core/money/money.js';
import { withoutAccents } from '../../../core/text/accents.js';
import { wordsOf } from '../../../core/text/header-words.js';
import type { RolesNamed } from '../table.js';
import { type NamedTable, rolesIn } from './named-table.js';

/** What the first values of a column look like. */
export interface ColumnFacts {
  readonly filled: number;
  /** Share of the filled values that are dates, numbers, and numbers with decimals or a currency sign. */
  readonly dates: number;
  readonly numbers: number;
  readonly money: number;
  readonly negative: number;
  readonly distinct: number;
  readonly days: readonly number[];
}

/** What speaks for a table being the sales, from its header and first rows. */
export interface Evidence {
  readonly score: number;
  readonly dateColumn: number | undefined;
  readonly moneyColumn: number | undefined;
  /** Whether it has both dates and money, and is neither a summary nor a list. */
  readonly isSales: boolean;
  /** One row for each day, week or month. */
  readonly isSummary: boolean;
  /** Why it is not the sales; of sales, why another table is read instead. */
  readonly whyNot: string;
  readonly columns: readonly ColumnFacts[];
}

/** The same for a table that has a name, which may say that it is something else. */
export function evidenceIn(table: NamedTable, rolesNamed: RolesNamed): Evidence {
  const evidence = evidenceOf(table.table.header, table.sample, rolesIn(table, rolesNamed));
  return isOfOtherRecords(table) ? { ...evidence, score: evidence.score - AGAINST_BY_NAME } : evidence;
}

/** Whether a table is called stock, purchases or costs. */
export const isOfOtherRecords = ({ name }: Pick<NamedTable, 'name'>): boolean =>
  wordsOf(withoutAccents(name)).some(word => OTHER_RECORDS.test(word));

/** How much a name speaks against a table: about as much as a column of order numbers speaks for it. */
const AGAINST_BY_NAME = 4;
/** Names of tables that have dates, pieces and amounts, and are no sales: stock, purchases and costs. */
const OTHER_RECORDS = new RegExp(
  '^(?:(?:stock|inventory|warehouse|purchas|expens|costs|bestand|lager|inventur|einkauf|ausgaben|kosten|' +
    'inventaire|achat|depens|charges|inventario|existencias|compras|gastos|estoque|despesas|magazzino|' +
    'giacenz|acquist|spese|voorraad|inkoop|uitgaven|inkop|indkob|innkjop|utgift|udgift|varasto|ostot|kulut|' +
    'magazyn|zakup|wydatk|sklad|nakup|naklad|leltar|keszlet|beszerz|stoklar|alislar|giderler|склад|закуп|' +
    'расход)\\p{L}*|在庫|仕入|库存|采购|재고)$',
  'u',
);

/** Weighs what the values prove and what the columns are called. */
export function evidenceOf(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  roles: readonly (string | undefined)[],
): Evidence {
  const columns = header.map((_, i) => factsOf(sample, i, roles[i] === 'date'));
  const rows = sample.length;
  const dateColumn = best(columns, (c, i) =>
    c.dates >= 0.8 && c.filled >= rows * 0.5 ? (roles[i] === 'date' ? 2 : 1) : 0,
  );
  const moneyColumn = best(columns, (c, i) => moneyRank(c, roles[i], rows)) ?? productIn(columns, sample);
  const has = (...keys: string[]) =>
    keys.some(key => roles.some((role, i) => role === key && (columns[i]?.filled ?? 0) > 0));
  const dates = dateColumn === undefined ? undefined : columns[dateColumn];
  const isOrder = has('orderId');
  const isAbout = has('customerId', 'customerName', 'email', 'productId', 'productName', 'quantity');
  const isSummary = !isOrder && !isAbout && (rows > 1 ? isPeriodic(dates, rows) : false);
  const isList = !isOrder && !has('productId', 'productName', 'quantity') && eachItsOwn(columns, roles, rows);
  const hasMoney = moneyColumn !== undefined;
  const points =
    (dates ? 3 : 0) +
    (dates && dates.distinct > 1 ? 1 : 0) +
    (hasMoney ? 3 : 0) +
    (isOrder ? 2 : 0) +
    ['quantity', 'unitPrice', 'amount'].filter(key => has(key)).length +
    (has('customerId', 'customerName', 'email') ? 1 : 0) +
    (has('productId', 'productName') ? 1 : 0) -
    (isSummary ? 5 : 0) -
    (isList ? 3 : 0);
  return {
    score: points,
    dateColumn,
    moneyColumn,
    isSales: dates !== undefined && hasMoney && !isSummary && !isList,
    isSummary,
    whyNot: whyNot({ hasDate: dates !== undefined, hasMoney, isSummary, isList, rows }),
    columns,
  };
}

function whyNot(found: {
  hasDate: boolean;
  hasMoney: boolean;
  isSummary: boolean;
  isList: boolean;
  rows: number;
}): string {
  if (found.rows === 0) return 'it has no rows';
  if (!found.hasDate && !found.hasMoney) return 'it has neither dates nor amounts';
  if (!found.hasDate) return 'it has no dates';
  if (!found.hasMoney) return 'it has no amounts';
  if (found.isSummary) return 'it is a summary of one row a period';
  if (found.isList) return 'it is a list of one row a customer';
  return 'another table says more of each sale';
}

/** The place with the highest rank above 0; the first of equals. */
function best(
  columns: readonly ColumnFacts[],
  rank: (c: ColumnFacts, i: number) => number,
): number | undefined {
  let found: number | undefined;
  let most = 0;
  for (const [i, column] of columns.entries()) {
    const here = rank(column, i);
    if (here > most) [found, most] = [i, here];
  }
  return found;
}

function moneyRank(column: ColumnFacts, role: string | undefined, rows: number): number {
  if (column.numbers < 0.8 || column.filled < rows * 0.3 || column.dates >= 0.8) return 0;
  if (role === 'amount') return 4;
  if (role === 'unitPrice') return 3;
  return role === undefined && column.money >= 0.5 ? 1 : 0;
}

/** Rows in which a column must be the product of two others to be an amount whatever it is called. */
const ENOUGH_PRODUCTS = 5;

/** The column that is the product of two others in nearly every row: quantity x price. */
function productIn(
  columns: readonly ColumnFacts[],
  sample: readonly (readonly string[])[],
): number | undefined {
  const numeric = columns.flatMap((c, i) => (c.numbers >= 0.8 && c.dates < 0.5 ? [i] : [])).slice(0, 10);
  const values = new Map(numeric.map(i => [i, sample.map(row => Number(row[i] || Number.NaN))]));
  const isProduct = (a: number, b: number, c: number) => {
    const told = sample.flatMap((_, row) => {
      const [x = 0, y = 0, z = 0] = [a, b, c].map(i => values.get(i)?.[row]);
      return x && y && z && x !== 1 && y !== 1 ? [Math.abs(x * y - z) < 0.011] : [];
    });
    return told.length >= ENOUGH_PRODUCTS && told.filter(Boolean).length >= told.length * 0.95;
  };
  for (const a of numeric)
    for (const b of numeric)
      for (const c of numeric) if (a < b && c !== a && c !== b && isProduct(a, b, c)) return c;
  return undefined;
}

function factsOf(sample: readonly (readonly string[])[], index: number, isCalledDate: boolean): ColumnFacts {
  const distinct = new Set<string>();
  const days: number[] = [];
  let [filled, dates, numbers, money, negative] = [0, 0, 0, 0, 0];
  for (const row of sample) {
    const text = (row[index] ?? '').trim();
    if (text === '') continue;
    filled++;
    distinct.add(text);
    const date = isCalledDate || !isPlainNumber(text) ? parseDate(text) : undefined;
    if (date) {
      dates++;
      const day = firstDay(date);
      if (day !== undefined) days.push(day);
      continue;
    }
    const number = parseDecimal(text) ?? parseDecimal(text, ',');
    if (!number) continue;
    numbers++;
    if (Number(number.digits) < 0) negative++;
    // Programs write whole ids as 17.0.
    if ((number.scale > 0 && !text.endsWith('.0')) || /[$€£¥₹]/.test(text)) money++;
  }
  const share = (count: number) => (filled === 0 ? 0 : count / filled);
  return {
    filled,
    dates: share(dates),
    numbers: share(numbers),
    money: share(money),
    negative: share(negative),
    distinct: distinct.size,
    days,
  };
}

const isPlainNumber = (text: string): boolean => /^[-+]?[\d.,]*$/.test(text) && !/[.]\d+[.]/.test(text);

/** The day that is written, in the likeliest order; the same text gives the same day. */
export function firstDay(date: ReturnType<typeof parseDate>): number | undefined {
  return date && (date.days.ymd ?? date.days.mdy ?? date.days.dmy);
}

/** Whether each row has a day of its own, at the same place of each month, or always as far from the last. */
function isPeriodic(dates: ColumnFacts | undefined, rows: number): boolean {
  if (!dates || dates.distinct < rows * 0.95 || dates.days.length < 2) return false;
  const parts = dates.days.map(partsOf);
  if (parts.every(p => p.date === 1)) return true;
  if (dates.days.every(day => partsOf(day + 1).date === 1)) return true;
  const steps = new Set(dates.days.slice(1).map((day, i) => Math.abs(day - dates.days[i]!)));
  return rows > 2 && steps.size === 1;
}

/** Whether a customer's column never repeats, as in a list of customers. */
function eachItsOwn(
  columns: readonly ColumnFacts[],
  roles: readonly (string | undefined)[],
  rows: number,
): boolean {
  const customers = columns.filter((_, i) => ['customerId', 'email'].includes(roles[i] ?? ''));
  return rows > 2 && customers.some(c => c.filled === rows && c.distinct === rows);
}
