import type { Day } from '../calendar/days.js';
import { type Decimal, multiply, parseDecimal, roundTo } from '../money/money.js';
import { ownCopy } from '../store/keys.js';
import { readDate } from './dates.js';
import { groupOf } from './dimensions.js';
import type { Mapping } from './recognise.js';
import type { RoleKey } from './roles.js';
import type { TableRow } from './table.js';
import { statusKey } from './upkeep.js';

/** One order line, clean: what every file format and column mapping ends in. */
export interface OrderLine {
  readonly row: number;
  readonly order: string;
  /** Where the file numbers an order's lines. */
  readonly lineNumber: number | null;
  /** Its status is one that the shop does not count. */
  readonly isExcluded: boolean;
  readonly customer: {
    readonly key: string;
    readonly name: string | null;
    readonly email: string | null;
  } | null;
  readonly day: Day;
  /** Thousandths of a unit. */
  readonly quantity: number;
  /** Minor units of the currency. */
  readonly amount: number;
  readonly isReturn: boolean;
  /** A value for each dimension of the mapping, in its order; null where the cell is empty. */
  readonly dimensions: readonly ({ readonly value: string; readonly label: string | null } | null)[];
}

/** A row that cannot be loaded, and why. */
export interface Refusal {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

export type LineReader = (row: TableRow) => OrderLine | Refusal;
export const isRefusal = (result: OrderLine | Refusal): result is Refusal => 'reason' in result;

const DAYS_KEPT = 50_000;
const NOTHING: Decimal = { digits: 0, scale: 0 };

/**
 * Makes the function that turns a row into an order line or says what is wrong with it.
 * @param ownOrders what a row's order is called where the file has no order ids: each row is an order then
 * @param minorDigits decimals of the currency
 * @param today rows dated more than a year after it are refused: a slip of the pen in a year would move every segment
 */
export function lineReader(
  header: readonly string[],
  mapping: Mapping,
  ownOrders: string,
  minorDigits: number,
  today: Day,
  excludedStatuses: readonly string[] = [],
): LineReader {
  const excluded = new Set(excludedStatuses.map(statusKey));
  const { roles } = mapping;
  const text = (row: TableRow, role: RoleKey): string =>
    roles[role] === undefined ? '' : (row.cells[roles[role]] ?? '').trim();
  const decimal = (row: TableRow, role: RoleKey): Decimal | undefined =>
    roles[role] === undefined ? undefined : parseDecimal(text(row, role), mapping.decimalMarks[roles[role]]);
  const refuse = (row: TableRow, role: RoleKey, reason: string): Refusal => ({
    row: row.number,
    column: header[roles[role] as number] ?? role,
    value: text(row, role),
    reason,
  });

  /** Dates read before: a file has few days and many rows. */
  const days = new Map<string, Day | undefined>();
  const dayIn = (written: string): Day | undefined => {
    // A time of day makes every text another, and says nothing about the day.
    const space = written.indexOf(' ', 8);
    const date = space > 0 && written.charCodeAt(space - 1) < 58 ? written.slice(0, space) : written;
    if (days.has(date)) return days.get(date);
    const day = readDate(written, mapping.dateOrder);
    if (days.size < DAYS_KEPT) days.set(ownCopy(date), day);
    return day;
  };

  /** Orders whose total was counted on an earlier line. */
  const counted = new Set<string>();

  return row => {
    if (row.cells.length > header.length && row.cells.slice(header.length).some(cell => cell.trim() !== '')) {
      const reason = `the row has ${row.cells.length} values, the header ${header.length}; put text that holds the delimiter in quotes`;
      return { row: row.number, column: '', value: row.cells.slice(header.length).join(' '), reason };
    }
    const day = dayIn(text(row, 'date'));
    if (day === undefined)
      return refuse(row, 'date', text(row, 'date') === '' ? 'the date is missing' : 'not a date');
    if (day > today + 366) return refuse(row, 'date', 'lies more than a year in the future');
    const quantity = decimal(row, 'quantity');
    if (roles.quantity !== undefined && !quantity && text(row, 'quantity') !== '')
      return refuse(row, 'quantity', 'not a number');
    let exact = decimal(row, 'amount');
    if (mapping.oncePerOrder && counted.has(text(row, 'orderId'))) {
      exact = NOTHING;
    } else if (roles.amount !== undefined) {
      if (!exact)
        return refuse(row, 'amount', text(row, 'amount') === '' ? 'the amount is missing' : 'not a number');
    } else {
      const price = decimal(row, 'unitPrice');
      if (!quantity) return refuse(row, 'quantity', 'the quantity is missing');
      if (!price)
        return refuse(
          row,
          'unitPrice',
          text(row, 'unitPrice') === '' ? 'the price is missing' : 'not a number',
        );
      exact = multiply(quantity, price);
    }
    const order = text(row, 'orderId');
    if (roles.orderId !== undefined && order === '') return refuse(row, 'orderId', 'the order id is missing');
    if (mapping.oncePerOrder) counted.add(order);
    const written = roundTo(exact, minorDigits);
    // A negative quantity is a return, whichever sign the file gives its amount.
    const isReturn = written < 0 || (quantity !== undefined && quantity.digits < 0);
    const amount = isReturn ? -Math.abs(written) : written;
    return {
      row: row.number,
      order: order === '' ? `${ownOrders}:${row.number}` : order,
      lineNumber: lineNumberOf(row),
      isExcluded: excluded.size > 0 && excluded.has(statusKey(text(row, 'status'))),
      customer: customerOf(row),
      day,
      quantity: quantity ? roundTo(quantity, 3) : 1000,
      amount,
      isReturn,
      dimensions: mapping.dimensions.map(d => dimensionValue(row, d)),
    };
  };

  function lineNumberOf(row: TableRow): number | null {
    const number = decimal(row, 'lineNumber');
    return number && number.scale === 0 ? Number(number.digits) : null;
  }

  function customerOf(row: TableRow): OrderLine['customer'] {
    const [id, name, email] = [text(row, 'customerId'), text(row, 'customerName'), text(row, 'email')];
    // An address is one person's; a name may be two people's.
    const key = id || email || name;
    return key === '' ? null : { key, name: name || null, email: email || null };
  }

  function dimensionValue(
    row: TableRow,
    dimension: Mapping['dimensions'][number],
  ): OrderLine['dimensions'][number] {
    const label = dimension.labelColumn === undefined ? '' : (row.cells[dimension.labelColumn] ?? '').trim();
    // A product without a code is known by its name.
    const value = (row.cells[dimension.column] ?? '').trim() || label;
    if (value === '') return null;
    if (dimension.edges) {
      const number = parseDecimal(value, mapping.decimalMarks[dimension.column]);
      return number
        ? { value: groupOf(Number(number.digits) / 10 ** number.scale, dimension.edges), label: null }
        : null;
    }
    return { value, label: label || null };
  }
}
