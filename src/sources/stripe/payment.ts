import { fromMinorUnits } from '../amounts.js';
import type { SourceLine, SourceOrder } from '../source.js';
import type { Charge, LedgerEntry } from './answers.js';

/** What of a Stripe account's movements are sales, and what they are called in answers. */
const CATEGORIES: ReadonlyMap<string, { readonly name: string; readonly isReturn: boolean }> = new Map([
  ['charge', { name: 'Payments', isReturn: false }],
  ['charge_failure', { name: 'Failed payments', isReturn: true }],
  ['partial_capture_reversal', { name: 'Payments', isReturn: true }],
  ['refund', { name: 'Refunds', isReturn: true }],
  ['refund_failure', { name: 'Refunds', isReturn: true }],
  ['dispute', { name: 'Disputes', isReturn: true }],
  ['dispute_reversal', { name: 'Disputes', isReturn: true }],
]);

/** Whether an entry is of a sale; fees, payouts and transfers are not. */
export const isOfSale = ({ reporting_category: category }: LedgerEntry): boolean => CATEGORIES.has(category);

/** Stripe's own digits of currencies, which are not ISO's in all: https://docs.stripe.com/currencies */
const NO_DIGITS = new Set([
  'BIF',
  'CLP',
  'DJF',
  'GNF',
  'JPY',
  'KMF',
  'KRW',
  'MGA',
  'PYG',
  'RWF',
  'VND',
  'VUV',
  'XAF',
  'XOF',
  'XPF',
]);
const THREE_DIGITS = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);
const digitsOf = (currency: string): number =>
  NO_DIGITS.has(currency) ? 0 : THREE_DIGITS.has(currency) ? 3 : 2;

/** A charge with all that was booked of it as an order: each movement is a line of its own day. */
export function paymentOf(charge: Charge, entries: readonly LedgerEntry[]): SourceOrder {
  const { billing_details: billing, payment_method_details: method } = charge;
  const sorted = [...entries].sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1));
  const currencies = new Set(sorted.map(e => e.currency.toUpperCase()));
  const order: SourceOrder = {
    key: charge.id,
    currency: [...currencies][0] ?? charge.currency.toUpperCase(),
    customer: {
      id: charge.customer ?? null,
      email: billing?.email ?? charge.receipt_email ?? null,
      name: billing?.name ?? null,
      postcode: billing?.address?.postal_code ?? null,
    },
    status: charge.disputed ? 'disputed' : charge.refunded ? 'refunded' : 'paid',
    country: billing?.address?.country ?? null,
    city: billing?.address?.city ?? null,
    channel: method?.type ?? null,
    lines: sorted.map(lineOf),
    references: referencesOf(charge),
  };
  if (currencies.size < 2) return order;
  return { ...order, unreadable: `it was booked in ${[...currencies].sort().join(' and ')}` };
}

function lineOf({ amount, created, currency, reporting_category: category }: LedgerEntry): SourceLine {
  const { name, isReturn } = CATEGORIES.get(category) ?? { name: category, isReturn: amount < 0 };
  return {
    at: new Date(created * 1_000).toISOString(),
    product: null,
    category: name,
    quantity: isReturn ? '0' : '1',
    amount: fromMinorUnits(amount, digitsOf(currency.toUpperCase())),
    isReturn,
  };
}

const ORDER_KEY = /order|invoice|reference|basket|cart/i;
const ORDER_WORDS = new RegExp(
  String.raw`(?:order|bestellung|commande|pedido|ordine|invoice|#)\s*(?:no\.?|nr\.?|` +
    String.raw`number)?\s*:?\s*#?([\w-]*\d[\w-]*)`,
  'gi',
);

/** What the order that was paid may be called in the shop, by the charge's metadata and description. */
function referencesOf({ metadata, description }: Charge): readonly string[] {
  const ofMetadata = Object.entries(metadata ?? {}).flatMap(([key, value]) =>
    ORDER_KEY.test(key) && value.length <= 40 ? [value.trim()] : [],
  );
  const inWords = [...(description ?? '').matchAll(ORDER_WORDS)].map(([, number = '']) => number);
  return [...new Set([...ofMetadata, ...inWords].map(text => text.replace(/^#/, '')))].filter(Boolean);
}
