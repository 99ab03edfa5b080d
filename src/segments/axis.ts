/**
 * An axis of RFM scoring: the values of one of recency, frequency and monetary, and where they are cut into groups.
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

/** The customers in the order of their keys. */
export interface KeyOrder {
  /** Key of each customer. */
  readonly key: readonly string[];
  /** Place of each customer among the sorted keys, from 0. */
  readonly rank: ArrayLike<number>;
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
  const key = cuts.ties ? axis.keys().key : undefined;
  const isAbove = cuts.onCut === 'above' && !key;
  for (let c = 0; c < cuts.at.length; c++) {
    const at = cuts.at[c] as number;
    for (let i = 0; i < groups.length; i++) {
      const value = values[i] as number;
      if (value > at || (value === at && (key ? isAboveTie(cuts, c, key[i] as string) : isAbove)))
        groups[i] = (groups[i] as number) + 1;
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
  const { values } = axis;
  const { key, rank } = axis.keys();
  const sign = isFalling ? -1 : 1;
  const order = Int32Array.from({ length: values.length }, (_, i) => i).sort(
    (a, b) =>
      (values[a] as number) - (values[b] as number) || sign * ((rank[a] as number) - (rank[b] as number)),
  );
  const at: number[] = [];
  const last: string[] = [];
  let end = 0;
  for (const size of sizes.slice(0, -1)) {
    end += size;
    const place = order[end - 1];
    // A group without anybody before it: everyone is above its cut.
    at.push(place === undefined ? Number.MIN_SAFE_INTEGER : (values[place] as number));
    last.push(place === undefined ? '' : (key[place] as string));
  }
  return { at, onCut: 'below', ties: { last, isFalling } };
}

/**
 * The order of customers' keys: whole numbers by size, before all others by their code points. Comparing any two needs
 * no other, so that the order of some never depends on who else is there.
 */
export function compareKeys(a: string, b: string): number {
  const [x, y] = [isWhole(a), isWhole(b)];
  if (x && y && a.length !== b.length) return a.length - b.length;
  if (x !== y) return x ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

const isWhole = (text: string): boolean => /^(?:0|[1-9]\d*)$/.test(text);
