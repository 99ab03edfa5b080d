/** A file's lines by order and line number, to find those that it has twice. */
export class LineNumbers {
  /** Hashes of 53 bits, as numbers, in a table with open places (0). */
  #table = new Float64Array(1_024);
  #size = 0;

  /**
   * Notes a line. Two lines of one order and number are the same only if all else agrees: a refund repeats
   * the number of the line that it refunds.
   * @param number undefined or null for lines without one
   * @param rest product, quantity, amount and the like
   * @returns whether the file had it before
   */
  isRepeated(order: number, number: number | null, rest: readonly (number | null)[]): boolean {
    if (number === null) return false;
    const hash = hashOf([order, number, ...rest]);
    let place = hash % this.#table.length;
    while (this.#table[place] !== 0) {
      if (this.#table[place] === hash) return true;
      place = (place + 1) % this.#table.length;
    }
    this.#table[place] = hash;
    if (++this.#size * 2 > this.#table.length) this.#grow();
    return false;
  }

  #grow(): void {
    const old = this.#table;
    this.#table = new Float64Array(old.length * 2);
    for (const hash of old) {
      if (hash === 0) continue;
      let place = hash % this.#table.length;
      while (this.#table[place] !== 0) place = (place + 1) % this.#table.length;
      this.#table[place] = hash;
    }
  }
}

/**
 * 53 bits of the numbers, never 0: two rounds of FNV-1a with different offsets. Two different lines of one
 * order and number are taken for the same once in 10^15.
 */
function hashOf(numbers: readonly (number | null)[]): number {
  let [a, b] = [0x811c9dc5, 0x01234567];
  for (const number of numbers) {
    const value = number ?? -1;
    const low = value | 0;
    const high = Math.trunc(value / 4_294_967_296) | 0;
    a = Math.imul(Math.imul(a ^ low, 0x01000193) ^ high, 0x01000193);
    b = Math.imul(Math.imul(b ^ high, 0x85ebca6b) ^ low ^ (b >>> 13), 0xc2b2ae35);
    b ^= b >>> 16;
  }
  return (a >>> 0) * 2_097_152 + (b >>> 11) + 1;
}
