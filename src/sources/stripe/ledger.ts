import { SourceError } from '../errors.js';
import type { SourceOrder } from '../source.js';
import {
  type Charge,
  chargeAnswer,
  disputesAnswer,
  entriesAnswer,
  type FoundEntry,
  type LedgerEntry,
  refundsAnswer,
} from './answers.js';
import type { Stripe } from './client.js';
import { isOfSale, paymentOf } from './payment.js';

/** Days within which a part of a charge that is not captured is booked back. */
const CAPTURE_SECONDS = 86_400;

/** Some payments that are whole, and those of which entries were found without the charge itself. */
interface Found {
  readonly orders: readonly SourceOrder[];
  /** The newest entry's time, seconds since 1970. */
  readonly newest: number;
}

/**
 * Payments of which something was booked from a time on. Stripe lists the newest entry first, so whatever was
 * booked of a charge comes before the charge itself: then it is whole.
 * @param since seconds since 1970
 * @param isWhole also those whose charge is older than that are given: each costs a few more requests
 */
export async function* paymentsSince(
  api: Stripe,
  since: number,
  { isWhole }: { readonly isWhole: boolean },
  signal: AbortSignal,
): AsyncGenerator<Found> {
  const waiting = new Map<string, FoundEntry[]>();
  const charges = new Map<string, Charge & { readonly at: number }>();
  const ready = (before: number): SourceOrder[] =>
    [...charges.values()]
      .filter(charge => charge.at > before)
      .map(charge => {
        const entries = waiting.get(charge.id) ?? [];
        waiting.delete(charge.id);
        charges.delete(charge.id);
        return paymentOf(charge, entries);
      });
  let newest = 0;
  for await (const page of entriesSince(api, since, undefined, signal)) {
    for (const entry of page) {
      newest = Math.max(newest, entry.created);
      const id = chargeOf(entry);
      if (id === undefined) continue;
      waiting.set(id, [...(waiting.get(id) ?? []), entry]);
      if (isCharge(entry.source) && entry.reporting_category === 'charge')
        charges.set(id, { ...entry.source, at: entry.created });
    }
    // Within one second the order is not certain.
    yield { orders: ready(page.at(-1)?.created ?? 0), newest };
  }
  yield { orders: ready(Number.NEGATIVE_INFINITY), newest };
  if (!isWhole) return;
  for (const [id, entries] of waiting) {
    const order = await wholePayment(api, id, entries, signal);
    if (order) yield { orders: [order], newest };
  }
}

const isCharge = (source: FoundEntry['source']): source is Charge =>
  typeof source === 'object' && source?.object === 'charge';

/** The charge that an entry is of; undefined if it is no part of a sale. */
function chargeOf(entry: FoundEntry): string | undefined {
  if (!isOfSale(entry)) return undefined;
  const { source } = entry;
  if (typeof source !== 'object' || source === null)
    throw new SourceError(
      `Stripe does not say what ${entry.id} (${entry.reporting_category}) is of.`,
      'Give the key the right to read charges, refunds and disputes.',
      true,
    );
  if (isCharge(source)) return source.id;
  return 'charge' in source ? (source.charge ?? undefined) : undefined;
}

/** A payment with all that was booked of it, whenever. */
async function wholePayment(
  api: Stripe,
  id: string,
  known: readonly LedgerEntry[],
  signal: AbortSignal,
): Promise<SourceOrder | undefined> {
  const expand = ['balance_transaction', 'failure_balance_transaction'];
  const charge = await api.get(`charges/${id}`, { 'expand[]': expand }, chargeAnswer, signal);
  const booked = charge?.balance_transaction;
  if (!charge || !booked) return undefined;
  const found: (LedgerEntry | null | undefined)[] = [booked, charge.failure_balance_transaction];
  const ofData = expand.map(part => `data.${part}`);
  for await (const refund of each(api, 'refunds', { charge: id, 'expand[]': ofData }, refundsAnswer, signal))
    found.push(refund.balance_transaction, refund.failure_balance_transaction);
  for await (const dispute of each(api, 'disputes', { charge: id }, disputesAnswer, signal))
    found.push(...dispute.balance_transactions);
  if ((charge.amount_captured ?? charge.amount) < charge.amount)
    for await (const page of entriesSince(api, booked.created, booked.created + CAPTURE_SECONDS, signal))
      found.push(...page.filter(entry => chargeOf(entry) === id));
  const entries = new Map([...known, ...found.flatMap(e => e ?? [])].map(e => [e.id, e]));
  return paymentOf(charge, [...entries.values()].filter(isOfSale));
}

async function* entriesSince(
  api: Stripe,
  since: number,
  until: number | undefined,
  signal: AbortSignal,
): AsyncGenerator<readonly FoundEntry[]> {
  const query = {
    'created[gte]': String(since),
    ...(until !== undefined && { 'created[lte]': String(until) }),
    'expand[]': ['data.source'],
  };
  for (let after: string | undefined; ; ) {
    const page = await api.get(
      'balance_transactions',
      { ...query, limit: '100', ...(after !== undefined && { starting_after: after }) },
      entriesAnswer,
      signal,
    );
    if (!page) throw new SourceError('Stripe has no ledger at this address.', 'Look at the address.', true);
    if (page.data.length > 0) yield page.data;
    after = page.data.at(-1)?.id;
    if (!page.has_more || after === undefined) return;
  }
}

async function* each<T extends { readonly id: string }>(
  api: Stripe,
  path: string,
  query: Readonly<Record<string, string | readonly string[]>>,
  answer: Parameters<typeof api.get<{ data: T[]; has_more: boolean }>>[2],
  signal: AbortSignal,
): AsyncGenerator<T> {
  for (let after: string | undefined; ; ) {
    const from: Readonly<Record<string, string>> = after === undefined ? {} : { starting_after: after };
    const page = await api.get(path, { ...query, limit: '100', ...from }, answer, signal);
    yield* page?.data ?? [];
    after = page?.data.at(-1)?.id;
    if (!page?.has_more || after === undefined) return;
  }
}
