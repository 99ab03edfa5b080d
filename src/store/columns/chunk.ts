import { idList } from '../engine/bulk.js';
import { knexOf } from '../engine/connection.js';
import { decodeNumbers, encodeNumbers, isAllZero, type Numbers } from '../engine/number-encoding.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';

/**
 * The lines that count, column by column, in chunks of at most this many: what questions are answered from. All live
 * lines of an order lie one after another in one chunk, so that a pass counts orders without remembering them.
 */
export const CHUNK_LINES = 65_536;

/** What every line has. Days, money and quantities as in order_lines; `customer` is 0 where there is none. */
export const BASE_COLUMNS = ['order', 'customer', 'day', 'quantity', 'amount', 'isReturn'] as const;
export type BaseColumn = (typeof BASE_COLUMNS)[number];
/** A base column, a dimension's column `d3` (0: no value), or `gone` (1: the line does not count any more). */
export type ColumnName = BaseColumn | 'gone' | `d${number}`;

/** These are money or quantities, and may be larger than 32 bits. */
const WIDE: ReadonlySet<string> = new Set(['quantity', 'amount']);

/** What is known about a chunk without reading it. */
export interface ChunkHead {
  readonly id: number;
  readonly lines: number;
  /** How many of them do not count any more. */
  readonly gone: number;
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Chunks in the order they were made. */
export async function listChunks(reader: StoreReader): Promise<ChunkHead[]> {
  const rows = await knexOf(reader)('line_chunks')
    .orderBy('id')
    .select('id', 'lines', 'gone', 'first_day', 'last_day');
  return rows.map(r => ({
    id: Number(r.id),
    lines: Number(r.lines),
    gone: Number(r.gone),
    firstDay: Number(r.first_day),
    lastDay: Number(r.last_day),
  }));
}

/** The id of the chunk that was made last; 0 if there is none. */
export const lastChunkId = async (reader: StoreReader): Promise<number> =>
  (await listChunks(reader)).at(-1)?.id ?? 0;

/** Arrays that one chunk after another is decoded into: new ones for each would be most of a question's work. */
export class Scratch {
  readonly #arrays = new Map<string, Numbers>();

  /** An array of this length. What it held is left in it: only what is never written to is sure to be zero. */
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

  /** @param scratch arrays to decode into, which the next chunk with the same ones overwrites; own ones unless given */
  constructor(
    readonly head: ChunkHead,
    private readonly stored: ReadonlyMap<string, Buffer>,
    private readonly scratch = new Scratch(),
  ) {}

  has(name: ColumnName): boolean {
    return this.stored.has(name);
  }

  /** All columns of the lines that count; `order` is always there. */
  live(): Map<ColumnName, Float64Array> {
    const gone = this.column('gone');
    const names = new Set<ColumnName>(['order', ...(this.stored.keys() as Iterable<ColumnName>)]);
    names.delete('gone');
    const columns = new Map<ColumnName, Float64Array>();
    for (const name of names) {
      const numbers: Numbers = this.column(name as 'amount');
      columns.set(
        name,
        Float64Array.from(numbers).filter((_, i) => gone[i] === 0),
      );
    }
    return columns;
  }

  column(name: 'quantity' | 'amount'): Float64Array;
  column(name: Exclude<ColumnName, 'quantity' | 'amount'>): Int32Array;
  column(name: ColumnName): Numbers;
  column(name: ColumnName): Numbers {
    let numbers = this.#decoded.get(name);
    if (!numbers) {
      const bytes = this.stored.get(name);
      numbers = this.scratch.numbers(bytes ? name : `no ${name}`, WIDE.has(name), this.head.lines);
      if (bytes) decodeNumbers(bytes, numbers);
      this.#decoded.set(name, numbers);
    }
    return numbers;
  }
}

/** Reads columns of chunks, all columns where none are named. */
export async function readChunks(
  reader: StoreReader,
  heads: readonly ChunkHead[],
  names?: readonly ColumnName[],
  scratch?: Scratch,
): Promise<Chunk[]> {
  const query = knexOf(reader)('line_columns')
    .whereRaw(`chunk_id in (${idList(heads.map(h => h.id))})`)
    .select('chunk_id', 'name', 'data');
  const rows: { chunk_id: number; name: string; data: Buffer }[] = await (names
    ? query.whereIn('name', [...names])
    : query);
  const stored = new Map<number, Map<string, Buffer>>(heads.map(h => [h.id, new Map()]));
  for (const row of rows) stored.get(row.chunk_id)?.set(row.name, row.data);
  return heads.map(head => new Chunk(head, stored.get(head.id) ?? new Map(), scratch));
}

/** Writes a chunk; columns that are all zero are left out. @returns its id, which no chunk had or will have */
export async function writeChunk(
  trx: WriteTransaction,
  lines: number,
  columns: ReadonlyMap<ColumnName, ArrayLike<number>>,
): Promise<number> {
  await knexOf(trx)('store_state').where({ key: 'last_chunk' }).increment('value', 1);
  const id = Number((await knexOf(trx)('store_state').where({ key: 'last_chunk' }).first('value'))?.value);
  const days = columns.get('day') ?? [];
  let [firstDay, lastDay] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < lines; i++) {
    firstDay = Math.min(firstDay, days[i] as number);
    lastDay = Math.max(lastDay, days[i] as number);
  }
  await knexOf(trx)('line_chunks').insert({ id, lines, first_day: firstDay, last_day: lastDay });
  for (const [name, numbers] of columns) await writeColumn(trx, id, name, numbers);
  return id;
}

async function writeColumn(
  trx: WriteTransaction,
  chunkId: number,
  name: ColumnName,
  numbers: ArrayLike<number>,
): Promise<void> {
  const data = encodeNumbers(numbers);
  if (!isAllZero(data)) await knexOf(trx)('line_columns').insert({ chunk_id: chunkId, name, data });
}

/** Writes which lines of a chunk are gone. A chunk of which no line is left goes itself. */
export async function writeGone(trx: WriteTransaction, chunk: Chunk, gone: Int32Array): Promise<void> {
  const { id } = chunk.head;
  const count = gone.reduce((sum, flag) => sum + flag, 0);
  if (count === gone.length) return dropChunk(trx, id);
  await knexOf(trx)('line_chunks').where({ id }).update({ gone: count });
  await knexOf(trx)('line_columns').where({ chunk_id: id, name: 'gone' }).delete();
  await writeColumn(trx, id, 'gone', gone);
}

/** Chunks of fewer live lines, or of which half is gone, are put together. */
const SMALL = CHUNK_LINES / 4;

/**
 * Puts small chunks and those that have lost half of their lines together, so that there are never many of them, nor
 * many lines that are read for nothing. Where only one is small, there is nothing to put it together with.
 */
export async function compactChunks(trx: WriteTransaction): Promise<void> {
  const worth = (await listChunks(trx)).filter(({ lines, gone }) => lines - gone < SMALL || gone * 2 > lines);
  const isHollow = ({ lines, gone }: ChunkHead) => gone * 2 > lines;
  let together: ChunkHead[] = [];
  const live = () => together.reduce((sum, { lines, gone }) => sum + lines - gone, 0);
  const merge = async () => {
    if (together.length > 1 || together.some(isHollow)) await mergeChunks(trx, together);
    together = [];
  };
  for (const head of worth) {
    if (live() + head.lines - head.gone > CHUNK_LINES) await merge();
    together.push(head);
  }
  await merge();
}

async function mergeChunks(trx: WriteTransaction, heads: readonly ChunkHead[]): Promise<void> {
  const parts: Map<ColumnName, Float64Array>[] = [];
  for (const head of heads) {
    const [chunk] = await readChunks(trx, [head]);
    if (chunk) parts.push(chunk.live());
  }
  const names = new Set(parts.flatMap(part => [...part.keys()]));
  const lines = parts.reduce((sum, part) => sum + (part.get('order')?.length ?? 0), 0);
  const columns = new Map<ColumnName, Float64Array>();
  for (const name of names) {
    const joined = new Float64Array(lines);
    let at = 0;
    for (const part of parts) {
      const own = part.get(name);
      if (own) joined.set(own, at);
      at += part.get('order')?.length ?? 0;
    }
    columns.set(name, joined);
  }
  await writeChunk(trx, lines, columns);
  for (const { id } of heads) await dropChunk(trx, id);
}

export async function dropChunk(trx: WriteTransaction, id: number): Promise<void> {
  await knexOf(trx)('line_columns').where({ chunk_id: id }).delete();
  await knexOf(trx)('line_chunks').where({ id }).delete();
}
