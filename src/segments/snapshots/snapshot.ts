import type { Day } from '../../core/calendar/days.js';
import { cellAt, cellsOf } from '../maps/cells.js';
import { OTHERS, type Scores, type Segment, type SegmentMap, type Weights } from '../maps/map.js';
import type { ScoredCustomers } from '../scoring/scores.js';

/** Every customer's segment as of a day. */
export interface Snapshot {
  readonly asOf: Day;
  readonly map: SegmentMap;
  readonly weights: Weights;
  readonly scored: ScoredCustomers;
  /** All who were scored together: more than `scored` if a filter leaves only some of them. */
  readonly scoredTogether: ScoredCustomers;
  /** The map's segments from the best to the worst; behind them "Others" if the map leaves customers over. */
  readonly segments: readonly Segment[];
  /** Each customer's segment, as its index in `segments`. */
  readonly segment: Uint8Array;
}

/** Names everybody's segment by a map. */
export function snapshotOf(
  scored: ScoredCustomers,
  map: SegmentMap,
  weights: Weights = map.weights,
  scoredTogether: ScoredCustomers = scored,
): Snapshot {
  const { bins } = scored.method;
  const cells = cellsOf(map, bins, weights).segments;
  const { r, f, m } = scored;
  const segment = new Uint8Array(r.length);
  let others = 0;
  for (let i = 0; i < segment.length; i++) {
    const at = cellAt({ r: r[i] as number, f: f[i] as number, m: m[i] as number }, bins);
    segment[i] = cells[at] as number;
    if (segment[i] === map.segments.length) others++;
  }
  const segments = others > 0 ? [...map.segments, OTHERS] : map.segments;
  return { asOf: scored.asOf, map, weights, scored, scoredTogether, segments, segment };
}

/** One customer's recency, frequency and monetary, scores and segment as of a day. Money in minor units. */
export interface ScoredCustomer extends Scores {
  readonly customerId: number;
  readonly lastDay: Day;
  /** Whole days from the last order to the as-of date. */
  readonly recency: number;
  readonly frequency: number;
  /** An average need not be whole. */
  readonly monetary: number;
  /** Distinct orders, and everything spent, whatever the method measures. */
  readonly orders: number;
  readonly spent: number;
  readonly segment: Segment;
}

/** The customer at a position. */
export function customerAt({ scored, segments, segment }: Snapshot, i: number): ScoredCustomer {
  const { figures } = scored;
  return {
    customerId: figures.customer[i] as number,
    lastDay: figures.lastDay[i] as number,
    recency: scored.recency[i] as number,
    frequency: scored.frequency[i] as number,
    monetary: scored.monetary[i] as number,
    orders: figures.orders[i] as number,
    spent: figures.revenue[i] as number,
    r: scored.r[i] as number,
    f: scored.f[i] as number,
    m: scored.m[i] as number,
    segment: segments[segment[i] as number] as Segment,
  };
}

/** All customers, one object each: for small shops and for tests. */
export const customersOf = (snapshot: Snapshot): ScoredCustomer[] =>
  Array.from({ length: snapshot.segment.length }, (_, i) => customerAt(snapshot, i));

/** The position of a customer by id; undefined where they are in no segment. */
export function placeOf({ scored }: Snapshot, customerId: number): number | undefined {
  const ids = scored.figures.customer;
  let [low, high] = [0, ids.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const id = ids[middle] as number;
    if (id === customerId) return middle;
    if (id < customerId) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** Positions of a segment's customers, by what they spent; of everybody where none is named. */
export function membersOf(snapshot: Snapshot, segment?: Segment): Int32Array {
  const wanted = segment ? snapshot.segments.findIndex(s => s.key === segment.key) : -1;
  const { figures } = snapshot.scored;
  const places: number[] = [];
  for (let i = 0; i < snapshot.segment.length; i++)
    if (!segment || snapshot.segment[i] === wanted) places.push(i);
  // Ids rise with the position, so that equals stay in the order of their ids.
  return Int32Array.from(places).sort(
    (a, b) => (figures.revenue[b] as number) - (figures.revenue[a] as number) || a - b,
  );
}
