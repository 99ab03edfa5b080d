import { OTHERS, type Segment } from './maps/map.js';
import { customerAt, placeOf, type ScoredCustomer, type Snapshot } from './snapshots/snapshot.js';

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
  /** The segments of the map, and "Others" where one of the two has any. */
  readonly segments: readonly Segment[];
  /** Everyone whose segment changed, and everyone who is new, by what they spent. */
  readonly moves: readonly Move[];
  readonly stayed: number;
  /** Customers by segment before (the last row: new ones) and after, those who stayed too. */
  readonly matrix: readonly (readonly number[])[];
}

/** Compares two snapshots. Customers never leave the store, so everyone of `before` is in `after`. */
export function shiftsBetween(before: Snapshot, after: Snapshot): Shifts {
  const hasOthers = before.segments.includes(OTHERS) || after.segments.includes(OTHERS);
  const segments = hasOthers ? [...after.map.segments, OTHERS] : after.map.segments;
  const [was, is] = [before.scored.figures.customer, after.scored.figures.customer];
  const matrix = Array.from({ length: segments.length + 1 }, () => segments.map(() => 0));
  const moves: Move[] = [];
  let stayed = 0;
  for (let i = 0, b = 0; i < is.length; i++) {
    // Both are sorted by id.
    while (b < was.length && was[b]! < is[i]!) b++;
    const isOld = b < was.length && was[b] === is[i];
    const from = isOld ? before.segment[b]! : segments.length;
    const to = after.segment[i]!;
    (matrix[from] as number[])[to] = ((matrix[from] as number[])[to] as number) + 1;
    if (from === to) stayed++;
    else
      moves.push({
        customer: customerAt(after, i),
        from: segments[from],
        to: segments[to] as Segment,
      });
  }
  moves.sort((a, b) => b.customer.spent - a.customer.spent || a.customer.customerId - b.customer.customerId);
  return { before, after, segments, moves, stayed, matrix };
}

/** How many went from one segment to another, and what they had spent in minor units. */
export interface Flow {
  readonly from: Segment | undefined;
  readonly to: Segment;
  readonly customers: number;
  readonly monetary: number;
}

/**
 * The moves added up by where from and where to, the largest first; equals in the order of the segments, and
 * not of the store, which depends on how the data came.
 */
export function flowsOf(shifts: Shifts): Flow[] {
  const flows = new Map<string, Flow>();
  for (const { customer, from, to } of shifts.moves) {
    const key = `${from?.key ?? ''}>${to.key}`;
    const flow = flows.get(key);
    flows.set(key, {
      from,
      to,
      customers: (flow?.customers ?? 0) + 1,
      monetary: (flow?.monetary ?? 0) + customer.spent,
    });
  }
  const at = (segment: Segment | undefined) => (segment ? place(shifts, segment) : -1);
  return [...flows.values()].sort(
    (a, b) =>
      b.customers - a.customers || b.monetary - a.monetary || at(a.from) - at(b.from) || at(a.to) - at(b.to),
  );
}

const place = (shifts: Shifts, segment: Segment): number => shifts.segments.indexOf(segment);

/** Moves into a segment of leaving customers from one that is not: the ones to act on. */
export const slipped = (shifts: Shifts): Move[] =>
  shifts.moves.filter(m => m.to.leaving && m.from && !m.from.leaving);
/** Moves out of a leaving segment: the ones won back. */
export const wonBack = (shifts: Shifts): Move[] => shifts.moves.filter(m => !m.to.leaving && m.from?.leaving);
/** Moves into the best segment of the map. */
export const newBest = (shifts: Shifts): Move[] =>
  shifts.moves.filter(m => place(shifts, m.to) === 0 && m.from);

/**
 * Moves of customers who did not order in between and whose frequency or monetary score differs all the same:
 * the limits between scores have moved, not they.
 */
export const movedByLimits = ({ before, moves }: Shifts): Move[] =>
  moves.filter(({ customer, from }) => {
    if (!from || customer.lastDay > before.asOf) return false;
    const at = placeOf(before, customer.customerId);
    const { f, m } = before.scored;
    return at !== undefined && (f[at] !== customer.f || m[at] !== customer.m);
  });
