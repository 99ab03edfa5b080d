/** Line numbers below this are kept as bits of one number. */
const BITS = 30;

/** The line numbers that a file had for each order: one that comes twice is the same line again. */
export class LineNumbers {
  readonly #low = new Map<number, number>();
  readonly #high = new Set<string>();

  /** Notes a line's number. @returns whether the order had it before; false for lines without one */
  isRepeated(order: number, number: number | null): boolean {
    if (number === null) return false;
    if (number < 0 || number >= BITS) {
      const key = `${order}:${number}`;
      if (this.#high.has(key)) return true;
      this.#high.add(key);
      return false;
    }
    const seen = this.#low.get(order) ?? 0;
    this.#low.set(order, seen | (1 << number));
    return (seen & (1 << number)) !== 0;
  }
}
