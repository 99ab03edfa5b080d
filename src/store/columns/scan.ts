import type { Numbers } from '../engine/number-encoding.js';
import { partOf } from '../engine/part.js';
import type { Part } from '../engine/part-filter.js';
import type { StoreReader } from '../engine/transaction.js';
import {
  BufferPool,
  type Chunk,
  type ColumnName,
  DELETED,
  isWide,
  listChunks,
  readChunks,
  type WideColumn,
} from './chunk.js';
import type { LineScope } from './line-scope.js';

/** Chunks read at a time: some five megabytes of columns. */
const AT_ONCE = 3;

/** The lines of a chunk that are in scope. */
export class Lines {
  /**
   * @param count how many lines are in scope
   * @param at their places in the chunk's columns; undefined where all lines are in scope
   */
  constructor(
    private readonly chunk: Chunk,
    readonly count: number,
    private readonly at: Int32Array | undefined,
  ) {}

  /** What a column's numbers are, if those of the whole chunk are the same: known without decoding them. */
  only(name: ColumnName): number | undefined {
    return this.chunk.only(name);
  }

  /** A column's numbers of these lines. */
  column(name: WideColumn): Float64Array;
  column(name: Exclude<ColumnName, WideColumn>): Int32Array;
  column(name: ColumnName): Numbers {
    // The overloads of Chunk.column are these.
    const all: Numbers = this.chunk.column(name as 'amount');
    const { count } = this;
    const at = this.at;
    if (!at) return all;
    const some = isWide(name) ? new Float64Array(count) : new Int32Array(count);
    for (let k = 0; k < count; k++) some[k] = all[at[k] as number] as number;
    return some;
  }
}

/**
 * Goes through the lines in scope, chunk by chunk, with the columns named; chunks of other days are not read.
 * The arrays of a chunk are overwritten when the next one is asked for.
 */
export async function* scan(
  reader: StoreReader,
  scope: LineScope,
  names: readonly ColumnName[],
): AsyncGenerator<Lines> {
  const { range, filters, masks = [] } = scope;
  const headers = (await listChunks(reader)).filter(
    header => !range || (header.firstDay <= range.to && header.lastDay >= range.from),
  );
  const wanted = new Set<ColumnName>([...names, DELETED, ...[...filters, ...masks].map(f => f.column)]);
  const part = partOf(reader);
  for (const { column } of part?.anyOf.flat() ?? []) wanted.add(column as ColumnName);
  if (range) wanted.add('day');
  if (scope.kind) wanted.add('isReturn');
  const buffers = new BufferPool();
  const read = (from: number) =>
    readChunks(reader, headers.slice(from, from + AT_ONCE), [...wanted], buffers);
  let next = read(0);
  for (let i = 0; i < headers.length; i += AT_ONCE) {
    const chunks = await next;
    // The database reads on while these are added up.
    next = i + AT_ONCE < headers.length ? read(i + AT_ONCE) : Promise.resolve([]);
    next.catch(() => {});
    for (const chunk of chunks) {
      const lines = narrowed(chunk, scope, part);
      if (lines.count > 0) yield lines;
    }
  }
}

function narrowed(
  chunk: Chunk,
  { range, filters, masks = [], kind }: LineScope,
  part: Part | undefined,
): Lines {
  const { header } = chunk;
  let at: Int32Array | undefined = part && placesIn(chunk, part);
  let count = at?.length ?? header.lines;
  const keep = (numbers: Int32Array, isKept: (value: number) => boolean) => {
    const kept = at ?? new Int32Array(count);
    let n = 0;
    for (let k = 0; k < count; k++) {
      const place = at ? (at[k] as number) : k;
      const value = numbers[place] as number;
      if (isKept(value)) kept[n++] = place;
    }
    at = kept;
    count = n;
  };
  if (chunk.has(DELETED)) keep(chunk.column(DELETED), mark => mark === 0);
  if (range && (header.firstDay < range.from || header.lastDay > range.to))
    keep(chunk.column('day'), day => day >= range.from && day <= range.to);
  for (const { column, values, exclude } of filters) {
    const ids = new Set(values.map(v => v.id));
    keep(chunk.column(column), id => ids.has(id) !== exclude);
  }
  for (const { column, first, marks, keepsOthers } of masks) {
    const outside = keepsOthers ? 1 : 0;
    keep(chunk.column(column), id => (marks[id - first] ?? outside) === 1);
  }
  if (kind) keep(chunk.column('isReturn'), mark => (mark === 1) === (kind === 'returns'));
  return new Lines(chunk, count, at);
}

/** The places of the lines that a part of the shop has. */
function placesIn(chunk: Chunk, { anyOf }: Part): Int32Array {
  const { lines } = chunk.header;
  const marks = new Uint8Array(lines);
  for (const filters of anyOf) {
    const tests = filters.map(({ column, ids, isExcluded }) => {
      const numbers = chunk.column(column as Exclude<ColumnName, 'quantity' | 'amount'>);
      return (place: number) => ids.has(numbers[place] as number) !== isExcluded;
    });
    for (let place = 0; place < lines; place++)
      if (marks[place] === 0 && tests.every(test => test(place))) marks[place] = 1;
  }
  return Int32Array.from(marks.keys()).filter(place => marks[place] === 1);
}
