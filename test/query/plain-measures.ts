import type { PlainLine } from './plain-shop.js';
import { dayNumber } from './plain-shop.js';

/** What is known of an order, of all of its lines. */
export interface PlainOrder {
  readonly customer: string;
  readonly day: number;
  readonly cents: number;
  /** Which order of its customer it is, from 1; 0 of nobody's, and of those that have only returns. */
  number: number;
  readonly isSale: boolean;
}

/** The orders of a shop, in the order of its file. */
export function ordersOf(lines: readonly PlainLine[]): Map<string, PlainOrder> {
  const orders = new Map<string, PlainOrder>();
  for (const line of lines) {
    const known = orders.get(line.order);
    const day = dayNumber(line.date);
    orders.set(line.order, {
      customer: line.customer,
      day: known ? Math.min(known.day, day) : day,
      cents: (known?.cents ?? 0) + line.cents,
      number: 0,
      isSale: (known?.isSale ?? false) || !line.isReturn,
    });
  }
  const counts = new Map<string, number>();
  // The sort keeps the order of the file within a day.
  for (const order of [...orders.values()].sort((a, b) => a.day - b.day)) {
    if (!order.isSale || order.customer === '') continue;
    order.number = (counts.get(order.customer) ?? 0) + 1;
    counts.set(order.customer, order.number);
  }
  return orders;
}

const isCancelled = (status: string) => status === 'Cancelled' || status === 'Canceled by customer';
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const distinct = (values: readonly string[]): number => new Set(values.filter(v => v !== '')).size;
const cents = (lines: readonly PlainLine[]): number => sum(lines.map(line => line.cents));
const divided = (a: number, by: number, decimals: number): number | null =>
  by === 0 ? null : Math.round((a / by) * 10 ** decimals) / 10 ** decimals;
const money = (minor: number, by: number): number | null => (by === 0 ? null : Math.round(minor / by) / 100);

/** The sales lines of orders with a customer, of which number of their customer's they are. */
function numbered(
  lines: readonly PlainLine[],
  orders: ReadonlyMap<string, PlainOrder>,
  isWanted: (n: number) => boolean,
) {
  return lines.filter(line => {
    const number = orders.get(line.order)?.number ?? 0;
    return !line.isReturn && number > 0 && isWanted(number);
  });
}

function middleOrder(lines: readonly PlainLine[]): number | null {
  const totals = [...new Set(lines.filter(l => !l.isReturn).map(l => l.order))]
    .map(order => cents(lines.filter(l => l.order === order)))
    .sort((a, b) => a - b);
  const n = totals.length;
  if (n === 0) return null;
  const [low = 0, high = 0] = [totals[Math.floor((n - 1) / 2)], totals[Math.floor(n / 2)]];
  return Math.round((low + high) / 2) / 100;
}

/** Every measure, computed of lines as its definition in docs says, one after another. */
export function plainMeasure(
  key: string,
  lines: readonly PlainLine[],
  orders: ReadonlyMap<string, PlainOrder>,
): number | null {
  const revenue = cents(lines);
  const sales = lines.filter(line => !line.isReturn);
  const orderCount = distinct(sales.map(line => line.order));
  const units = sum(lines.map(line => line.quantity));
  const returns = lines.filter(line => line.isReturn);
  const cancelled = lines.filter(line => isCancelled(line.status));
  const cancelledOrders = distinct(cancelled.filter(line => !line.isReturn).map(line => line.order));
  const customers = distinct(lines.map(line => line.customer));
  const known = lines.filter(line => line.customer !== '');
  const who = (isWanted: (n: number) => boolean) =>
    distinct(numbered(lines, orders, isWanted).map(line => line.customer));
  const ratings = lines.filter(line => line.rating !== '').map(line => Number(line.rating));
  const sold = lines.filter(line => !line.isReturn);
  const discounts = sum(sold.map(line => line.discount ?? 0));
  const gross = cents(sold) + discounts;
  const costed = lines.filter(line => line.cost !== null);
  const costs = sum(costed.map(line => line.cost ?? 0));
  const isCostUnknown = lines.length > 0 && costed.length === 0;
  switch (key) {
    case 'revenue':
      return revenue / 100;
    case 'orders':
      return orderCount;
    case 'units':
      return units;
    case 'lines':
      return lines.length;
    case 'customers':
      return customers;
    case 'new-customers':
      return who(n => n === 1);
    case 'returning-customers':
      return who(() => true) - who(n => n === 1);
    case 'repeat-rate':
      return divided(
        who(n => n > 1),
        who(() => true),
        6,
      );
    case 'average-order':
      return money(revenue, orderCount);
    case 'median-order':
      return middleOrder(lines);
    case 'average-line':
      return money(revenue, lines.length);
    case 'units-per-order':
      return divided(units, orderCount, 4);
    case 'lines-per-order':
      return divided(lines.length, orderCount, 4);
    case 'revenue-per-customer':
      return money(cents(known), customers);
    case 'orders-per-customer':
      return divided(
        distinct(numbered(lines, orders, () => true).map(line => line.order)),
        who(() => true),
        4,
      );
    case 'price-per-unit':
      return money(revenue, units);
    case 'gross':
      return gross / 100;
    case 'discount':
      return discounts / 100;
    case 'discount-rate':
      return divided(discounts, gross, 6);
    case 'tax':
    case 'shipping':
    case 'tip':
      return sum(lines.map(line => line[key] ?? 0)) / 100;
    case 'cost':
      return isCostUnknown ? null : costs / 100;
    case 'profit':
      return isCostUnknown ? null : (cents(costed) - costs) / 100;
    case 'margin':
      return divided(cents(costed) - costs, cents(costed), 6);
    case 'cancelled-orders':
      return cancelledOrders;
    case 'cancelled-revenue':
      return cents(cancelled) / 100;
    case 'cancel-rate':
      return divided(cancelledOrders, orderCount, 6);
    case 'refunds':
      return -cents(returns) / 100 + 0;
    case 'returned-units':
      return -sum(returns.map(line => line.quantity)) + 0;
    case 'before-returns':
      return (revenue - cents(returns)) / 100;
    case 'return-lines':
      return returns.length;
    case 'return-rate':
      return divided(-cents(returns), revenue - cents(returns), 6);
    case 'average-rating':
      return divided(sum(ratings), ratings.length, 3);
    default:
      throw new Error(`The test computes no ${key}.`);
  }
}
