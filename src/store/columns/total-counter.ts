import type { ColumnName } from './chunk.js';
import { type Counter, type GroupSums, NO_SUMS, type RatingColumn, SUMMED } from './counter.js';
import { LinePartCounter } from './line-part-counter.js';
import type { LinePart } from './line-parts.js';
import type { Lines } from './scan.js';

/** Adds up all lines as one group: the sums that grouping would give, with less work for each line. */
export class TotalCounter implements Counter {
  readonly columns: readonly ColumnName[];
  readonly #seen: Uint8Array;
  readonly #rating: RatingColumn | undefined;
  readonly #parts: LinePartCounter | undefined;
  #sums: { -readonly [K in keyof GroupSums]: GroupSums[K] } = { ...NO_SUMS };
  #lastOrder = 0;

  constructor(highest: number, rating?: RatingColumn, parts: readonly LinePart[] = []) {
    this.#seen = new Uint8Array(highest + 1);
    this.#rating = rating;
    this.#parts = parts.length === 0 ? undefined : new LinePartCounter(parts);
    this.columns = [...SUMMED, ...(rating ? [rating.column] : []), ...(this.#parts?.columns ?? [])];
  }

  take(rows: Lines): void {
    const [order, customer] = [rows.column('order'), rows.column('customer')];
    const [quantity, amount, isReturn] = [
      rows.column('quantity'),
      rows.column('amount'),
      rows.column('isReturn'),
    ];
    const seen = this.#seen;
    let [revenue, units, orders, customers, without, returns] = [0, 0, 0, 0, 0, 0];
    let last = this.#lastOrder;
    for (let i = 0; i < order.length; i++) {
      revenue += amount[i] as number;
      units += quantity[i] as number;
      if (isReturn[i] === 1) returns++;
      else if (order[i] !== last) {
        last = order[i] as number;
        orders++;
      }
      const c = customer[i] as number;
      if (c === 0) without++;
      else if (seen[c] === 0) {
        seen[c] = 1;
        customers++;
      }
    }
    this.#lastOrder = last;
    const s = this.#sums;
    this.#sums = {
      ...s,
      revenue: s.revenue + revenue,
      quantity: s.quantity + units,
      lines: s.lines + order.length,
      orders: s.orders + orders,
      customers: s.customers + customers,
      linesWithoutCustomer: s.linesWithoutCustomer + without,
      returns: s.returns + returns,
    };
    if (this.#rating) this.#addRatings(rows.column(this.#rating.column), this.#rating.ratingOf);
    this.#parts?.take(rows);
  }

  #addRatings(values: Int32Array, ratingOf: ReadonlyMap<number, number>): void {
    for (let i = 0; i < values.length; i++) {
      const rating = ratingOf.get(values[i] as number);
      if (rating === undefined) continue;
      this.#sums.ratingSum += rating;
      this.#sums.ratings++;
    }
  }

  sums(): GroupSums {
    return this.#parts ? { ...this.#sums, parts: this.#parts.sums() } : this.#sums;
  }
}
