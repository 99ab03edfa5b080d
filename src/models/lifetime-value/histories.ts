/** Customers' orders, and their returns, one entry for each, in any order. Amounts in minor units. */
export interface Orders {
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly amount: Float64Array;
  /** 1 of returns that are booked by themselves, with an amount below zero. */
  readonly isReturn: Uint8Array;
}

/**
 * What the models know of each customer: position i is one customer throughout. Not as in segments: orders
 * of one day are one, the first does not count, and neither does what it came to.
 */
export interface Histories {
  /** Rising. */
  readonly customer: Int32Array;
  /** Days with an order after that of the first: `frequency` in the literature, x. */
  readonly repeats: Int32Array;
  /** Days from the first to the last order: `recency`, t_x. */
  readonly recency: Int32Array;
  /** Days from the first order to the end of the observation: T. */
  readonly age: Int32Array;
  /**
   * What the days after the first come to on average, less the part of all that they bought which they
   * returned; 0 without one.
   */
  readonly mean: Float64Array;
}

/** Everybody's history up to and including a day. */
export function historiesOf(orders: Orders, through: number): Histories {
  const order = sortedPlaces(orders);
  const customer: number[] = [];
  const repeats: number[] = [];
  const recency: number[] = [];
  const age: number[] = [];
  const mean: number[] = [];
  for (const [from, to] of customersIn(orders, order)) {
    const sums = sumsOf(orders, order.subarray(from, to), through);
    if (!sums) continue;
    const { first, last, days, later, kept } = sums;
    customer.push(orders.customer[order[from]!]!);
    repeats.push(days);
    recency.push(last - first);
    age.push(through - first);
    mean.push(days === 0 ? 0 : (later / days) * kept);
  }
  return {
    customer: Int32Array.from(customer),
    repeats: Int32Array.from(repeats),
    recency: Int32Array.from(recency),
    age: Int32Array.from(age),
    mean: Float64Array.from(mean),
  };
}

/** Where each customer's orders begin and end among sorted places. */
export function* customersIn({ customer }: Orders, order: Int32Array): Generator<readonly [number, number]> {
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && customer[order[to]!] === customer[order[from]!]) to++;
    yield [from, to];
    from = to;
  }
}

/** One customer's orders up to a day; undefined if they have none by then. */
function sumsOf({ day, amount, isReturn }: Orders, own: Int32Array, through: number) {
  const start = own.find(i => isReturn[i] === 0);
  const first = start === undefined ? Number.POSITIVE_INFINITY : day[start]!;
  if (first > through) return undefined;
  let [last, days, later, sold, returned] = [first, 0, 0, 0, 0];
  for (const i of own) {
    // What was returned before the first order that is known belongs to an earlier one.
    if (day[i]! > through || day[i]! < first) continue;
    if (isReturn[i] === 1) {
      returned += amount[i]!;
      continue;
    }
    sold += amount[i]!;
    if (day[i]! > last) [last, days] = [day[i]!, days + 1];
    if (day[i]! > first) later += amount[i]!;
  }
  const kept = sold > 0 ? Math.min(1, Math.max(0, (sold + returned) / sold)) : 1;
  return { first, last, days, later, kept };
}

/** Places that were sorted: a fit with its holdout asks for the same orders four times. */
const known = new WeakMap<Pick<Orders, 'customer' | 'day'>, Int32Array>();

/** Places of orders by customer, then by day. The orders must not change afterwards. */
export function sortedPlaces(orders: Pick<Orders, 'customer' | 'day'>): Int32Array {
  const before = known.get(orders);
  if (before) return before;
  const { customer, day } = orders;
  const places = Int32Array.from(customer.keys());
  places.sort((a, b) => customer[a]! - customer[b]! || day[a]! - day[b]!);
  known.set(orders, places);
  return places;
}

/** Days as the weeks that the models count in. */
export const WEEK = 7;

/** Customers with the same history, as places in the lists of different values. */
export interface Group {
  readonly x: number;
  readonly recency: number;
  readonly age: number;
  readonly customers: number;
}

/** Histories as a likelihood needs them: each different one once. Times in weeks. */
export interface Groups {
  readonly x: Float64Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  readonly of: readonly Group[];
}

/** Puts customers with the same history together, in an order that depends on the histories alone. */
export function groupsOf({ repeats, recency, age }: Histories): Groups {
  const places = Int32Array.from(repeats.keys()).sort(
    (a, b) => repeats[a]! - repeats[b]! || recency[a]! - recency[b]! || age[a]! - age[b]!,
  );
  const [xs, recencies, ages] = [different(repeats), different(recency), different(age)];
  const of: Group[] = [];
  for (let i = 0; i < places.length; ) {
    const first = places[i]!;
    const isSame = (p: number) =>
      repeats[p] === repeats[first] && recency[p] === recency[first] && age[p] === age[first];
    let end = i;
    while (end < places.length && isSame(places[end]!)) end++;
    of.push({
      x: xs.place.get(repeats[first]!)!,
      recency: recencies.place.get(recency[first]!)!,
      age: ages.place.get(age[first]!)!,
      customers: end - i,
    });
    i = end;
  }
  const weeks = (days: Float64Array) => days.map(d => d / WEEK);
  return { x: xs.values, recency: weeks(recencies.values), age: weeks(ages.values), of };
}

function different(values: Int32Array) {
  const sorted = Float64Array.from(new Set(values)).sort();
  return { values: sorted, place: new Map(Array.from(sorted, (value, place) => [value, place])) };
}

/** Every so many of the groups, or all if they are few. */
export function sampleOf(groups: Groups, most: number): Groups {
  const { of } = groups;
  if (of.length <= most) return groups;
  const step = of.length / most;
  return { ...groups, of: Array.from({ length: most }, (_, i) => of[Math.floor(i * step)]!) };
}
