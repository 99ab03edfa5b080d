import type { Segment } from './map.js';
import type { ScoredCustomer, Snapshot } from './snapshot.js';

/** One customer who is in another segment than before, or is new. */
export interface Move {
  readonly customer: ScoredCustomer;
  /** Undefined for a customer whose first order came in between. */
  readonly from: Segment | undefined;
  readonly to: Segment;
}

/** Who moved from where to where between two snapshots by the same map. */
export interface Shifts {
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Everyone whose segment changed, and everyone who is new, by what they spent. */
  readonly moves: readonly Move[];
  readonly stayed: number;
}

/** Compares two snapshots. Customers never leave the store, so everyone of `before` is in `after`. */
export function shiftsBetween(before: Snapshot, after: Snapshot): Shifts {
  const segments = new Map(after.map.segments.map(s => [s.key, s]));
  const was = new Map(before.customers.map(c => [c.customerId, c.segment]));
  const moves: Move[] = [];
  let stayed = 0;
  for (const customer of after.customers) {
    const from = was.get(customer.customerId);
    const to = segments.get(customer.segment);
    if (!to) continue;
    if (from === customer.segment) stayed++;
    else moves.push({ customer, from: from === undefined ? undefined : segments.get(from), to });
  }
  moves.sort(
    (a, b) => b.customer.monetary - a.customer.monetary || a.customer.customerId - b.customer.customerId,
  );
  return { before, after, moves, stayed };
}

/** One arrow of the flow: how many went from one segment to another, and what they had spent. Money in minor units. */
export interface Flow {
  readonly from: Segment | undefined;
  readonly to: Segment;
  readonly customers: number;
  readonly monetary: number;
}

/** The moves added up by where from and where to, the largest first. */
export function flowsOf(shifts: Shifts): Flow[] {
  const flows = new Map<string, Flow>();
  for (const { customer, from, to } of shifts.moves) {
    const key = `${from?.key ?? ''}>${to.key}`;
    const flow = flows.get(key);
    flows.set(key, {
      from,
      to,
      customers: (flow?.customers ?? 0) + 1,
      monetary: (flow?.monetary ?? 0) + customer.monetary,
    });
  }
  return [...flows.values()].sort((a, b) => b.customers - a.customers || b.monetary - a.monetary);
}

const place = (shifts: Shifts, segment: Segment): number => shifts.after.map.segments.indexOf(segment);

/** Moves into a segment of leaving customers from one that is not: the ones to act on. */
export const slipped = (shifts: Shifts): Move[] =>
  shifts.moves.filter(m => m.to.leaving && m.from && !m.from.leaving);
/** Moves out of a leaving segment: the ones won back. */
export const wonBack = (shifts: Shifts): Move[] => shifts.moves.filter(m => !m.to.leaving && m.from?.leaving);
/** Moves into the best segment of the map. */
export const newBest = (shifts: Shifts): Move[] =>
  shifts.moves.filter(m => place(shifts, m.to) === 0 && m.from);
