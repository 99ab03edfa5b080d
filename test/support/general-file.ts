import fc from 'fast-check';
import { LANGUAGE_NAMES, LANGUAGES, type Meaning, SPELLING_NAMES, SPELLINGS } from './header-spellings.js';
import {
  type Cell,
  CUSTOMERS,
  csvOf,
  dayOf,
  type MadeUpOrder,
  type MadeUpShop,
  madeUpShop,
  money,
  netOf,
  PRODUCTS,
  type Row,
  random,
  shuffled,
  sumOf,
  type Traits,
  taxOn,
} from './made-up-shop.js';

/** Which columns a file has, and how a line or an order is written in them. */
interface Shape {
  readonly traits: Traits;
  /** Whether pieces are in the file. */
  readonly hasPieces: boolean;
  rows(shop: MadeUpShop): Partial<Record<Meaning, Cell>>[];
}

const numberOf = (o: { at: number }): string => `R-${2041 + o.at}`;
const headOf = (o: MadeUpOrder) => ({ order: numberOf(o), date: dayOf(o.day), ...customerOf(o) });
const customerOf = ({ customer }: MadeUpOrder) => ({
  customer: CUSTOMERS[customer] ?? '',
  email: `${(CUSTOMERS[customer] ?? '').split(' ')[0]?.toLowerCase()}@example.com`,
});

/** The lines of all orders, and below zero those that came back, in orders of their own. */
const linesOf = ({ orders }: MadeUpShop) =>
  orders.flatMap(o => [
    ...o.lines.map(l => ({ head: headOf(o), l, sign: 1 })),
    ...(o.back > 0 && o.lines[0]
      ? [{ head: { ...headOf(o), order: `${numberOf(o)}`, date: dayOf(o.day + 3) }, l: o.lines[0], sign: -1 }]
      : []),
  ]);

const ofLines =
  (
    cells: (
      l: MadeUpShop['orders'][number]['lines'][number],
      sign: number,
      rate: number,
    ) => Partial<Record<Meaning, Cell>>,
  ) =>
  (shop: MadeUpShop) =>
    linesOf(shop).map(({ head, l, sign }) => ({
      ...head,
      product: PRODUCTS[l.product] ?? '',
      ...cells(l, sign, shop.taxRate),
    }));

const LINES: Traits = { hasShipping: false, hasCancelled: false };

export const SHAPES: Readonly<Record<string, Shape>> = {
  quantityAndPrice: {
    traits: { ...LINES, hasDiscounts: false },
    hasPieces: true,
    rows: ofLines((l, sign) => ({ quantity: sign * l.quantity, price: money(l.price) })),
  },
  quantityPriceAmount: {
    traits: { ...LINES, hasDiscounts: false },
    hasPieces: true,
    rows: ofLines((l, sign) => ({
      quantity: sign * l.quantity,
      price: money(l.price),
      net: money(sign * l.quantity * l.price),
    })),
  },
  quantityPriceDiscount: {
    traits: LINES,
    hasPieces: true,
    rows: ofLines((l, sign) => ({
      quantity: sign * l.quantity,
      price: money(l.price),
      discount: money(sign * l.discount),
      net: money(sign * netOf(l)),
    })),
  },
  grossDiscountNet: {
    traits: { ...LINES, hasReturns: false },
    hasPieces: false,
    rows: ofLines(l => ({
      gross: money(l.quantity * l.price),
      discount: money(l.discount),
      net: money(netOf(l)),
    })),
  },
  netAndTax: {
    traits: LINES,
    hasPieces: true,
    rows: ofLines((l, sign, rate) => ({
      quantity: sign * l.quantity,
      net: money(sign * netOf(l)),
      tax: money(sign * taxOn(netOf(l), rate)),
      withTax: money(sign * (netOf(l) + taxOn(netOf(l), rate))),
    })),
  },
  wholeOrders: {
    traits: { hasCancelled: false, hasReturns: false },
    hasPieces: false,
    rows: ({ orders, taxRate }) =>
      orders.map(o => {
        const subtotal = sumOf(o.lines, l => l.quantity * l.price);
        const discount = sumOf(o.lines, l => l.discount);
        const tax = taxOn(subtotal - discount, taxRate);
        return {
          ...headOf(o),
          subtotal: money(subtotal),
          discount: money(discount),
          shipping: money(o.shipping),
          tax: money(tax),
          total: money(subtotal - discount + o.shipping + tax),
        };
      }),
  },
  linesWithTotals: {
    traits: { hasCancelled: false, hasReturns: false, hasDiscounts: false, isTaxed: false },
    hasPieces: true,
    rows: ({ orders }) =>
      orders.flatMap(o =>
        o.lines.map(l => ({
          ...headOf(o),
          product: PRODUCTS[l.product] ?? '',
          quantity: l.quantity,
          price: money(l.price),
          shipping: money(o.shipping),
          total: money(sumOf(o.lines, netOf) + o.shipping),
        })),
      ),
  },
};

/** Columns that say nothing of what was sold, or nothing new. */
const NOISE: Readonly<Record<string, (at: number, row: Row, next: () => number) => Cell>> = {
  'Internal Id': at => 900_001 + at * 7,
  Notes: (at, _, next) => (next() < 0.7 ? '' : `called twice, ${at} left`),
  'Gift Wrap': (_, __, next) => (next() < 0.8 ? 'no' : 'yes'),
  Postcode: (at, _, next) => 10_115 + ((at * 37) % 60) + Math.floor(next() * 9),
  'List Price': (at, _, next) => money(900 + Math.round(next() * 40) * 25 + (at % 2)),
  'Margin %': (_, __, next) => (20 + Math.round(next() * 40)).toFixed(1),
  'Stock Level': (_, __, next) => Math.round(next() * 200),
  'Weight kg': (_, __, next) => (0.2 + next() * 3).toFixed(3),
  'Shipped On': (_, row, next) => later(row, 1 + Math.floor(next() * 3)),
  Rating: (_, __, next) => 1 + Math.round(next() * 4),
  'Loyalty Points': (_, __, next) => Math.round(next() * 90),
  Phone: (at, _, next) => `+49 30 ${500_000 + at * 13 + Math.floor(next() * 9)}`,
  'Cashier No': (_, __, next) => 1 + Math.floor(next() * 4),
  'Commission Rate': (_, __, next) => (next() < 0.5 ? '0.15' : '0.12'),
  'Exchange Rate': () => '1.0000',
  'Purchase Cost': (_, __, next) => money(200 + Math.round(next() * 300)),
  'Updated At': () => '2026-04-02 03:00:00',
};
export const NOISE_NAMES = Object.keys(NOISE);

/** Set beside the rows while they are written: the day of each. */
const DAY = Symbol('day');
const later = (row: Row, days: number): string => {
  const day = String((row as Record<symbol, Cell>)[DAY]);
  return dayOf(Math.min(31, Number(day.slice(8)) + days));
};

/** A file of a shape, and how it is spelt. */
export interface GeneralFile {
  readonly shape: string;
  readonly language: string;
  readonly spelling: string;
  readonly noise: readonly string[];
  readonly shop: MadeUpShop;
}

/** What a file has as text, its columns in any order. */
export function textOf({ shape, language, spelling, noise, shop }: GeneralFile): string {
  const next = random(shop.seed);
  const names = LANGUAGES[language];
  const spell = SPELLINGS[spelling];
  const rows = SHAPES[shape]?.rows(shop) ?? [];
  const header = new Map<string, string>();
  for (const meaning of Object.keys(rows[0] ?? {}) as Meaning[]) {
    const all = names?.[meaning] ?? [];
    header.set(meaning, spell?.(all[Math.floor(next() * all.length)] ?? meaning) ?? meaning);
  }
  const written = rows.map((cells, at) => {
    const row: Row = Object.fromEntries(
      Object.entries(cells).map(([meaning, value]) => [header.get(meaning) ?? meaning, value ?? '']),
    );
    const dated = Object.assign({ ...row }, { [DAY]: cells.date });
    const extra = noise.map(name => [spell?.(name) ?? name, NOISE[name]?.(at, dated, next) ?? ''] as const);
    return { ...row, ...Object.fromEntries(extra) };
  });
  return csvOf(written, shuffled(Object.keys(written[0] ?? {}), next));
}

export const generalFile: fc.Arbitrary<GeneralFile> = fc.constantFrom(...Object.keys(SHAPES)).chain(shape =>
  fc.record({
    shape: fc.constant(shape),
    language: fc.constantFrom(...LANGUAGE_NAMES),
    spelling: fc.constantFrom(...SPELLING_NAMES),
    noise: fc.subarray(NOISE_NAMES, { minLength: 0, maxLength: 4 }),
    shop: madeUpShop(SHAPES[shape]?.traits),
  }),
);
