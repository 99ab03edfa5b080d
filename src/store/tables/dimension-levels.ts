import type { Ids } from '../../core/collections/id-set.js';
import type { WriteTransaction } from '../engine/transaction.js';
import { type Dimension, setLevel, settleLevels } from './dimensions.js';

/** By customer, the value seen first; 0 where none was. */
class FirstValues {
  #values = new Int32Array(1_024);
  isEmpty = true;

  /** @returns false where the customer was seen with another value before */
  see(customer: number, value: number): boolean {
    if (customer >= this.#values.length) {
      const larger = new Int32Array(Math.max(customer + 1, this.#values.length * 2));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.isEmpty = false;
    const first = this.#values[customer];
    if (first === 0) this.#values[customer] = value;
    return first === 0 || first === value;
  }
}

/** Watches, line by line, which dimensions vary within a customer. */
export class LevelWatch {
  /** By dimension; undefined once it was seen to vary. */
  readonly #first: (FirstValues | undefined)[];

  constructor(private readonly dimensions: readonly Dimension[]) {
    this.#first = dimensions.map(d => (d.level === 'customer' ? new FirstValues() : undefined));
  }

  see(customer: number, values: readonly (number | null)[]): void {
    for (let i = 0; i < this.#first.length; i++) {
      const value = values[i];
      const first = this.#first[i];
      if (first && typeof value === 'number' && !first.see(customer, value)) this.#first[i] = undefined;
    }
  }

  /**
   * Stores what was seen. A dimension that no customer has is of the line.
   * @param before customers of the file who may have older lines in the store, with which theirs are compared
   * @param isAll whether the store has no other customers' lines
   */
  async settle(trx: WriteTransaction, before: Ids, isAll: boolean): Promise<void> {
    for (const [i, dimension] of this.dimensions.entries()) {
      if (dimension.level === 'line') continue;
      const first = this.#first[i];
      if (!first || (first.isEmpty && isAll)) await setLevel(trx, dimension, 'line');
      else await settleLevels(trx, [dimension], before);
    }
  }
}
