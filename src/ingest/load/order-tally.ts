import { IdSet } from '../../core/collections/id-set.js';

/** How many orders and customers the lines of a file are of. */
export interface OrderCounts {
  /** Orders with a line that counts. */
  readonly orders: number;
  /**
   * Those of them that have returns only: their amounts are subtracted, but `sales` counts them as no orders.
   */
  readonly returnOrders: number;
  /** Orders beside them of which every line has a status that the shop excludes. */
  readonly excludedOrders: number;
  /** Customers with a line that counts. */
  readonly customers: number;
}

/** Counts the orders and customers of a file, line by line. */
export class OrderTally {
  readonly #counted = new IdSet();
  readonly #withSale = new IdSet();
  readonly #excluded = new IdSet();
  readonly #customers = new IdSet();

  count(order: number, customer: number | null, isReturn: boolean): void {
    this.#counted.add(order);
    if (!isReturn) this.#withSale.add(order);
    if (customer !== null) this.#customers.add(customer);
  }

  exclude(order: number): void {
    this.#excluded.add(order);
  }

  counts(): OrderCounts {
    let excludedOrders = 0;
    for (const order of this.#excluded) if (!this.#counted.has(order)) excludedOrders++;
    return {
      orders: this.#counted.size,
      returnOrders: this.#counted.size - this.#withSale.size,
      excludedOrders,
      customers: this.#customers.size,
    };
  }
}
