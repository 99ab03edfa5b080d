import type { SegmentContext } from '../../../answering/segments/context.js';
import type { Column, Row } from '../../../core/answer/answer.js';
import { isoOf } from '../../../core/calendar/days.js';
import type { CustomersAhead } from '../../../measures/lifetime-value.js';
import { customerAt } from '../../../segments/snapshots/snapshot.js';
import type { Customer } from '../../../store/tables/customers.js';
import type { Place, SegmentWorth } from './figures.js';

export const CUSTOMER_COLUMNS: readonly Column[] = [
  { key: 'customer', label: 'Customer', unit: 'text' },
  { key: 'name', label: 'Name', unit: 'text' },
  { key: 'lifetimeValue', label: 'Expected value', unit: 'money' },
  { key: 'expectedOrders', label: 'Expected orders', unit: 'number' },
  { key: 'probabilityAlive', label: 'Still a customer', unit: 'share' },
  { key: 'ordersAgain', label: 'Orders again', unit: 'share', secondary: true },
  { key: 'orderValue', label: 'An order', unit: 'money', secondary: true },
  { key: 'spent', label: 'Spent so far', unit: 'money' },
  { key: 'orders', label: 'Orders', unit: 'count', secondary: true },
  { key: 'lastOrder', label: 'Last order', unit: 'date' },
  { key: 'segment', label: 'Segment', unit: 'text', secondary: true },
];

/** A customer with what is expected of them: contract of docs/answer.md. */
export function customerRow(
  { at, ahead }: Place,
  { expected }: CustomersAhead,
  people: ReadonlyMap<number, Customer>,
  { snapshot, format }: SegmentContext,
): Row {
  const scored = customerAt(snapshot, at);
  const person = people.get(scored.customerId);
  const alive = expected.alive[ahead]!;
  return {
    customer: person?.key ?? String(scored.customerId),
    name: person?.name ?? null,
    lifetimeValue: format.major(expected.value[ahead]!),
    expectedOrders: hundredths(expected.orders[ahead]!),
    probabilityAlive: Number.isNaN(alive) ? null : uncertain(alive),
    ordersAgain: uncertain(expected.again[ahead]!),
    orderValue: format.major(expected.amount[ahead]!),
    spent: format.major(scored.spent),
    orders: scored.orders,
    lastOrder: isoOf(scored.lastDay),
    segment: scored.segment.title,
  };
}

export const SEGMENT_COLUMNS: readonly Column[] = [
  { key: 'segment', label: 'Segment', unit: 'text' },
  { key: 'customers', label: 'Customers', unit: 'count' },
  { key: 'lifetimeValue', label: 'Expected value', unit: 'money' },
  { key: 'perCustomer', label: 'Each', unit: 'money' },
  { key: 'expectedOrders', label: 'Expected orders', unit: 'number' },
  { key: 'probabilityAlive', label: 'Still customers', unit: 'share' },
  { key: 'ordersAgain', label: 'Order again', unit: 'share', secondary: true },
  { key: 'spent', label: 'Spent so far', unit: 'money', secondary: true },
];

/** Without the probability that customers are still there, if nobody has one. */
export const shownColumns = (columns: readonly Column[], { fit }: CustomersAhead): Column[] =>
  columns.filter(c => c.key !== 'probabilityAlive' || fit.model.showsLeaving);

export const segmentRow = (s: SegmentWorth, { format }: SegmentContext): Row => ({
  segment: s.segment.title,
  customers: s.customers,
  lifetimeValue: format.major(s.value),
  perCustomer: s.customers === 0 ? null : format.major(format.wholeMinor(s.value / s.customers)),
  expectedOrders: hundredths(s.orders),
  probabilityAlive: s.alive === null ? null : millionths(s.alive),
  ordersAgain: s.customers === 0 ? null : millionths(s.again),
  spent: format.major(s.spent),
});

/** Nobody is certain: what would be written as 100.0% is over 99.9%, and written so. */
const uncertain = (probability: number): number => Math.min(probability, 0.999);

const hundredths = (value: number): number => Math.round(value * 100) / 100;
const millionths = (value: number): number => Math.round(value * 1e6) / 1e6;
