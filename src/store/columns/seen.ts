import { PairSet } from './pair-set.js';

/** Bits for customers of groups take no more memory than this. */
const MOST_BYTES = 32 * 2 ** 20;

/**
 * Which customers were seen in which group: a bit for each customer in the first groups, which is fast, and a
 * set of pairs for the groups whose bits would take too much memory.
 */
export class SeenCustomers {
  readonly #bytes: number;
  readonly #mostGroups: number;
  readonly #groups: Uint8Array[] = [];
  readonly #others = new PairSet();

  /** @param highest the highest customer id there is */
  constructor(highest: number) {
    this.#bytes = (highest >> 3) + 1;
    this.#mostGroups = Math.floor(MOST_BYTES / this.#bytes);
  }

  /** @returns whether the customer is new in the group */
  add(group: number, customer: number): boolean {
    if (group >= this.#mostGroups) return this.#others.add(group, customer);
    let bits = this.#groups[group];
    if (bits === undefined) {
      bits = new Uint8Array(this.#bytes);
      this.#groups[group] = bits;
    }
    const byte = customer >> 3;
    const bit = 1 << (customer & 7);
    if (((bits[byte] as number) & bit) !== 0) return false;
    (bits[byte] as number) |= bit;
    return true;
  }
}
