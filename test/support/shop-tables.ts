import {
  type Cell,
  CUSTOMERS,
  dayOf,
  type MadeUpShop,
  money,
  netOf,
  PRODUCTS,
  type Row,
  random,
  shuffled,
} from './made-up-shop.js';

/** A made-up shop as the tables of its database, rows and columns in any order. */
export function tablesOf({ orders, seed }: MadeUpShop): Readonly<Record<string, readonly Row[]>> {
  const next = random(seed);
  const key = (kind: string, at: number) => `${kind}${(at + 3) * 7_919}`;
  const items = orders.flatMap(o => [
    ...o.lines.map(l => ({ o, l, sign: 1 })),
    ...(o.back > 0 && o.lines[0] ? [{ o, l: o.lines[0], sign: -1 }] : []),
  ]);
  return {
    orders: mixed(
      orders.map(o => ({
        order_id: key('O', o.at),
        order_date: dayOf(o.day),
        customer_id: key('C', o.customer),
        shipping: money(o.shipping),
        cancelled_at: o.isCancelled ? dayOf(o.day + 1) : '',
      })),
      next,
    ),
    order_items: mixed(
      items.map(({ o, l, sign }, at) => ({
        item_id: at + 501,
        order_id: key('O', o.at),
        product_id: key('P', l.product),
        quantity: sign * l.quantity,
        unit_price: money(l.price),
        discount: money(sign * l.discount),
        line_total: money(sign * netOf(l)),
      })),
      next,
    ),
    customers: mixed(
      CUSTOMERS.map((name, at) => ({ customer_id: key('C', at), name, city: `City ${at % 3}` })),
      next,
    ),
    products: mixed(
      PRODUCTS.map((title, at) => ({ product_id: key('P', at), title, price: money(1_000 + at) })),
      next,
    ),
  };
}

const mixed = (rows: readonly Row[], next: () => number): Row[] => {
  const columns = shuffled(Object.keys(rows[0] ?? {}), next);
  return shuffled(rows, next).map(row => Object.fromEntries(columns.map(c => [c, row[c] as Cell])));
};
