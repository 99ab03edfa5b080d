import type { Knex } from 'knex';
import type { Day } from '../calendar/days.js';
import { type CustomerTotals, customerTotals } from '../store/customer-totals.js';
import { type Scores, type SegmentMap, segmentOf } from './map.js';
import { binOf, quantileCuts } from './quantile.js';

const BINS = 5;

/** One customer's recency, frequency and monetary, scores and segment as of a day. Money in minor units. */
export interface ScoredCustomer extends Scores {
  readonly customerId: number;
  readonly lastDay: Day;
  /** Whole days from the last order to the as-of date. */
  readonly recency: number;
  /** Distinct orders. */
  readonly frequency: number;
  /** Total spent. */
  readonly monetary: number;
  /** The segment's key. */
  readonly segment: string;
}

/** Every customer's segment as of a day. */
export interface Snapshot {
  readonly asOf: Day;
  readonly map: SegmentMap;
  readonly customers: readonly ScoredCustomer[];
  /** Customers with returns but no order: they have no recency and no segment. */
  readonly returnsOnly: number;
  /** What to know about the scores: fewer bins than five, too few customers. */
  readonly notes: readonly string[];
}

/** What the scores are made by; kept with stored snapshots so that another method never reads them. */
export const METHOD = 'quantile;orders;total';

/** Scores customers by right-closed quintiles with ties together (docs/segments.md) and names their segments. */
export function scoreCustomers(
  totals: readonly CustomerTotals[],
  asOf: Day,
  map: SegmentMap,
  returnsOnly = 0,
): Snapshot {
  const recency = totals.map(t => asOf - t.lastDay);
  const cuts = {
    r: quantileCuts(recency, BINS),
    f: quantileCuts(
      totals.map(t => t.orders),
      BINS,
    ),
    m: quantileCuts(
      totals.map(t => t.revenue),
      BINS,
    ),
  };
  const customers = totals.map((t, i): ScoredCustomer => {
    const days = recency[i] as number;
    const scores = {
      r: BINS + 1 - binOf(days, cuts.r),
      f: binOf(t.orders, cuts.f),
      m: binOf(t.revenue, cuts.m),
    };
    return {
      customerId: t.customerId,
      lastDay: t.lastDay,
      recency: days,
      frequency: t.orders,
      monetary: t.revenue,
      ...scores,
      segment: segmentOf(map, scores) ?? 'others',
    };
  });
  return { asOf, map, customers, returnsOnly, notes: notesOn(customers) };
}

function notesOn(customers: readonly ScoredCustomer[]): string[] {
  const count = customers.length;
  if (count === 0) return [];
  if (count < BINS)
    return [
      `With ${count === 1 ? 'one customer' : `${count} customers`} the scores say little; five or more are needed for quintiles.`,
    ];
  const names = { r: 'recency', f: 'number of orders', m: 'money spent' } as const;
  return (['r', 'f', 'm'] as const).flatMap(axis => {
    const groups = new Set(customers.map(c => c[axis])).size;
    if (groups === BINS) return [];
    return groups === 1
      ? [`All customers have the same ${names[axis]}, so it does not tell them apart.`]
      : [
          `Many customers have the same ${names[axis]}, so it splits them into ${groups} groups instead of ${BINS}.`,
        ];
  });
}

/** The snapshot as of a day, worked out from the orders up to and including it. */
export async function snapshotAsOf(db: Knex, map: SegmentMap, asOf: Day): Promise<Snapshot> {
  const { totals, returnsOnly } = await customerTotals(db, asOf);
  return scoreCustomers(totals, asOf, map, returnsOnly);
}
