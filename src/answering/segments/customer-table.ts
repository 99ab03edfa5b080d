import type { Column, Row } from '../../core/answer/answer.js';
import { isoOf } from '../../core/calendar/days.js';
import type { ScoredCustomer } from '../../segments/snapshots/snapshot.js';
import type { Customer } from '../../store/tables/customers.js';
import type { SegmentContext } from './context.js';

/** The columns of a list of customers, named by what the scores measure. */
export function customerColumns(
  rows: readonly Row[],
  { segmentation }: Pick<SegmentContext, 'segmentation'>,
): Column[] {
  const { frequency, monetary } = segmentation.method;
  const labels = { orders: 'Orders', lines: 'Order lines', days: 'Days with orders' } as const;
  const columns: Column[] = [
    { key: 'customer', label: 'Customer', unit: 'text' },
    { key: 'name', label: 'Name', unit: 'text' },
    { key: 'monetary', label: monetary === 'total' ? 'Spent' : 'Spent per order', unit: 'money' },
    { key: 'frequency', label: labels[frequency], unit: 'count' },
    { key: 'recency', label: 'Days since', unit: 'days' },
    { key: 'lastOrder', label: 'Last order', unit: 'date' },
    { key: 'segment', label: 'Segment', unit: 'text', secondary: true },
    { key: 'r', label: 'R', unit: 'score', secondary: true },
    { key: 'f', label: 'F', unit: 'score', secondary: true },
    { key: 'm', label: 'M', unit: 'score', secondary: true },
  ];
  // The id says nothing where it is the name.
  const same = rows.length > 0 && rows.every(row => row.customer === row.name);
  return columns.filter(c => !(same && c.key === 'name'));
}

/** A customer as a row: contract of docs/answer.md. */
export function customerRow(
  scored: ScoredCustomer,
  customer: Customer | undefined,
  context: Pick<SegmentContext, 'score' | 'format' | 'segmentation'>,
): Row {
  const { major, wholeMinor } = context.format;
  const isAverage = context.segmentation.method.monetary === 'average';
  return {
    customer: customer?.key ?? String(scored.customerId),
    name: customer?.name ?? null,
    segment: scored.segment.title,
    r: context.score(scored.r),
    f: context.score(scored.f),
    m: context.score(scored.m),
    recency: scored.recency,
    frequency: scored.frequency,
    monetary: major(isAverage ? wholeMinor(scored.monetary) : scored.monetary),
    lastOrder: isoOf(scored.lastDay),
  };
}
