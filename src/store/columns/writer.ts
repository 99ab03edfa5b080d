import type { Numbers } from '../engine/number-encoding.js';
import type { WriteTransaction } from '../engine/transaction.js';
import { type Dimension, dimensionColumn } from '../tables/dimensions.js';
import { BASE_COLUMNS, CHUNK_SIZES, type ColumnName, compactChunks, isWide, writeChunk } from './chunk.js';
import { knownBits, PART_COLUMN_NAMES, type PartValues } from './line-parts.js';

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
  /** What the file has beside its amount; left out where it has nothing. */
  readonly parts?: PartValues | undefined;
}

/**
 * Collects lines and writes them as chunks. The lines of an order must come one after another; a chunk ends
 * where an order ends. An order of more lines than a chunk has a larger chunk of its own.
 */
export class ColumnWriter {
  #names: readonly ColumnName[];
  /** The place of the columns of parts, which are there once a line had any. */
  #partsAt: number | undefined;
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
    if (line.parts) this.#addParts(at, line.parts);
  }

  /** Columns of parts begin with the first line that has any: those of the lines before it are 0. */
  #addParts(at: number, parts: PartValues): void {
    const known = knownBits(parts);
    if (known === 0) return;
    if (this.#partsAt === undefined) {
      this.#partsAt = this.#names.length;
      const length = (this.#columns[0] as Numbers).length;
      this.#names = [...this.#names, ...PART_COLUMN_NAMES];
      this.#columns = [...this.#columns, ...PART_COLUMN_NAMES.map(name => emptyColumn(name, length))];
    }
    const first = this.#partsAt;
    (this.#columns[first] as Numbers)[at] = known;
    for (let i = 0; i < parts.length; i++) (this.#columns[first + 1 + i] as Numbers)[at] = parts[i] ?? 0;
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
  isWide(name) ? new Float64Array(length) : new Int32Array(length);
