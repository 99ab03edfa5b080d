import type { Knex } from 'knex';
import { type Dimension, setLevel, settleLevels } from './dimensions.js';

/** Watches, line by line, which dimensions vary within a customer. */
export class LevelWatch {
  /** By dimension, the value each customer was first seen with; undefined once the dimension was seen to vary. */
  readonly #first: (Map<number, number> | undefined)[];

  constructor(private readonly dimensions: readonly Dimension[]) {
    this.#first = dimensions.map(d => (d.level === 'customer' ? new Map() : undefined));
  }

  see(customer: number, values: readonly (number | null)[]): void {
    for (let i = 0; i < this.#first.length; i++) {
      const value = values[i];
      const first = this.#first[i];
      if (!first || value === null || value === undefined) continue;
      const known = first.get(customer);
      if (known === undefined) first.set(customer, value);
      else if (known !== value) this.#first[i] = undefined;
    }
  }

  /**
   * Keeps what was seen. A dimension that no customer has is of the line.
   * @param before customers who may have older lines in the store, with which theirs are compared
   */
  async settle(trx: Knex, before: ReadonlySet<number>): Promise<void> {
    for (const [i, dimension] of this.dimensions.entries()) {
      if (dimension.level === 'line') continue;
      const first = this.#first[i];
      if (!first || (first.size === 0 && before.size === 0)) await setLevel(trx, dimension, 'line');
      else await settleLevels(trx, [dimension], before);
    }
  }
}
