import type { ColumnName } from './chunk.js';
import type { Counter } from './counter.js';
import type { Grouping } from './grouping.js';
import { PairSet } from './pair-set.js';
import type { Lines } from './scan.js';

/** What each customer bought, by id: 0 is nobody. An order is counted for each customer on its lines. */
export interface CustomerSums {
  /** Distinct orders; an order of returns alone is none. */
  readonly orders: Int32Array;
  /** All lines, those of returns as well. */
  readonly lines: Int32Array;
  /** Returns subtracted, minor units. */
  readonly revenue: Float64Array;
  /** Returns subtracted, thousandths. */
  readonly quantity: Float64Array;
}

/** Adds lines up by customer: the sums that groups of customers have, without an object for each of them. */
export class CustomerCounter implements Counter {
  readonly columns: readonly ColumnName[] = ['order', 'customer', 'quantity', 'amount', 'isReturn'];
  readonly sums: CustomerSums;
  readonly #lastOrder: Int32Array;

  /** @param highest the highest customer id there is */
  constructor(highest: number) {
    this.#lastOrder = new Int32Array(highest + 1);
    this.sums = {
      orders: new Int32Array(highest + 1),
      lines: new Int32Array(highest + 1),
      revenue: new Float64Array(highest + 1),
      quantity: new Float64Array(highest + 1),
    };
  }

  take(rows: Lines): void {
    const [order, customer] = [rows.column('order'), rows.column('customer')];
    const [quantity, amount] = [rows.column('quantity'), rows.column('amount')];
    const isReturn = rows.column('isReturn');
    const { orders, lines, revenue, quantity: units } = this.sums;
    const lastOrder = this.#lastOrder;
    for (let i = 0; i < order.length; i++) {
      const c = customer[i] as number;
      (lines[c] as number)++;
      (revenue[c] as number) += amount[i] as number;
      (units[c] as number) += quantity[i] as number;
      if (isReturn[i] === 1 || lastOrder[c] === order[i]) continue;
      lastOrder[c] = order[i] as number;
      (orders[c] as number)++;
    }
  }
}

/** Counts the groups in which each customer has a line that is no return: different products, by id. */
export class VarietyCounter implements Counter {
  readonly columns: readonly ColumnName[];
  readonly counts: Int32Array;
  readonly #pairs = new PairSet();

  /** @param highest the highest customer id there is */
  constructor(
    private readonly grouping: Grouping,
    highest: number,
  ) {
    this.columns = ['customer', 'isReturn', ...grouping.columns];
    this.counts = new Int32Array(highest + 1);
  }

  take(rows: Lines): void {
    const [customer, isReturn] = [rows.column('customer'), rows.column('isReturn')];
    const groups = this.grouping.numbersOf(rows);
    const { counts } = this;
    for (let i = 0; i < groups.length; i++) {
      const c = customer[i] as number;
      if (isReturn[i] !== 1 && this.#pairs.add(groups[i] as number, c)) (counts[c] as number)++;
    }
  }
}

/** Marks the customers of lines that are no returns, by id. */
export class BuyerCounter implements Counter {
  readonly columns: readonly ColumnName[] = ['customer', 'isReturn'];
  readonly marks: Uint8Array;

  /** @param highest the highest customer id there is */
  constructor(highest: number) {
    this.marks = new Uint8Array(highest + 1);
  }

  take(rows: Lines): void {
    const [customer, isReturn] = [rows.column('customer'), rows.column('isReturn')];
    const { marks } = this;
    for (let i = 0; i < customer.length; i++) if (isReturn[i] !== 1) marks[customer[i] as number] = 1;
    marks[0] = 0;
  }
}
