import { random } from './made-up-shop.js';

/** A clock that shops and Shopkeeper share. */
export interface Clock {
  at: number;
}

/** What was sold, came back or was corrected, in cents; before tax unless said. */
export interface LedgerLine {
  readonly id: number;
  readonly kind: 'goods' | 'back' | 'price' | 'adjustment' | 'shipping' | 'tip' | 'gift card';
  readonly product: string;
  /** Below zero for what came back. */
  readonly pieces: number;
  readonly cents: number;
  readonly tax: number;
  readonly discount: number;
}

/** What happened to an order at one time. */
export interface LedgerEntry {
  readonly id: number;
  readonly at: string;
  readonly lines: LedgerLine[];
}

export interface LedgerOrder {
  readonly id: number;
  readonly number: string;
  readonly entries: LedgerEntry[];
  /** ISO 8601 in UTC, to the second. */
  changed: string;
  customer: number | undefined;
  email: string | undefined;
  readonly place: string | undefined;
  readonly isTest: boolean;
  isCancelled: boolean;
}

export type Happening =
  | 'place'
  | 'add'
  | 'exchange'
  | 'price'
  | 'refund'
  | 'goodwill'
  | 'cancel'
  | 'delete'
  | 'e-mail';

const EVERYTHING: readonly Happening[] = [
  'place',
  'place',
  'place',
  'place',
  'add',
  'exchange',
  'price',
  'refund',
  'refund',
  'goodwill',
  'cancel',
  'delete',
  'e-mail',
];

const PRODUCTS = [
  ['Mug', 451],
  ['Tea', 1187],
  ['Teapot', 1931],
  ['Tray', 2707],
] as const;
const PLACES = [undefined, 'Market hall', 'Old town'] as const;
/** Some happen in one second, some half an hour apart. */
const PAUSES = [0, 0, 1_000, 1_000, 45_000, 1_800_000];

/** A shop that keeps the truth of what it sold: whatever happens to an order is written on, with its day. */
export class LedgerShop {
  readonly orders = new Map<number, LedgerOrder>();
  readonly next: () => number;
  #ids = 1000;

  constructor(
    seed: number,
    readonly clock: Clock,
    readonly can: readonly Happening[] = EVERYTHING,
  ) {
    this.next = random(seed * 7919 + 1);
  }

  /** Something happens: a new order, or an order changes. */
  happen(what: Happening = this.#pick(this.can)): void {
    this.clock.at += this.#pick(PAUSES);
    const all = [...this.orders.values()].filter(o => !o.isCancelled);
    const order = all[Math.floor(this.next() * all.length)];
    if (what === 'place' || !order) this.place();
    else if (what === 'delete') this.orders.delete(order.id);
    else if (what === 'e-mail') this.#change(order, { email: `new${this.#ids++}@example.com` });
    else if (what === 'cancel') {
      this.write(order, this.#takenBack(order, Number.POSITIVE_INFINITY));
      this.#change(order, { isCancelled: true });
    } else this.write(order, this.#linesOf(order, what));
  }

  /** @param goods how many lines of goods */
  place(goods = 1 + Math.floor(this.next() * 3), more: Partial<LedgerOrder> = {}): LedgerOrder {
    const id = ++this.#ids;
    const isGuest = this.next() < 0.2;
    const customer = isGuest ? undefined : Math.floor(this.next() * 6);
    const order: LedgerOrder = {
      id,
      number: `#${id}`,
      entries: [],
      changed: this.second(),
      customer,
      email: this.next() < 0.2 ? undefined : `c${customer ?? id}@example.com`,
      place: this.#pick(PLACES),
      isTest: this.can.includes('cancel') && this.next() < 0.05,
      isCancelled: false,
      ...more,
    };
    this.orders.set(id, order);
    const lines = Array.from({ length: goods }, () => this.goods());
    const extra = this.next();
    if (extra < 0.3) lines.push(this.#line('shipping', 'Shipping', 1, 490));
    if (extra < 0.1 && this.can.includes('price')) lines.push(this.#line('gift card', 'Gift card', 1, 2500));
    if (extra > 0.9) lines.push(this.#line('tip', 'Tip', 1, 200));
    this.write(order, lines);
    return order;
  }

  /** Writes on an order's ledger, now. */
  write(order: LedgerOrder, lines: LedgerLine[]): void {
    if (lines.length > 0) order.entries.push({ id: ++this.#ids, at: this.second(), lines });
    order.changed = this.second();
  }

  goods(): LedgerLine {
    const [name, price] = this.#pick(PRODUCTS);
    const pieces = 1 + Math.floor(this.next() * 3);
    const discount = this.next() < 0.3 ? Math.round(price * pieces * 0.1) : 0;
    return this.#line('goods', name, pieces, price * pieces - discount, discount);
  }

  /** Net sales in cents by day of a zone, and how many orders count. */
  truth(zone: string): { readonly byDay: Record<string, number>; readonly orders: number } {
    const byDay: Record<string, number> = {};
    const sold = [...this.orders.values()].filter(o => !o.isTest);
    const days = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
    for (const { at, lines } of sold.flatMap(o => o.entries))
      for (const { kind, cents } of lines) {
        if (NOT_GOODS.has(kind)) continue;
        const day = days.format(new Date(at));
        byDay[day] = (byDay[day] ?? 0) + cents;
      }
    return { byDay, orders: sold.filter(o => o.entries.some(e => e.lines.some(isGoods))).length };
  }

  second = (): string => `${new Date(this.clock.at).toISOString().slice(0, 19)}Z`;

  #linesOf(order: LedgerOrder, what: Happening): LedgerLine[] {
    if (what === 'add') return [this.goods()];
    if (what === 'price') return [this.#line('price', 'Mug', 0, -30)];
    if (what === 'goodwill') return [this.#line('adjustment', '', 0, this.next() < 0.5 ? -100 : 75)];
    const back = this.#takenBack(order, 1);
    return what === 'exchange' ? [...back, this.goods()] : back;
  }

  /** What is left of an order's goods, so many lines of it at most, as it goes back. */
  #takenBack({ entries }: LedgerOrder, most: number): LedgerLine[] {
    const lines = entries.flatMap(e => e.lines);
    const names = [...new Set(lines.filter(l => l.kind === 'goods').map(l => l.product))];
    const left = names.flatMap(name => {
      const own = lines.filter(l => l.product === name && (l.kind === 'goods' || l.kind === 'back'));
      const pieces = own.reduce((sum, l) => sum + l.pieces, 0);
      if (pieces <= 0) return [];
      return [this.#line('back', name, -pieces, -own.reduce((sum, l) => sum + l.cents, 0))];
    });
    return left.slice(0, most);
  }

  #line(kind: LedgerLine['kind'], product: string, pieces: number, cents: number, discount = 0): LedgerLine {
    return { id: ++this.#ids, kind, product, pieces, cents, tax: Math.round(cents * 0.19), discount };
  }

  #change = (order: LedgerOrder, to: Partial<LedgerOrder>): void => {
    Object.assign(order, to, { changed: this.second() });
  };

  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }
}

const NOT_GOODS: ReadonlySet<string> = new Set(['shipping', 'tip', 'gift card']);
const isGoods = ({ kind }: LedgerLine): boolean => !NOT_GOODS.has(kind);
