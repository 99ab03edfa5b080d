import { decodeNumbers, type Numbers, onlyNumber } from '../engine/number-encoding.js';
import { type ColumnName, DELETED, isWide, type WideColumn } from './column-names.js';

/** What is known about a chunk without reading it. */
export interface ChunkHeader {
  readonly id: number;
  readonly lines: number;
  /** How many of them are deleted. */
  readonly deleted: number;
  readonly firstDay: number;
  readonly lastDay: number;
  /** What its lines are called in ClickHouse; undefined if they are in the columns of the store. */
  readonly batch?: number;
}

/**
 * Arrays that one chunk after another is decoded into: allocating new ones would take most of a question's
 * time.
 */
export class BufferPool {
  readonly #arrays = new Map<string, Numbers>();

  /**
   * An array of this length. It holds what was in it before: it is all zero only if nothing ever writes to
   * it.
   */
  numbers(name: string, isWide: boolean, length: number): Numbers {
    let array = this.#arrays.get(name);
    if (!array || array.length < length) {
      array = isWide ? new Float64Array(length) : new Int32Array(length);
      this.#arrays.set(name, array);
    }
    return array.length === length ? array : array.subarray(0, length);
  }
}

/** Columns of one chunk; a column that the chunk has not is all zero. */
export class Chunk {
  readonly #decoded = new Map<string, Numbers>();

  /**
   * @param buffers arrays to decode into, which the next chunk with the same pool overwrites; new ones unless
   * given
   */
  constructor(
    readonly header: ChunkHeader,
    private readonly stored: ReadonlyMap<string, Buffer | Numbers>,
    private readonly buffers = new BufferPool(),
  ) {}

  has(name: ColumnName): boolean {
    return this.stored.has(name);
  }

  /** What all numbers of a column are, those of deleted lines too; undefined if they differ. */
  only(name: ColumnName): number | undefined {
    const found = this.stored.get(name);
    if (found === undefined) return 0;
    return Buffer.isBuffer(found) ? onlyNumber(found) : sameNumber(found);
  }

  /** All columns of the lines that count; `order` is always there. */
  live(deleted = this.column(DELETED)): Map<ColumnName, Float64Array> {
    const names = new Set<ColumnName>(['order', ...(this.stored.keys() as Iterable<ColumnName>)]);
    names.delete(DELETED);
    const columns = new Map<ColumnName, Float64Array>();
    for (const name of names) {
      const numbers: Numbers = this.column(name as 'amount');
      columns.set(
        name,
        Float64Array.from(numbers).filter((_, i) => deleted[i] === 0),
      );
    }
    return columns;
  }

  column(name: WideColumn): Float64Array;
  column(name: Exclude<ColumnName, WideColumn>): Int32Array;
  column(name: ColumnName): Numbers;
  column(name: ColumnName): Numbers {
    let numbers = this.#decoded.get(name);
    if (!numbers) {
      const found = this.stored.get(name);
      if (found && !Buffer.isBuffer(found)) return found;
      const bytes = found;
      numbers = this.buffers.numbers(bytes ? name : `no ${name}`, isWide(name), this.header.lines);
      if (bytes) decodeNumbers(bytes, numbers);
      this.#decoded.set(name, numbers);
    }
    return numbers;
  }
}

/** What all numbers are; undefined if they differ. */
function sameNumber(numbers: Numbers): number | undefined {
  for (let i = 1; i < numbers.length; i++) if (numbers[i] !== numbers[0]) return undefined;
  return numbers[0];
}
