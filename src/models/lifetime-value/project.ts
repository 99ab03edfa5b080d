import { expectedOrders, probabilityAlive, probabilityOfOrder } from './bg-nbd.js';
import { expectedAmount } from './gamma-gamma.js';
import { type Histories, WEEK } from './histories.js';
import type { ShopModel } from './shop-model.js';

/** How far ahead, and how much less a later order is worth. */
export interface Horizon {
  readonly months: number;
  /** A year's discount as a fraction: 0.1. */
  readonly discount: number;
}

/** What is expected of each customer; position i is that of the histories. Money in whole minor units. */
export interface Projection {
  /** To the millionth. */
  readonly orders: Float64Array;
  /**
   * The probability that they have not left; NaN where it says nothing: of customers with one order, and of
   * everybody where no customers are seen to leave.
   */
  readonly alive: Float64Array;
  /** The probability that they order within the horizon. */
  readonly again: Float64Array;
  /** What an order of theirs is expected to come to. */
  readonly amount: Float64Array;
  /** Discounted. */
  readonly value: Float64Array;
}

/** Days of a month on average. */
const MONTH = 365.25 / 12;

/** What an order of a customer is expected to come to. */
export const amountOf = ({ amounts, meanAmount }: ShopModel, repeats: number, mean: number): number =>
  amounts ? expectedAmount(amounts, repeats, mean) : meanAmount;

/**
 * Expected orders and their value, month by month; each month's are discounted as if they came in its middle.
 * Customers with the same history are computed once.
 */
export function projectionOf(
  model: ShopModel,
  histories: Histories,
  { months, discount }: Horizon,
): Projection {
  const { repeats, recency, age, mean } = histories;
  const count = repeats.length;
  const columns = () => new Float64Array(count);
  const result = {
    orders: columns(),
    alive: columns(),
    again: columns(),
    amount: columns(),
    value: columns(),
  };
  const known = new Map<string, ReturnType<typeof ahead>>();
  const factors = Array.from({ length: months }, (_, k) => (1 + discount) ** (-(k + 0.5) / 12));
  for (let i = 0; i < count; i++) {
    const key = `${repeats[i]} ${recency[i]} ${age[i]}`;
    const own =
      known.get(key) ??
      ahead(model, { x: repeats[i]!, recency: recency[i]! / WEEK, age: age[i]! / WEEK }, factors);
    known.set(key, own);
    result.orders[i] = own.orders;
    result.alive[i] = own.alive;
    result.again[i] = own.again;
    const amount = amountOf(model, repeats[i]!, mean[i]!);
    result.amount[i] = Math.round(amount);
    result.value[i] = Math.round(amount * own.discounted);
  }
  return result;
}

function ahead(
  { orders: model, showsLeaving }: ShopModel,
  history: { x: number; recency: number; age: number },
  factors: readonly number[],
) {
  let [orders, discounted] = [0, 0];
  for (const [month, factor] of factors.entries()) {
    const through = expectedOrders(model, history, ((month + 1) * MONTH) / WEEK);
    discounted += (through - orders) * factor;
    orders = through;
  }
  const again = probabilityOfOrder(model, history, (factors.length * MONTH) / WEEK);
  return {
    orders: millionths(orders),
    discounted,
    alive: history.x > 0 && showsLeaving ? millionths(probabilityAlive(model, history)) : Number.NaN,
    again: millionths(again),
  };
}

const millionths = (value: number): number => Math.round(value * 1e6) / 1e6;
