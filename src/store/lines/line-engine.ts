import type {
  CohortCells,
  CustomerPurchases,
  CustomerSums,
  Filter,
  GroupBy,
  GroupSums,
  IdSums,
  LinePart,
  LineScope,
  Lines,
  OrderList,
  PartSums,
  RatingColumn,
  Scan,
  ValueFilter,
} from '../columns/index.js';
import type { StoreReader } from '../engine/transaction.js';

/** What is added up beside the usual figures of lines. */
export interface SumOptions {
  readonly rating?: RatingColumn | undefined;
  readonly parts?: readonly LinePart[] | undefined;
  /**
   * Whether the distinct customers of each group are needed (they are, if nothing is said): it takes longer.
   */
  readonly countsCustomers?: boolean | undefined;
}

/** The sums of a pair of groups. */
export type PairSums = GroupSums & { readonly first: number; readonly second: number };

/** Sums of all lines in scope, of their groups by each of some groupings, and of pairs of groups. */
export interface SumsOfEach {
  readonly total: GroupSums;
  readonly groups: GroupSums[][];
  readonly pairs: PairSums[];
}

/** What orders come to in a group; `ids` says what it stands for in each grouping. */
export interface OrderTotals {
  readonly ids: readonly number[];
  /** Ascending, minor units. */
  readonly totals: Float64Array;
}

/** All that an overview needs of the lines in scope. */
export interface Overview {
  readonly total: GroupSums;
  /** How many customers ordered at least once, and at least twice. */
  readonly repeat: { readonly once: number; readonly twice: number };
  /** Minor units. */
  readonly revenueByDay: ReadonlyMap<number, number>;
  /** The lines of the part that was asked for. */
  readonly part: PartSums | undefined;
}

/** What the lines in scope bring by customer, by day and by the values of dimensions. */
export interface ScopeSums {
  /** By customer id, without returns; 0 is none. */
  readonly byCustomer: IdSums;
  /** Of each dimension by value id, returns subtracted; 0 is none. */
  readonly byValue: readonly IdSums[];
  /** Returns subtracted; minor units. */
  readonly revenueByDay: ReadonlyMap<number, number>;
  /** Return lines, and what they come to: usually below zero. */
  readonly returns: { readonly lines: number; readonly revenue: number };
  readonly linesWithoutCustomer: number;
}

/** Which customers are in which cohort, and which days are in which period. */
export interface CohortPlan {
  /** Each customer's cohort by id: the period of their first order, -1 for none. */
  readonly cohortOf: Int32Array;
  /** The period of each day from `firstDay` on. */
  readonly periodOf: Int32Array;
  readonly firstDay: number;
  readonly periods: number;
}

/** Whose purchases, and up to which day. */
export interface PurchaseScope {
  readonly through: number;
  readonly filters: readonly Filter[];
}

/**
 * What adds up the order lines of a store, of what one reader sees: all that the rest of Shopkeeper asks of
 * them. Groups and orders come in the order in which their lines lie. Money is in minor units, quantities in
 * thousandths. All figures are exact.
 */
export interface LineEngine {
  /** What is rarely asked is made of it. */
  readonly scan: Scan;
  count(scope: LineScope): Promise<number>;
  /** The sums for each group, without the total. */
  groups(scope: LineScope, by: GroupBy, options: SumOptions): Promise<GroupSums[]>;
  /** @param pair of which the pairs that occur are added up as well */
  sums(
    scope: LineScope,
    bys: readonly GroupBy[],
    options: SumOptions & { readonly pair?: readonly [GroupBy, GroupBy] },
  ): Promise<SumsOfEach>;
  /**
   * @param before who had ordered before, by customer id: they count as having ordered twice
   * @param part values whose lines are added up on their own as well
   */
  overview(
    scope: LineScope,
    options: SumOptions & {
      readonly before?: Uint8Array | undefined;
      readonly part?: ValueFilter | undefined;
    },
  ): Promise<Overview>;
  /** @param dimensions their columns */
  scopeSums(scope: LineScope, dimensions: readonly `d${number}`[]): Promise<ScopeSums>;
  customers(scope: LineScope): Promise<CustomerSums>;
  /** Marks, by id, the customers with a line that is no return. */
  buyers(scope: LineScope): Promise<Uint8Array>;
  /** In how many groups each customer, by id, has a line that is no return. */
  variety(scope: LineScope, by: GroupBy): Promise<Int32Array>;
  /** The day of each customer's first order, by id; `none`, later than all days, where there is none. */
  firstDays(scope: LineScope, none: number): Promise<Int32Array>;
  purchases(scope: PurchaseScope, options: { readonly withDays?: boolean }): Promise<CustomerPurchases>;
  /**
   * Purchases as of each of several days, of all lines.
   * @param days rising
   * @param take is given the figures as of each day in turn, in arrays that the next day's overwrite
   */
  purchasesAsOfEach(
    days: readonly number[],
    options: { readonly withDays?: boolean },
    take: (figures: CustomerPurchases, day: number) => Promise<void> | void,
  ): Promise<void>;
  cohorts(scope: LineScope, plan: CohortPlan): Promise<CohortCells>;
  /** @param areReturns lists the orders that have only returns instead */
  orders(scope: LineScope, areReturns?: boolean): Promise<OrderList>;
  /**
   * What the orders of each group come to, of none, one or two groupings. Of an order in several groups each
   * has its part; one that has only returns is left out.
   */
  orderTotals(scope: LineScope, bys: readonly GroupBy[]): Promise<OrderTotals[]>;
  /** The amounts of all lines except returns, ascending, by group. */
  amounts(scope: LineScope, by: GroupBy): Promise<Map<number, Float64Array>>;
  /** The last day on which each group sold something. */
  lastDays(scope: LineScope, by: GroupBy): Promise<Map<number, number>>;
}

/** Makes an engine for what a reader sees. */
export type LineEngineFor = (reader: StoreReader) => LineEngine;

export type { Lines };
