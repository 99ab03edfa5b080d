import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buildSchema, execute, type GraphQLError, parse, validate } from 'graphql';
import type { LedgerEntry, LedgerLine, LedgerOrder, LedgerShop } from '../ledger-shop.js';
import { LocalServer } from '../local-server.js';

/** The part of Shopify's published schemas that the queries use; make-schema.mjs writes it. */
export const SCHEMA = buildSchema(readFileSync(new URL('admin.graphql', import.meta.url), 'utf8'));

export interface ShopifyManners {
  /** Of 100 requests, how many go wrong. */
  readonly faults?: number;
  /** Of 100 requests, how many have something happen in the shop first. */
  readonly changes?: number;
  /** No query may cost more; Shopify's own limit unless given. */
  readonly maxCost?: number;
  /** The search knows of a change only so many seconds later. */
  readonly lag?: number;
}

/**
 * A stand-in for Shopify's Admin API over a shop that keeps the truth. It carries queries out by the
 * published schema. Its bad manners: queries that cost too much or come too often, errors of its own in good
 * answers, cut connections, orders that change or go while they are read, a search that knows of changes late
 * and takes no notice of a filter that it does not understand, fields that are null.
 */
export class ShopifyShop {
  readonly asked: string[] = [];
  manners: ShopifyManners = {};
  scopes = ['read_orders', 'read_all_orders', 'read_customers', 'read_products', 'read_locations'];
  versions = ['2026-01', '2026-04', '2026-07'];
  zone = 'Europe/Berlin';
  currency = 'EUR';
  /** Answers every request with this status, if it is set. */
  status: number | undefined;
  token = 'shpat_1';
  tokensGiven = 0;
  readonly #server: LocalServer;

  constructor(readonly shop: LedgerShop) {
    this.#server = new LocalServer((asked, reply, body) => this.#answer(asked, body, reply));
  }

  start(): Promise<string> {
    return this.#server.start();
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  #answer(asked: IncomingMessage, body: string, reply: ServerResponse): void {
    const { faults = 0, changes = 0 } = this.manners;
    if (this.shop.next() * 100 < changes) this.shop.happen();
    if (this.shop.next() * 100 < faults) {
      this.#misbehave(asked, reply);
      return;
    }
    const [status, answer] = this.#answerTo(asked, body);
    reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  #answerTo({ url = '', headers }: IncomingMessage, body: string): readonly [number, unknown] {
    if (url === '/admin/oauth/access_token') {
      if (new URLSearchParams(body).get('client_secret') !== 'secret_1')
        return [400, { error: 'invalid_client' }];
      this.token = `shpat_${++this.tokensGiven + 1}`;
      return [200, { access_token: this.token, expires_in: 86_399 }];
    }
    if (!/^\/admin\/api\/\d{4}-\d\d\/graphql\.json$/.test(url)) return [404, { errors: 'Not Found' }];
    const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
    this.asked.push(query);
    if (this.status !== undefined) return [this.status, { errors: 'No' }];
    if (headers['x-shopify-access-token'] !== this.token)
      return [401, { errors: '[API] Invalid API key or access token' }];
    const cost = costOf(variables);
    const { maxCost = 1_000 } = this.manners;
    if (cost <= maxCost) return [200, this.#execute(query, variables, cost)];
    const message = `Query cost is ${cost}, which exceeds the single query max cost limit (${maxCost}).`;
    return [200, { errors: [{ message, extensions: { code: 'MAX_COST_EXCEEDED', cost, maxCost } }] }];
  }

  #misbehave(asked: IncomingMessage, reply: ServerResponse): void {
    const send = (status: number, answer: unknown) =>
      reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    const error = (message: string, code: string) => ({ errors: [{ message, extensions: { code } }] });
    const pick = this.shop.next();
    const cost = { requestedQueryCost: 500, actualQueryCost: null, throttleStatus: throttle(499) };
    if (pick < 0.3) send(200, { ...error('Throttled', 'THROTTLED'), extensions: { cost } });
    else if (pick < 0.4) reply.writeHead(429, { 'retry-after': '0' }).end('{}');
    else if (pick < 0.7) reply.writeHead(503, { 'retry-after': '0' }).end('Service Unavailable');
    else if (pick < 0.94) send(200, { data: null, ...error('Internal error', 'INTERNAL_SERVER_ERROR') });
    else if (pick < 0.97) asked.socket.destroy();
    else {
      reply.writeHead(200, { 'content-type': 'application/json', 'content-length': '900' });
      reply.write('{"data":{"ord', () => asked.socket.destroy());
    }
  }

  #execute(query: string, variableValues: Record<string, unknown>, cost: number): unknown {
    const document = parse(query);
    const errors: readonly GraphQLError[] = validate(SCHEMA, document);
    if (errors.length > 0) return { errors: errors.map(e => ({ message: e.message })) };
    const search: unknown[] = [];
    const rootValue = {
      shop: { name: 'Tea and More', currencyCode: this.currency, ianaTimezone: this.zone },
      currentAppInstallation: { accessScopes: this.scopes.map(handle => ({ handle })) },
      publicApiVersions: this.versions.map(handle => ({ handle, supported: true })),
      orders: (args: OrdersArguments) => this.#orders(args, search),
      order: ({ id }: { id: string }) => {
        const found = this.shop.orders.get(Number(id.split('/').at(-1)));
        return found ? this.#shown(found) : null;
      },
    };
    const result = execute({ schema: SCHEMA, document, rootValue, variableValues });
    const bill = { requestedQueryCost: cost, actualQueryCost: cost, throttleStatus: throttle(2_000) };
    return { ...result, extensions: { cost: bill, ...(search.length > 0 && { search }) } };
  }

  #orders({ first, after, query }: OrdersArguments, search: unknown[]) {
    const since = /^updated_at:>='(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)'$/.exec(query)?.[1];
    if (since === undefined) search.push({ query, warnings: [{ field: query, code: 'invalid_field' }] });
    const known = new Date(this.shop.clock.at - (this.manners.lag ?? 0) * 1_000).toISOString().slice(0, 19);
    const isOld = this.scopes.includes('read_all_orders')
      ? () => false
      : (o: LedgerOrder) => Date.parse(o.entries[0]?.at ?? '') < this.shop.clock.at - 60 * 86_400_000;
    const rows = [...this.shop.orders.values()]
      .filter(o => o.changed.slice(0, 19) <= known && !isOld(o))
      .filter(o => since === undefined || o.changed >= since)
      .sort((a, b) => (a.changed === b.changed ? a.id - b.id : a.changed < b.changed ? -1 : 1));
    const [value, id] = after === null ? ['', 0] : (JSON.parse(unpacked(after)) as [string, number]);
    const left = rows.filter(o => o.changed > value || (o.changed === value && o.id > id));
    const page = left.slice(0, first);
    const last = page.at(-1);
    return {
      pageInfo: {
        hasNextPage: left.length > page.length,
        endCursor: last ? packed(JSON.stringify([last.changed, last.id])) : null,
      },
      nodes: page.map(order => this.#shown(order)),
    };
  }

  #shown(order: LedgerOrder) {
    const { customer, email } = order;
    const hasAddress = order.id % 3 !== 0;
    return {
      id: `gid://shopify/Order/${order.id}`,
      name: order.number,
      test: order.isTest,
      updatedAt: order.changed,
      cancelledAt: order.isCancelled ? order.changed : null,
      sourceName: order.place ? 'pos' : order.id % 5 === 0 ? null : 'web',
      displayFinancialStatus: order.id % 7 === 0 ? null : 'PAID',
      email: email ?? null,
      customer:
        customer === undefined
          ? null
          : {
              id: `gid://shopify/Customer/${customer}`,
              displayName: `Customer ${customer}`,
              defaultEmailAddress: customer === 0 ? null : { emailAddress: `c${customer}@example.com` },
            },
      displayAddress: hasAddress ? { countryCodeV2: 'DE', city: 'Berlin', zip: null } : null,
      retailLocation: order.place ? { name: order.place } : null,
      agreements: (args: PageArguments) => connection(order.entries, args, entry => this.#shownEntry(entry)),
    };
  }

  #shownEntry = (entry: LedgerEntry) => ({
    __typename: 'OrderAgreement',
    id: `gid://shopify/SalesAgreement/${entry.id}`,
    happenedAt: entry.at,
    sales: (args: PageArguments) => connection(entry.lines, args, line => this.#shownLine(line)),
  });

  #shownLine({ id, kind, product, pieces, cents, tax, discount }: LedgerLine) {
    const money = (amount: number) => {
      const text = (amount / 100).toFixed(2);
      // Amounts are written without their last zero.
      return { shopMoney: { amount: text.replace(/0$/, ''), currencyCode: this.currency } };
    };
    const isGoods = kind === 'goods' || kind === 'back' || kind === 'price';
    return {
      __typename: TYPES[kind],
      id: `gid://shopify/Sale/${id}`,
      actionType: kind === 'price' ? 'UPDATE' : kind === 'back' || kind === 'adjustment' ? 'RETURN' : 'ORDER',
      lineType: isGoods ? 'PRODUCT' : kind.replace(' ', '_').toUpperCase(),
      quantity: kind === 'adjustment' ? null : pieces,
      totalAmount: money(cents + tax),
      totalTaxAmount: money(tax),
      totalDiscountAmountBeforeTaxes: money(discount),
      lineItem: { name: product, product: product === 'Tray' ? null : { productType: 'Kitchen' } },
    };
  }
}

interface OrdersArguments {
  readonly first: number;
  readonly after: string | null;
  readonly query: string;
}
interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
}

const TYPES = {
  goods: 'ProductSale',
  back: 'ProductSale',
  price: 'ProductSale',
  adjustment: 'AdjustmentSale',
  shipping: 'ShippingLineSale',
  tip: 'TipSale',
  'gift card': 'GiftCardSale',
} as const;

const packed = (text: string): string => Buffer.from(text).toString('base64');
const unpacked = (text: string): string => Buffer.from(text, 'base64').toString();

function connection<T, S>(all: readonly T[], { first, after }: PageArguments, shown: (item: T) => S) {
  const start = after ? Number(unpacked(after)) + 1 : 0;
  const page = all.slice(start, start + first).map((item, i) => ({
    cursor: packed(String(start + i)),
    node: shown(item),
  }));
  return {
    pageInfo: { hasNextPage: start + first < all.length, endCursor: page.at(-1)?.cursor ?? null },
    edges: page,
    nodes: page.map(({ node }) => node),
  };
}

const throttle = (currentlyAvailable: number) => ({
  maximumAvailable: 2_000,
  currentlyAvailable,
  restoreRate: 100,
});

/** Much like Shopify's own: what is asked for at most. */
function costOf({ first = 1, agreements = 1, sales = 1 }: Record<string, unknown>): number {
  const [f, a, s] = [Number(first), Number(agreements), Number(sales)];
  return 3 + Math.ceil(f * (2 + a * (1 + s / 4)));
}
