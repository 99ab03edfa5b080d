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

/**
 * Adds the lines in scope up by group, by each of the groupings, in one pass.
 * @returns for each grouping its groups, in the order in which they come
 */
export async function addUp(
  db: Knex,
  scope: LineScope,
  groupings: readonly Grouping[],
  rating?: RatingColumn,
): Promise<GroupSums[][]> {
  const highest = Number((await db('customers').max({ id: 'id' }).first())?.id ?? 0);
  const adders = groupings.map(grouping => ({
    grouping,
    totals: new Totals(),
    seen: new SeenCustomers(highest),
  }));
  const columns = [...COLUMNS, ...groupings.flatMap(g => g.columns), ...(rating ? [rating.column] : [])];
  for await (const lines of scan(db, scope, columns)) {
    for (const { grouping, totals, seen } of adders) {
      const groups = grouping.numbersOf(lines);
      totals.makeRoom(grouping.ids.length);
      addLines(totals, seen, groups, lines);
      if (rating) addRatings(totals, groups, lines.column(rating.column), rating.ratingOf);
    }
  }
  return adders.map(({ grouping, totals }) => grouping.ids.map((id, g) => sumsOf(totals, id, g)));
}

function addLines(t: Totals, seen: SeenCustomers, groups: Int32Array, rows: Lines): void {
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
      if (seen.add(g, c)) (customers[g] as number)++;
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
  for await (const lines of scan(db, scope, ['order', 'customer', 'isReturn'])) {
    const [order, customer] = [lines.column('order'), lines.column('customer')];
    const isReturn = lines.column('isReturn');
    for (let i = 0; i < order.length; i++) {
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
