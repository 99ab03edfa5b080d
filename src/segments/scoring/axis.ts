/**
 * An axis of RFM scoring: the values of one of recency, frequency and monetary, and where they are cut into
 * groups.
 */

/** A method to cut an axis into groups. One file in scorings/ each. */
export interface Scoring {
  readonly name: string;
  /** What it does, in a few words. */
  readonly summary: string;
  /** Whether equal values may get different scores, by the customers' keys. */
  readonly splitsTies?: boolean;
  /** Cuts values into `bins` groups. */
  cut(axis: AxisValues, bins: number): AxisCuts;
}

/** The values of all customers on one axis. */
export interface AxisValues {
  /** As measured: days, a number, minor units. */
  readonly values: ArrayLike<number>;
  /** The same, rising. */
  readonly sorted: ArrayLike<number>;
  /** The smallest step that people count in: a day, an order, a major unit of money. */
  readonly step: number;
  /** True where few is good: days since the last order. */
  readonly isLowBest: boolean;
  /** Thresholds that a person gave, rising; in the unit of the values. */
  readonly cutoffs?: readonly number[];
  /** Customers' keys, by which equal values are put in order. Only asked for where ties are split. */
  keys(): KeyOrder;
}

/** The customers in the order of their keys (`compareKeys`). */
export interface KeyOrder {
  /** Place of each customer in the order of keys; places of others may lie between. */
  readonly rank: Int32Array;
  /** The key at a place. */
  readonly keys: readonly string[];
  /** The place of a key. */
  placeOf(key: string): number;
}

/** Where an axis is cut: between groups of rising values, one cut fewer than groups. */
export interface AxisCuts {
  /** In the unit of the values, rising; equal ones leave the group between them empty. */
  readonly at: readonly number[];
  /** Where a value goes that lies on a cut. */
  readonly onCut: 'below' | 'above';
  /** Where equal values are split: the key of the last customer below each cut. */
  readonly ties?: { readonly last: readonly string[]; readonly isFalling: boolean };
}

/** The group of a value, 1 for the lowest. `key` matters only where ties are split. */
export function groupOf(value: number, cuts: AxisCuts, key = ''): number {
  let group = 1;
  for (let i = 0; i < cuts.at.length; i++) {
    const at = cuts.at[i] as number;
    if (value > at || (value === at && isAboveTie(cuts, i, key))) group++;
  }
  return group;
}

function isAboveTie({ onCut, ties }: AxisCuts, i: number, key: string): boolean {
  if (!ties) return onCut === 'above';
  const order = compareKeys(key, ties.last[i] as string);
  return ties.isFalling ? order < 0 : order > 0;
}

/** The groups of all values. */
export function groupsOf(axis: AxisValues, cuts: AxisCuts): Uint8Array {
  const { values } = axis;
  const groups = new Uint8Array(values.length).fill(1);
  const order = cuts.ties ? axis.keys() : undefined;
  const sign = cuts.ties?.isFalling ? -1 : 1;
  for (let c = 0; c < cuts.at.length; c++) {
    const at = cuts.at[c] as number;
    const last = cuts.ties && order ? order.placeOf(cuts.ties.last[c] as string) : 0;
    for (let i = 0; i < groups.length; i++) {
      const value = values[i] as number;
      const isAbove =
        value > at ||
        (value === at && (order ? sign * ((order.rank[i] as number) - last) > 0 : cuts.onCut === 'above'));
      if (isAbove) groups[i] = (groups[i] as number) + 1;
    }
  }
  return groups;
}

/** Sizes of groups as equal as can be, the first ones one larger: SQL's `NTILE`. */
export const ntileSizes = (count: number, bins: number): number[] =>
  Array.from({ length: bins }, (_, i) => Math.floor(count / bins) + (i < count % bins ? 1 : 0));

/**
 * Cuts the customers, put in order by value and then by key, into groups of these sizes.
 * @param isFalling whether equal values go by falling key
 */
export function cutByRank(axis: AxisValues, sizes: readonly number[], isFalling = false): AxisCuts {
  const { sorted } = axis;
  const { keys } = axis.keys();
  const at: number[] = [];
  const last: string[] = [];
  let end = 0;
  for (const size of sizes.slice(0, -1)) {
    end += size;
    const value = end === 0 ? undefined : sorted[end - 1];
    // A group without anybody before it: everyone is above its cut.
    at.push(value ?? Number.MIN_SAFE_INTEGER);
    if (value === undefined) {
      last.push('');
      continue;
    }
    const equals = ranksOf(axis, value);
    const place = end - firstPlace(sorted, value) - 1;
    last.push(keys[equals[isFalling ? equals.length - 1 - place : place] as number] as string);
  }
  return { at, onCut: 'below', ties: { last, isFalling } };
}

/** The places, among the keys, of the customers who have a value; rising. */
function ranksOf(axis: AxisValues, value: number): Int32Array {
  const { rank } = axis.keys();
  const { values } = axis;
  const some: number[] = [];
  for (let i = 0; i < values.length; i++) if (values[i] === value) some.push(rank[i] as number);
  return Int32Array.from(some).sort();
}

/** Where a value stands first among sorted values. */
function firstPlace(sorted: ArrayLike<number>, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The order of customers' keys: whole numbers by size, before all others by their code units. Comparing any
 * two needs no other, so that the order of some never depends on who else is there.
 */
export function compareKeys(a: string, b: string): number {
  const [x, y] = [isWhole(a), isWhole(b)];
  if (x && y) return compareNumbers(a, b);
  if (x !== y) return x ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Keys in that order; each is looked at once, which a sort by `compareKeys` does not. */
export function sortedKeys(keys: readonly string[]): string[] {
  const whole = keys.filter(isWhole).sort(compareNumbers);
  return [...whole, ...keys.filter(key => !isWhole(key)).sort()];
}

const isWhole = (text: string): boolean => /^(?:0|[1-9]\d*)$/.test(text);
const compareNumbers = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
