import type { CustomersAhead } from '../../../measures/lifetime-value.js';
import type { Segment } from '../../../segments/maps/map.js';
import type { Snapshot } from '../../../segments/snapshots/snapshot.js';

/** What some customers are expected to bring, and have brought. Money in minor units. */
export interface Worth {
  readonly customers: number;
  /** What they have spent so far, all returns subtracted. */
  readonly spent: number;
  readonly orders: number;
  readonly value: number;
  /** Customers with a repeat order, and the mean probability that they have not left; null without any. */
  readonly repeaters: number;
  readonly alive: number | null;
  /** The mean probability of an order within the horizon. */
  readonly again: number;
}

export interface SegmentWorth extends Worth {
  readonly segment: Segment;
}

/** A customer of the snapshot: positions there and in what is expected. */
export interface Place {
  readonly at: number;
  readonly ahead: number;
}

/** Everybody of whom something is expected, the most valuable first; and how many are left out. */
export function placesByValue(
  { scored }: Snapshot,
  { placeOf, expected }: CustomersAhead,
): { readonly places: readonly Place[]; readonly without: number } {
  const { customer, revenue } = scored.figures;
  const places: Place[] = [];
  for (let at = 0; at < customer.length; at++) {
    const ahead = placeOf(customer[at]!);
    if (ahead !== undefined) places.push({ at, ahead });
  }
  // Equals by what they spent; then as the store has them.
  places.sort(
    (a, b) =>
      expected.value[b.ahead]! - expected.value[a.ahead]! || revenue[b.at]! - revenue[a.at]! || a.at - b.at,
  );
  return { places, without: customer.length - places.length };
}

/**
 * Adds up what some customers are worth. Sums are of whole millionths and minor units: exact in any order.
 */
export function worthOf(
  places: readonly Place[],
  { scored }: Snapshot,
  { expected, fit }: CustomersAhead,
): Worth {
  let [spent, orders, value, repeaters, known, alive, again] = [0, 0, 0, 0, 0, 0, 0];
  for (const { at, ahead } of places) {
    spent += scored.figures.revenue[at]!;
    orders += Math.round(expected.orders[ahead]! * 1e6);
    value += expected.value[ahead]!;
    again += Math.round(expected.again[ahead]! * 1e6);
    if (fit.histories.repeats[ahead]! > 0) repeaters++;
    const own = expected.alive[ahead]!;
    if (Number.isNaN(own)) continue;
    known++;
    alive += Math.round(own * 1e6);
  }
  const customers = places.length;
  return {
    customers,
    spent,
    orders: orders / 1e6,
    value,
    repeaters,
    alive: known === 0 ? null : alive / 1e6 / known,
    again: customers === 0 ? 0 : again / 1e6 / customers,
  };
}

/** The same of each segment of the map, the empty ones too. */
export function worthBySegment(
  places: readonly Place[],
  snapshot: Snapshot,
  ahead: CustomersAhead,
): SegmentWorth[] {
  return snapshot.segments.map((segment, s) => ({
    segment,
    ...worthOf(
      places.filter(p => snapshot.segment[p.at] === s),
      snapshot,
      ahead,
    ),
  }));
}
