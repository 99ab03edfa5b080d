import { createHash } from 'node:crypto';
import { type Day, dayFromIso, todayIn } from '../core/calendar/days.js';
import { isoDigits } from '../core/money/currencies.js';
import { type Decimal, parseDecimal } from '../core/money/money.js';
import { comparableEmail } from '../core/text/email-address.js';
import type { LineCustomer } from '../ingest/load/order-line.js';
import type { Conversion } from '../ingest/understand/currencies/conversion.js';
import type { SourceCustomer, SourceOrder } from './source.js';

/** A source's order with its amounts and days read. */
export interface ReadOrder {
  /** In the source. */
  readonly key: string;
  readonly fingerprint: string;
  readonly order: SourceOrder;
  readonly customer: LineCustomer | null;
  readonly lines: readonly ReadLine[];
}

/** A line with its amounts and day read. */
export interface ReadLine {
  readonly day: Day;
  readonly quantity: Decimal;
  readonly amount: Decimal;
  readonly discount: Decimal | null;
  readonly tax: Decimal | null;
}

/** How a source's orders and customers are told from those of others. */
export interface OwnKeys {
  /** What comes before its keys; nothing where it shares them with files. */
  readonly prefix: string;
  readonly zone: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Converts what is in another currency; without it such an order cannot be read. */
  readonly conversion?: Conversion | undefined;
}

/** The name of an order in the store. */
export const storedKey = (key: string, { prefix }: Pick<OwnKeys, 'prefix'>): string => `${prefix}${key}`;

/** The same for the same order, whatever the order of its properties; other for another state of it. */
export const fingerprintOf = (order: SourceOrder): string =>
  createHash('sha256').update(canonical(order)).digest('hex').slice(0, 40);

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, v]) => v !== undefined && v !== null);
  return `{${entries
    .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
    .sort()
    .join(',')}}`;
}

/** Reads an order; gives a reason where it cannot be read. */
export function readOrder(order: SourceOrder, keys: OwnKeys): ReadOrder | { readonly reason: string } {
  if (order.unreadable !== undefined) return { reason: order.unreadable };
  if (order.key.trim() === '') return { reason: 'it has no number' };
  const currency = order.currency.toUpperCase();
  const isOther = currency !== keys.currency;
  if (isOther && !keys.conversion)
    return { reason: `its amounts are in ${order.currency}, and the shop's are in ${keys.currency}` };
  const lines: ReadLine[] = [];
  for (const [i, line] of order.lines.entries()) {
    const day = dayOf(line.at, keys.zone);
    if (day === undefined) return { reason: `line ${i + 1}: "${line.at}" is no date` };
    const [quantity, amount] = [exact(line.quantity), exact(line.amount)];
    if (!quantity) return { reason: `line ${i + 1}: the quantity "${line.quantity}" is no number` };
    if (!amount) return { reason: `line ${i + 1}: the amount "${line.amount}" is no number` };
    const [discount, tax] = [exact(line.discount ?? ''), exact(line.tax ?? '')];
    lines.push({ day, quantity, amount, discount: discount ?? null, tax: tax ?? null });
  }
  if (isOther && keys.conversion) {
    const converted = inShopsCurrency(lines, { ...keys, conversion: keys.conversion }, currency);
    if (typeof converted === 'string') return { reason: converted };
    lines.splice(0, lines.length, ...converted);
  }
  const customer = customerOf(order.customer, keys);
  return { key: order.key, fingerprint: fingerprintOf(order), order, customer, lines };
}

/** Lines by the rate of the order's day, also those of later refunds: what is paid back in full is nothing. */
function inShopsCurrency(
  lines: readonly ReadLine[],
  { currency: into, conversion }: Pick<OwnKeys, 'currency'> & { readonly conversion: Conversion },
  currency: string,
): ReadLine[] | string {
  const day = Math.min(...lines.map(line => line.day));
  const scale = isoDigits(into) ?? 2;
  let reason: string | undefined;
  const converted = (amount: Decimal): Decimal => {
    const digits = conversion.convert(amount, currency, day);
    if (typeof digits === 'number') return { digits, scale };
    reason = digits;
    return amount;
  };
  const read = lines.map(line => ({
    ...line,
    amount: converted(line.amount),
    discount: line.discount && converted(line.discount),
    tax: line.tax && converted(line.tax),
  }));
  return reason ?? read;
}

/** Decimals of a source have a point and no marks between thousands. */
const exact = (text: string): Decimal | undefined =>
  /^-?\d+(?:\.\d+)?$/.test(text.trim()) ? parseDecimal(text) : undefined;

function dayOf(at: string, zone: string): Day | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(at)) return dayFromIso(at);
  if (!/T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(at)) return undefined;
  const instant = new Date(at);
  return Number.isNaN(instant.getTime()) ? undefined : todayIn(zone, instant);
}

/** Who bought: known by the source's id, else by e-mail address, else by name and postcode. */
function customerOf(customer: SourceCustomer | null, { prefix }: OwnKeys): LineCustomer | null {
  if (!customer) return null;
  const [id, name, postcode] = [customer.id, customer.name, customer.postcode].map(t => t?.trim() ?? '');
  const email = comparableEmail(customer.email);
  const key = id
    ? `${prefix}${id}`
    : (email ?? (name && postcode ? `${name.toLowerCase()}, ${postcode.toLowerCase()}` : ''));
  return key === '' ? null : { key, name: name || null, email: email ?? null };
}
