/** Customers' orders, one entry for each order, in any order. Amounts in minor units. */
export interface Orders {
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly amount: Float64Array;
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
  /** What the days after the first come to on average; 0 without one. */
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
  for (let i = 0; i < order.length; ) {
    const id = orders.customer[order[i]!]!;
    const first = orders.day[order[i]!]!;
    let [last, days, later] = [first, 0, 0];
    for (; i < order.length && orders.customer[order[i]!] === id; i++) {
      const day = orders.day[order[i]!]!;
      if (day > through) continue;
      if (day > last) [last, days] = [day, days + 1];
      if (day > first) later += orders.amount[order[i]!]!;
    }
    if (first > through) continue;
    customer.push(id);
    repeats.push(days);
    recency.push(last - first);
    age.push(through - first);
    mean.push(days === 0 ? 0 : later / days);
  }
  return {
    customer: Int32Array.from(customer),
    repeats: Int32Array.from(repeats),
    recency: Int32Array.from(recency),
    age: Int32Array.from(age),
    mean: Float64Array.from(mean),
  };
}

/** Places of orders by customer, then by day. */
export function sortedPlaces({ customer, day }: Pick<Orders, 'customer' | 'day'>): Int32Array {
  const places = Int32Array.from(customer.keys());
  return places.sort((a, b) => customer[a]! - customer[b]! || day[a]! - day[b]!);
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
