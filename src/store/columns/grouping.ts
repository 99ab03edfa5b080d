import { partsOf } from '../../core/calendar/days.js';
import { type Grain, periodOf } from '../../core/calendar/grain.js';
import { BufferPool, type ColumnName, type WideColumn } from './chunk.js';
import type { GroupBy, LookUp } from './line-scope.js';
import type { Lines } from './scan.js';

/**
 * Puts lines into groups: gives each group that comes along the next number from 0, and remembers what it
 * stands for.
 */
export interface Grouping {
  readonly columns: readonly ColumnName[];
  /** Set where each group has one customer's lines. */
  readonly isByCustomer?: boolean;
  /**
   * What each group stands for: value id, customer id, order id, first day of a period, weekday, month; 0 is
   * none.
   */
  readonly ids: readonly number[];
  /** The number of the group of each line in scope, in their order; there until the next lines are given. */
  numbersOf(lines: Lines): Int32Array;
}

export function groupingBy(by: GroupBy): Grouping {
  switch (by.kind) {
    case 'dimension':
      return byColumn(`d${by.dimension.id}`);
    case 'customer':
    case 'order':
      return byColumn(by.kind);
    case 'grain':
      return byDay(day => periodStart(by.grain, day));
    case 'weekday':
      return byDay(day => partsOf(day).weekday);
    case 'monthOfYear':
      return byDay(day => partsOf(day).month);
    case 'lookUp':
      return byLookUp(by);
  }
}

const periodStart = (grain: Grain, day: number): number => periodOf(grain, day).from;

/** The next number for each new id. Ids are small whole numbers, so an array finds their numbers. */
class Numbering {
  readonly ids: number[] = [];
  #numbers = new Int32Array(1_024);

  number(id: number): number {
    if (id >= this.#numbers.length) {
      const larger = new Int32Array(Math.max(id + 1, this.#numbers.length * 2));
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    const known = this.#numbers[id] as number;
    if (known !== 0) return known - 1;
    this.ids.push(id);
    this.#numbers[id] = this.ids.length;
    return this.ids.length - 1;
  }
}

function byColumn(column: Exclude<ColumnName, WideColumn>): Grouping {
  const numbering = new Numbering();
  const buffers = new BufferPool();
  return {
    columns: [column],
    isByCustomer: column === 'customer',
    ids: numbering.ids,
    numbersOf: lines => {
      const ids = lines.column(column);
      const numbers = buffers.numbers('numbers', false, ids.length) as Int32Array;
      for (let k = 0; k < ids.length; k++) numbers[k] = numbering.number(ids[k] as number);
      return numbers;
    },
  };
}

function byLookUp({ column, first, groups }: LookUp): Grouping {
  const numbering = new Numbering();
  const buffers = new BufferPool();
  return {
    columns: [column],
    ids: numbering.ids,
    numbersOf: lines => {
      const ids = lines.column(column);
      const numbers = buffers.numbers('numbers', false, ids.length) as Int32Array;
      for (let k = 0; k < ids.length; k++)
        numbers[k] = numbering.number(groups[(ids[k] as number) - first] ?? 0);
      return numbers;
    },
  };
}

function byDay(idOf: (day: number) => number): Grouping {
  const ids: number[] = [];
  const byId = new Map<number, number>();
  const byDay = new Map<number, number>();
  const buffers = new BufferPool();
  const numberOf = (day: number): number => {
    const id = idOf(day);
    let number = byId.get(id);
    if (number === undefined) {
      number = ids.push(id) - 1;
      byId.set(id, number);
    }
    byDay.set(day, number);
    return number;
  };
  return {
    columns: ['day'],
    ids,
    numbersOf: lines => {
      const days = lines.column('day');
      const numbers = buffers.numbers('numbers', false, days.length) as Int32Array;
      let lastDay = Number.NaN;
      let last = 0;
      for (let k = 0; k < days.length; k++) {
        const day = days[k] as number;
        if (day !== lastDay) {
          lastDay = day;
          last = byDay.get(day) ?? numberOf(day);
        }
        numbers[k] = last;
      }
      return numbers;
    },
  };
}

/** Pairs of groups up to here find their number in an array; more of them in a Map. */
const MOST_IN_ARRAY = 4_000_000;

/** Each pair of groups that occurs is a group; `pairs` has their numbers in `first` and `second`. */
export function groupingByPair(
  first: Grouping,
  second: Grouping,
): Grouping & { readonly pairs: readonly (readonly [number, number])[] } {
  const pairs: [number, number][] = [];
  const ids: number[] = [];
  // A row of the array for each first group, as wide as there are second groups so far.
  const known = new Map<number, number>();
  return {
    columns: [...first.columns, ...second.columns],
    ids,
    pairs,
    numbersOf: lines => {
      const [a, b] = [first.numbersOf(lines), second.numbersOf(lines)];
      const width = Math.max(1, second.ids.length);
      const isSmall = first.ids.length * width <= MOST_IN_ARRAY;
      const places = isSmall ? new Int32Array(first.ids.length * width).fill(-1) : undefined;
      for (let k = 0; k < a.length; k++) {
        const [x, y] = [a[k] as number, b[k] as number];
        const place = x * width + y;
        let number = places ? (places[place] as number) : -1;
        if (number < 0) {
          const key = x * 2 ** 26 + y;
          number = known.get(key) ?? -1;
          if (number < 0) {
            number = pairs.push([x, y]) - 1;
            ids.push(number);
            known.set(key, number);
          }
          if (places) places[place] = number;
        }
        a[k] = number;
      }
      return a;
    },
  };
}
