import type { Day } from '../core/calendar/days.js';
import { FEWEST_CUSTOMERS, type Fit } from '../models/lifetime-value/fit.js';
import { historiesOf, type Orders } from '../models/lifetime-value/histories.js';
import type { Horizon, Projection } from '../models/lifetime-value/project.js';
import { type Rhythms, rhythmsOf } from '../models/lifetime-value/rhythm.js';
import type { Unfit } from '../models/lifetime-value/shop-model.js';
import { fitApart, projectApart, rhythmsApart } from '../models/lifetime-value/thread.js';
import { memoizedByDataVersion } from '../store/engine/memoize.js';
import type { StoreReader } from '../store/engine/transaction.js';
import { linesOf, type OrderList } from '../store/lines/index.js';

/** What is expected of customers unless another horizon is asked for: a year, at a discount of 10 %. */
export const USUAL_HORIZON: Horizon = { months: 12, discount: 0.1 };

/** What is expected of everybody who has ordered by a day. */
export interface CustomersAhead {
  readonly fit: Extract<Fit, { isFitted: true }>;
  /** Position i is that of `fit.histories`. Money in minor units. */
  readonly expected: Projection;
  readonly horizon: Horizon;
  /** The last day that the models know of. */
  readonly through: Day;
  /** The position of a customer by id; undefined of one without an order of a known day. */
  placeOf(customerId: number): number | undefined;
}

/** What is expected of everybody, or why that cannot be said. */
export async function customersAhead(
  reader: StoreReader,
  through: Day,
  horizon: Horizon = USUAL_HORIZON,
): Promise<CustomersAhead | Unfit> {
  const fit = await fitThrough(reader, through);
  if (!fit.isFitted) return fit.unfit;
  const key = `expected through ${through} ${horizon.months} ${horizon.discount}`;
  return memoizedByDataVersion(reader, key, async () => {
    const expected = await projectApart(fit.model, fit.histories, horizon);
    return { fit, expected, horizon, through, placeOf: placesIn(fit.histories.customer) };
  });
}

/** The place of each customer in a list of them. @param customers rising */
function placesIn(customers: Int32Array): (customerId: number) => number | undefined {
  const places = new Int32Array((customers.at(-1) ?? 0) + 1).fill(-1);
  for (let i = 0; i < customers.length; i++) places[customers[i]!] = i;
  return id => (id < places.length && places[id]! >= 0 ? places[id] : undefined);
}

/**
 * What the same models expect of each customer as of an earlier day. They are not fitted once more, so that
 * what differs is what customers did, and not what was learnt of all of them.
 * @returns the value of a customer, in minor units; undefined of one who had not ordered
 */
export async function valuesEarlier(
  reader: StoreReader,
  { fit, horizon }: CustomersAhead,
  through: Day,
): Promise<(customerId: number) => number | undefined> {
  const histories = historiesOf(await ordersThrough(reader, through), through);
  const { value } = await projectApart(fit.model, histories, horizon);
  const placeOf = placesIn(histories.customer);
  return id => {
    const place = placeOf(id);
    return place === undefined ? undefined : value[place];
  };
}

/** Whether there is a model. */
export const isAhead = (found: CustomersAhead | Unfit): found is CustomersAhead => 'fit' in found;

const fitThrough = (reader: StoreReader, through: Day): Promise<Fit> =>
  memoizedByDataVersion(reader, `fit through ${through}`, async () => {
    const orders = await ordersThrough(reader, through);
    // A shop of a few customers needs no thread to be told so.
    const customers = new Set(orders.customer.filter((_, i) => orders.isReturn[i] === 0)).size;
    if (customers < FEWEST_CUSTOMERS) return { isFitted: false, unfit: { why: 'few-customers', customers } };
    return fitApart(orders, through);
  });

/** How often everybody comes back, up to a day. */
export const customerRhythms = (reader: StoreReader, through: Day): Promise<Rhythms> =>
  memoizedByDataVersion(reader, `rhythms through ${through}`, async () => {
    const orders = await ordersThrough(reader, through);
    return orders.customer.length > FEW ? rhythmsApart(orders, through) : rhythmsOf(orders, through);
  });

/** So many orders are looked through in a few milliseconds, which is less than to ask a thread. */
const FEW = 2_000;

/** The orders and returns of known customers up to a day, each with what its lines come to. */
export async function ordersThrough(reader: StoreReader, through: Day): Promise<Orders> {
  const lines = await linesOf(reader);
  const sales = await lines.orders({ filters: [] });
  const returns = await lines.orders({ filters: [] }, true);
  const places = [sales, returns].map(list =>
    Int32Array.from(list.customer.keys()).filter(i => list.customer[i] !== 0 && list.day[i]! <= through),
  );
  const [sold = new Int32Array(0), returned = new Int32Array(0)] = places;
  const both = (of: (list: OrderList, i: number) => number): number[] => [
    ...Array.from(sold, i => of(sales, i)),
    ...Array.from(returned, i => of(returns, i)),
  ];
  return {
    customer: Int32Array.from(both((list, i) => list.customer[i]!)),
    day: Int32Array.from(both((list, i) => list.day[i]!)),
    amount: Float64Array.from(both((list, i) => list.revenue[i]!)),
    isReturn: new Uint8Array(sold.length + returned.length).fill(1, sold.length),
  };
}
