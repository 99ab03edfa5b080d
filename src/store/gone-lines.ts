import type { Knex } from 'knex';
import { idList, idLists } from './bulk.js';
import type { Dimension } from './dimensions.js';
import { MonthSums } from './month-sums.js';
import { noteTouched, type Touched } from './order-lines.js';
import { linesWhere } from './read-lines.js';
import type { Gone } from './saved-sums.js';

/** With more lines than these, making their months' sums again is faster than taking them out. */
const MOST_LINES = 10_000;

/**
 * What was taken away from the lines that count, so that sums and totals can follow. A few lines are taken out of the
 * sums one by one, whatever the months they lie in; of many only their months and customers are known.
 */
export class GoneLines implements Touched {
  readonly months = new Set<number>();
  readonly customers = new Set<number>();
  readonly #gone: MonthSums;
  #lines = 0;

  constructor(private readonly dimensions: readonly Dimension[]) {
    this.#gone = new MonthSums(dimensions, Number.POSITIVE_INFINITY);
  }

  /** Whether there are so many that their months are to be made again. */
  get areMany(): boolean {
    return this.#lines > MOST_LINES;
  }

  /** Notes the lines of orders; to be called before they go. */
  async note(trx: Knex, orders: readonly number[]): Promise<void> {
    await noteTouched(trx, orders, this);
    for (const list of idLists(orders)) {
      if (this.areMany) return;
      const where = `order_id in (${list})`;
      for await (const { line, values } of linesWhere(trx, this.dimensions, where)) {
        this.#gone.add(line, values);
        if (++this.#lines > MOST_LINES) break;
      }
    }
  }

  /**
   * What is to be taken out of the sums, once the new lines are in the store; nothing where there are too many.
   * @param but months that are made again anyway
   */
  async toTakeOut(trx: Knex, but: ReadonlySet<number>): Promise<Gone | undefined> {
    if (this.#lines === 0 || this.areMany) return undefined;
    const staying = new MonthSums(this.dimensions, Number.POSITIVE_INFINITY);
    const where = `customer_id in (${idList(this.customers)})`;
    for await (const { line, values } of linesWhere(trx, this.dimensions, where)) staying.add(line, values);
    this.#gone.dropMonths(but);
    return { gone: this.#gone, staying };
  }
}
