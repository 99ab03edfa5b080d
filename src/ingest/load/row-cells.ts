import { type Decimal, multiply } from '../../core/money/money.js';
import { isDashForZero } from '../../core/money/written-number.js';
import { decimalReader } from '../understand/cell-readers.js';
import type { Mapping } from '../understand/mapping.js';
import type { RoleKey } from '../understand/roles.js';
import { cellText } from '../understand/survey.js';
import type { Refusal } from './order-line.js';

const CALLED_OFF = /cancel|annul|storn|void|failed/i;

/** The cells of the current row, by the role of their column. */
export class RowCells {
  readonly #decimals = decimalReader();
  cells: readonly string[] = [];
  /** The row's number in the file. */
  row = 0;

  constructor(
    readonly header: readonly string[],
    readonly mapping: Mapping,
  ) {}

  at(column: number): string {
    return cellText(this.cells[column]);
  }

  text(role: RoleKey): string {
    const column = this.mapping.roles[role];
    return column === undefined ? '' : this.at(column);
  }

  readonly numberAt = (column: number): Decimal | undefined =>
    this.#decimals(this.at(column), this.mapping.decimalMarks[column] ?? '.');

  number(role: RoleKey): Decimal | undefined {
    const { quantities, roles } = this.mapping;
    const column = roles[role];
    if (column === undefined) return undefined;
    return role === 'quantity' && quantities ? quantities.read(this.at(column)) : this.numberAt(column);
  }

  refuse(role: RoleKey, reason: string): Refusal {
    return this.#refusal(this.mapping.roles[role], role, reason);
  }

  /**
   * What the row's amount, or its quantity and price, say: before discounts and the like.
   * @param isCancelled whether the row is known to be called off
   */
  amount(quantity: Decimal | undefined, isCancelled = false): Decimal | Refusal {
    const { base } = this.mapping.money;
    if (base.kind === 'amount') {
      if (base.instead && this.#isNothing(base.column)) return this.#amountInstead(base.instead);
      const amount = this.numberAt(base.column);
      if (amount) return amount;
      const isBlank = this.at(base.column) === '';
      if (isBlank && (isCancelled || this.#isCalledOff(quantity))) return { digits: 0, scale: 0 };
      return this.#refusal(base.column, 'amount', isBlank ? 'the amount is missing' : 'not a number');
    }
    if (!quantity) return this.refuse('quantity', 'the quantity is missing');
    const price = this.numberAt(base.price);
    if (price) return multiply(quantity, price);
    return this.#refusal(
      base.price,
      'price',
      this.at(base.price) === '' ? 'the price is missing' : 'not a number',
    );
  }

  #isNothing(column: number): boolean {
    const text = this.at(column);
    return text === '' || isDashForZero(text);
  }

  #amountInstead(columns: readonly number[]): Decimal | Refusal {
    const column = columns.find(c => !this.#isNothing(c));
    if (column === undefined) return { digits: 0, scale: 0 };
    return this.numberAt(column) ?? this.#refusal(column, 'amount', 'not a number');
  }

  #refusal(column: number | undefined, name: string, reason: string): Refusal {
    const value = column === undefined ? '' : this.at(column);
    return { row: this.row, column: this.header[column ?? -1] ?? name, value, reason };
  }

  /** Exports leave the amount of a cancelled line blank. */
  #isCalledOff(quantity: Decimal | undefined): boolean {
    return (quantity !== undefined && Number(quantity.digits) === 0) || CALLED_OFF.test(this.text('status'));
  }
}
