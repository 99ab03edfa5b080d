import type { Knex } from 'knex';
import type { LineScope } from '../sums.js';
import type { ColumnName } from './chunk.js';
import type { Grouping } from './grouping.js';
import { type Lines, scan } from './scan.js';
import { SeenCustomers } from './seen.js';

/** Exact sums of one group of lines. Money in minor units, quantity in thousandths. */
export interface GroupSums {
  /** What the group stands for (Grouping.ids). */
  readonly id: number;
  readonly revenue: number;
  readonly lines: number;
  /** Distinct orders with at least one line that is not a return. */
  readonly orders: number;
  readonly customers: number;
  readonly quantity: number;
  readonly linesWithoutCustomer: number;
  readonly returns: number;
  /** The sum and the number of ratings, where lines carry one. */
  readonly ratingSum: number;
  readonly ratings: number;
}

/** Which column carries ratings, and what its values count; NaN for a value that is no number. */
export interface RatingColumn {
  readonly column: `d${number}`;
  readonly ratingOf: ReadonlyMap<number, number>;
}

/** Sums that grow with the groups. */
class Totals {
  revenue: Float64Array = new Float64Array(64);
  quantity: Float64Array = new Float64Array(64);
  ratingSum: Float64Array = new Float64Array(64);
  ratings: Int32Array = new Int32Array(64);
  lines: Int32Array = new Int32Array(64);
  orders: Int32Array = new Int32Array(64);
  customers: Int32Array = new Int32Array(64);
  withoutCustomer: Int32Array = new Int32Array(64);
  returns: Int32Array = new Int32Array(64);
  lastOrder: Int32Array = new Int32Array(64);
  lastCustomer: Int32Array = new Int32Array(64);

  makeRoom(groups: number): void {
    if (groups <= this.revenue.length) return;
    const length = Math.max(groups, this.revenue.length * 2);
    const wider = (a: Int32Array) => grown(a, new Int32Array(length));
    const wide = (a: Float64Array) => grown(a, new Float64Array(length));
    this.revenue = wide(this.revenue);
    this.quantity = wide(this.quantity);
    this.ratingSum = wide(this.ratingSum);
    this.ratings = wider(this.ratings);
    this.lines = wider(this.lines);
    this.orders = wider(this.orders);
    this.customers = wider(this.customers);
    this.withoutCustomer = wider(this.withoutCustomer);
    this.returns = wider(this.returns);
    this.lastOrder = wider(this.lastOrder);
    this.lastCustomer = wider(this.lastCustomer);
  }
}

function grown<A extends Int32Array | Float64Array>(from: A, into: A): A {
  into.set(from);
  return into;
}

const COLUMNS: readonly ColumnName[] = ['order', 'customer', 'quantity', 'amount', 'isReturn'];

/** Something that is counted over lines, as a pass brings them along. */
export interface Counter {
  readonly columns: readonly ColumnName[];
  take(lines: Lines): void;
}

/** Has each counter see all lines in scope, in one pass. */
export async function countAll(db: Knex, scope: LineScope, counters: readonly Counter[]): Promise<void> {
  const columns = counters.flatMap(c => c.columns);
  for await (const lines of scan(db, scope, columns)) for (const counter of counters) counter.take(lines);
}

/** The highest id of a customer: what distinct customers are counted by. */
export async function highestCustomer(db: Knex): Promise<number> {
  return Number((await db('customers').max({ id: 'id' }).first())?.id ?? 0);
}

/** Adds lines up by group; groups in the order in which they come. */
export class GroupCounter implements Counter {
  readonly columns: readonly ColumnName[];
  readonly #totals = new Totals();
  readonly #seen: SeenCustomers;
  readonly #rating: RatingColumn | undefined;

  constructor(
    private readonly grouping: Grouping,
    highest: number,
    rating?: RatingColumn,
  ) {
    this.#rating = rating;
    this.#seen = new SeenCustomers(highest);
    this.columns = [...COLUMNS, ...grouping.columns, ...(rating ? [rating.column] : [])];
  }

  take(lines: Lines): void {
    const { grouping } = this;
    const rating = this.#rating;
    const groups = grouping.numbersOf(lines);
    this.#totals.makeRoom(grouping.ids.length);
    // A group of one customer's lines has one customer.
    addLines(this.#totals, grouping.isByCustomer ? undefined : this.#seen, groups, lines);
    if (rating) addRatings(this.#totals, groups, lines.column(rating.column), rating.ratingOf);
  }

  sums(): GroupSums[] {
    const { ids, isByCustomer } = this.grouping;
    const t = this.#totals;
    if (isByCustomer) t.customers = Int32Array.from(ids, id => (id === 0 ? 0 : 1));
    return ids.map((id, g) => sumsOf(t, id, g));
  }
}

function addLines(t: Totals, seen: SeenCustomers | undefined, groups: Int32Array, rows: Lines): void {
  const order = rows.column('order');
  const customer = rows.column('customer');
  const quantity = rows.column('quantity');
  const amount = rows.column('amount');
  const isReturn = rows.column('isReturn');
  const { revenue, quantity: quantities, lines, orders, customers } = t;
  const { withoutCustomer, returns, lastOrder, lastCustomer } = t;
  for (let i = 0; i < groups.length; i++) {
    const g = groups[i] as number;
    (revenue[g] as number) += amount[i] as number;
    (quantities[g] as number) += quantity[i] as number;
    (lines[g] as number)++;
    if (isReturn[i] === 1) (returns[g] as number)++;
    else if (lastOrder[g] !== order[i]) {
      lastOrder[g] = order[i] as number;
      (orders[g] as number)++;
    }
    const c = customer[i] as number;
    if (c === 0) (withoutCustomer[g] as number)++;
    else if (lastCustomer[g] !== c) {
      lastCustomer[g] = c;
      if (seen?.add(g, c)) (customers[g] as number)++;
    }
  }
}

const sumsOf = (t: Totals, id: number, g: number): GroupSums => ({
  id,
  revenue: t.revenue[g] ?? 0,
  lines: t.lines[g] ?? 0,
  orders: t.orders[g] ?? 0,
  customers: t.customers[g] ?? 0,
  quantity: t.quantity[g] ?? 0,
  linesWithoutCustomer: t.withoutCustomer[g] ?? 0,
  returns: t.returns[g] ?? 0,
  ratingSum: t.ratingSum[g] ?? 0,
  ratings: t.ratings[g] ?? 0,
});

function addRatings(
  t: Totals,
  groups: Int32Array,
  values: Int32Array,
  ratingOf: ReadonlyMap<number, number>,
): void {
  for (let k = 0; k < groups.length; k++) {
    const rating = ratingOf.get(values[k] as number);
    if (rating === undefined) continue;
    const g = groups[k] as number;
    (t.ratingSum[g] as number) += rating;
    (t.ratings[g] as number)++;
  }
}

/** Adds all lines up, in one group: the same sums, with less work for each line. */
export class TotalCounter implements Counter {
  readonly columns: readonly ColumnName[];
  readonly #seen: Uint8Array;
  readonly #rating: RatingColumn | undefined;
  #sums: { -readonly [K in keyof GroupSums]: GroupSums[K] } = { ...NO_SUMS };
  #lastOrder = 0;

  constructor(highest: number, rating?: RatingColumn) {
    this.#seen = new Uint8Array(highest + 1);
    this.#rating = rating;
    this.columns = [...COLUMNS, ...(rating ? [rating.column] : [])];
  }

  take(rows: Lines): void {
    const [order, customer] = [rows.column('order'), rows.column('customer')];
    const [quantity, amount, isReturn] = [
      rows.column('quantity'),
      rows.column('amount'),
      rows.column('isReturn'),
    ];
    const seen = this.#seen;
    let [revenue, units, orders, customers, without, returns] = [0, 0, 0, 0, 0, 0];
    let last = this.#lastOrder;
    for (let i = 0; i < order.length; i++) {
      revenue += amount[i] as number;
      units += quantity[i] as number;
      if (isReturn[i] === 1) returns++;
      else if (order[i] !== last) {
        last = order[i] as number;
        orders++;
      }
      const c = customer[i] as number;
      if (c === 0) without++;
      else if (seen[c] === 0) {
        seen[c] = 1;
        customers++;
      }
    }
    this.#lastOrder = last;
    const s = this.#sums;
    this.#sums = {
      ...s,
      revenue: s.revenue + revenue,
      quantity: s.quantity + units,
      lines: s.lines + order.length,
      orders: s.orders + orders,
      customers: s.customers + customers,
      linesWithoutCustomer: s.linesWithoutCustomer + without,
      returns: s.returns + returns,
    };
    if (this.#rating) this.#addRatings(rows.column(this.#rating.column), this.#rating.ratingOf);
  }

  #addRatings(values: Int32Array, ratingOf: ReadonlyMap<number, number>): void {
    for (let i = 0; i < values.length; i++) {
      const rating = ratingOf.get(values[i] as number);
      if (rating === undefined) continue;
      this.#sums.ratingSum += rating;
      this.#sums.ratings++;
    }
  }

  sums(): GroupSums {
    return this.#sums;
  }
}

/** The sums of nothing. */
export const NO_SUMS: GroupSums = {
  id: 0,
  revenue: 0,
  lines: 0,
  orders: 0,
  customers: 0,
  quantity: 0,
  linesWithoutCustomer: 0,
  returns: 0,
  ratingSum: 0,
  ratings: 0,
};

/** Distinct orders of each customer, and the revenue of each day; an order of returns alone is none. */
export class OverviewCounter implements Counter {
  readonly columns = ['order', 'customer', 'isReturn', 'day', 'amount'] as const;
  /** By customer id. */
  readonly orders: Int32Array;
  /** Minor units. */
  readonly revenueByDay = new Map<number, number>();
  readonly #last: Int32Array;

  constructor(highest: number) {
    this.orders = new Int32Array(highest + 1);
    this.#last = new Int32Array(highest + 1);
  }

  take(lines: Lines): void {
    const [order, customer] = [lines.column('order'), lines.column('customer')];
    const isReturn = lines.column('isReturn');
    const [orders, last] = [this.orders, this.#last];
    let before = 0;
    let buyer = 0;
    for (let i = 0; i < order.length; i++) {
      const [id, c] = [order[i] as number, customer[i] as number];
      // Most lines are of the order and customer before them.
      if ((id === before && c === buyer) || isReturn[i] === 1) continue;
      before = id;
      buyer = c;
      if (c === 0 || last[c] === id) continue;
      last[c] = id;
      (orders[c] as number)++;
    }
    this.#takeDays(lines.column('day'), lines.column('amount'));
  }

  #takeDays(days: Int32Array, amounts: Float64Array): void {
    for (let from = 0; from < days.length; ) {
      const day = days[from] as number;
      let sum = 0;
      let to = from;
      for (; to < days.length && days[to] === day; to++) sum += amounts[to] as number;
      this.revenueByDay.set(day, (this.revenueByDay.get(day) ?? 0) + sum);
      from = to;
    }
  }

  /** How many customers ordered at least once, and at least twice. */
  repeat(): { readonly once: number; readonly twice: number } {
    let [once, twice] = [0, 0];
    for (const count of this.orders) {
      if (count >= 1) once++;
      if (count >= 2) twice++;
    }
    return { once, twice };
  }
}
