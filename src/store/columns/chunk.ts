import { insertLiterals } from '../engine/bulk.js';
import { knexForPartsOf, knexOf } from '../engine/connection.js';
import { encodeNumbers, isAllZero } from '../engine/number-encoding.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';
import { linesTable, readBatches, retireBatch, writeBatch } from './batches.js';
import { type BufferPool, Chunk, type ChunkHeader } from './chunk-data.js';
import { type ColumnName, DELETED } from './column-names.js';
import { readKept } from './stored-columns.js';

export { BufferPool, Chunk, type ChunkHeader } from './chunk-data.js';
export { BASE_COLUMNS, type ColumnName, DELETED, isWide, type WideColumn } from './column-names.js';

/**
 * Lines of a chunk at most. README.md has what always holds of chunks.
 */
export const CHUNK_LINES = 65_536;

/** How many lines chunks have: tests of the invariants make small ones. */
export interface ChunkSizes {
  /** Lines of a chunk at most, unless one order alone has more. */
  readonly most: number;
  /** Chunks of fewer live lines are merged. */
  readonly small: number;
}

/** The sizes of all stores. */
export const CHUNK_SIZES: ChunkSizes = { most: CHUNK_LINES, small: CHUNK_LINES / 4 };

/** All chunks, the oldest first. */
export async function listChunks(reader: StoreReader): Promise<ChunkHeader[]> {
  const rows = await knexForPartsOf(reader)('line_chunks')
    .orderBy('id')
    .select('id', 'lines', 'gone', 'first_day', 'last_day', 'batch');
  return rows.map(r => ({
    id: Number(r.id),
    lines: Number(r.lines),
    deleted: Number(r.gone),
    firstDay: Number(r.first_day),
    lastDay: Number(r.last_day),
    ...(r.batch !== null && { batch: Number(r.batch) }),
  }));
}

/** The id of the chunk that was made last; 0 if there is none. */
export const lastChunkId = async (reader: StoreReader): Promise<number> =>
  (await listChunks(reader)).at(-1)?.id ?? 0;

/** Has the store have these chunks of another place's lines, and no others. */
export async function replaceChunks(
  trx: WriteTransaction,
  chunks: readonly Required<Pick<ChunkHeader, 'lines' | 'firstDay' | 'lastDay' | 'batch'>>[],
): Promise<void> {
  const before = await lastChunkId(trx);
  await knexOf(trx)('line_chunks').delete();
  const rows = chunks.map(({ lines, firstDay, lastDay, batch }, i) => [
    before + i + 1,
    lines,
    0,
    firstDay,
    lastDay,
    batch,
  ]);
  await insertLiterals(trx, 'line_chunks', ['id', 'lines', 'gone', 'first_day', 'last_day', 'batch'], rows);
}

/** Reads columns of chunks; all columns unless some are named. */
export async function readChunks(
  reader: StoreReader,
  headers: readonly ChunkHeader[],
  names?: readonly ColumnName[],
  buffers?: BufferPool,
): Promise<Chunk[]> {
  const isElsewhere = headers.some(({ batch }) => batch !== undefined);
  const table = isElsewhere ? await linesTable(reader) : undefined;
  if (table) {
    const found = await readBatches(
      table,
      headers.map(({ batch }) => batch ?? 0),
      names,
    );
    return headers.map(header => new Chunk(header, found.get(header.batch ?? 0) ?? new Map()));
  }
  const stored = await readKept(reader, headers, names);
  return headers.map(header => new Chunk(header, stored.get(header.id) ?? new Map(), buffers));
}

/** Writes a chunk; columns that are all zero are left out. @returns its id, which is never used again */
export async function writeChunk(
  trx: WriteTransaction,
  lines: number,
  columns: ReadonlyMap<ColumnName, ArrayLike<number>>,
): Promise<number> {
  await knexOf(trx)('store_state').where({ key: 'last_chunk' }).increment('value', 1);
  const id = Number((await knexOf(trx)('store_state').where({ key: 'last_chunk' }).first('value'))?.value);
  const table = await linesTable(trx);
  const batch = table ? await writeBatch(table, id, columns) : null;
  await knexOf(trx)('line_chunks').insert({ id, lines, ...daysOf(columns), batch });
  if (!table) for (const [name, numbers] of columns) await writeColumn(trx, id, name, numbers);
  return id;
}

/** The first and last day of lines. */
function daysOf(columns: ReadonlyMap<ColumnName, ArrayLike<number>>) {
  const days = columns.get('day') ?? [];
  let [firstDay, lastDay] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < days.length; i++) {
    firstDay = Math.min(firstDay, days[i] as number);
    lastDay = Math.max(lastDay, days[i] as number);
  }
  return { first_day: firstDay, last_day: lastDay };
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

/** Writes the deleted marks of a chunk. A chunk without live lines is dropped. */
export async function writeDeleted(trx: WriteTransaction, chunk: Chunk, marks: Int32Array): Promise<void> {
  const { id } = chunk.header;
  const count = marks.reduce((sum, mark) => sum + mark, 0);
  if (count === marks.length) return dropChunk(trx, id);
  if (chunk.header.batch !== undefined) return writeLive(trx, chunk.header, marks);
  await knexOf(trx)('line_chunks').where({ id }).update({ gone: count });
  await knexOf(trx)('line_columns').where({ chunk_id: id, name: DELETED }).delete();
  await writeColumn(trx, id, DELETED, marks);
}

/** Writes the lines of a chunk that are not marked under a new batch: those of a batch never change. */
async function writeLive(trx: WriteTransaction, header: ChunkHeader, marks: Int32Array): Promise<void> {
  const { id, batch } = header;
  const table = await linesTable(trx);
  const [chunk] = await readChunks(trx, [header]);
  if (!table || !chunk || batch === undefined) return;
  const columns = chunk.live(marks);
  const lines = columns.get('order')?.length ?? 0;
  const fresh = await writeBatch(table, id, columns);
  await knexOf(trx)('line_chunks')
    .where({ id })
    .update({ lines, ...daysOf(columns), batch: fresh });
  await retireBatch(trx, batch);
}

/**
 * Merges small chunks, and those that have lost more than half of their lines, so that there are never many
 * chunks, nor many deleted lines to read past. A small chunk alone stays as it is.
 */
export async function compactChunks(trx: WriteTransaction, sizes = CHUNK_SIZES): Promise<void> {
  const live = ({ lines, deleted }: ChunkHeader) => lines - deleted;
  const isMostlyDeleted = ({ lines, deleted }: ChunkHeader) => deleted * 2 > lines;
  const candidates = (await listChunks(trx)).filter(c => live(c) < sizes.small || isMostlyDeleted(c));
  let group: ChunkHeader[] = [];
  let liveInGroup = 0;
  const mergeGroup = async () => {
    if (group.length > 1 || group.some(isMostlyDeleted)) await mergeChunks(trx, group);
    group = [];
    liveInGroup = 0;
  };
  for (const header of candidates) {
    if (liveInGroup + live(header) > sizes.most) await mergeGroup();
    group.push(header);
    liveInGroup += live(header);
  }
  await mergeGroup();
}

async function mergeChunks(trx: WriteTransaction, headers: readonly ChunkHeader[]): Promise<void> {
  const parts: Map<ColumnName, Float64Array>[] = [];
  for (const header of headers) {
    const [chunk] = await readChunks(trx, [header]);
    if (chunk) parts.push(chunk.live());
  }
  const names = new Set(parts.flatMap(part => [...part.keys()]));
  const lines = parts.reduce((sum, part) => sum + (part.get('order')?.length ?? 0), 0);
  const columns = new Map<ColumnName, Float64Array>();
  for (const name of names) {
    const joined = new Float64Array(lines);
    let at = 0;
    for (const part of parts) {
      const column = part.get(name);
      if (column) joined.set(column, at);
      at += part.get('order')?.length ?? 0;
    }
    columns.set(name, joined);
  }
  await writeChunk(trx, lines, columns);
  for (const { id } of headers) await dropChunk(trx, id);
}

/** Deletes all chunks. */
export async function dropAllChunks(trx: WriteTransaction): Promise<void> {
  for (const { batch } of await listChunks(trx)) if (batch !== undefined) await retireBatch(trx, batch);
  await knexOf(trx)('line_columns').delete();
  await knexOf(trx)('line_chunks').delete();
}

/** Deletes a chunk and its columns. */
export async function dropChunk(trx: WriteTransaction, id: number): Promise<void> {
  const row = await knexOf(trx)('line_chunks').where({ id }).first('batch');
  if (row?.batch) await retireBatch(trx, Number(row.batch));
  await knexOf(trx)('line_columns').where({ chunk_id: id }).delete();
  await knexOf(trx)('line_chunks').where({ id }).delete();
}
