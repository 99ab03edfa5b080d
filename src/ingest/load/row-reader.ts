import { type Day, isoOf } from '../../core/calendar/days.js';
import { KeyTable } from '../../core/collections/key-table.js';
import { type Decimal, multiply, roundTo } from '../../core/money/money.js';
import { statusKey } from '../../store/tables/archived-lines.js';
import type { TableRow } from '../read/table.js';
import { dayReader, decimalReader, firstRowReader } from '../understand/cell-readers.js';
import type { Mapping } from '../understand/mapping.js';
import type { PartKind } from '../understand/money/money.js';
import { isRefund } from '../understand/returns.js';
import type { RoleKey } from '../understand/roles.js';
import type { RowKind, RowRule } from '../understand/rows/row-rules.js';
import { isNote, isTotalsRow } from '../understand/rows/totals.js';
import { valueKey } from '../understand/rows/value-key.js';
import { cellText, fitCells } from '../understand/survey.js';
import { customerReader } from './customer-cells.js';
import { dimensionReader } from './dimension-cells.js';
import { lineParts, moneyOfRow } from './line-money.js';
import { OrderGroup } from './order-group.js';
import type { LineSink, OrderLine, Refusal } from './order-line.js';
import { returnOf } from './refunds.js';

const ONE = 1_000;
const NONE: ReadonlyMap<PartKind, number> = new Map();

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

/**
 * Reads one row after another, and hands on order lines, rows that cannot be loaded, and rows that are no
 * sale. Its fields hold the current row. Call `end` after the last row.
 */
export class RowReader {
  readonly #roles: Mapping['roles'];
  readonly #excluded: ReadonlySet<string>;
  readonly #dayIn: ReturnType<typeof dayReader>;
  readonly #decimals = decimalReader();
  readonly #firstRows: ReturnType<typeof firstRowReader>;
  readonly #customer: ReturnType<typeof customerReader>;
  readonly #dimensions: ReturnType<typeof dimensionReader>;
  readonly #group: OrderGroup | undefined;
  readonly #isOncePerOrder: boolean;
  /** Orders whose money was counted with earlier rows. */
  readonly #counted = new KeyTable();
  /** A row of an order's first row is looked into for what its further rows leave blank. */
  #cells: readonly string[] = [];
  #number = 0;

  constructor(
    readonly header: readonly string[],
    readonly mapping: Mapping,
    readonly settings: LineSettings,
    readonly sink: LineSink,
  ) {
    const { money, roles } = mapping;
    this.#roles = roles;
    this.#excluded = new Set(settings.excludedStatuses.map(statusKey));
    this.#dayIn = dayReader(mapping);
    this.#firstRows = firstRowReader(mapping);
    this.#customer = customerReader(mapping);
    this.#dimensions = dimensionReader(mapping);
    this.#group = OrderGroup.isNeeded(money) ? new OrderGroup(money, settings.minorDigits) : undefined;
    this.#isOncePerOrder = money.base.kind === 'amount' && money.base.per === 'order';
  }

  /** Reads the next row. */
  read(row: TableRow): void {
    this.#number = row.number;
    const fitting = fitCells(row.cells, this.header.length);
    if (!fitting) {
      this.sink.refuse(tooManyCells(row, this.header.length));
      return;
    }
    this.#cells = this.#firstRows ? this.#firstRows(fitting) : fitting;
    const rule = this.#rule();
    if (rule?.kind === 'notASale' || rule?.kind === 'total') {
      this.#leaveOut(rule);
      return;
    }
    const day = this.#day();
    if (typeof day === 'number') this.#readSale(row, fitting, day, rule);
    else if (!this.#isNoSale(fitting, day)) this.sink.refuse(day);
  }

  /** Hands on the lines of the last order. */
  end(): void {
    this.#flush();
  }

  #readSale(row: TableRow, fitting: readonly string[], day: Day, rule: RowRule | undefined): void {
    const quantity = this.#quantity();
    if (!quantity && this.#text('quantity') !== '') {
      this.sink.refuse(this.#refuse('quantity', 'not a number'));
      return;
    }
    const order = this.#order(day);
    const refusal = this.#wrongId(order);
    if (refusal) {
      this.sink.refuse(refusal);
      return;
    }
    const money = this.#money(order, quantity);
    if ('reason' in money) {
      this.sink.refuse(money);
      return;
    }
    const thousandths = quantity ? roundTo(quantity, 3) : ONE;
    if (
      !Number.isSafeInteger(money.amount) ||
      Math.abs(money.amount) > LARGEST ||
      Math.abs(thousandths) > LARGEST
    ) {
      this.sink.refuse(
        this.#refuse(this.#roles.amount === undefined ? 'unitPrice' : 'amount', 'the number is too large'),
      );
      return;
    }
    const isJoined = fitting.length < row.cells.length && fitting !== row.cells;
    const line = this.#line(order, day, rule?.kind, {
      amount: money.amount,
      thousandths,
      isNegative: (quantity?.digits ?? 0) < 0,
    });
    this.#handOn(isJoined ? { ...line, repair: joinedText(row.cells) } : line, money.parts, rule?.kind);
  }

  #handOn(line: OrderLine, parts: ReadonlyMap<PartKind, number>, kind: RowKind | undefined): void {
    const isReturned = kind === 'returned' && !line.isReturn;
    const group = this.#group;
    if (group) {
      if (group.order !== line.order) this.#flush();
      group.add({ line, parts, isReturned }, this.#numberIn, !this.#counted.has(line.order));
      return;
    }
    const whole = parts.size === 0 ? line : { ...line, parts: lineParts(parts) };
    this.sink.line(whole);
    if (isReturned) this.sink.line(returnOf(whole, whole.amount, true));
  }

  #flush(): void {
    const group = this.#group;
    if (!group || group.isEmpty) return;
    const { order } = group;
    group.flush(this.sink);
    if (!this.#counted.has(order)) this.#counted.add(order, 1);
  }

  #line(
    order: string,
    day: Day,
    kind: RowKind | undefined,
    { amount, thousandths, isNegative }: { amount: number; thousandths: number; isNegative: boolean },
  ): OrderLine {
    // A negative quantity is a return, whichever sign the file gives its amount.
    const isMarked = kind === 'return' || this.#isMarkedReturn(order);
    const isReturn = isMarked || amount < 0 || isNegative;
    return {
      row: this.#number,
      order,
      lineNumber: this.#lineNumber(),
      isExcluded: this.#excluded.size > 0 && this.#excluded.has(statusKey(this.#text('status'))),
      isCancelled: kind === 'cancelled',
      customer: this.#customer(this.#cells),
      day,
      quantity: isMarked ? -Math.abs(thousandths) : thousandths,
      amount: isReturn ? -Math.abs(amount) : amount,
      isReturn,
      dimensions: this.#dimensions(this.#cells),
      parts: null,
    };
  }

  /** The first rule that the row's values fit. */
  #rule(): RowRule | undefined {
    for (const rule of this.mapping.rowRules) {
      const text = cellText(this.#cells[rule.column]);
      const { values } = rule;
      if (values === 'filled' ? text !== '' : values === 'blank' ? text === '' : values.has(valueKey(text)))
        return rule;
    }
    return undefined;
  }

  #leaveOut(rule: RowRule): void {
    const money = this.#amountOf(this.#quantity());
    const amount = 'reason' in money ? 0 : roundTo(money, this.settings.minorDigits);
    this.sink.leaveOut({
      row: this.#number,
      what: rule.what,
      amount,
      column: this.header[rule.column] ?? '',
      value: cellText(this.#cells[rule.column]),
    });
  }

  /** Whether a row without a date is a total or a note, and so left out. */
  #isNoSale(cells: readonly string[], { column, value }: Refusal): boolean {
    const what = isTotalsRow(cells, this.#text('date'))
      ? 'rows of totals'
      : isNote(cells, this.#moneyColumns())
        ? 'notes'
        : undefined;
    if (what) this.sink.leaveOut({ row: this.#number, what, amount: 0, column, value });
    return what !== undefined;
  }

  #moneyColumns(): number[] {
    const { base } = this.mapping.money;
    return base.kind === 'amount' ? [base.column] : [base.price, base.quantity];
  }

  #text(role: RoleKey): string {
    const index = this.#roles[role];
    return index === undefined ? '' : cellText(this.#cells[index]);
  }

  readonly #numberIn = (column: number): Decimal | undefined =>
    this.#decimals(cellText(this.#cells[column]), this.mapping.decimalMarks[column] ?? '.');

  #decimal(role: RoleKey): Decimal | undefined {
    const index = this.#roles[role];
    return index === undefined ? undefined : this.#numberIn(index);
  }

  #quantity(): Decimal | undefined {
    return this.#decimal('quantity');
  }

  #refuse(role: RoleKey, reason: string): Refusal {
    const column = this.header[this.#roles[role] ?? -1] ?? role;
    return { row: this.#number, column, value: this.#text(role), reason };
  }

  #day(): Day | Refusal {
    const written = this.#text('date');
    const day = this.#dayIn(written);
    if (day === undefined) return this.#refuse('date', written === '' ? 'the date is missing' : 'not a date');
    return day > this.settings.today + 366
      ? this.#refuse('date', 'lies more than a year in the future')
      : day;
  }

  /** The order's id: its number, with the day or the branch where numbers begin again. */
  #order(day: Day): string {
    const { column, withDay, withColumns } = this.mapping.order;
    const number = column === undefined ? '' : cellText(this.#cells[column]);
    if (number === '') return `${this.settings.ownOrders}:${this.#number}`;
    if (!withDay && withColumns.length === 0) return number;
    const places = withColumns.map(c => cellText(this.#cells[c])).filter(place => place !== '');
    return [number, ...(withDay ? [isoOf(day)] : []), ...places].join(' ');
  }

  /** The row's revenue and its line's parts, in minor units. */
  #money(
    order: string,
    quantity: Decimal | undefined,
  ): { readonly amount: number; readonly parts: ReadonlyMap<PartKind, number> } | Refusal {
    if (this.#isOncePerOrder && this.#isCounted(order)) return { amount: 0, parts: NONE };
    const base = this.#amountOf(quantity);
    if ('reason' in base) return base;
    const { minorDigits } = this.settings;
    const { money } = this.mapping;
    if (money.parts.length === 0) return { amount: roundTo(base, minorDigits), parts: NONE };
    const { amount, parts } = moneyOfRow(money, base, quantity, this.#numberIn);
    const sizes = new Map<PartKind, number>();
    for (const [kind, size] of parts) sizes.set(kind, roundTo(size, minorDigits));
    return { amount: roundTo(amount, minorDigits), parts: sizes };
  }

  /** Whether the order's total was counted with an earlier row; the first time, it is counted now. */
  #isCounted(order: string): boolean {
    if (this.#counted.has(order)) return true;
    if (!this.#group) this.#counted.add(order, 1);
    return this.#group !== undefined && this.#group.order === order && !this.#group.isEmpty;
  }

  /** What the row's amount, or its quantity and price, say: before discounts and the like. */
  #amountOf(quantity: Decimal | undefined): Decimal | Refusal {
    const { base } = this.mapping.money;
    if (base.kind === 'amount') {
      const amount = this.#numberIn(base.column);
      if (amount) return amount;
      const value = cellText(this.#cells[base.column]);
      if (value === '' && this.#isCalledOff(quantity)) return { digits: 0, scale: 0 };
      const reason = value === '' ? 'the amount is missing' : 'not a number';
      return { row: this.#number, column: this.header[base.column] ?? 'amount', value, reason };
    }
    if (!quantity) return this.#refuse('quantity', 'the quantity is missing');
    const price = this.#numberIn(base.price);
    if (price) return multiply(quantity, price);
    const value = cellText(this.#cells[base.price]);
    const reason = value === '' ? 'the price is missing' : 'not a number';
    return { row: this.#number, column: this.header[base.price] ?? 'price', value, reason };
  }

  #wrongId(order: string): Refusal | undefined {
    const reason = `longer than ${LONGEST_KEY} letters`;
    if (order.length > LONGEST_KEY) return this.#refuse('orderId', reason);
    const isLong = this.mapping.customerColumns.some(c => cellText(this.#cells[c]).length > LONGEST_KEY);
    return isLong ? this.#refuse('customerId', reason) : undefined;
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
}

const CALLED_OFF = /cancel|annul|storn|void|failed/i;
/** Amounts above this in one line are misread: a million of them could not be added exactly. */
const LARGEST = 9_000_000_000_000;
/** Longer ids are refused: an index cannot hold them. */
const LONGEST_KEY = 500;

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
