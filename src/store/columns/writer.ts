import type { Numbers } from '../engine/number-encoding.js';
import type { WriteTransaction } from '../engine/transaction.js';
import { type Dimension, dimensionColumn } from '../tables/dimensions.js';
import { BASE_COLUMNS, CHUNK_SIZES, type ColumnName, compactChunks, writeChunk } from './chunk.js';

/** Lines that a writer has room for at first; the room grows as it is needed. */
const FIRST_LENGTH = 4_096;

/** A line as it is counted. Days, money and quantity as in the store. */
export interface CountedLine {
  readonly orderId: number;
  readonly customerId: number | null;
  readonly day: number;
  readonly quantity: number;
  readonly amount: number;
  readonly isReturn: boolean;
}

/**
 * Collects lines and writes them as chunks. The lines of an order must come one after another; a chunk ends
 * where an order ends. An order of more lines than a chunk has a larger chunk of its own.
 */
export class ColumnWriter {
  readonly #names: readonly ColumnName[];
  #columns: Numbers[];
  #lines = 0;
  /** Where the last order began. */
  #orderStart = 0;
  #order = Number.NaN;

  /** @param dimensions in the order in which `add` is given their values */
  constructor(
    dimensions: readonly Dimension[],
    private readonly sizes = CHUNK_SIZES,
  ) {
    this.#names = [...BASE_COLUMNS, ...dimensions.map(dimensionColumn)];
    this.#columns = this.#names.map(name => emptyColumn(name, FIRST_LENGTH));
  }

  add(line: CountedLine, values: readonly (number | null)[]): void {
    if (line.orderId !== this.#order) {
      this.#order = line.orderId;
      this.#orderStart = this.#lines;
    }
    const at = this.#lines++;
    if (at === this.#columns[0]?.length) this.#grow();
    const columns = this.#columns;
    const base = [
      line.orderId,
      line.customerId ?? 0,
      line.day,
      line.quantity,
      line.amount,
      line.isReturn ? 1 : 0,
    ];
    for (let i = 0; i < base.length; i++) (columns[i] as Numbers)[at] = base[i] as number;
    for (let i = 0; i + base.length < columns.length; i++)
      (columns[base.length + i] as Numbers)[at] = values[i] ?? 0;
  }

  /** Writes the chunks that are full. To be called often: what is added in between stays in memory. */
  async writeFull(trx: WriteTransaction): Promise<void> {
    while (this.#lines > this.sizes.most && this.#orderStart > 0) await this.#writeUpTo(trx, this.#lastEnd());
  }

  /** Writes the rest, and merges small chunks. */
  async finish(trx: WriteTransaction): Promise<void> {
    while (this.#lines > this.sizes.most) await this.#writeUpTo(trx, this.#lastEnd());
    if (this.#lines > 0) await this.#writeUpTo(trx, this.#lines);
    await compactChunks(trx, this.sizes);
  }

  /** Where the last order ends that fits into a chunk from here; at least one order. */
  #lastEnd(): number {
    const orders = this.#columns[0] as Numbers;
    let end = Math.min(this.sizes.most, this.#lines);
    while (end > 0 && end < this.#lines && orders[end] === orders[end - 1]) end--;
    if (end > 0) return end;
    // One order fills more than a chunk.
    end = this.sizes.most;
    while (end < this.#lines && orders[end] === orders[end - 1]) end++;
    return end;
  }

  async #writeUpTo(trx: WriteTransaction, end: number): Promise<void> {
    await writeChunk(trx, end, new Map(this.#names.map((name, i) => [name, this.#part(i, 0, end)])));
    for (const [i, column] of this.#columns.entries()) column.set(this.#part(i, end, this.#lines));
    this.#lines -= end;
    this.#orderStart = Math.max(0, this.#orderStart - end);
  }

  #part(column: number, from: number, to: number): Numbers {
    return (this.#columns[column] as Numbers).subarray(from, to);
  }

  #grow(): void {
    this.#columns = this.#columns.map((column, i) => {
      const larger = emptyColumn(this.#names[i] as ColumnName, column.length * 2);
      larger.set(column);
      return larger;
    });
  }
}

const emptyColumn = (name: ColumnName, length: number): Numbers =>
  name === 'amount' || name === 'quantity' ? new Float64Array(length) : new Int32Array(length);
