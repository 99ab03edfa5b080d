/**
 * A set of pairs of whole numbers, the second below 2^27, the first below 2^26: which customer was seen in
 * which group. Open addressing in one array, several times faster than a Set and without an object for each
 * pair.
 */
export class PairSet {
  #slots = new Float64Array(1 << 12).fill(-1);
  #mask = this.#slots.length - 1;
  #size = 0;

  /** @returns whether the pair is new */
  add(first: number, second: number): boolean {
    const key = first * SECOND + second;
    let at = hash(first, second) & this.#mask;
    for (;;) {
      const found = this.#slots[at] as number;
      if (found === key) return false;
      if (found === -1) break;
      at = (at + 1) & this.#mask;
    }
    this.#slots[at] = key;
    if (++this.#size * 2 > this.#slots.length) this.#grow();
    return true;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Float64Array(old.length * 4).fill(-1);
    this.#mask = this.#slots.length - 1;
    for (const key of old) {
      if (key === -1) continue;
      const first = Math.floor(key / SECOND);
      let at = hash(first, key - first * SECOND) & this.#mask;
      while (this.#slots[at] !== -1) at = (at + 1) & this.#mask;
      this.#slots[at] = key;
    }
  }
}

const SECOND = 2 ** 27;

function hash(first: number, second: number): number {
  // Both numbers reach all bits: pairs that follow each other must not lie beside each other.
  let mixed = Math.imul(first ^ (first >>> 16), 0x85ebca6b) + Math.imul(second, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
