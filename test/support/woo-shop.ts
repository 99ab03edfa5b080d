import type { IncomingMessage, ServerResponse } from 'node:http';
import { LocalServer } from './local-server.js';
import { random } from './made-up-shop.js';

interface Item {
  readonly name: string;
  readonly quantity: number;
  readonly cents: number;
}

interface Refund {
  readonly id: number;
  readonly created: string;
  readonly items: readonly Item[];
  /** Cents that were paid back without naming goods. */
  readonly amount: number;
}

interface Order {
  readonly id: number;
  created: string;
  modified: string;
  status: string;
  readonly customer: number;
  items: Item[];
  readonly refunds: Refund[];
}

export interface WooManners {
  /** Of 100 requests, how many go wrong: 429, 503, a cut connection, a page instead of JSON. */
  readonly faults?: number;
  /** Of 100 requests, how many have something happen in the shop first. */
  readonly changes?: number;
  /** WooCommerce before 9.0 has no list of all refunds. */
  readonly hasRefunds?: boolean;
  readonly seed?: number;
}

const PRODUCTS = [
  ['Mug', 451],
  ['Tea', 1187],
  ['Teapot', 1931],
] as const;

/**
 * A stand-in for WooCommerce's REST interface, version 3, over a shop that keeps the truth. It pages by
 * number over a list that changes, has several changes in one second, and refunds do not move an order's
 * date.
 */
export class WooShop {
  readonly orders = new Map<number, Order>();
  readonly asked: string[] = [];
  now: () => Date = () => new Date();
  manners: WooManners = {};
  /** Answers every request with this status, if it is set. */
  status: number | undefined;
  #ids = 100;
  #next: () => number;
  readonly #server: LocalServer;

  constructor(seed = 1) {
    this.#next = random(seed);
    this.#server = new LocalServer((asked, reply) => this.#answer(asked, reply));
  }

  start(): Promise<string> {
    return this.#server.start();
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  /** Something happens in the shop: mostly a new order, else an order changes. */
  happen(): void {
    const pick = this.#next();
    const all = [...this.orders.values()];
    const order = all[Math.floor(this.#next() * all.length)];
    if (pick < 0.5 || !order) this.place(1 + Math.floor(this.#next() * 3));
    else if (pick < 0.6)
      Object.assign(order, { items: [...order.items.slice(1), this.#item()], modified: this.#at() });
    else if (pick < 0.72) this.refund(order, 1, 0);
    else if (pick < 0.78) this.refund(order, 0, 150);
    else if (pick < 0.86) Object.assign(order, { status: 'cancelled', modified: this.#at() });
    else if (pick < 0.93) Object.assign(order, { status: 'completed', modified: this.#at() });
    else this.orders.delete(order.id);
  }

  place(items: number): Order {
    const id = ++this.#ids;
    const at = this.#at();
    const customer = Math.floor(this.#next() * 5);
    const order: Order = {
      id,
      created: at,
      modified: at,
      status: 'processing',
      customer,
      items: Array.from({ length: items }, () => this.#item()),
      refunds: [],
    };
    this.orders.set(id, order);
    return order;
  }

  refund(order: Order, pieces: number, amount: number): void {
    const [first] = order.items;
    const items =
      pieces > 0 && first
        ? [{ name: first.name, quantity: -1, cents: -Math.round(first.cents / first.quantity) }]
        : [];
    order.refunds.push({ id: ++this.#ids, created: this.#at(), items, amount });
  }

  /** Net sales in cents by day, in UTC; and how many orders count. */
  truth(): { readonly byDay: Record<string, number>; readonly orders: number } {
    const byDay: Record<string, number> = {};
    const add = (at: string, cents: number) => {
      byDay[at.slice(0, 10)] = (byDay[at.slice(0, 10)] ?? 0) + cents;
    };
    const sold = [...this.orders.values()].filter(
      o => o.status !== 'cancelled' && o.items.length + o.refunds.length > 0,
    );
    for (const order of sold) {
      for (const { cents } of order.items) add(order.created, cents);
      for (const refund of order.refunds) {
        for (const { cents } of refund.items) add(refund.created, cents);
        if (refund.items.length === 0) add(refund.created, -refund.amount);
      }
    }
    return { byDay, orders: sold.length };
  }

  #item(): Item {
    const [name, cents] = PRODUCTS[Math.floor(this.#next() * PRODUCTS.length)] ?? ['Mug', 451];
    const quantity = 1 + Math.floor(this.#next() * 3);
    return { name, quantity, cents: cents * quantity };
  }

  #at = (): string => this.now().toISOString().slice(0, 19);

  #answer(asked: IncomingMessage, reply: ServerResponse): void {
    const url = new URL(asked.url ?? '/', 'http://shop');
    this.asked.push(`${asked.method} ${url.pathname}${url.search}`);
    const { faults = 0, changes = 0 } = this.manners;
    if (this.#next() * 100 < changes) this.happen();
    if (this.#next() * 100 < faults) {
      this.#misbehave(asked, reply);
      return;
    }
    const send = (status: number, body: unknown): void => {
      reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (asked.headers.authorization !== `Basic ${Buffer.from('ck_1:cs_1').toString('base64')}`) {
      send(401, { code: 'woocommerce_rest_cannot_view' });
      return;
    }
    if (this.status !== undefined) {
      send(this.status, {});
      return;
    }
    const found = this.#find(url.pathname.replace('/wp-json/wc/v3/', ''), url.searchParams);
    send(found === undefined ? 404 : 200, found ?? { code: 'rest_no_route' });
  }

  #misbehave(asked: IncomingMessage, reply: ServerResponse): void {
    const pick = this.#next();
    if (pick < 0.45) reply.writeHead(429, { 'retry-after': '0' }).end('{}');
    else if (pick < 0.9) reply.writeHead(503, { 'retry-after': '0' }).end('Service Unavailable');
    else if (pick < 0.95) asked.socket.destroy();
    else
      reply
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!doctype html><title>Are you human?</title>');
  }

  #find(path: string, query: URLSearchParams): unknown {
    const perPage = Number(query.get('per_page') ?? 10);
    const offset = Number(query.get('offset') ?? (Number(query.get('page') ?? 1) - 1) * perPage);
    const after = query.get('after') ?? '';
    if (path === 'system_status') return { environment: { version: '9.4.0' }, settings: { currency: 'USD' } };
    if (path === 'refunds') {
      if (this.manners.hasRefunds === false) return undefined;
      const all = [...this.orders.values()].flatMap(o =>
        o.refunds.map(r => ({ ...shownRefund(r), parent_id: o.id })),
      );
      return all.filter(r => r.date_created_gmt > after).slice(offset, offset + perPage);
    }
    const ofOrder = /^orders\/(\d+)\/refunds$/.exec(path)?.[1];
    if (ofOrder) return this.orders.get(Number(ofOrder))?.refunds.map(shownRefund) ?? [];
    if (path !== 'orders') return undefined;
    const [included, excluded] = [idsIn(query.get('include')), idsIn(query.get('exclude'))];
    const modifiedAfter = query.get('modified_after') ?? '';
    return [...this.orders.values()]
      .filter(o => o.modified > modifiedAfter && o.created > after)
      .filter(o => (included.size === 0 || included.has(o.id)) && !excluded.has(o.id))
      .sort((a, b) =>
        query.get('orderby') === 'modified' && a.modified !== b.modified
          ? a.modified < b.modified
            ? -1
            : 1
          : a.id - b.id,
      )
      .slice(offset, offset + perPage)
      .map(shownOrder);
  }
}

const idsIn = (list: string | null): Set<number> =>
  new Set((list ?? '').split(',').filter(Boolean).map(Number));
const money = (cents: number): string => (cents / 100).toFixed(2);
const shownItem = ({ name, quantity, cents }: Item) => ({
  id: 1,
  name,
  quantity,
  subtotal: money(cents),
  total: money(cents),
  total_tax: money(Math.round(cents * 0.2)),
});

const shownRefund = ({ id, created, items, amount }: Refund) => ({
  id,
  date_created_gmt: created,
  amount: money(amount),
  line_items: items.map(shownItem),
});

const shownOrder = ({ id, created, modified, status, customer, items, refunds }: Order) => ({
  id,
  number: String(id),
  status,
  currency: 'USD',
  date_created_gmt: created,
  date_modified_gmt: modified,
  customer_id: customer,
  billing: {
    first_name: 'Ana',
    last_name: `No ${customer}`,
    email: `c${customer}@example.com`,
    postcode: '10115',
    city: 'Berlin',
    country: 'DE',
  },
  line_items: items.map(shownItem),
  refunds: refunds.map(({ id: refund }) => ({ id: refund, total: '-1.00' })),
});
