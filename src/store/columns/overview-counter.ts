import type { Counter } from './counter.js';
import type { Lines } from './scan.js';

/** Distinct orders of each customer, and the revenue of each day; an order of returns alone is none. */
export class OverviewCounter implements Counter {
  readonly columns = ['order', 'customer', 'isReturn', 'day', 'amount'] as const;
  /** By customer id. */
  readonly orders: Int32Array;
  /** Minor units. */
  readonly revenueByDay = new Map<number, number>();
  readonly #last: Int32Array;

  constructor(highest: number) {
    this.orders = new Int32Array(highest + 1);
    this.#last = new Int32Array(highest + 1);
  }

  take(lines: Lines): void {
    const [order, customer] = [lines.column('order'), lines.column('customer')];
    const isReturn = lines.column('isReturn');
    const [orders, last] = [this.orders, this.#last];
    let before = 0;
    let buyer = 0;
    for (let i = 0; i < order.length; i++) {
      const [id, c] = [order[i] as number, customer[i] as number];
      // Most lines are of the order and customer before them.
      if ((id === before && c === buyer) || isReturn[i] === 1) continue;
      before = id;
      buyer = c;
      if (c === 0 || last[c] === id) continue;
      last[c] = id;
      (orders[c] as number)++;
    }
    this.#takeDays(lines.column('day'), lines.column('amount'));
  }

  #takeDays(days: Int32Array, amounts: Float64Array): void {
    for (let from = 0; from < days.length; ) {
      const day = days[from] as number;
      let sum = 0;
      let to = from;
      for (; to < days.length && days[to] === day; to++) sum += amounts[to] as number;
      this.revenueByDay.set(day, (this.revenueByDay.get(day) ?? 0) + sum);
      from = to;
    }
  }

  /**
   * How many customers ordered at least once, and at least twice.
   * @param before who had ordered before all this, by customer id: their next order is their second at least
   */
  repeat(before?: Uint8Array): { readonly once: number; readonly twice: number } {
    let [once, twice] = [0, 0];
    for (let customer = 0; customer < this.orders.length; customer++) {
      const count = this.orders[customer] as number;
      if (count >= 1) once++;
      if (count >= 2 || (count === 1 && before?.[customer] === 1)) twice++;
    }
    return { once, twice };
  }
}
