import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LedgerEntry, LedgerLine, LedgerOrder, LedgerShop } from './ledger-shop.js';
import { LocalServer } from './local-server.js';

export interface SquareManners {
  /** Of 100 requests, how many go wrong. */
  readonly faults?: number;
  /** Of 100 requests, how many have something happen in the shop first. */
  readonly changes?: number;
}

/** An order as Square has it: what is sold and what comes back are orders of their own. */
interface Shown {
  readonly id: string;
  readonly updated: string;
  readonly order: LedgerOrder;
  readonly entry: LedgerEntry;
  readonly isFirst: boolean;
}

/**
 * A stand-in for Square's interface over a shop that keeps the truth. Its bad manners: 429 and 500, cut
 * connections, orders that change while they are read, many changes at one time, customers that are gone,
 * fields that are not there.
 */
export class SquareAccount {
  readonly asked: string[] = [];
  manners: SquareManners = {};
  rights = new Set(['locations', 'orders', 'customers']);
  currency = 'EUR';
  zone = 'Europe/Berlin';
  locations: readonly string[] = ['Market hall', 'Old town', 'Online'];
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
    const path = (asked.url ?? '').replace('/v2/', '');
    this.asked.push(`${asked.method} ${path}`);
    const { faults = 0, changes = 0 } = this.manners;
    if (this.shop.next() * 100 < changes) this.shop.happen();
    if (this.shop.next() * 100 < faults) {
      const pick = this.shop.next();
      if (pick < 0.95) reply.writeHead(pick < 0.5 ? 429 : 500, { 'retry-after': '0' }).end('{}');
      else asked.socket.destroy();
      return;
    }
    const [status, answer] = this.#answerTo(path, asked.headers.authorization, body);
    reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  #answerTo(path: string, authorization: string | undefined, body: string): readonly [number, unknown] {
    const error = (code: string) => ({ errors: [{ category: 'AUTHENTICATION_ERROR', code }] });
    if (authorization !== 'Bearer token_1') return [401, error('UNAUTHORIZED')];
    if (!this.rights.has(path.split('/')[0] ?? '')) return [403, error('INSUFFICIENT_SCOPES')];
    const asked =
      body === '' ? {} : (JSON.parse(body) as Search & { order_ids: string[]; customer_ids: string[] });
    if (path === 'locations')
      return [
        200,
        {
          locations: this.locations.map(name => ({
            id: name,
            name,
            timezone: this.zone,
            currency: this.currency,
          })),
        },
      ];
    if (path === 'orders/search') return this.#search(asked as Search);
    if (path === 'orders/batch-retrieve') {
      const ids = (asked as { order_ids: string[] }).order_ids;
      return [
        200,
        {
          orders: this.#all()
            .filter(o => ids.includes(o.id))
            .map(o => this.#shown(o)),
        },
      ];
    }
    if (path !== 'customers/bulk-retrieve') return [404, error('NOT_FOUND')];
    const ids = (asked as { customer_ids: string[] }).customer_ids;
    const of = (id: string) =>
      id === 'c0' || id === 'none'
        ? { errors: [{ code: 'NOT_FOUND' }] }
        : {
            customer: { id, given_name: 'Ana', family_name: `No ${id}`, email_address: `${id}@example.com` },
          };
    return [200, { responses: Object.fromEntries(ids.map(id => [id, of(id)])) }];
  }

  #search({ location_ids: places, limit = 500, query, cursor }: Search): readonly [number, unknown] {
    if (places.length > 10) return [400, { errors: [{ code: 'ARRAY_LENGTH_TOO_LONG' }] }];
    if (query && query.sort.sort_field !== 'UPDATED_AT') return [400, { errors: [{ code: 'BAD_REQUEST' }] }];
    const since = query?.filter.date_time_filter.updated_at.start_at ?? '';
    const rows = this.#all()
      .filter(o => Date.parse(o.updated) >= (Date.parse(since) || 0) && places.includes(placeOf(o.order)))
      .sort((a, b) => (a.updated === b.updated ? (a.id < b.id ? -1 : 1) : a.updated < b.updated ? -1 : 1));
    const [value, id] = cursor === undefined ? ['', ''] : (JSON.parse(cursor) as [string, string]);
    const left = rows.filter(o => o.updated > value || (o.updated === value && o.id > id));
    const page = left.slice(0, limit);
    const last = page.at(-1);
    const next = left.length > page.length && last ? { cursor: JSON.stringify([last.updated, last.id]) } : {};
    return [200, { ...(page.length > 0 && { orders: page.map(o => this.#shown(o)) }), ...next }];
  }

  #all = (): Shown[] =>
    [...this.shop.orders.values()].flatMap(order =>
      order.entries.map((entry, i) => ({
        id: i === 0 ? `o${order.id}` : `o${order.id}-${entry.id}`,
        updated: (i === 0 ? order.changed : entry.at).replace('Z', '.000Z'),
        order,
        entry,
        isFirst: i === 0,
      })),
    );

  #shown({ id, updated, order, entry, isFirst }: Shown) {
    const money = (amount: number) => ({ amount, currency: this.currency });
    const of = (...kinds: LedgerLine['kind'][]) => entry.lines.filter(l => kinds.includes(l.kind));
    const item = (line: LedgerLine, sign: number) => ({
      uid: String(line.id),
      name: line.product,
      ...(line.product === 'Tea' && { variation_name: 'Green' }),
      quantity: String(sign * line.pieces),
      item_type: line.kind === 'gift card' ? 'GIFT_CARD' : 'ITEM',
      total_money: money(sign * (line.cents + line.tax)),
      total_tax_money: money(sign * line.tax),
      total_discount_money: money(sign * line.discount),
    });
    const [sold, back, refunds] = [of('goods', 'gift card'), of('back'), of('adjustment')];
    const hasCustomer = isFirst && order.customer !== undefined;
    return {
      id,
      location_id: placeOf(order),
      // An order that nobody has paid yet.
      state: order.isTest ? 'OPEN' : 'COMPLETED',
      created_at: entry.at,
      updated_at: updated,
      ...(!order.isTest && { closed_at: entry.at, tenders: [{ created_at: entry.at }] }),
      ...(hasCustomer && { customer_id: `c${order.customer}` }),
      ...(sold.length > 0 && { line_items: sold.map(line => item(line, 1)) }),
      ...(back.length > 0 && {
        returns: [{ source_order_id: `o${order.id}`, return_line_items: back.map(line => item(line, -1)) }],
      }),
      ...(refunds.length > 0 && {
        refunds: refunds.map(line => ({
          id: String(line.id),
          status: 'APPROVED',
          created_at: entry.at,
          amount_money: money(-line.cents),
        })),
      }),
    };
  }
}

interface Search {
  readonly location_ids: readonly string[];
  readonly limit?: number;
  readonly cursor?: string;
  readonly query?: {
    readonly filter: { readonly date_time_filter: { readonly updated_at: { readonly start_at: string } } };
    readonly sort: { readonly sort_field: string };
  };
}

const placeOf = ({ place }: LedgerOrder): string => place ?? 'Online';
