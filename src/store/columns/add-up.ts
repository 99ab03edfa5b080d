import type { Knex } from 'knex';
import type { LineScope } from '../sums.js';
import type { ColumnName } from './chunk.js';
import type { Grouping } from './grouping.js';
import { PairSet } from './pair-set.js';
import { scan } from './scan.js';

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

/** Adds the lines in scope up by group, in one pass; groups in the order in which they come. */
export async function addUp(
  db: Knex,
  scope: LineScope,
  grouping: Grouping,
  rating?: RatingColumn,
): Promise<GroupSums[]> {
  const t = new Totals();
  const seen = new PairSet();
  const columns = [...COLUMNS, ...grouping.columns, ...(rating ? [rating.column] : [])];
  for await (const lines of scan(db, scope, columns)) {
    const groups = grouping.numbersOf(lines);
    t.makeRoom(grouping.ids.length);
    const { chunk, count, at } = lines;
    const order = chunk.column('order');
    const customer = chunk.column('customer');
    const quantity = chunk.column('quantity');
    const amount = chunk.column('amount');
    const isReturn = chunk.column('isReturn');
    const { revenue, quantity: quantities, lines: counts, orders, customers } = t;
    const { withoutCustomer, returns, lastOrder, lastCustomer } = t;
    for (let k = 0; k < count; k++) {
      const i = at === undefined ? k : (at[k] as number);
      const g = groups[k] as number;
      (revenue[g] as number) += amount[i] as number;
      (quantities[g] as number) += quantity[i] as number;
      (counts[g] as number)++;
      if (isReturn[i] === 1) (returns[g] as number)++;
      else if (lastOrder[g] !== order[i]) {
        lastOrder[g] = order[i] as number;
        (orders[g] as number)++;
      }
      const c = customer[i] as number;
      if (c === 0) (withoutCustomer[g] as number)++;
      else if (lastCustomer[g] !== c) {
        lastCustomer[g] = c;
        if (seen.add(g, c)) (customers[g] as number)++;
      }
    }
    if (rating) addRatings(t, groups, lines.chunk.column(rating.column), at, rating.ratingOf);
  }
  return grouping.ids.map((id, g) => ({
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
  }));
}

function addRatings(
  t: Totals,
  groups: Int32Array,
  values: Int32Array,
  at: Int32Array | undefined,
  ratingOf: ReadonlyMap<number, number>,
): void {
  for (let k = 0; k < groups.length; k++) {
    const rating = ratingOf.get(values[at ? (at[k] as number) : k] as number);
    if (rating === undefined) continue;
    const g = groups[k] as number;
    (t.ratingSum[g] as number) += rating;
    (t.ratings[g] as number)++;
  }
}

/** How many customers ordered at least once, and at least twice, in scope. */
export async function repeatCustomers(db: Knex, scope: LineScope): Promise<{ once: number; twice: number }> {
  const orders = await ordersByCustomer(db, scope);
  let [once, twice] = [0, 0];
  for (const count of orders) {
    if (count >= 1) once++;
    if (count >= 2) twice++;
  }
  return { once, twice };
}

/** Distinct orders of each customer in scope, by customer id; an order of returns alone is none. */
export async function ordersByCustomer(db: Knex, scope: LineScope): Promise<Int32Array> {
  let counts: Int32Array = new Int32Array(1_024);
  let last: Int32Array = new Int32Array(1_024);
  for await (const { chunk, count, at } of scan(db, scope, ['order', 'customer', 'isReturn'])) {
    const [order, customer, isReturn] = [
      chunk.column('order'),
      chunk.column('customer'),
      chunk.column('isReturn'),
    ];
    for (let k = 0; k < count; k++) {
      const i = at === undefined ? k : (at[k] as number);
      const c = customer[i] as number;
      if (c === 0 || isReturn[i] === 1) continue;
      if (c >= counts.length) {
        const length = Math.max(c + 1, counts.length * 2);
        counts = grown(counts, new Int32Array(length));
        last = grown(last, new Int32Array(length));
      }
      if (last[c] === order[i]) continue;
      last[c] = order[i] as number;
      (counts[c] as number)++;
    }
  }
  return counts;
}
