import type { ColumnName } from './chunk.js';
import type { Counter } from './counter.js';
import { PairSet } from './pair-set.js';
import type { Lines } from './scan.js';

/**
 * What the customers of each cohort did in each period; the cell of cohort c and period p is `c * periods +
 * p`.
 */
export interface CohortCells {
  readonly periods: number;
  /** Distinct customers with an order. */
  readonly customers: Int32Array;
  /** Distinct orders. */
  readonly orders: Int32Array;
  /** Returns subtracted; minor units. */
  readonly revenue: Float64Array;
}

/** Up to so many customers times periods, who was seen when is kept as bits: 64 MB. */
const MOST_BITS = 2 ** 29;

/** Counts cohorts of customers over periods, in one pass. */
export class CohortCounter implements Counter {
  readonly columns: readonly ColumnName[] = ['order', 'customer', 'day', 'amount', 'isReturn'];
  readonly cells: CohortCells;
  readonly #lastOrder: Int32Array;
  readonly #seen: Uint8Array | PairSet;

  /**
   * @param cohortOf each customer's cohort by id: the period of their first order, -1 for none
   * @param periodOf the period of each day from `firstDay` on
   */
  constructor(
    private readonly cohortOf: Int32Array,
    private readonly periodOf: Int32Array,
    private readonly firstDay: number,
    periods: number,
  ) {
    const count = periods * periods;
    this.cells = {
      periods,
      customers: new Int32Array(count),
      orders: new Int32Array(count),
      revenue: new Float64Array(count),
    };
    this.#lastOrder = new Int32Array(cohortOf.length);
    const bits = cohortOf.length * periods;
    this.#seen = bits <= MOST_BITS ? new Uint8Array(Math.ceil(bits / 8)) : new PairSet();
  }

  take(lines: Lines): void {
    const [order, customer, day] = [lines.column('order'), lines.column('customer'), lines.column('day')];
    const [amount, isReturn] = [lines.column('amount'), lines.column('isReturn')];
    const { periods, customers, orders, revenue } = this.cells;
    const lastOrder = this.#lastOrder;
    for (let i = 0; i < order.length; i++) {
      const c = customer[i]!;
      const cohort = this.cohortOf[c]!;
      if (c === 0 || cohort < 0) continue;
      const period = this.periodOf[day[i]! - this.firstDay]!;
      // Something came back before the first order.
      if (period < cohort) continue;
      const cell = cohort * periods + period;
      revenue[cell]! += amount[i]!;
      if (isReturn[i] !== 0 || lastOrder[c] === order[i]) continue;
      lastOrder[c] = order[i]!;
      orders[cell]!++;
      if (this.#isNew(c, period)) customers[cell]!++;
    }
  }

  #isNew(customer: number, period: number): boolean {
    const seen = this.#seen;
    if (seen instanceof PairSet) return seen.add(period, customer);
    const bit = customer * this.cells.periods + period;
    const [at, mark] = [bit >>> 3, 1 << (bit & 7)];
    if ((seen[at]! & mark) !== 0) return false;
    seen[at]! |= mark;
    return true;
  }
}
