import { type Day, isoOf } from '../../core/calendar/days.js';
import { KeyTable } from '../../core/collections/key-table.js';
import { type Decimal, roundTo } from '../../core/money/money.js';
import { statusKey } from '../../store/tables/archived-lines.js';
import type { TableRow } from '../read/table.js';
import { firstRowReader } from '../understand/cell-readers.js';
import type { LineConversion } from '../understand/currencies/line-conversion.js';
import { type MomentReader, momentReader } from '../understand/dates/moment-reader.js';
import type { Mapping } from '../understand/mapping.js';
import type { PartKind } from '../understand/money/money.js';
import { DISCOUNT_ROWS } from '../understand/rows/discount-rows.js';
import { type RowRule, ruleOf } from '../understand/rows/row-rules.js';
import { fitCells } from '../understand/survey.js';
import { cameBackOf, returnBeside } from './came-back.js';
import { customerReader } from './customer-cells.js';
import type { LineAmounts } from './decimals/line-amounts.js';
import { dimensionReader } from './dimension-cells.js';
import { lineParts, moneyOfRow } from './line-money.js';
import { NoSales } from './no-sales.js';
import { OrderGroup } from './order-group.js';
import type { LineSink, OrderLine, Refusal } from './order-line.js';
import { PartLines } from './part-lines.js';
import { RowCells } from './row-cells.js';
import { joinedText, tooManyCells } from './row-repairs.js';
import { canBeAdded, type Direction, signedLine } from './signed-line.js';

/** Longer ids are refused: an index cannot hold them. */
const LONGEST_KEY = 500;

/** What a row is read by, besides the mapping. */
export interface LineSettings {
  /** Prefix of the ids made up for a file without order ids, in which each row is an order. */
  readonly ownOrders: string;
  /** Turns amounts into units of the store. */
  readonly amounts: LineAmounts;
  /** Where amounts are in other currencies. */
  readonly conversion?: LineConversion;
  /** Rows dated more than a year after it are refused: a mistyped year would move every segment. */
  readonly today: Day;
  readonly excludedStatuses: readonly string[];
}

/** A line's money: its revenue in units of the store, and the sizes of what is beside it. */
interface LineMoney {
  readonly amount: number;
  readonly parts: ReadonlyMap<PartKind, number>;
}

const NOTHING: LineMoney = { amount: 0, parts: new Map() };

/**
 * Reads one row after another, and hands on order lines, rows that cannot be loaded, and rows that are no
 * sale. Call `end` after the last row.
 */
export class RowReader {
  readonly #cells: RowCells;
  readonly #excluded: ReadonlySet<string>;
  readonly #returns: readonly RowRule[];
  readonly #moments: MomentReader;
  readonly #firstRows: ReturnType<typeof firstRowReader>;
  readonly #customer: ReturnType<typeof customerReader>;
  readonly #dimensions: ReturnType<typeof dimensionReader>;
  readonly #noSales: NoSales;
  readonly #group: OrderGroup | undefined;
  readonly #parts: PartLines | undefined;
  readonly #isOncePerOrder: boolean;
  /** Orders whose money was counted with earlier rows. */
  readonly #counted = new KeyTable();

  constructor(
    header: readonly string[],
    readonly mapping: Mapping,
    readonly settings: LineSettings,
    readonly sink: LineSink,
  ) {
    const { money } = mapping;
    this.#cells = new RowCells(header, mapping);
    this.#excluded = new Set(settings.excludedStatuses.map(statusKey));
    this.#returns = mapping.rowRules.filter(r => r.kind === 'return');
    this.#moments = momentReader(mapping);
    this.#noSales = new NoSales(this.#cells, this.#moments, own => this.#leftOutAmount(own), sink);
    this.#firstRows = firstRowReader(mapping);
    this.#customer = customerReader(mapping);
    this.#dimensions = dimensionReader(mapping, this.#moments);
    this.#group = OrderGroup.isNeeded(money) ? new OrderGroup(money, settings.amounts) : undefined;
    this.#parts = mapping.rowRules.some(r => r.kind === 'part') ? new PartLines(sink) : undefined;
    this.#isOncePerOrder = money.base.kind === 'amount' && money.base.per === 'order';
  }

  /** Reads the next row. */
  read(row: TableRow): void {
    const { header } = this.#cells;
    const fitting = fitCells(row.cells, header.length);
    if (!fitting) {
      this.sink.refuse(tooManyCells(row, header.length));
      return;
    }
    this.#cells.row = row.number;
    this.#cells.cells = this.#firstRows ? this.#firstRows(fitting) : fitting;
    const rule = ruleOf(this.mapping.rowRules, this.#cells);
    if (rule?.kind === 'notASale' || rule?.kind === 'total') {
      this.#noSales.leaveOut(rule, fitting);
      return;
    }
    const day = this.#day();
    if (typeof day === 'number') {
      const isJoined = fitting.length < row.cells.length && fitting !== row.cells;
      this.#readSale(day, rule, isJoined ? joinedText(row.cells) : undefined);
    } else if (!this.#noSales.isNoSale(fitting, day)) this.sink.refuse(day);
  }

  /** Hands on the lines of the last order. */
  end(): void {
    this.#parts?.flush();
    const group = this.#group;
    if (!group || group.isEmpty) return;
    const { order } = group;
    group.flush(this.sink);
    if (!this.#counted.has(order)) this.#counted.add(order, 1);
  }

  #readSale(day: Day, rule: RowRule | undefined, repair: string | undefined): void {
    const quantity = this.#cells.number('quantity');
    const order = this.#order(day);
    const wrong = this.#wrongQuantity(quantity) ?? this.#wrongId(order);
    const money = wrong ?? this.#money(order, quantity, day, rule);
    const refusal = 'reason' in money ? money : this.#tooLarge(money.amount, quantity);
    if (refusal) {
      this.sink.refuse(refusal);
      return;
    }
    const { amount, parts } = money as LineMoney;
    const line = this.#line(order, day, rule, amount, quantity);
    this.#handOn(repair === undefined ? line : { ...line, repair }, parts, rule);
  }

  #handOn(line: OrderLine, parts: LineMoney['parts'], rule: RowRule | undefined): void {
    const numberIn = (column: number) => {
      const value = this.#cells.numberAt(column);
      const own = value && this.#convert(value, line.day, true);
      return own && 'reason' in own ? undefined : own;
    };
    const back = cameBackOf(this.mapping.money, line, rule, numberIn, this.settings.amounts);
    const group = this.#group;
    if (group) {
      if (group.order !== line.order) this.end();
      group.add({ line, parts, back }, numberIn, !this.#counted.has(line.order));
      return;
    }
    const whole = parts.size === 0 ? line : { ...line, parts: lineParts(parts) };
    if (this.#parts) this.#parts.add(whole, rule?.kind === 'part');
    else this.sink.line(whole);
    if (back) this.sink.line(returnBeside(whole, back));
  }

  #line(
    order: string,
    day: Day,
    rule: RowRule | undefined,
    amount: number,
    quantity: Decimal | undefined,
  ): OrderLine {
    const { cells, row } = this.#cells;
    const direction = this.#direction(order, rule);
    const isGivenBack = direction === 'return' || direction === 'partOfReturn';
    const hasQuantities = this.mapping.roles.quantity !== undefined;
    const status = this.#excluded.size > 0 ? statusKey(this.#cells.text('status')) : '';
    return {
      row,
      order,
      lineNumber: this.#lineNumber(),
      isExcluded: this.#excluded.has(status) && status !== '',
      isCancelled: rule?.kind === 'cancelled',
      state: rule?.kind === 'doubtful' || rule?.what === DISCOUNT_ROWS ? rule.what : null,
      customer: this.#customer(cells, isGivenBack),
      day,
      ...signedLine(direction, amount, quantity, hasQuantities),
      dimensions: this.#dimensions(cells),
      parts: null,
    };
  }

  #direction(order: string, rule: RowRule | undefined): Direction {
    if (rule?.kind === 'part') return ruleOf(this.#returns, this.#cells) ? 'partOfReturn' : 'part';
    if (rule?.kind === 'return' || this.#isCreditNote(order)) return 'return';
    return rule?.kind === 'returnUndone' || rule?.kind === 'deduction' ? rule.kind : 'sale';
  }

  /** What a row that is left out would have come to; 0 where that is in a currency without a rate. */
  #leftOutAmount(money: Decimal): number {
    const { conversion, amounts } = this.settings;
    const day = conversion ? this.#day() : 0;
    const own = typeof day === 'number' ? this.#convert(money, day, true) : day;
    return 'reason' in own ? 0 : roundTo(own, amounts.decimals.stored);
  }

  #day(): Day | Refusal {
    const { cells } = this.#cells;
    const day = this.#moments.day(cells);
    if (day !== undefined && day <= this.settings.today + 366) return day;
    const value = this.#moments.written(cells);
    const reason =
      day !== undefined
        ? 'lies more than a year in the future'
        : value === ''
          ? 'the date is missing'
          : 'not a date';
    return { ...this.#cells.refuse('date', reason), value };
  }

  /** The order's id: its number, with the day or the branch where numbers begin again. */
  #order(day: Day): string {
    const { column, withDay, withColumns } = this.mapping.order;
    const number = column === undefined ? '' : this.#cells.at(column);
    if (number === '') return `${this.settings.ownOrders}:${this.#cells.row}`;
    if (!withDay && withColumns.length === 0) return number;
    const places = withColumns.map(c => this.#cells.at(c)).filter(place => place !== '');
    return [number, ...(withDay ? [isoOf(day)] : []), ...places].join(' ');
  }

  #money(
    order: string,
    quantity: Decimal | undefined,
    day: Day,
    rule: RowRule | undefined,
  ): LineMoney | Refusal {
    if (this.#isOncePerOrder && this.#isCounted(order)) return NOTHING;
    const base = this.#cells.amount(quantity, rule?.kind === 'cancelled');
    if ('reason' in base) return base;
    const { amounts } = this.settings;
    const { money } = this.mapping;
    if (money.parts.length === 0) {
      const whole = this.#convert(base, day);
      return 'reason' in whole ? whole : { amount: amounts.of(whole), parts: NOTHING.parts };
    }
    const { amount, parts } = moneyOfRow(money, base, quantity, this.#cells.numberAt);
    const sizes = new Map<PartKind, number>();
    for (const [kind, size] of parts) {
      const own = this.#convert(size, day, true);
      if (!('reason' in own)) sizes.set(kind, amounts.beside(own));
    }
    const revenue = this.#convert(amount, day);
    return 'reason' in revenue ? revenue : { amount: amounts.of(revenue), parts: sizes };
  }

  /** An amount in the shop's currency, by the rate of its day. */
  #convert(amount: Decimal, day: Day, isBeside = false): Decimal | Refusal {
    const { conversion } = this.settings;
    if (!conversion) return amount;
    const own = conversion.convert(amount, this.#cells.cells, day, isBeside);
    return typeof own === 'string'
      ? this.#cells.refuse(this.mapping.roles.amount === undefined ? 'unitPrice' : 'amount', own)
      : own;
  }

  /** Whether the order's total was counted with an earlier row; the first time, it is counted now. */
  #isCounted(order: string): boolean {
    if (this.#counted.has(order)) return true;
    const group = this.#group;
    if (!group) this.#counted.add(order, 1);
    return group !== undefined && group.order === order && !group.isEmpty;
  }

  #wrongQuantity(quantity: Decimal | undefined): Refusal | undefined {
    const isWrong = !quantity && this.#cells.text('quantity') !== '';
    return isWrong ? this.#cells.refuse('quantity', 'not a number') : undefined;
  }

  #wrongId(order: string): Refusal | undefined {
    const reason = `longer than ${LONGEST_KEY} letters`;
    if (order.length > LONGEST_KEY) return this.#cells.refuse('orderId', reason);
    const isLong = this.mapping.customerColumns.some(c => this.#cells.at(c).length > LONGEST_KEY);
    return isLong ? this.#cells.refuse('customerId', reason) : undefined;
  }

  #tooLarge(amount: number, quantity: Decimal | undefined): Refusal | undefined {
    if (this.settings.amounts.isPlausible(amount) && canBeAdded(quantity)) return undefined;
    const role = this.mapping.roles.amount === undefined ? 'unitPrice' : 'amount';
    return this.#cells.refuse(role, 'the number is too large');
  }

  #isCreditNote(order: string): boolean {
    const { creditPrefix } = this.mapping;
    return creditPrefix !== undefined && order.toUpperCase().startsWith(creditPrefix);
  }

  #lineNumber(): number | null {
    const written = this.#cells.number('lineNumber');
    return written && written.scale === 0 ? Number(written.digits) : null;
  }
}
