import { medianInPlace } from '../core/statistics.js';
import type { Segment } from './maps/map.js';
import type { Snapshot } from './snapshots/snapshot.js';

/** One segment of a snapshot in figures. Money in minor units, shares as fractions of 1. */
export interface SegmentSummary {
  readonly segment: Segment;
  readonly customers: number;
  readonly share: number;
  readonly revenue: number;
  readonly revenueShare: number;
  readonly orders: number;
  /** Those of them who each spent more than the average customer of the snapshot. */
  readonly bigSpenders: BigSpenders;
  readonly medianRecency: number | null;
  readonly medianFrequency: number | null;
  readonly medianMonetary: number | null;
  /** Mean scores. */
  readonly meanR: number | null;
  readonly meanF: number | null;
  readonly meanM: number | null;
}

/** Customers who each spent more than the average one, and what they spent together. */
export interface BigSpenders {
  readonly customers: number;
  readonly revenue: number;
}

/** Who of these spent more than an amount. Money in minor units. */
export function bigSpendersOf(spent: readonly number[], average: number): BigSpenders {
  const big = spent.filter(amount => amount > average);
  return { customers: big.length, revenue: big.reduce((sum, amount) => sum + amount, 0) };
}

/** What a customer of a snapshot has spent on average. Minor units; 0 of nobody. */
export function averageSpent({ scored: { figures } }: Snapshot): number {
  return figures.count === 0 ? 0 : figures.revenue.reduce((sum, r) => sum + r, 0) / figures.count;
}

/** Every segment of the map in its order, the empty ones too. */
export function summarise(snapshot: Snapshot): SegmentSummary[] {
  const { scored, segment } = snapshot;
  const { figures } = scored;
  const average = averageSpent(snapshot);
  const sums = snapshot.segments.map(() => ({ ...NOTHING }));
  for (let i = 0; i < segment.length; i++) {
    const sum = sums[segment[i] as number] as (typeof sums)[number];
    sum.customers++;
    const spent = figures.revenue[i]!;
    sum.revenue += spent;
    if (spent > average) {
      sum.bigSpenders++;
      sum.bigRevenue += spent;
    }
    sum.orders += figures.orders[i]!;
    sum.r += scored.r[i]!;
    sum.f += scored.f[i]!;
    sum.m += scored.m[i]!;
  }
  const sizes = sums.map(sum => sum.customers);
  const medians = {
    recency: mediansBy(scored.recency, segment, sizes),
    frequency: mediansBy(scored.frequency, segment, sizes),
    monetary: mediansBy(scored.monetary, segment, sizes),
  };
  const total = sums.reduce((all, sum) => all + sum.revenue, 0);
  return snapshot.segments.map((own, s) => {
    const { customers, revenue, orders, bigSpenders, bigRevenue, r, f, m } = sums[s] as (typeof sums)[number];
    const mean = (sum: number) => (customers === 0 ? null : sum / customers);
    return {
      segment: own,
      customers,
      share: segment.length === 0 ? 0 : customers / segment.length,
      revenue,
      revenueShare: total === 0 ? 0 : revenue / total,
      orders,
      bigSpenders: { customers: bigSpenders, revenue: bigRevenue },
      medianRecency: medians.recency[s] ?? null,
      medianFrequency: medians.frequency[s] ?? null,
      medianMonetary: medians.monetary[s] ?? null,
      meanR: mean(r),
      meanF: mean(f),
      meanM: mean(m),
    };
  });
}

const NOTHING = { customers: 0, revenue: 0, orders: 0, bigSpenders: 0, bigRevenue: 0, r: 0, f: 0, m: 0 };

/** The median of the values of each group; null of none. */
function mediansBy(
  values: Int32Array | Float64Array,
  group: Uint8Array,
  sizes: readonly number[],
): (number | null)[] {
  const parts = sizes.map(size =>
    values instanceof Int32Array ? new Int32Array(size) : new Float64Array(size),
  );
  const filled = sizes.map(() => 0);
  for (let i = 0; i < values.length; i++) {
    const g = group[i]!;
    const at = filled[g]!;
    parts[g]![at] = values[i]!;
    filled[g] = at + 1;
  }
  return parts.map(medianInPlace);
}
