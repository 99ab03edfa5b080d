import type { Counter } from './counter.js';
import type { Filter } from './line-scope.js';
import type { Lines } from './scan.js';

/** What a part of the lines adds up to. */
export interface PartSums {
  /** Distinct orders with at least one line of the part that is not a return. */
  readonly orders: number;
  /** Minor units. */
  readonly revenue: number;
}

/** The lines that have one of a column's values. */
export type ValueFilter = Pick<Filter, 'column' | 'values'>;

/** Adds up the lines that have one of some values, in a pass over all lines in scope. */
export class PartCounter implements Counter {
  readonly columns;
  readonly #column: ValueFilter['column'];
  /** By value id: 1 for those of the part. */
  readonly #isOfPart: Uint8Array;
  #orders = 0;
  #revenue = 0;
  #lastOrder = 0;

  constructor({ column, values }: ValueFilter) {
    const ids = values.map(v => v.id);
    const highest = ids.reduce((most, id) => Math.max(most, id), 0);
    this.#isOfPart = new Uint8Array(highest + 1);
    for (const id of ids) this.#isOfPart[id] = 1;
    this.#column = column;
    this.columns = ['order', 'amount', 'isReturn', column] as const;
  }

  take(lines: Lines): void {
    const [order, amount] = [lines.column('order'), lines.column('amount')];
    const [isReturn, value] = [lines.column('isReturn'), lines.column(this.#column)];
    const isOfPart = this.#isOfPart;
    let [orders, revenue, last] = [0, 0, this.#lastOrder];
    for (let i = 0; i < order.length; i++) {
      if (isOfPart[value[i]!] !== 1) continue;
      revenue += amount[i]!;
      if (isReturn[i] === 1 || order[i] === last) continue;
      last = order[i]!;
      orders++;
    }
    this.#orders += orders;
    this.#revenue += revenue;
    this.#lastOrder = last;
  }

  sums(): PartSums {
    return { orders: this.#orders, revenue: this.#revenue };
  }
}
