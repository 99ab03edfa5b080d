import type { StoredOrder } from '../../store/tables/orders.js';
import type { OrderLine } from './order-line.js';

/** What the lines of an order in one batch add up to. Money in minor units. */
export type OrderSoFar = { -readonly [K in keyof StoredOrder]: StoredOrder[K] };

export const newOrder = (id: number, line: OrderLine): OrderSoFar => ({
  id,
  key: line.order,
  customer: null,
  day: line.day,
  lines: 0,
  revenue: 0,
  isReturn: true,
});

export function addTo(order: OrderSoFar, line: OrderLine, customer: number | null): void {
  // The day of a line that is not counted is none of the order's.
  order.day = order.lines === 0 ? line.day : Math.min(order.day, line.day);
  order.lines++;
  order.revenue += line.amount;
  order.isReturn &&= line.isReturn;
  if (customer !== null) order.customer = Math.min(order.customer ?? customer, customer);
}
