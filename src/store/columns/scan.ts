import { connectionOf } from '../engine/connection.js';
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
import { noteLineCount } from './counted.js';
import type { LineScope } from './line-scope.js';
import { type Marked, markedBy, Places } from './places.js';

/** Chunks read at a time: some five megabytes of columns. */
const AT_ONCE = 3;

/** Columns of some lines, all of them as many. */
export interface LineColumns {
  /** What all numbers of a column are, if they are known to be the same. */
  only(name: ColumnName): number | undefined;
  column(name: WideColumn): Float64Array;
  column(name: Exclude<ColumnName, WideColumn>): Int32Array;
  column(name: ColumnName): Numbers;
}

/** Goes through the lines in scope, some at a time, with the columns named. */
export type Scan = (scope: LineScope, names: readonly ColumnName[]) => AsyncIterable<Lines>;

/** Some of the lines in scope. The lines of an order lie one after another, and come together. */
export class Lines {
  /** Columns of some of the lines, which several counters ask for. */
  readonly #some = new Map<ColumnName, Numbers>();

  /**
   * @param count how many lines are in scope
   * @param at their places in the columns; undefined where all lines are in scope
   */
  constructor(
    private readonly columns: LineColumns,
    readonly count: number,
    private readonly at: Int32Array | undefined,
  ) {}

  /** What a column's numbers are, if those of the whole chunk are the same: known without decoding them. */
  only(name: ColumnName): number | undefined {
    return this.columns.only(name);
  }

  /** A column's numbers of these lines. */
  column(name: WideColumn): Float64Array;
  column(name: Exclude<ColumnName, WideColumn>): Int32Array;
  column(name: ColumnName): Numbers {
    const all = this.columns.column(name);
    const { count } = this;
    const at = this.at;
    if (!at) return all;
    let some = this.#some.get(name);
    if (!some) {
      some = isWide(name) ? new Float64Array(count) : new Int32Array(count);
      for (let k = 0; k < count; k++) some[k] = all[at[k] as number] as number;
      this.#some.set(name, some);
    }
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
  const all = await listChunks(reader);
  connectionOf(reader).keptColumns.keepOnly(new Set(all.map(({ id }) => id)));
  const headers = all.filter(
    header => !range || (header.firstDay <= range.to && header.lastDay >= range.from),
  );
  const marked: readonly Marked[] = [...filters.map(markedBy), ...masks];
  const wanted = new Set<ColumnName>([...names, DELETED, ...marked.map(m => m.column)]);
  const part = partOf(reader);
  for (const { column } of part?.anyOf.flat() ?? []) wanted.add(column as ColumnName);
  if (range) wanted.add('day');
  if (scope.kind) wanted.add('isReturn');
  const buffers = new BufferPool();
  let count = 0;
  const read = (from: number) =>
    readChunks(reader, headers.slice(from, from + AT_ONCE), [...wanted], buffers);
  let next = read(0);
  for (let i = 0; i < headers.length; i += AT_ONCE) {
    const chunks = await next;
    // The database reads on while these are added up.
    next = i + AT_ONCE < headers.length ? read(i + AT_ONCE) : Promise.resolve([]);
    next.catch(() => {});
    for (const chunk of chunks) {
      const lines = narrowed(chunk, scope, marked, part);
      count += lines.count;
      if (lines.count > 0) yield lines;
    }
  }
  noteLineCount(reader, scope, count);
}

function narrowed(
  chunk: Chunk,
  { range, kind }: LineScope,
  marked: readonly Marked[],
  part: Part | undefined,
): Lines {
  const { header } = chunk;
  const places = new Places(header.lines, part && placesIn(chunk, part));
  if (chunk.has(DELETED)) places.keepEqual(chunk.column(DELETED), 0);
  if (range && (header.firstDay < range.from || header.lastDay > range.to))
    places.keepRange(chunk.column('day'), range);
  for (const mask of marked) places.keepMarked(chunk.column(mask.column), mask);
  if (kind) places.keepEqual(chunk.column('isReturn'), kind === 'returns' ? 1 : 0);
  return new Lines(chunk, places.count, places.at);
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
