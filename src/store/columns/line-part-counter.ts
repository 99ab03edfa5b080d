import type { ColumnName } from './chunk.js';
import { bitOf, KNOWN_PARTS, LINE_PARTS, type LinePart } from './line-parts.js';
import type { Lines } from './scan.js';

/** What a part comes to, and which lines have it. Money in minor units. */
export interface PartFigures {
  readonly sum: number;
  readonly lines: number;
  /** Of the lines that have it. */
  readonly revenue: number;
}

/**
 * The parts of a group's lines. Discounts are those given on sales: what comes back comes back net of them.
 * All others are of sales less returns, where files have them for returns. A part that was not asked for is
 * nothing.
 */
export type LinePartSums = Readonly<Record<LinePart, PartFigures>> & {
  /** The revenue of all lines but returns. */
  readonly sales: number;
};

const NOTHING: PartFigures = { sum: 0, lines: 0, revenue: 0 };
/** The parts of no lines. */
export const NO_PARTS: LinePartSums = {
  sales: 0,
  discount: NOTHING,
  tax: NOTHING,
  shipping: NOTHING,
  tip: NOTHING,
  cost: NOTHING,
};

/** The sums of one part, by group. */
interface Sums {
  sum: Float64Array;
  lines: Float64Array;
  revenue: Float64Array;
}

/** Adds up some parts of lines, in one group or several, beside what a counter adds up anyway. */
export class LinePartCounter {
  readonly columns: readonly ColumnName[];
  #sales = new Float64Array(64);
  readonly #sums = new Map<LinePart, Sums>();

  constructor(parts: readonly LinePart[]) {
    this.columns = [KNOWN_PARTS, ...parts];
    for (const part of parts)
      this.#sums.set(part, { sum: this.#empty(), lines: this.#empty(), revenue: this.#empty() });
  }

  /**
   * @param groups the group of each line; all lines are of the first group unless given
   * @param count how many groups there are by now
   */
  take(lines: Lines, groups?: Int32Array, count = 1): void {
    this.#makeRoom(count);
    const [amount, isReturn] = [lines.column('amount'), lines.column('isReturn')];
    for (let i = 0; i < amount.length; i++)
      if (isReturn[i] === 0) this.#sales[groups ? groups[i]! : 0]! += amount[i]!;
    if (lines.only(KNOWN_PARTS) === 0) return;
    const known = lines.column(KNOWN_PARTS);
    for (const [part, { sum, lines: counts, revenue }] of this.#sums) {
      const bit = bitOf(part);
      const skipsReturns = part === 'discount';
      const values = lines.column(part);
      for (let i = 0; i < values.length; i++) {
        if ((known[i]! & bit) === 0 || (skipsReturns && isReturn[i] === 1)) continue;
        const g = groups ? groups[i]! : 0;
        sum[g]! += values[i]!;
        counts[g]!++;
        revenue[g]! += amount[i]!;
      }
    }
  }

  /** @param group its number, as in `take` */
  sums(group = 0): LinePartSums {
    const figures = { ...NO_PARTS, sales: this.#sales[group] ?? 0 };
    for (const part of LINE_PARTS) {
      const sums = this.#sums.get(part);
      if (sums)
        figures[part] = {
          sum: sums.sum[group] ?? 0,
          lines: sums.lines[group] ?? 0,
          revenue: sums.revenue[group] ?? 0,
        };
    }
    return figures;
  }

  #empty(): Float64Array {
    return new Float64Array(this.#sales.length);
  }

  #makeRoom(groups: number): void {
    if (groups <= this.#sales.length) return;
    const length = Math.max(groups, this.#sales.length * 2);
    const grown = (from: Float64Array) => {
      const larger = new Float64Array(length);
      larger.set(from);
      return larger;
    };
    this.#sales = grown(this.#sales);
    for (const sums of this.#sums.values()) {
      sums.sum = grown(sums.sum);
      sums.lines = grown(sums.lines);
      sums.revenue = grown(sums.revenue);
    }
  }
}
