import type { Decimal } from '../../core/money/money.js';
import type { MomentReader } from '../understand/dates/moment-reader.js';
import { hasNoDigit } from '../understand/rows/no-digit.js';
import type { RowRule } from '../understand/rows/row-rules.js';
import { isNote, isTotalsRow } from '../understand/rows/totals.js';
import type { LineSink, Refusal } from './order-line.js';
import type { RowCells } from './row-cells.js';

/** Hands on the rows that are no sale: by a rule, or because they are totals and notes without a date. */
export class NoSales {
  constructor(
    /** The current row. */
    private readonly cells: RowCells,
    private readonly moments: MomentReader,
    /** What a row would have come to, in the shop's currency. */
    private readonly minor: (money: Decimal) => number,
    private readonly sink: LineSink,
  ) {}

  /**
   * Leaves out the current row, which a rule is about.
   * @param written its cells as the file has them
   */
  leaveOut(rule: RowRule, written: readonly string[]): void {
    const { header, row } = this.cells;
    // What a row adds up stands in the column of prices, beside the quantity of all.
    const isTotal = rule.kind === 'total';
    const sum = isTotal && this.#sumOf(rule);
    const money = sum || this.cells.amount(this.cells.number('quantity'));
    this.sink.leaveOut({
      row,
      what: isTotal && rule.values === 'blank' && this.#isNote(written) ? 'notes' : rule.what,
      amount: 'reason' in money ? 0 : this.minor(money),
      column: header[rule.column] ?? '',
      value: this.cells.at(rule.column),
    });
  }

  /** What a row adds up, where it does not stand in the column of amounts. */
  #sumOf({ rows, column }: RowRule): Decimal | undefined {
    const { base } = this.cells.mapping.money;
    if (rows && column !== this.cells.mapping.roles.quantity) return this.cells.numberAt(column);
    return base.kind === 'product' ? this.cells.numberAt(base.price) : undefined;
  }

  /** Whether a row without a date is a total or a note, and so left out. */
  isNoSale(written: readonly string[], { column, value }: Refusal): boolean {
    const isTotals = isTotalsRow(written, this.moments.written(this.cells.cells));
    const what = isTotals ? 'rows of totals' : this.#isNote(written) ? 'notes' : undefined;
    if (what) this.sink.leaveOut({ row: this.cells.row, what, amount: 0, column, value });
    return what !== undefined;
  }

  #isNote(written: readonly string[]): boolean {
    const { header, mapping } = this.cells;
    const { base } = mapping.money;
    const money = base.kind === 'amount' ? [base.column] : [base.price, base.quantity];
    return hasNoDigit(written) || isNote(written, money, header.length);
  }
}
