import { SourceError } from '../errors.js';
import type { Page, SourceOrder } from '../source.js';
import {
  buyersAnswer,
  type Customer,
  customersAnswer,
  type FoundOrder,
  type Location,
  ordersAnswer,
  type SquareOrder,
} from './answers.js';
import { MissingRight, type Square } from './client.js';
import { buyerOf, countsInSquare, oddOrder, orderOf } from './order.js';

/** Orders a page; customers and orders that may be asked for by id at once. */
const PAGE = 100;
/** Locations that one search may name. */
const LOCATIONS = 10;

/** Reads orders of one account. */
export class SquareReader {
  #mayReadCustomers = true;

  constructor(
    readonly api: Square,
    readonly locations: readonly Location[],
  ) {}

  /**
   * Orders that changed from a time on, the oldest change first; place by place, where there are more than a
   * search may name. Reads on from the last change, so that nothing is skipped that changes meanwhile.
   */
  async *changedSince(
    since: string,
    signal: AbortSignal,
  ): AsyncGenerator<Pick<Page, 'orders' | 'gone'> & { readonly updated: string }> {
    for (let i = 0; i < this.locations.length; i += LOCATIONS)
      yield* this.#changedAt(this.locations.slice(i, i + LOCATIONS), since, signal);
  }

  async *#changedAt(locations: readonly Location[], since: string, signal: AbortSignal) {
    let from = since;
    let cursor: string | undefined;
    for (;;) {
      const body = {
        location_ids: locations.map(l => l.id),
        limit: PAGE,
        query: {
          filter: { date_time_filter: { updated_at: { start_at: from } } },
          sort: { sort_field: 'UPDATED_AT', sort_order: 'ASC' },
        },
        ...(cursor !== undefined && { cursor }),
      };
      const page = await this.api.ask('orders/search', body, ordersAnswer, signal);
      const updated = page.orders.at(-1)?.updated_at ?? from;
      if (page.orders.length > 0) yield { ...(await this.#ordersOf(page.orders, signal)), updated };
      if (!page.cursor) return;
      // A cursor is used only where more orders changed at one time than a page has.
      cursor = Date.parse(updated) > Date.parse(from) ? undefined : page.cursor;
      from = updated;
    }
  }

  async #ordersOf(
    found: readonly FoundOrder[],
    signal: AbortSignal,
  ): Promise<{ readonly orders: readonly SourceOrder[]; readonly gone: readonly string[] }> {
    const whole = found.filter(o => !o.isOdd);
    const sold = whole.filter(countsInSquare);
    const buyers = await this.#buyersOf(sold, signal);
    const customers = await this.#customersOf([...new Set(buyers.values())], signal);
    const names = new Map(this.locations.map(l => [l.id, l.name ?? null]));
    return {
      orders: [
        ...found.filter(o => o.isOdd).map(oddOrder),
        ...sold.map(order => {
          const buyer = buyers.get(order.id) ?? null;
          const customer = buyer === null ? undefined : customers.get(buyer);
          const location = names.get(order.location_id) ?? null;
          return orderOf(order, { location, buyer, ...(customer && { customer }) });
        }),
      ],
      gone: whole.filter(o => !countsInSquare(o)).map(o => o.id),
    };
  }

  /** Who bought, by order; what comes back is of who had bought it. */
  async #buyersOf(orders: readonly SquareOrder[], signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
    const sources = new Map<string, string>();
    for (const order of orders) {
      const source = order.returns?.find(r => r.source_order_id)?.source_order_id;
      if (buyerOf(order) === null && source) sources.set(order.id, source);
    }
    const bought = new Map<string, string | null>();
    for (const ids of chunks([...new Set(sources.values())])) {
      const found = await this.api.ask('orders/batch-retrieve', { order_ids: ids }, buyersAnswer, signal);
      for (const order of found.orders) bought.set(order.id, buyerOf(order));
    }
    return new Map(
      orders.flatMap(order => {
        const buyer = buyerOf(order) ?? bought.get(sources.get(order.id) ?? '') ?? null;
        return buyer === null ? [] : [[order.id, buyer] as const];
      }),
    );
  }

  async #customersOf(ids: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, Customer>> {
    const customers = new Map<string, Customer>();
    for (const some of this.#mayReadCustomers ? chunks(ids) : [])
      try {
        const body = { customer_ids: some };
        const { responses } = await this.api.ask('customers/bulk-retrieve', body, customersAnswer, signal);
        for (const [id, { customer }] of Object.entries(responses)) if (customer) customers.set(id, customer);
      } catch (error) {
        if (!(error instanceof MissingRight)) throw error;
        this.#mayReadCustomers = false;
        break;
      }
    return customers;
  }
}

function* chunks(ids: readonly string[]): Generator<readonly string[]> {
  for (let i = 0; i < ids.length; i += PAGE) yield ids.slice(i, i + PAGE);
}

/** An account without a place of sale cannot be searched. */
export const noLocations = (): SourceError =>
  new SourceError('This Square account has no location.', 'Add one in the Square Dashboard.', true);
