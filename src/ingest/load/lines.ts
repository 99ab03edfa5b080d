import type { Day } from '../../core/calendar/days.js';
import { hourIn } from '../../core/calendar/written-dates.js';
import { KeyTable } from '../../core/collections/key-table.js';
import { type Decimal, multiplyTo, parseDecimal, roundTo } from '../../core/money/money.js';
import { statusKey } from '../../store/tables/archived-lines.js';
import type { TableRow } from '../read/table.js';
import { dayReader, decimalReader, firstRowReader } from '../understand/cell-readers.js';
import { groupOf } from '../understand/dimension-columns.js';
import type { Mapping } from '../understand/mapping.js';
import { isRefund } from '../understand/returns.js';
import type { RoleKey } from '../understand/roles.js';
import { cellText, fitCells } from '../understand/survey.js';

/** One order line, clean: the common form that all formats and mappings produce. */
export interface OrderLine {
  readonly row: number;
  readonly order: string;
  /** Where the file numbers an order's lines. */
  readonly lineNumber: number | null;
  /** What was done to the row so that it could be read, for the report. */
  readonly repair?: string;
  /** Its status is one that the shop does not count. */
  readonly isExcluded: boolean;
  readonly customer: LineCustomer | null;
  readonly day: Day;
  /** Thousandths of a unit. */
  readonly quantity: number;
  /** Minor units of the currency. */
  readonly amount: number;
  readonly isReturn: boolean;
  /** A value for each dimension of the mapping, in its order; null where the cell is empty. */
  readonly dimensions: readonly (LineValue | null)[];
}

export interface LineCustomer {
  readonly key: string;
  readonly name: string | null;
  readonly email: string | null;
}

export interface LineValue {
  readonly value: string;
  readonly label: string | null;
}

/** A row that cannot be loaded, and why. */
export interface Refusal {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  /** A row of totals is left out, and not counted as a wrong row. */
  readonly isTotals?: boolean;
}

export type LineReader = (row: TableRow) => OrderLine | Refusal;
export const isRefusal = (result: OrderLine | Refusal): result is Refusal => 'reason' in result;

const ONE = 1_000;

/** What a row is read by, besides the mapping. */
export interface LineSettings {
  /** Prefix of the ids made up for a file without order ids, in which each row is an order. */
  readonly ownOrders: string;
  /** Decimals of the currency. */
  readonly minorDigits: number;
  /** Rows dated more than a year after it are refused: a mistyped year would move every segment. */
  readonly today: Day;
  readonly excludedStatuses: readonly string[];
}

/** Makes the function that turns a row into an order line or says what is wrong with it. */
export function lineReader(header: readonly string[], mapping: Mapping, settings: LineSettings): LineReader {
  const { roles, returns } = mapping;
  const { minorDigits, today } = settings;
  const excluded = new Set(settings.excludedStatuses.map(statusKey));
  const dayIn = dayReader(mapping);
  const decimals = decimalReader();
  const hourValue = hourReader();
  const firstRows = firstRowReader(mapping);
  /** Orders whose total was counted on an earlier line. */
  const counted = new KeyTable();
  let cells: readonly string[] = [];
  let number = 0;

  const text = (role: RoleKey): string => {
    const index = roles[role];
    return index === undefined ? '' : cellText(cells[index]);
  };
  const decimal = (role: RoleKey): Decimal | undefined => {
    const index = roles[role];
    return index === undefined ? undefined : decimals(text(role), mapping.decimalMarks[index] ?? '.');
  };
  const refuse = (role: RoleKey, reason: string): Refusal => ({
    row: number,
    column: header[roles[role] as number] ?? role,
    value: text(role),
    reason,
  });

  return row => {
    number = row.number;
    const fitting = fitCells(row.cells, header.length);
    if (!fitting) return tooManyCells(row, header.length);
    const order = roles.orderId === undefined ? '' : cellText(fitting[roles.orderId]);
    cells = firstRows ? firstRows(order, fitting) : fitting;
    const day = dayIn(text('date'));
    if (day === undefined && isTotals())
      return { ...refuse('date', 'left out: a row of totals'), isTotals: true };
    if (day === undefined) return refuse('date', text('date') === '' ? 'the date is missing' : 'not a date');
    if (day > today + 366) return refuse('date', 'lies more than a year in the future');
    const quantity = decimal('quantity');
    if (roles.quantity !== undefined && !quantity && text('quantity') !== '')
      return refuse('quantity', 'not a number');
    const written = amountOf(order, quantity);
    if (typeof written !== 'number') return written;
    if (roles.orderId !== undefined && order === '') return refuse('orderId', 'the order id is missing');
    const ids = [order, text('customerId'), text('customerName'), text('email')];
    if (ids.some(written => written.length > LONGEST_KEY))
      return refuse(
        order.length > LONGEST_KEY ? 'orderId' : 'customerId',
        `longer than ${LONGEST_KEY} letters`,
      );
    if (mapping.oncePerOrder && !counted.has(order)) counted.add(order, 1);
    const thousandths = quantity ? roundTo(quantity, 3) : ONE;
    if (!Number.isSafeInteger(written) || Math.abs(written) > LARGEST || Math.abs(thousandths) > LARGEST)
      return refuse(roles.amount === undefined ? 'unitPrice' : 'amount', 'the number is too large');
    // A negative quantity is a return, whichever sign the file gives its amount.
    const isMarked =
      (returns.types !== undefined && isRefund(returns.types, text('transactionType'))) ||
      (returns.orderPrefix !== undefined && order.toUpperCase().startsWith(returns.orderPrefix));
    const isReturn = isMarked || written < 0 || (quantity !== undefined && quantity.digits < 0);
    return {
      row: number,
      order: order === '' ? `${settings.ownOrders}:${number}` : order,
      lineNumber: lineNumber(),
      isExcluded: excluded.size > 0 && excluded.has(statusKey(text('status'))),
      customer: customerOf(),
      day,
      quantity: isMarked ? -Math.abs(thousandths) : thousandths,
      amount: isReturn ? -Math.abs(written) : written,
      isReturn,
      dimensions: mapping.dimensions.map(dimensionValue),
      ...(fitting.length < row.cells.length && fitting !== row.cells && { repair: joinedText(row.cells) }),
    };
  };

  /** A row below the others that adds them up. */
  function isTotals(): boolean {
    const filled = cells.filter(cell => cellText(cell) !== '');
    return text('date') === '' ? TOTALS.test(filled[0] ?? '') : TOTALS.test(text('date'));
  }

  /** In minor units. */
  function amountOf(order: string, quantity: Decimal | undefined): number | Refusal {
    if (mapping.oncePerOrder && counted.has(order)) return 0;
    if (roles.amount !== undefined) {
      const amount = decimal('amount');
      if (amount) return roundTo(amount, minorDigits);
      if (text('amount') === '' && isCalledOff(quantity)) return 0;
      return refuse('amount', text('amount') === '' ? 'the amount is missing' : 'not a number');
    }
    if (!quantity) return refuse('quantity', 'the quantity is missing');
    const price = decimal('unitPrice');
    if (!price)
      return refuse('unitPrice', text('unitPrice') === '' ? 'the price is missing' : 'not a number');
    return multiplyTo(quantity, price, minorDigits);
  }

  /** Exports leave the amount of a cancelled line blank. */
  function isCalledOff(quantity: Decimal | undefined): boolean {
    return (quantity !== undefined && Number(quantity.digits) === 0) || CALLED_OFF.test(text('status'));
  }

  function lineNumber(): number | null {
    const written = decimal('lineNumber');
    return written && written.scale === 0 ? Number(written.digits) : null;
  }

  function customerOf(): LineCustomer | null {
    const [id, name, email] = [text('customerId'), text('customerName'), text('email')];
    // An address is one person's; a name may be two people's.
    const key = id || email.toLowerCase() || name;
    return key === '' ? null : { key, name: name || null, email: email || null };
  }

  function dimensionValue(dimension: Mapping['dimensions'][number]): LineValue | null {
    if (dimension.isHour) return hourValue(text('date'));
    const label = dimension.labelColumn === undefined ? '' : cellText(cells[dimension.labelColumn]);
    // A product without a code is known by its name.
    const value = cellText(cells[dimension.column]) || label;
    if (value === '') return null;
    if (!dimension.edges) return { value: cut(value), label: label === '' ? null : cut(label) };
    const read = parseDecimal(value, mapping.decimalMarks[dimension.column]);
    return read
      ? { value: groupOf(Number(read.digits) / 10 ** read.scale, dimension.edges), label: null }
      : null;
  }
}

/** Makes the function that reads the hour as a value, `08`; the lines of an order have one time. */
function hourReader(): (written: string) => LineValue | null {
  let last = '';
  let value: LineValue | null = null;
  return written => {
    if (written === last) return value;
    last = written;
    const hour = hourIn(written);
    value = hour === undefined ? null : (HOURS[hour] ?? null);
    return value;
  };
}

const HOURS: readonly LineValue[] = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour).padStart(2, '0'),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

const TOTALS = /^\W*(grand |sub)?(total|sum|summe|gesamt|insgesamt|totaux|suma)\b/i;
const CALLED_OFF = /cancel|annul|storn|void|failed/i;
/** Amounts above this in one line are misread: a million of them could not be added exactly. */
const LARGEST = 9_000_000_000_000;
/** Longer ids are refused: an index cannot hold them. */
const LONGEST_KEY = 500;
/** Nobody reads a longer name of a value, and an index cannot hold it. */
const LONGEST_VALUE = 500;
const cut = (text: string): string =>
  text.length > LONGEST_VALUE ? text.slice(0, LONGEST_VALUE).toWellFormed() : text;

function tooManyCells(row: TableRow, width: number): Refusal {
  return {
    row: row.number,
    column: '',
    value: row.cells.slice(width).join(' '),
    reason:
      `the row has ${row.cells.length} values, the header ${width}; put text that holds the ` +
      'delimiter in quotes',
  };
}

/** The cells that were joined to the ones before them. */
const joinedText = (cells: readonly string[]): string =>
  cells.flatMap((cell, i) => (i > 0 && cell.startsWith(' ') ? [`${cells[i - 1]},${cell}`] : [])).join(' | ');
