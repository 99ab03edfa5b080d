import type { Day } from '../../core/calendar/days.js';
import { hourIn } from '../../core/calendar/written-dates.js';
import { KeyTable } from '../../core/collections/key-table.js';
import { type Decimal, multiply, multiplyTo, parseDecimal, roundTo } from '../../core/money/money.js';
import { statusKey } from '../../store/tables/archived-lines.js';
import type { TableRow } from '../read/table.js';
import { dayReader, decimalReader, firstRowReader } from '../understand/cell-readers.js';
import type { LineConversion } from '../understand/currencies/line-conversion.js';
import { groupOf } from '../understand/dimension-columns.js';
import type { Mapping } from '../understand/mapping.js';
import { isRefund } from '../understand/returns.js';
import type { RoleKey } from '../understand/roles.js';
import { cellText, fitCells } from '../understand/survey.js';
import { joinedText, tooManyCells } from './wide-rows.js';

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
  /** Where amounts are in other currencies. */
  readonly conversion?: LineConversion;
  /** Rows dated more than a year after it are refused: a mistyped year would move every segment. */
  readonly today: Day;
  readonly excludedStatuses: readonly string[];
}

/** Makes the function that turns a row into an order line or says what is wrong with it. */
export function lineReader(header: readonly string[], mapping: Mapping, settings: LineSettings): LineReader {
  const reader = new RowReader(header, mapping, settings);
  return row => reader.read(row);
}

/** Reads one row after another. Its fields hold the current row. */
class RowReader {
  readonly #roles: Mapping['roles'];
  readonly #excluded: ReadonlySet<string>;
  readonly #dayIn: ReturnType<typeof dayReader>;
  readonly #decimals = decimalReader();
  readonly #hourValue = hourReader();
  readonly #firstRows: ReturnType<typeof firstRowReader>;
  /** Orders whose total was counted on an earlier line. */
  readonly #counted = new KeyTable();
  #cells: readonly string[] = [];
  #number = 0;

  constructor(
    readonly header: readonly string[],
    readonly mapping: Mapping,
    readonly settings: LineSettings,
  ) {
    this.#roles = mapping.roles;
    this.#excluded = new Set(settings.excludedStatuses.map(statusKey));
    this.#dayIn = dayReader(mapping);
    this.#firstRows = firstRowReader(mapping);
  }

  read(row: TableRow): OrderLine | Refusal {
    const { roles } = this.mapping;
    this.#number = row.number;
    const fitting = fitCells(row.cells, this.header.length);
    if (!fitting) return tooManyCells(row, this.header.length);
    const order = roles.orderId === undefined ? '' : cellText(fitting[roles.orderId]);
    this.#cells = this.#firstRows ? this.#firstRows(order, fitting) : fitting;
    const day = this.#day();
    if (typeof day !== 'number') return day;
    const quantity = this.#decimal('quantity');
    if (roles.quantity !== undefined && !quantity && this.#text('quantity') !== '')
      return this.#refuse('quantity', 'not a number');
    const amount = this.#amountOf(order, quantity, day);
    if (typeof amount !== 'number') return amount;
    const wrongId = this.#wrongId(order);
    if (wrongId) return wrongId;
    if (this.mapping.oncePerOrder && !this.#counted.has(order)) this.#counted.add(order, 1);
    const thousandths = quantity ? roundTo(quantity, 3) : ONE;
    if (!Number.isSafeInteger(amount) || Math.abs(amount) > LARGEST || Math.abs(thousandths) > LARGEST)
      return this.#refuse(roles.amount === undefined ? 'unitPrice' : 'amount', 'the number is too large');
    const isJoined = fitting.length < row.cells.length && fitting !== row.cells;
    const line = this.#line(order, day, { amount, thousandths, isNegative: (quantity?.digits ?? 0) < 0 });
    return isJoined ? { ...line, repair: joinedText(row.cells) } : line;
  }

  #line(
    order: string,
    day: Day,
    { amount, thousandths, isNegative }: { amount: number; thousandths: number; isNegative: boolean },
  ): OrderLine {
    // A negative quantity is a return, whichever sign the file gives its amount.
    const isMarked = this.#isMarkedReturn(order);
    const isReturn = isMarked || amount < 0 || isNegative;
    return {
      row: this.#number,
      order: order === '' ? `${this.settings.ownOrders}:${this.#number}` : order,
      lineNumber: this.#lineNumber(),
      isExcluded: this.#excluded.size > 0 && this.#excluded.has(statusKey(this.#text('status'))),
      customer: this.#customer(),
      day,
      quantity: isMarked ? -Math.abs(thousandths) : thousandths,
      amount: isReturn ? -Math.abs(amount) : amount,
      isReturn,
      dimensions: this.mapping.dimensions.map(dimension => this.#dimensionValue(dimension)),
    };
  }

  #text(role: RoleKey): string {
    const index = this.#roles[role];
    return index === undefined ? '' : cellText(this.#cells[index]);
  }

  #decimal(role: RoleKey): Decimal | undefined {
    const index = this.#roles[role];
    if (index === undefined) return undefined;
    const { decimalMarks, quantities } = this.mapping;
    const text = this.#text(role);
    if (role === 'quantity' && quantities) return quantities.read(text);
    return this.#decimals(text, decimalMarks[index] ?? '.');
  }

  #refuse(role: RoleKey, reason: string): Refusal {
    const column = this.header[this.#roles[role] ?? -1] ?? role;
    return { row: this.#number, column, value: this.#text(role), reason };
  }

  #day(): Day | Refusal {
    const written = this.#text('date');
    const day = this.#dayIn(written);
    if (day === undefined && this.#isTotals())
      return { ...this.#refuse('date', 'left out: a row of totals'), isTotals: true };
    if (day === undefined) return this.#refuse('date', written === '' ? 'the date is missing' : 'not a date');
    return day > this.settings.today + 366
      ? this.#refuse('date', 'lies more than a year in the future')
      : day;
  }

  /** A row below the others that adds them up. */
  #isTotals(): boolean {
    const filled = this.#cells.filter(cell => cellText(cell) !== '');
    const date = this.#text('date');
    return TOTALS.test(date === '' ? (filled[0] ?? '') : date);
  }

  /** In minor units. */
  #amountOf(order: string, quantity: Decimal | undefined, day: Day): number | Refusal {
    if (this.mapping.oncePerOrder && this.#counted.has(order)) return 0;
    const { minorDigits, conversion } = this.settings;
    if (this.#roles.amount !== undefined) {
      const amount = this.#decimal('amount');
      if (amount) return conversion ? this.#convert('amount', amount, day) : roundTo(amount, minorDigits);
      const written = this.#text('amount');
      if (written === '' && this.#isCalledOff(quantity)) return 0;
      return this.#refuse('amount', written === '' ? 'the amount is missing' : 'not a number');
    }
    if (!quantity) return this.#refuse('quantity', 'the quantity is missing');
    const price = this.#decimal('unitPrice');
    if (price && conversion) return this.#convert('unitPrice', multiply(quantity, price), day);
    if (price) return multiplyTo(quantity, price, minorDigits);
    return this.#refuse(
      'unitPrice',
      this.#text('unitPrice') === '' ? 'the price is missing' : 'not a number',
    );
  }

  #convert(role: RoleKey, amount: Decimal, day: Day): number | Refusal {
    const converted = this.settings.conversion?.convert(amount, this.#cells, day) ?? Number.NaN;
    return typeof converted === 'string' ? this.#refuse(role, converted) : converted;
  }

  #wrongId(order: string): Refusal | undefined {
    if (this.#roles.orderId !== undefined && order === '')
      return this.#refuse('orderId', 'the order id is missing');
    const reason = `longer than ${LONGEST_KEY} letters`;
    if (order.length > LONGEST_KEY) return this.#refuse('orderId', reason);
    return this.#text('customerId').length > LONGEST_KEY ||
      this.#text('customerName').length > LONGEST_KEY ||
      this.#text('email').length > LONGEST_KEY
      ? this.#refuse('customerId', reason)
      : undefined;
  }

  #isMarkedReturn(order: string): boolean {
    const { types, orderPrefix } = this.mapping.returns;
    return (
      (types !== undefined && isRefund(types, this.#text('transactionType'))) ||
      (orderPrefix !== undefined && order.toUpperCase().startsWith(orderPrefix))
    );
  }

  /** Exports leave the amount of a cancelled line blank. */
  #isCalledOff(quantity: Decimal | undefined): boolean {
    return (quantity !== undefined && Number(quantity.digits) === 0) || CALLED_OFF.test(this.#text('status'));
  }

  #lineNumber(): number | null {
    const written = this.#decimal('lineNumber');
    return written && written.scale === 0 ? Number(written.digits) : null;
  }

  #customer(): LineCustomer | null {
    const [id, name, email] = [this.#text('customerId'), this.#text('customerName'), this.#text('email')];
    // An address is one person's; a name may be two people's.
    const key = id || email.toLowerCase() || name;
    return key === '' ? null : { key, name: name || null, email: email || null };
  }

  #dimensionValue(dimension: Mapping['dimensions'][number]): LineValue | null {
    if (dimension.isHour) return this.#hourValue(this.#text('date'));
    const cells = this.#cells;
    const label = dimension.labelColumn === undefined ? '' : cellText(cells[dimension.labelColumn]);
    // A product without a code is known by its name.
    const value = cellText(cells[dimension.column]) || label;
    if (value === '') return null;
    if (!dimension.edges) return { value: cut(value), label: label === '' ? null : cut(label) };
    const read = parseDecimal(value, this.mapping.decimalMarks[dimension.column]);
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
