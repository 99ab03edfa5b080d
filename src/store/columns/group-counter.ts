import type { ColumnName } from './chunk.js';
import { type Counter, type GroupSums, type RatingColumn, SUMMED } from './counter.js';
import type { Grouping } from './grouping.js';
import { LinePartCounter } from './line-part-counter.js';
import type { LinePart } from './line-parts.js';
import type { Lines } from './scan.js';
import { SeenCustomers } from './seen.js';

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

/** Adds lines up by group; groups in the order in which they come. */
export class GroupCounter implements Counter {
  readonly columns: readonly ColumnName[];
  readonly #totals = new Totals();
  readonly #seen: SeenCustomers | undefined;
  readonly #rating: RatingColumn | undefined;
  readonly #parts: LinePartCounter | undefined;

  /**
   * @param highest the highest customer id; undefined leaves distinct customers uncounted, which is faster
   */
  constructor(
    private readonly grouping: Grouping,
    highest: number | undefined,
    rating?: RatingColumn,
    parts: readonly LinePart[] = [],
  ) {
    this.#rating = rating;
    this.#parts = parts.length === 0 ? undefined : new LinePartCounter(parts);
    // A group of one customer's lines has one customer.
    this.#seen = highest === undefined || grouping.isByCustomer ? undefined : new SeenCustomers(highest);
    this.columns = [
      ...SUMMED,
      ...grouping.columns,
      ...(rating ? [rating.column] : []),
      ...(this.#parts?.columns ?? []),
    ];
  }

  take(lines: Lines): void {
    const { grouping } = this;
    const rating = this.#rating;
    const groups = grouping.numbersOf(lines);
    this.#totals.makeRoom(grouping.ids.length);
    addLines(this.#totals, this.#seen, groups, lines);
    if (rating) addRatings(this.#totals, groups, lines.column(rating.column), rating.ratingOf);
    this.#parts?.take(lines, groups, grouping.ids.length);
  }

  sums(): GroupSums[] {
    const { ids, isByCustomer } = this.grouping;
    const t = this.#totals;
    if (isByCustomer) t.customers = Int32Array.from(ids, id => (id === 0 ? 0 : 1));
    const parts = this.#parts;
    return ids.map((id, g) => ({ ...sumsOf(t, id, g), ...(parts && { parts: parts.sums(g) }) }));
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
    else if (seen !== undefined && lastCustomer[g] !== c) {
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
