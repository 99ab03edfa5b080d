import type { GroupFigures, QueryMeasure } from '../../../query/measures.js';
import { type GroupSums, LINE_PARTS } from '../../../store/scope/sums.js';

/** Whether it can be said what one value contributes to a measure: what it brought, or moved a rate by. */
export const hasContributions = ({
  isRatio,
  isExpected,
  needsOrderTotals,
  needs = [],
}: QueryMeasure): boolean =>
  !isExpected && !needsOrderTotals && !(isRatio && LINE_PARTS.some(part => needs.includes(part)));

/**
 * What one value contributes to a measure: what it brought; to a mean or a rate, by how much that differs
 * from what it would be without the value's lines.
 */
export function contribution(
  measure: QueryMeasure,
  own: GroupFigures,
  all: GroupFigures,
  currency: string,
): number {
  if (!measure.isRatio) return measure.of(own, currency) ?? 0;
  const others: GroupFigures = { ...all, of: part => less(all.of(part), own.of(part)) };
  const [whole, without] = [measure.of(all, currency), measure.of(others, currency)];
  return whole === null || without === null ? 0 : whole - without;
}

/** Sums without those of a group. An order with lines of two values goes with each of them. */
const less = (all: GroupSums, own: GroupSums): GroupSums => ({
  id: all.id,
  revenue: all.revenue - own.revenue,
  lines: all.lines - own.lines,
  orders: all.orders - own.orders,
  customers: all.customers - own.customers,
  quantity: all.quantity - own.quantity,
  linesWithoutCustomer: all.linesWithoutCustomer - own.linesWithoutCustomer,
  returns: all.returns - own.returns,
  ratingSum: all.ratingSum - own.ratingSum,
  ratings: all.ratings - own.ratings,
});
