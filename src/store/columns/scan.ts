import type { Knex } from 'knex';
import type { LineScope } from '../sums.js';
import { type Chunk, type ColumnName, listChunks, readChunks } from './chunk.js';

/** Chunks read at a time: some 15 MB of columns. */
const AT_ONCE = 8;

/** The lines of a chunk that are in scope. */
export interface Lines {
  readonly chunk: Chunk;
  /** How many lines are in scope. */
  readonly count: number;
  /** Their places in the chunk's columns; undefined where all lines are in scope. */
  readonly at: Int32Array | undefined;
}

/** Goes through the lines in scope, chunk by chunk, with the columns named; chunks of other days are not read. */
export async function* scan(db: Knex, scope: LineScope, names: readonly ColumnName[]): AsyncGenerator<Lines> {
  const { range, filters } = scope;
  const heads = (await listChunks(db)).filter(
    head => !range || (head.firstDay <= range.to && head.lastDay >= range.from),
  );
  const wanted = new Set<ColumnName>([...names, 'gone', ...filters.map(f => f.column)]);
  if (range) wanted.add('day');
  for (let i = 0; i < heads.length; i += AT_ONCE) {
    for (const chunk of await readChunks(db, heads.slice(i, i + AT_ONCE), [...wanted])) {
      const lines = narrowed(chunk, scope);
      if (lines.count > 0) yield lines;
    }
  }
}

function narrowed(chunk: Chunk, { range, filters }: LineScope): Lines {
  const { head } = chunk;
  let at: Int32Array | undefined;
  let count = head.lines;
  const keep = (numbers: Int32Array, isKept: Uint8Array | ((value: number) => boolean)) => {
    const kept = at ?? new Int32Array(count);
    let n = 0;
    for (let k = 0; k < count; k++) {
      const place = at ? (at[k] as number) : k;
      const value = numbers[place] as number;
      if (typeof isKept === 'function' ? isKept(value) : isKept[value] === 1) kept[n++] = place;
    }
    at = kept;
    count = n;
  };
  if (chunk.has('gone')) keep(chunk.column('gone'), gone => gone === 0);
  if (range && (head.firstDay < range.from || head.lastDay > range.to))
    keep(chunk.column('day'), day => day >= range.from && day <= range.to);
  for (const { column, values, exclude } of filters) {
    const ids = new Set(values.map(v => v.id));
    keep(chunk.column(column), id => ids.has(id) !== exclude);
  }
  return { chunk, count, at };
}
