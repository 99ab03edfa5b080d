import { median } from '../statistics.js';
import type { Segment } from './map.js';
import type { ScoredCustomer, Snapshot } from './snapshot.js';

/** One segment of a snapshot in figures. Money in minor units, shares as fractions of 1. */
export interface SegmentSummary {
  readonly segment: Segment;
  readonly customers: number;
  readonly share: number;
  readonly revenue: number;
  readonly revenueShare: number;
  readonly orders: number;
  readonly medianRecency: number | null;
  readonly medianFrequency: number | null;
  readonly medianMonetary: number | null;
}

/** Every segment of the map in its order, the empty ones too. */
export function summarise(snapshot: Snapshot): SegmentSummary[] {
  const everyone = snapshot.customers.length;
  const total = sum(snapshot.customers, c => c.monetary);
  const members = groupBySegment(snapshot.customers);
  return snapshot.map.segments.map(segment => {
    const own = members.get(segment.key) ?? [];
    const revenue = sum(own, c => c.monetary);
    return {
      segment,
      customers: own.length,
      share: everyone === 0 ? 0 : own.length / everyone,
      revenue,
      revenueShare: total === 0 ? 0 : revenue / total,
      orders: sum(own, c => c.frequency),
      medianRecency: median(own.map(c => c.recency)),
      medianFrequency: median(own.map(c => c.frequency)),
      medianMonetary: median(own.map(c => c.monetary)),
    };
  });
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

function groupBySegment(customers: readonly ScoredCustomer[]): Map<string, ScoredCustomer[]> {
  const groups = new Map<string, ScoredCustomer[]>();
  for (const customer of customers) {
    const group = groups.get(customer.segment);
    if (group) group.push(customer);
    else groups.set(customer.segment, [customer]);
  }
  return groups;
}
