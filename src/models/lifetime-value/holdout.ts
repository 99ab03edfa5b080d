import { expectedOrders } from './bg-nbd.js';
import { type Histories, historiesOf, type Orders, sortedPlaces, WEEK } from './histories.js';
import { amountOf } from './project.js';
import type { ShopModel, Unfit } from './shop-model.js';

/** How well figures of each customer were foretold: the total, and customer by customer. */
export interface Foretold {
  /** Minor units, if it is money. */
  readonly total: number;
  /** Pearson's correlation over customers; null where one of both is the same for all. */
  readonly correlation: number | null;
  /** By how much it was off for a customer on average. */
  readonly error: number;
}

/** The models, fitted on the first part of the history, against what came in the rest. */
export interface Holdout {
  /** The last day that the models knew of. */
  readonly cut: number;
  readonly days: number;
  readonly customers: number;
  readonly actualOrders: number;
  readonly orders: Foretold;
  readonly naiveOrders: Foretold;
  /** Minor units. */
  readonly actualValue: number;
  readonly value: Foretold;
  readonly naiveValue: Foretold;
}

/** The longest part that is held back. */
const MOST_DAYS = 365;

/**
 * Holds the last third of the history back, a year at most, and foretells it. The naive forecast is that each
 * customer does again what they did in as many days before: their repeat orders, and what these came to.
 */
export function holdoutOf(
  orders: Orders,
  through: number,
  { age }: Histories,
  modelOf: (histories: Histories) => Unfit | { model: ShopModel },
): Holdout | undefined {
  const length = age.reduce((most, d) => Math.max(most, d), 0);
  const days = Math.min(MOST_DAYS, Math.floor(length / 3));
  const cut = through - days;
  const before = historiesOf(orders, cut);
  const fitted = modelOf(before);
  if ('why' in fitted) return undefined;
  const count = before.customer.length;
  const later = repeatOrders(orders, before.customer, cut, through);
  const naive = repeatOrders(orders, before.customer, cut - days, cut);
  const [expected, worth] = [new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < count; i++) {
    const x = before.repeats[i]!;
    const history = { x, recency: before.recency[i]! / WEEK, age: before.age[i]! / WEEK };
    expected[i] = expectedOrders(fitted.model.orders, history, days / WEEK);
    worth[i] = expected[i]! * amountOf(fitted.model, x, before.mean[i]!);
  }
  return {
    cut,
    days,
    customers: count,
    actualOrders: total(later.count),
    orders: foretold(expected, later.count),
    naiveOrders: foretold(naive.count, later.count),
    actualValue: total(later.value),
    value: foretold(worth, later.value),
    naiveValue: foretold(naive.value, later.value),
  };
}

/** Days on which known customers ordered again, after a day and up to another, and what that came to. */
function repeatOrders(orders: Orders, known: Int32Array, after: number, through: number) {
  const place = new Map(Array.from(known, (id, i) => [id, i]));
  const [count, value] = [new Float64Array(known.length), new Float64Array(known.length)];
  let [customer, first, last] = [0, 0, 0];
  for (const i of sortedPlaces(orders)) {
    const [id, day] = [orders.customer[i]!, orders.day[i]!];
    const isReturn = orders.isReturn[i] === 1;
    if (id !== customer) [customer, first, last] = [id, NEVER, NEVER];
    if (first === NEVER && !isReturn) [first, last] = [day, day];
    const at = place.get(id);
    if (at === undefined || first === NEVER || day <= after || day > through) continue;
    if (day > first || isReturn) value[at]! += orders.amount[i]!;
    if (day === last || isReturn) continue;
    count[at]!++;
    last = day;
  }
  return { count, value };
}

const NEVER = Number.NEGATIVE_INFINITY;

/** Sums in thousandths, which are exact in any order of the customers. */
const total = (values: Float64Array): number =>
  values.reduce((sum, v) => sum + Math.round(v * 1000), 0) / 1000;

function foretold(expected: Float64Array, actual: Float64Array): Foretold {
  const off = expected.map((v, i) => Math.abs(v - actual[i]!));
  return {
    total: total(expected),
    correlation: correlationOf(expected, actual),
    error: total(off) / Math.max(1, expected.length),
  };
}

function correlationOf(a: Float64Array, b: Float64Array): number | null {
  const [meanA, meanB] = [total(a) / a.length, total(b) / b.length];
  let [together, ofA, ofB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    together += (a[i]! - meanA) * (b[i]! - meanB);
    ofA += (a[i]! - meanA) ** 2;
    ofB += (b[i]! - meanB) ** 2;
  }
  const spread = Math.sqrt(ofA * ofB);
  // The last digits depend on the order of the customers.
  return spread > 0 ? Math.round((together / spread) * 1e6) / 1e6 : null;
}
