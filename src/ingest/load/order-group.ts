import type { Decimal } from '../../core/money/money.js';
import { isByOrder, type Money, type MoneyPart, type PartKind } from '../understand/money/money.js';
import { type CameBack, returnBeside } from './came-back.js';
import type { LineAmounts } from './decimals/line-amounts.js';
import { lineParts, type NumberIn, sizeOfPart, spread } from './line-money.js';
import type { LineSink, OrderLine } from './order-line.js';
import { refundedLines } from './refunds.js';

/** A line whose order's money is not spread over it yet. */
export interface Draft {
  readonly line: OrderLine;
  /** The sizes of its own parts, in units of the store. */
  readonly parts: ReadonlyMap<PartKind, number>;
  /** What came back of it, for a return beside it. */
  readonly back: CameBack | undefined;
}

/** The lines of one order that stand together in the file, and what the file says of the order's money. */
export class OrderGroup {
  readonly #drafts: Draft[] = [];
  readonly #values = new Map<number, Decimal>();
  readonly #columns: readonly number[];
  #order = '';

  constructor(
    readonly money: Money,
    readonly amounts: LineAmounts,
  ) {
    const { orderNet, parts } = money;
    this.#columns = [
      ...(orderNet === undefined ? [] : [orderNet]),
      ...parts
        .filter(p => p.per === 'order')
        .flatMap(p => [p.column, ...(p.ofTotal === undefined ? [] : [p.ofTotal]), ...(p.ofGoods ?? [])]),
    ];
  }

  static isNeeded(money: Money): boolean {
    return isByOrder(money) || money.parts.some(p => p.per === 'order');
  }

  get order(): string {
    return this.#order;
  }

  get isEmpty(): boolean {
    return this.#drafts.length === 0;
  }

  /** @param isFirst false if the order's money was counted with rows further up in the file */
  add(draft: Draft, numberIn: NumberIn, isFirst: boolean): void {
    this.#order = draft.line.order;
    this.#drafts.push(draft);
    if (!isFirst) return;
    for (const column of this.#columns) {
      if (this.#values.has(column)) continue;
      const value = numberIn(column);
      if (value) this.#values.set(column, value);
    }
  }

  /** Hands on the order's lines with the order's money spread over them, and is empty again. */
  flush(sink: LineSink): void {
    const lines = this.#spreadMoney();
    for (const line of lines) sink.line(line);
    for (const [i, line] of lines.entries()) {
      const back = this.#drafts[i]?.back;
      if (back) sink.line(returnBeside(line, back));
    }
    const kept = lines.filter((_, i) => !this.#drafts[i]?.back);
    for (const line of this.#refunds(kept)) sink.line(line);
    this.#drafts.length = 0;
    this.#values.clear();
  }

  #spreadMoney(): OrderLine[] {
    const { money } = this;
    const amounts = this.#drafts.map(d => d.line.amount);
    const gross = amounts.reduce((a, b) => a + b, 0);
    const base: Decimal = { digits: gross, scale: this.amounts.decimals.stored };
    let change = 0;
    const kept = this.#drafts.map(d => new Map(d.parts));
    for (const part of money.parts) {
      const value =
        part.per === 'order' && part.what !== 'refund' ? this.#values.get(part.column) : undefined;
      if (!value) continue;
      const written = this.amounts.beside(sizeOfPart(part, value, base, undefined));
      const size = Math.round(written * this.#goodsShare(part));
      // The order's net sales are after discounts, whatever these come to.
      if (money.orderNet === undefined || part.what !== 'discount') change += part.factor * part.sign * size;
      for (const [i, share] of spread(size, amounts).entries()) {
        const ofLine = kept[i] as Map<PartKind, number>;
        ofLine.set(part.what, (ofLine.get(part.what) ?? 0) + share);
      }
    }
    const net = money.orderNet === undefined ? undefined : this.#values.get(money.orderNet);
    if (net) change += this.amounts.beside(net) - gross;
    const changes = change === 0 ? undefined : spread(change, amounts);
    return this.#drafts.map(({ line }, i) => ({
      ...line,
      amount: line.amount + (changes?.[i] ?? 0),
      parts: lineParts(kept[i] as Map<PartKind, number>),
    }));
  }

  /** Whether lines come to less than the order's goods: what was paid back is within them. */
  #isWithin({ ofGoods: [whole, ...less] = [] }: MoneyPart, lines: readonly OrderLine[]): boolean {
    const value = (column: number) => {
      const written = this.#values.get(column);
      return written ? this.amounts.beside(written) : 0;
    };
    if (whole === undefined) return false;
    const goods = less.reduce((sum, column) => sum - Math.abs(value(column)), value(whole));
    const pieces = lines.reduce((sum, l) => sum + Math.abs(l.quantity), 0) / 1000;
    // Prices of pieces may be rounded.
    const rounding = (1 + pieces / 2) * this.amounts.minor;
    return lines.reduce((sum, l) => sum + l.amount, 0) < goods - rounding;
  }

  /** The goods' share of a tax: without what is in shipping, where it is of a total with it. */
  #goodsShare({ what, ofTotal }: MoneyPart): number {
    const total = what === 'tax' ? this.#size(ofTotal) : undefined;
    return total ? Math.max(0, total - this.#ofOrder('shipping')) / total : 1;
  }

  #size(column: number | undefined): number | undefined {
    const value = column === undefined ? undefined : this.#values.get(column);
    return value && Math.abs(this.amounts.beside(value));
  }

  /** What the order has of a kind, without what its lines have. */
  #ofOrder(kind: PartKind): number {
    return this.money.parts
      .filter(p => p.what === kind && p.per === 'order')
      .reduce((sum, p) => sum + (this.#size(p.column) ?? 0) * this.#goodsShare(p), 0);
  }

  /** What the lines have of a kind in columns of their own. */
  #ofLines(what: PartKind): number {
    return Math.abs(this.#drafts.reduce((sum, d) => sum + (d.parts.get(what) ?? 0), 0));
  }

  /** What was paid back of the order, as returns beside its lines. */
  #refunds(lines: readonly OrderLine[]): OrderLine[] {
    const sold = lines.filter(l => !l.isReturn && l.amount > 0);
    const net = sold.reduce((sum, l) => sum + l.amount, 0);
    const of = (what: PartKind) => this.#ofOrder(what) + this.#ofLines(what);
    for (const part of this.money.parts) {
      if (part.what !== 'refund' || part.per !== 'order' || part.factor === 0) continue;
      const written = this.#size(part.column) ?? 0;
      if (written === 0 || net <= 0 || this.#isWithin(part, lines)) continue;
      const [tax, shipping] = [of('tax'), of('shipping')];
      const total = this.#size(part.ofTotal) ?? (part.isRemainder ? net + tax + shipping : net);
      const paid = part.isRemainder ? total - written : written;
      if (paid > 0) return refundedLines(sold, { paid, total, tax, shipping, cent: this.amounts.minor });
    }
    return [];
  }
}
