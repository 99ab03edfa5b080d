import { capital, type Format } from '../../core/answer/format.js';
import type { Segment } from '../../segments/maps/map.js';
import type { BigSpenders, SegmentSummary } from '../../segments/summary.js';

/** Customers to act on: a segment, those who moved into one, or a single customer. */
export interface AdvisedGroup {
  readonly segment: Segment;
  readonly customers: number;
  /** Those of them who each spent more than the average customer. */
  readonly bigSpenders: BigSpenders;
  /** The segment they all came from, if it was the best of the map. */
  readonly cameFromBest?: Segment;
}

/**
 * What to do for a group, the most important first, without full stops. Customers on their way out who
 * spent more than the average customer, or were in the best segment, are worth a personal contact whatever
 * their segment is called; what the map recommends for the segment is for the others.
 */
export function adviceFor(group: AdvisedGroup, format: Format): string[] {
  const { segment, customers, bigSpenders: big, cameFromBest } = group;
  if (!segment.leaving) return [...segment.actions];
  if (cameFromBest)
    return customers === 1
      ? [`Contact them personally: they were ${cameFromBest.title} before`]
      : [`Contact each of them personally: they were ${cameFromBest.title} before`];
  if (big.customers === 0) return [...segment.actions];
  const amount = format.amount(big.revenue);
  if (big.customers === customers)
    return customers === 1
      ? ['Contact them personally: they spent more than the average customer']
      : [`Contact each of them personally: all spent more than the average customer (${amount} together)`];
  const others = customers - big.customers;
  return [
    `Personally contact ${bigSpendersText(big, format)}`,
    `For the other ${others === 1 ? 'one' : format.count(others)}: ` +
      `${segment.actions.map(lowerFirst).join('; ')}`,
  ];
}

/** An action within a sentence: `send a win-back e-mail`. */
const lowerFirst = (action: string): string => action.charAt(0).toLowerCase() + action.slice(1);

/** `the 12 who each spent more than the average customer ($1,234.50 together)` */
export function bigSpendersText({ customers, revenue }: BigSpenders, format: Format): string {
  const amount = format.amount(revenue);
  return customers === 1
    ? `the one who spent more than the average customer (${amount})`
    : `the ${format.count(customers)} who each spent more than the average customer (${amount} together)`;
}

/** What to do first for a segment, with how many customers and how much money it concerns. */
export function actionFor(summary: SegmentSummary, format: Format): string {
  const { segment, customers, revenue } = summary;
  const concerns = `${format.count(customers)}, ${format.amount(revenue)} so far`;
  return `${capital(segment.many)} (${concerns}): ${adviceFor(summary, format)[0]}.`;
}

/** The big spenders of several segments together. */
export const allBigSpenders = (segments: readonly SegmentSummary[]): BigSpenders => ({
  customers: segments.reduce((sum, s) => sum + s.bigSpenders.customers, 0),
  revenue: segments.reduce((sum, s) => sum + s.bigSpenders.revenue, 0),
});

/**
 * Segments in the order in which to act: those of customers on their way out by what each had spent on
 * average, then the others by their revenue.
 */
export function byUrgency(segments: readonly SegmentSummary[]): SegmentSummary[] {
  const average = ({ revenue, customers }: SegmentSummary) => revenue / Math.max(1, customers);
  return [
    ...segments.filter(s => s.segment.leaving).sort((a, b) => average(b) - average(a)),
    ...segments.filter(s => !s.segment.leaving).sort((a, b) => b.revenue - a.revenue),
  ];
}
