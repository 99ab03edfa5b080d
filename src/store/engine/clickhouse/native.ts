import type { Numbers } from '../number-encoding.js';

/** Blocks of columns in ClickHouse's format Native: numbers as they lie in memory, little-endian. */

/** The kinds of columns that are written. */
export type ColumnType = 'Int32' | 'Int64' | 'UInt8' | 'UInt64';

export interface TypedColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly numbers: ArrayLike<number>;
}

/** One block of columns of the same length. */
export function encodeBlock(columns: readonly TypedColumn[]): Buffer {
  const rows = columns[0]?.numbers.length ?? 0;
  const parts = [varint(columns.length), varint(rows)];
  for (const { name, type, numbers } of columns) parts.push(text(name), text(type), bytesOf(type, numbers));
  return Buffer.concat(parts);
}

function bytesOf(type: ColumnType, numbers: ArrayLike<number>): Buffer {
  if (type === 'UInt8') return Buffer.from(Uint8Array.from(numbers).buffer);
  if (type === 'Int32') return Buffer.from(Int32Array.from(numbers).buffer);
  const halves = new Int32Array(numbers.length * 2);
  for (let i = 0; i < numbers.length; i++) {
    const high = Math.floor((numbers[i] as number) / TWO_32);
    halves[2 * i] = ((numbers[i] as number) - high * TWO_32) | 0;
    halves[2 * i + 1] = high;
  }
  return Buffer.from(halves.buffer);
}

const TWO_32 = 2 ** 32;

/**
 * The columns of all blocks, by name. Numbers of up to 32 bits become Int32Array, others Float64Array: exact up
 * to 2^53, which no sum of a shop exceeds.
 */
export function decodeBlocks(bytes: Buffer): Map<string, Numbers> {
  const reader = new Reader(bytes);
  const parts = new Map<string, Numbers[]>();
  while (!reader.isAtEnd()) {
    const [columns, rows] = [reader.varint(), reader.varint()];
    for (let c = 0; c < columns; c++) {
      const [name, type] = [reader.text(), reader.text()];
      const list = parts.get(name) ?? [];
      parts.set(name, list);
      list.push(reader.numbers(type, rows));
    }
  }
  return new Map([...parts].map(([name, list]) => [name, joined(list)]));
}

function joined(list: readonly Numbers[]): Numbers {
  const [first] = list;
  if (first && list.length === 1) return first;
  const length = list.reduce((sum, part) => sum + part.length, 0);
  const all = first instanceof Float64Array ? new Float64Array(length) : new Int32Array(length);
  let at = 0;
  for (const part of list) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** How many bytes a number of each type takes. */
const SIZES: Readonly<Record<string, number>> = {
  UInt8: 1,
  Int8: 1,
  UInt16: 2,
  Int16: 2,
  UInt32: 4,
  Int32: 4,
  UInt64: 8,
  Int64: 8,
  Float64: 8,
};

class Reader {
  #at = 0;

  constructor(private readonly bytes: Buffer) {}

  isAtEnd(): boolean {
    return this.#at >= this.bytes.length;
  }

  varint(): number {
    let [value, factor] = [0, 1];
    for (;;) {
      const byte = this.bytes.readUInt8(this.#at++);
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  }

  text(): string {
    const length = this.varint();
    this.#at += length;
    return this.bytes.toString('utf8', this.#at - length, this.#at);
  }

  numbers(type: string, rows: number): Numbers {
    const size = SIZES[type];
    if (size === undefined) throw new Error(`ClickHouse gave a column of type ${type}`);
    const from = this.#at;
    this.#at += size * rows;
    if (this.#at > this.bytes.length) throw new Error('ClickHouse gave half a block');
    // A copy lies where its numbers are aligned.
    const copy = new Uint8Array(this.bytes.subarray(from, this.#at)).buffer;
    return NUMBERS[type]?.(copy) ?? new Int32Array(0);
  }
}

const NUMBERS: Readonly<Record<string, (bytes: ArrayBuffer) => Numbers>> = {
  UInt8: bytes => Int32Array.from(new Uint8Array(bytes)),
  Int8: bytes => Int32Array.from(new Int8Array(bytes)),
  UInt16: bytes => Int32Array.from(new Uint16Array(bytes)),
  Int16: bytes => Int32Array.from(new Int16Array(bytes)),
  UInt32: bytes => Float64Array.from(new Uint32Array(bytes)),
  Int32: bytes => new Int32Array(bytes),
  UInt64: bytes => wide(new Int32Array(bytes)),
  Int64: bytes => wide(new Int32Array(bytes)),
  Float64: bytes => new Float64Array(bytes),
};

/** Numbers of halves, the lower first. */
function wide(halves: Int32Array): Float64Array {
  const numbers = new Float64Array(halves.length / 2);
  for (let i = 0; i < numbers.length; i++)
    numbers[i] = (halves[2 * i + 1] as number) * TWO_32 + ((halves[2 * i] as number) >>> 0);
  return numbers;
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  bytes.push(rest);
  return Buffer.from(bytes);
}

const text = (value: string): Buffer => Buffer.concat([varint(Buffer.byteLength(value)), Buffer.from(value)]);
