import type { DayRange } from '../../core/calendar/grain.js';
import type { Filter, LineMask } from './line-scope.js';

/**
 * The places of a chunk's lines that are kept. A loop for each kind of test: one that calls a function for
 * each line takes several times as long.
 */
export class Places {
  count: number;

  /** @param at those of some lines; of all lines unless given. It is changed. */
  constructor(
    lines: number,
    public at?: Int32Array,
  ) {
    this.count = at?.length ?? lines;
  }

  keepEqual(numbers: Int32Array, wanted: number): void {
    const { at, count, kept } = this.#start();
    let n = 0;
    for (let k = 0; k < count; k++) {
      const place = at ? (at[k] as number) : k;
      if (numbers[place] === wanted) kept[n++] = place;
    }
    this.#end(kept, n);
  }

  keepRange(numbers: Int32Array, { from, to }: DayRange): void {
    const { at, count, kept } = this.#start();
    let n = 0;
    for (let k = 0; k < count; k++) {
      const place = at ? (at[k] as number) : k;
      const value = numbers[place] as number;
      if (value >= from && value <= to) kept[n++] = place;
    }
    this.#end(kept, n);
  }

  keepMarked(numbers: Int32Array, { first, marks, keepsOthers }: Marked): void {
    const { at, count, kept } = this.#start();
    const outside = keepsOthers ? 1 : 0;
    let n = 0;
    for (let k = 0; k < count; k++) {
      const place = at ? (at[k] as number) : k;
      const i = (numbers[place] as number) - first;
      const mark = i >= 0 && i < marks.length ? marks[i] : outside;
      if (mark === 1) kept[n++] = place;
    }
    this.#end(kept, n);
  }

  #start() {
    const { at, count } = this;
    return { at, count, kept: at ?? new Int32Array(count) };
  }

  #end(kept: Int32Array, count: number): void {
    this.at = kept;
    this.count = count;
  }
}

/** Which ids of a column are kept, as marks. */
export type Marked = Pick<LineMask, 'first' | 'marks' | 'keepsOthers'> & {
  readonly column: Filter['column'] | LineMask['column'];
};

/** A filter as marks of ids, up to the highest of its values. */
export function markedBy({ column, values, exclude }: Filter): Marked {
  const marks = new Uint8Array(values.reduce((most, { id }) => Math.max(most, id), 0) + 1);
  if (exclude) marks.fill(1);
  for (const { id } of values) marks[id] = exclude ? 0 : 1;
  return { column, first: 0, marks, keepsOthers: exclude };
}
