import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from './ledger-shop.js';
import { LocalServer } from './local-server.js';
import { random } from './made-up-shop.js';

/** An entry of the ledger, and what it is of. Its fields are those of Stripe's published fixtures. */
interface Entry {
  readonly id: string;
  readonly amount: number;
  readonly created: number;
  readonly category: string;
  readonly charge: string | undefined;
  readonly source: string;
}

interface Charge {
  readonly id: string;
  readonly amount: number;
  readonly captured: number;
  readonly customer: string | null;
  readonly email: string | null;
  readonly description: string | null;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface StripeManners {
  /** Of 100 requests, how many go wrong. */
  readonly faults?: number;
  /** Of 100 requests, how many have something happen first. */
  readonly changes?: number;
}

/** Some happen in one second, some half an hour apart. */
const PAUSES = [0, 0, 1_000, 45_000, 1_800_000];

/**
 * A stand-in for Stripe's interface over an account that keeps the truth: lists with the newest first,
 * refunds that fail, disputes that are won, charges that are captured in part, and movements that are no
 * sales.
 */
export class StripeAccount {
  readonly asked: string[] = [];
  manners: StripeManners = {};
  /** What the key may read. */
  rights = new Set(['balance_transactions', 'charges', 'refunds', 'disputes']);
  currency = 'eur';
  readonly #entries: Entry[] = [];
  readonly charges = new Map<string, Charge>();
  readonly #next: () => number;
  readonly #server: LocalServer;
  #ids = 0;

  constructor(
    seed: number,
    readonly clock: Clock,
  ) {
    this.#next = random(seed * 7919 + 1);
    this.#server = new LocalServer((asked, reply) => this.#answer(asked, reply));
  }

  start(): Promise<string> {
    return this.#server.start();
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  happen(): void {
    this.clock.at += PAUSES[Math.floor(this.#next() * PAUSES.length)] ?? 0;
    const all = [...this.charges.values()];
    const charge = all[Math.floor(this.#next() * all.length)];
    const pick = this.#next();
    if (pick < 0.5 || !charge) this.pay(500 + Math.floor(this.#next() * 9_000));
    else if (pick < 0.65) this.book('refund', -150, charge.id, `re_${++this.#ids}`);
    else if (pick < 0.72) {
      const refund = `re_${++this.#ids}`;
      this.book('refund', -90, charge.id, refund);
      this.clock.at += 3_600_000;
      this.book('refund_failure', 90, charge.id, refund);
    } else if (pick < 0.8) this.book('dispute', -charge.captured, charge.id, `dp_${++this.#ids}`);
    else if (pick < 0.86) {
      const last = this.#entries.findLast(e => e.category === 'dispute');
      if (last) this.book('dispute_reversal', -last.amount, last.charge, last.source);
    } else if (pick < 0.9) this.book('charge_failure', -charge.captured, charge.id, charge.id);
    else this.book('payout', -5_000, undefined, `po_${++this.#ids}`);
  }

  /** @param more what is said of the charge */
  pay(amount: number, more: Partial<Charge> = {}): Charge {
    const id = `ch_${++this.#ids}`;
    const who = Math.floor(this.#next() * 6);
    const captured = this.#next() < 0.15 ? amount - 200 : amount;
    const charge: Charge = {
      id,
      amount,
      captured,
      customer: who < 2 ? null : `cus_${who}`,
      email: who === 0 ? null : `c${who}@example.com`,
      description: null,
      metadata: {},
      ...more,
    };
    this.charges.set(id, charge);
    this.book('charge', amount, id, id);
    if (charge.captured < amount) this.book('partial_capture_reversal', charge.captured - amount, id, id);
    return charge;
  }

  book(category: string, amount: number, charge: string | undefined, source: string): void {
    const created = Math.floor(this.clock.at / 1_000);
    this.#entries.push({ id: `txn_${++this.#ids}`, amount, created, category, charge, source });
  }

  /** What was paid and paid back in cents by day of a zone, and how many payments there were. */
  truth(zone: string): { readonly byDay: Record<string, number>; readonly orders: number } {
    const byDay: Record<string, number> = {};
    const days = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
    for (const { amount, created, charge } of this.#entries) {
      if (charge === undefined) continue;
      const day = days.format(new Date(created * 1_000));
      byDay[day] = (byDay[day] ?? 0) + amount;
    }
    return { byDay, orders: this.charges.size };
  }

  #answer(asked: IncomingMessage, reply: ServerResponse): void {
    const url = new URL(asked.url ?? '/', 'http://stripe');
    this.asked.push(`${asked.method} ${url.pathname}`);
    const { faults = 0, changes = 0 } = this.manners;
    if (this.#next() * 100 < changes) this.happen();
    if (this.#next() * 100 < faults) {
      const pick = this.#next();
      if (pick < 0.95) reply.writeHead(pick < 0.5 ? 429 : 503, { 'retry-after': '0' }).end('{}');
      else asked.socket.destroy();
      return;
    }
    const [status, body] = this.#answerTo(asked.headers.authorization, url);
    reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  #answerTo(authorization: string | undefined, url: URL): readonly [number, unknown] {
    const error = (message: string) => ({ error: { type: 'invalid_request_error', message } });
    if (authorization !== 'Bearer rk_live_1') return [401, error('Invalid API Key provided')];
    const [, , path = '', id] = url.pathname.split('/');
    if (!this.rights.has(path))
      return [403, error('The provided key does not have the required permissions')];
    const query = url.searchParams;
    if (path === 'charges' && id !== undefined) {
      const charge = this.charges.get(id);
      return charge ? [200, this.#whole(charge)] : [404, error('No such charge')];
    }
    const page = (all: readonly { readonly id: string }[]): readonly [number, unknown] => {
      const limit = Number(query.get('limit') ?? 10);
      const after = query.get('starting_after');
      const start = after === null ? 0 : all.findIndex(item => item.id === after) + 1;
      const data = all.slice(start, start + limit);
      return [200, { object: 'list', data, has_more: start + limit < all.length }];
    };
    const of = query.get('charge');
    if (path === 'balance_transactions') return page(this.#ledger(query));
    if (path === 'refunds') return page(of === null ? [] : this.#refundsOf(of));
    if (path === 'disputes') return page(of === null ? [] : this.#disputesOf(of));
    return page([...this.charges.values()].map(charge => this.#charge(charge)));
  }

  #ledger(query: URLSearchParams) {
    const [from, to] = [Number(query.get('created[gte]') ?? 0), Number(query.get('created[lte]') ?? 1e12)];
    return this.#entries
      .filter(e => e.created >= from && e.created <= to)
      .reverse()
      .map(e => ({ ...this.#entry(e), source: this.#source(e) }));
  }

  #source({ charge = '', source }: Entry): unknown {
    const found = this.charges.get(source);
    if (found) return this.#charge(found);
    const object = source.startsWith('re_') ? 'refund' : source.startsWith('dp_') ? 'dispute' : 'payout';
    return { object, id: source, ...(object !== 'payout' && { charge }) };
  }

  #entry = ({ id, amount, created, category }: Entry) => ({
    object: 'balance_transaction',
    id,
    amount,
    available_on: created,
    created,
    currency: this.currency,
    exchange_rate: null,
    fee: 30,
    reporting_category: category,
  });

  #charge(charge: Charge) {
    const { id, amount, captured, customer, email, description, metadata } = charge;
    return {
      object: 'charge',
      id,
      amount,
      amount_captured: captured,
      currency: this.currency,
      customer,
      description,
      metadata,
      billing_details: { email, name: null, address: { city: null, country: 'DE', postal_code: null } },
      payment_method_details: { type: 'card' },
    };
  }

  #whole(charge: Charge) {
    const of = (category: string) => {
      const found = this.#entries.find(e => e.source === charge.id && e.category === category);
      return found ? this.#entry(found) : null;
    };
    return {
      ...this.#charge(charge),
      balance_transaction: of('charge'),
      failure_balance_transaction: of('charge_failure'),
    };
  }

  #refundsOf(charge: string) {
    const of = (source: string, category: string) => {
      const found = this.#entries.find(e => e.source === source && e.category === category);
      return found ? this.#entry(found) : null;
    };
    return this.#sourcesOf(charge, 're_').map(id => ({
      id,
      balance_transaction: of(id, 'refund'),
      failure_balance_transaction: of(id, 'refund_failure'),
    }));
  }

  #disputesOf(charge: string) {
    return this.#sourcesOf(charge, 'dp_').map(id => ({
      id,
      balance_transactions: this.#entries.filter(e => e.source === id).map(this.#entry),
    }));
  }

  #sourcesOf = (charge: string, prefix: string): string[] => [
    ...new Set(
      this.#entries.filter(e => e.charge === charge && e.source.startsWith(prefix)).map(e => e.source),
    ),
  ];
}
