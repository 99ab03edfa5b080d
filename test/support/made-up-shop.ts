import fc from 'fast-check';

/** A line of an order, in cents; before tax. */
export interface MadeUpLine {
  readonly product: number;
  readonly quantity: number;
  readonly price: number;
  /** Off the line. */
  readonly discount: number;
}

export interface MadeUpOrder {
  /** From 0 on: the order's number follows from it. */
  readonly at: number;
  readonly customer: number;
  /** Of March 2026. */
  readonly day: number;
  readonly lines: readonly MadeUpLine[];
  /** Cents. */
  readonly shipping: number;
  readonly isCancelled: boolean;
  /** Pieces of the first line that came back three days later. */
  readonly back: number;
}

/** A shop that sells in March 2026. */
export interface MadeUpShop {
  readonly orders: readonly MadeUpOrder[];
  /** Percent on top of the goods. */
  readonly taxRate: number;
  readonly seed: number;
}

/** What a shop's sales come to: cents, and pieces. */
export interface Totals {
  readonly revenue: number;
  readonly orders: number;
  readonly customers: number;
  readonly units: number;
  readonly byDay: Readonly<Record<string, number>>;
}

export const PRODUCTS = ['Mug', 'Tea', 'Teapot', 'Tray', 'Spoon', 'Honey', 'Cup'] as const;
/** Cents: no few pieces of one cost what some of others do. */
const PRICES = [451, 1187, 1931, 2707, 3347, 4153, 4999];
export const CUSTOMERS = ['Ana Ito', 'Ben Roy', 'Cleo Day', 'Dev Fox', 'Eve Orr', 'Fay Kim'] as const;

/** What of a shop a file cannot tell is left out of the shop that is written into it. */
export interface Traits {
  readonly hasDiscounts?: boolean;
  readonly hasShipping?: boolean;
  readonly hasCancelled?: boolean;
  readonly hasReturns?: boolean;
  readonly isTaxed?: boolean;
  /** Nothing came back of orders with a discount, whose share of it an export does not say. */
  readonly isPlainReturn?: boolean;
  /** Orders have one line each. */
  readonly isSingle?: boolean;
}

const lineOf = (hasDiscounts: boolean): fc.Arbitrary<MadeUpLine> =>
  fc
    .record({
      product: fc.integer({ min: 0, max: PRODUCTS.length - 1 }),
      quantity: fc.integer({ min: 1, max: 5 }),
      percent: fc.constantFrom(0, 0, 10, 25),
    })
    .map(({ product, quantity, percent }) => {
      const price = PRICES[product] ?? 1000;
      const discount = hasDiscounts ? Math.round((price * quantity * percent) / 100) : 0;
      return { product, quantity, price, discount };
    });

/** Made-up shops of some twenty orders. */
export function madeUpShop(traits: Traits = {}): fc.Arbitrary<MadeUpShop> {
  const { hasDiscounts = true, hasShipping = true, hasCancelled = true, hasReturns = true } = traits;
  const { isTaxed = true, isSingle = false, isPlainReturn = false } = traits;
  const order = fc.record({
    customer: fc.integer({ min: 0, max: CUSTOMERS.length - 1 }),
    day: fc.integer({ min: 1, max: 27 }),
    lines: fc.array(lineOf(hasDiscounts), { minLength: 1, maxLength: isSingle ? 1 : 4 }),
    shipping: hasShipping ? fc.constantFrom(0, 490, 500, 1250) : fc.constant(0),
    isCancelled: hasCancelled ? fc.constantFrom(false, false, false, false, false, true) : fc.constant(false),
    isBack: hasReturns ? fc.constantFrom(false, false, false, false, true) : fc.constant(false),
  });
  return fc
    .record({
      orders: fc.array(order, { minLength: 14, maxLength: 26 }),
      taxRate: isTaxed ? fc.constantFrom(8, 19, 20) : fc.constant(0),
      seed: fc.integer({ min: 1, max: 1_000_000 }),
    })
    .map(({ orders, ...shop }) => ({
      ...shop,
      orders: orders.map(({ isBack, ...o }, at) => ({
        ...o,
        at,
        // A product comes once in an order, as tills write it.
        lines: o.lines.filter((l, i) => o.lines.findIndex(m => m.product === l.product) === i),
        back:
          isBack && !o.isCancelled && !(isPlainReturn && o.lines.some(l => l.discount > 0))
            ? (o.lines[0]?.quantity ?? 0)
            : 0,
      })),
    }));
}

/** Cents of a line after its discount. */
export const netOf = ({ quantity, price, discount }: MadeUpLine): number => quantity * price - discount;
export const sumOf = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);
export const dayOf = (day: number): string => `2026-03-${String(day).padStart(2, '0')}`;
export const money = (cents: number): string => (cents / 100).toFixed(2);
/** Cents of tax on top of an amount. */
export const taxOn = (cents: number, rate: number): number => Math.round((cents * rate) / 100);

/** What the shop comes to. @param isReturnLater a return counts on its own day, three days later */
export function totalsOf({ orders }: MadeUpShop, { isReturnLater = true } = {}): Totals {
  const sold = orders.filter(o => !o.isCancelled);
  const byDay: Record<string, number> = {};
  const add = (day: number, cents: number) => {
    byDay[dayOf(day)] = (byDay[dayOf(day)] ?? 0) + cents;
  };
  for (const o of sold) {
    add(o.day, sumOf(o.lines, netOf));
    const [first] = o.lines;
    if (o.back > 0 && first) add(o.day + (isReturnLater ? 3 : 0), -netOf(first));
  }
  return {
    revenue: Object.values(byDay).reduce((a, b) => a + b, 0),
    orders: sold.length,
    customers: new Set(sold.map(o => o.customer)).size,
    units: sumOf(sold, o => sumOf(o.lines, l => l.quantity) - o.back),
    byDay,
  };
}

/** Numbers that look random and are the same each time, from 0 to 1. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export const shuffled = <T>(items: readonly T[], next: () => number): T[] =>
  items
    .map(item => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

export type Cell = string | number;
export type Row = Readonly<Record<string, Cell>>;

/** Rows as CSV. */
export function csvOf(rows: readonly Row[], columns = Object.keys(rows[0] ?? {}), delimiter = ','): string {
  const cell = (value: Cell | undefined) => {
    const text = String(value ?? '');
    return /["\n\r]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${[columns, ...rows.map(row => columns.map(c => row[c]))]
    .map(cells => cells.map(cell).join(delimiter))
    .join('\n')}\n`;
}
