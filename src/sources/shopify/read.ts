import { SourceError } from '../errors.js';
import type { Page, SourceOrder } from '../source.js';
import {
  agreementsAnswer,
  type FoundOrder,
  ordersAnswer,
  type ShopifyOrder,
  salesAnswer,
} from './answers.js';
import { QueryTooLarge, type Shopify } from './client.js';
import { type Agreement, countsInShopify, oddOrder, orderOf } from './order.js';
import { AGREEMENTS_QUERY, ORDERS_QUERY, SALES_QUERY } from './queries.js';

/** What of an order may be read beside the order itself. */
export interface Rights {
  readonly customers: boolean;
  readonly products: boolean;
  readonly locations: boolean;
}

/** How much is asked for at once; less, where that costs more than Shopify allows. */
const SIZES = [
  { first: 20, agreements: 5, sales: 20 },
  { first: 10, agreements: 4, sales: 15 },
  { first: 5, agreements: 3, sales: 10 },
  { first: 2, agreements: 2, sales: 10 },
  { first: 1, agreements: 2, sales: 5 },
] as const;

/** Reads orders of one shop. */
export class ShopifyReader {
  #size = 0;
  /** Shopify's ids of orders by the number that people know, as far as they were read. */
  readonly #ids = new Map<string, string>();

  constructor(
    readonly api: Shopify,
    readonly rights: Rights,
  ) {}

  /**
   * Orders that changed from a time on, the oldest change first. Reads on from the last change: whatever
   * changes meanwhile comes again later, and nothing is skipped. Shopify's own cursor is used only where more
   * orders changed within one second than a page has.
   * @param since ISO 8601 in UTC, to the second
   */
  async *changedSince(
    since: string,
    signal: AbortSignal,
  ): AsyncGenerator<Pick<Page, 'orders' | 'gone'> & { readonly updated: string }> {
    let [from, after] = [since, null as string | null];
    for (;;) {
      const { nodes, pageInfo } = await this.#page(from, after, signal);
      const found = nodes.filter(order => order !== null);
      const updated = found.at(-1)?.updatedAt ?? from;
      if (found.length > 0) yield { ...(await this.#ordersOf(found, signal)), updated };
      if (!pageInfo.hasNextPage) return;
      after = updated > from ? null : (pageInfo.endCursor ?? null);
      if (updated <= from && after === null)
        throw new SourceError(
          `${this.api.host} does not say how to read on.`,
          'It is tried again by itself.',
        );
      from = updated > from ? updated : from;
    }
  }

  async #page(from: string, after: string | null, signal: AbortSignal) {
    for (;;) {
      const size = SIZES[this.#size] ?? SIZES[0];
      const variables = { query: `updated_at:>='${from}'`, after, ...size, ...this.rights };
      try {
        return (await this.api.ask(ORDERS_QUERY, variables, ordersAnswer, signal)).orders;
      } catch (error) {
        const isTooMuch =
          error instanceof QueryTooLarge || (error instanceof SourceError && (error.status ?? 0) >= 500);
        if (!isTooMuch || this.#size + 1 >= SIZES.length) throw error;
        this.#size++;
      }
    }
  }

  async #ordersOf(
    found: readonly FoundOrder[],
    signal: AbortSignal,
  ): Promise<{ readonly orders: readonly SourceOrder[]; readonly gone: readonly string[] }> {
    const orders: SourceOrder[] = [];
    const gone: string[] = [];
    for (const order of found) {
      const other = this.#ids.get(order.name);
      this.#ids.set(order.name, order.id);
      if (other !== undefined && other !== order.id) {
        orders.push(oddOrder(order, 'the shop has two orders with this number'));
        continue;
      }
      if (order.isOdd) {
        orders.push(oddOrder(order));
        continue;
      }
      const agreements = await this.#agreementsOf(order, signal);
      if (agreements && countsInShopify(order, agreements)) orders.push(orderOf(order, agreements));
      else gone.push(order.name);
    }
    return { orders, gone };
  }

  /** All of an order's ledger. @returns undefined if the order was deleted meanwhile */
  async #agreementsOf(order: ShopifyOrder, signal: AbortSignal): Promise<readonly Agreement[] | undefined> {
    const agreements: Agreement[] = [];
    let [page, before] = [order.agreements, null as string | null];
    for (;;) {
      for (const { cursor, node } of page.edges) {
        const sales = await this.#salesOf(order.id, before, node, signal);
        if (!sales) return undefined;
        agreements.push({ happenedAt: node.happenedAt, sales });
        before = cursor;
      }
      if (!page.pageInfo.hasNextPage) return agreements;
      const { agreements: size, sales } = SIZES[this.#size] ?? SIZES[0];
      const variables = {
        id: order.id,
        after: before,
        agreements: size,
        sales,
        products: this.rights.products,
      };
      const more = await this.api.ask(AGREEMENTS_QUERY, variables, agreementsAnswer, signal);
      if (!more.order) return undefined;
      page = more.order.agreements;
    }
  }

  async #salesOf(
    id: string,
    agreement: string | null,
    { id: wanted, sales: first }: ShopifyOrder['agreements']['edges'][number]['node'],
    signal: AbortSignal,
  ): Promise<Agreement['sales'] | undefined> {
    const sales = new Map(first.nodes.map(sale => [sale.id, sale]));
    let { pageInfo } = first;
    while (pageInfo.hasNextPage) {
      const size = SIZES[this.#size] ?? SIZES[0];
      const after = pageInfo.endCursor ?? null;
      const variables = { id, agreement, after, sales: size.sales * 2, products: this.rights.products };
      const { order } = await this.api.ask(SALES_QUERY, variables, salesAnswer, signal);
      if (!order) return undefined;
      const [found] = order.agreements.nodes;
      if (found?.id !== wanted)
        throw new SourceError(`${this.api.host} changed while it was read.`, 'It is tried again by itself.');
      for (const sale of found.sales.nodes) sales.set(sale.id, sale);
      ({ pageInfo } = found.sales);
    }
    return [...sales.values()];
  }
}
