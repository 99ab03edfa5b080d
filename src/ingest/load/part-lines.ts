import type { LineParts, LineSink, OrderLine } from './order-line.js';

/** A line, and whether all of its rows were parts so far. */
interface Draft {
  line: OrderLine;
  isOnlyParts: boolean;
}

/**
 * The lines of one order in a file that writes the amounts of a line in rows of their own: its price, its
 * discounts, its pieces. Together they are one line again.
 */
export class PartLines {
  #drafts: Draft[] = [];

  constructor(private readonly sink: LineSink) {}

  /** @param isPart false for the row that counts the pieces, of which a line has one at most */
  add(line: OrderLine, isPart: boolean): void {
    if (this.#drafts[0] && this.#drafts[0].line.order !== line.order) this.flush();
    const draft = this.#drafts.find(d => (isPart || d.isOnlyParts) && isSameLine(d.line, line));
    if (!draft) {
      this.#drafts.push({ line, isOnlyParts: isPart });
      return;
    }
    draft.line = together(draft.line, line);
    draft.isOnlyParts &&= isPart;
  }

  /** Hands on the lines of the last order. */
  flush(): void {
    for (const { line } of this.#drafts) this.sink.line(line);
    this.#drafts = [];
  }
}

const isSameLine = (a: OrderLine, b: OrderLine): boolean =>
  a.day === b.day &&
  a.isReturn === b.isReturn &&
  a.isCancelled === b.isCancelled &&
  a.dimensions.every((value, i) => value?.value === b.dimensions[i]?.value);

const together = (a: OrderLine, b: OrderLine): OrderLine => ({
  ...a,
  amount: a.amount + b.amount,
  quantity: a.quantity + b.quantity,
  parts: a.parts && b.parts ? sumOf(a.parts, b.parts) : (a.parts ?? b.parts),
});

function sumOf(a: LineParts, b: LineParts): LineParts {
  const add = (kind: keyof LineParts) =>
    a[kind] === null && b[kind] === null ? null : (a[kind] ?? 0) + (b[kind] ?? 0);
  return {
    discount: add('discount'),
    tax: add('tax'),
    shipping: add('shipping'),
    tip: add('tip'),
    cost: add('cost'),
  };
}
