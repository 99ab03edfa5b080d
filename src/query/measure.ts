import type { Unit } from '../core/answer/answer.js';
import { decimalsOf } from '../core/money/currencies.js';
import { toMajor } from '../core/money/money.js';
import { averageOf } from '../measures/measures.js';
import { type GroupSums, type LinePart, NO_SUMS } from '../store/scope/sums.js';
import type { Dimension } from '../store/tables/dimensions.js';

/**
 * The lines that sums are made of: all; those with a customer; what was sold in customers' orders, their
 * first and their later ones; those of cancelled orders; returns; and those whose status says returned.
 */
export type Part = 'all' | 'known' | 'buying' | 'first' | 'later' | 'cancelled' | 'returns' | 'returned';

/** What the data must have for a measure: a figure beside revenue is added up with it. */
export type Needed =
  | 'orders'
  | 'customers'
  | 'quantity'
  | 'ratings'
  | 'status'
  | 'returned'
  | 'products'
  | LinePart;

/** What is expected of the customers of a group, each counted once. Value in minor units. */
export interface Expected {
  readonly orders: number;
  readonly value: number;
  /** The sum of the probabilities that those with a repeat order have not left, and how many they are. */
  readonly alive: number;
  readonly repeaters: number;
}

export const NOTHING_EXPECTED: Expected = { orders: 0, value: 0, alive: 0, repeaters: 0 };

/** What a group has been added up to. */
export interface GroupFigures {
  /** The sums of a part of the lines. */
  of(part: Part): GroupSums;
  /** What each order of the group comes to, ascending, in minor units; empty unless a measure asks for it. */
  readonly orderTotals: Float64Array;
  /** Nothing unless a measure asks for it. */
  readonly expected: Expected;
  /** Distinct products on the lines; 0 unless a measure asks for it. */
  readonly products: number;
  /** Means and medians of columns of numbers that are asked for, by the keys of their measures. */
  readonly numbers: ReadonlyMap<string, number | null>;
}

/** The figures of a group without lines. */
export const NO_FIGURES: GroupFigures = {
  of: () => NO_SUMS,
  orderTotals: new Float64Array(0),
  expected: NOTHING_EXPECTED,
  products: 0,
  numbers: new Map(),
};

/** What has the numbers of a column: each customer has one age, each order its discount. */
export type Bearer = 'customers' | 'orders' | 'lines';

/** The numbers of a column as a measure is made of them. */
export interface NumbersMeasured {
  readonly dimension: Dimension;
  readonly bearer: Bearer;
  readonly isMedian: boolean;
}

/** A figure that a query can ask for. Ratios are of sums, never means of ratios. */
export interface QueryMeasure {
  /** `average-order` */
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
  /** What it is, for docs and `describe`. */
  readonly formula: string;
  /** What stands behind a figure in a sentence: `12 orders`. Money says itself. */
  readonly nouns?: readonly [one: string, many: string];
  /** Parts of the lines, beside all of them, that it is made of. */
  readonly parts?: readonly Part[];
  readonly needsOrderTotals?: boolean;
  /** Whether it is expected of customers, rather than added up from lines. */
  readonly isExpected?: boolean;
  readonly needs?: readonly Needed[];
  /** The column of numbers that it is the mean or median of. */
  readonly numbers?: NumbersMeasured;
  /** Whether the figures of groups add up to that of all of them: revenue does, customers do not. */
  readonly addsUp: boolean;
  /** Whether it is a mean or a rate, of which a group has no part. */
  readonly isRatio?: boolean;
  /** Money in major units; null where there is nothing to divide by. */
  of(figures: GroupFigures, currency: string): number | null;
}

/** Minor units as major ones. */
export const major = (minor: number, currency: string): number => toMajor(minor, decimalsOf(currency));
/** Money by a number of something; null where there is none of it. */
export const perUnit = (minor: number, by: number, currency: string): number | null =>
  by === 0 ? null : averageOf(minor, by, currency);
/** A part of a whole, rounded; null of nothing. */
export const ratio = (part: number, whole: number, decimals = 6): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10 ** decimals) / 10 ** decimals + 0;
