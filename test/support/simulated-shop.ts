import type { OrderSource, Page, SourceLine, SourceOrder } from '../../src/sources/source.js';

/** What a simulated shop sells, in cents. */
const PRODUCTS = [
  ['Mug', 451],
  ['Tea', 1187],
  ['Teapot', 1931],
  ['Tray', 2707],
] as const;

/** A line as the shop keeps it: cents, and pieces below zero for what came back. */
interface Line {
  readonly day: string;
  readonly product: number;
  readonly quantity: number;
  readonly cents: number;
}

interface Order {
  readonly key: string;
  modified: number;
  customer: number;
  lines: Line[];
  /** The source gives an amount that cannot be read, until the order is mended. */
  isBad: boolean;
}

/** What can happen in a shop. Numbers pick among what is there. */
export type Happening =
  | {
      readonly do: 'place';
      readonly customer: number;
      /** A day of March 2026, or an ISO date. */
      readonly day: number | string;
      readonly lines: readonly number[];
    }
  | {
      readonly do: 'edit' | 'refund' | 'delete' | 'hide refund' | 'break' | 'mend';
      readonly order: number;
      /** The ISO date of a refund; 2026-03-29 unless given. */
      readonly on?: string;
    }
  | { readonly do: 'rename'; readonly order: number; readonly customer: number };

/** How a reading goes wrong: after so many pages it is cut, or the process dies before a page is written. */
export interface Fault {
  readonly afterPages: number;
}

/**
 * A shop that keeps the truth: orders are placed, edited, refunded in part, deleted, and change while they
 * are read. Its source shows them as shops do: the oldest change first, some twice, in pages that begin
 * again from the last change seen. A refund may be hidden: it does not move the order's time of change.
 */
export class SimulatedShop {
  readonly #orders = new Map<string, Order>();
  #tick = 0;
  #made = 0;

  happen(what: Happening): void {
    this.#tick++;
    if (what.do === 'place') {
      const key = `${1000 + ++this.#made}`;
      const day = typeof what.day === 'string' ? what.day : `2026-03-${String(what.day).padStart(2, '0')}`;
      const lines = what.lines.map(product => lineOf(day, product, 1));
      this.#orders.set(key, { key, modified: this.#tick, customer: what.customer, lines, isBad: false });
      return;
    }
    const order = [...this.#orders.values()][what.order % Math.max(1, this.#orders.size)];
    if (!order) return;
    if (what.do === 'delete') {
      this.#orders.delete(order.key);
      return;
    }
    const [first] = order.lines;
    if (what.do === 'edit')
      order.lines = [...order.lines.slice(1), lineOf(first?.day ?? '2026-03-02', order.lines.length, 2)];
    if (what.do === 'rename') order.customer = what.customer;
    if (what.do === 'break') order.isBad = true;
    if (what.do === 'mend') order.isBad = false;
    if ((what.do === 'refund' || what.do === 'hide refund') && first)
      order.lines = [...order.lines, { ...lineOf(what.on ?? '2026-03-29', first.product, -1) }];
    if (what.do !== 'hide refund') order.modified = this.#tick;
  }

  /** Net sales in cents by day, of orders that can be read. */
  truth(): {
    readonly byDay: Readonly<Record<string, number>>;
    readonly orders: number;
    readonly customers: number;
  } {
    const byDay: Record<string, number> = {};
    const live = [...this.#orders.values()].filter(o => o.lines.length > 0);
    for (const { lines } of live) for (const { day, cents } of lines) byDay[day] = (byDay[day] ?? 0) + cents;
    return { byDay, orders: live.length, customers: new Set(live.map(o => o.customer)).size };
  }

  mendAll(): void {
    for (const order of this.#orders.values())
      if (order.isBad) Object.assign(order, { isBad: false, modified: ++this.#tick });
  }

  /**
   * The shop as a source.
   * @param fault cuts the reading
   * @param meanwhile happens between two pages
   */
  source(fault?: Fault, meanwhile: readonly Happening[] = []): OrderSource {
    let pages = 0;
    const coming = [...meanwhile];
    const turn = () => {
      if (fault && pages++ >= fault.afterPages) throw new Error('cut');
      const next = coming.shift();
      if (next) this.happen(next);
    };
    const all = () => [...this.#orders.values()];
    return {
      gives: 'orders',
      overlapMs: 0,
      check: async () => ({ findings: [] }),
      changes: async function* (state): AsyncGenerator<Page> {
        let since = typeof state === 'number' ? state : 0;
        for (;;) {
          turn();
          // From the last change on, that one again: overlap costs nothing.
          const page = all()
            .filter(o => o.modified >= since)
            .sort((a, b) => a.modified - b.modified)
            .slice(0, PAGE);
          const last = page.at(-1)?.modified ?? since;
          yield { orders: page.map(shown), gone: [], state: last };
          if (page.length < PAGE) return;
          since = last;
        }
      },
      everything: async function* () {
        const keys = all().map(o => o.key);
        for (let i = 0; i < keys.length; i += PAGE) {
          turn();
          const orders = keys.slice(i, i + PAGE).flatMap(key => all().find(o => o.key === key) ?? []);
          yield { orders: orders.map(shown) };
        }
      },
    };
  }
}

/** Changes have times of their own, so a page of three moves on by two at least. */
const PAGE = 3;

const lineOf = (day: string, product: number, quantity: number): Line => {
  const at = product % PRODUCTS.length;
  return { day, product: at, quantity, cents: quantity * (PRODUCTS[at]?.[1] ?? 0) };
};

const shown = ({ key, customer, lines, isBad }: Order): SourceOrder => ({
  key,
  currency: 'USD',
  customer: { id: `c${customer}`, email: `c${customer}@example.com`, name: `Customer ${customer}` },
  status: 'completed',
  lines: lines.map(
    ({ day, product, quantity, cents }, i): SourceLine => ({
      at: day,
      product: PRODUCTS[product]?.[0] ?? null,
      quantity: String(quantity),
      amount: isBad && i === 0 ? '12,5o' : (cents / 100).toFixed(2),
      isReturn: quantity < 0,
    }),
  ),
});
