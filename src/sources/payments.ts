import { currencyCode, unitsPerMajor } from '../core/money/currencies.js';
import { comparableEmail } from '../core/text/email-address.js';
import { raiseDataVersion } from '../store/engine/data-version.js';
import type { Store } from '../store/engine/store.js';
import { storedCurrency } from '../store/tables/amounts.js';
import { forgetOrders, noteProblems, unseenOrders } from '../store/tables/source-orders.js';
import {
  forgetPayments,
  ingestsOfSources,
  listPayments,
  notePayments,
  type OrderOfDay,
  ordersCalled,
  ordersOfEmails,
  type SourcePayment,
} from '../store/tables/source-payments.js';
import { listSources, noteSource } from '../store/tables/sources.js';
import { SOURCE_KINDS } from './open.js';
import { readOrder } from './read-order.js';
import type { OrdersRead, Running } from './running.js';
import type { OrderSource } from './source.js';
import { takeOut } from './write-orders.js';

/**
 * Whether a source's payments are only matched with orders, as a shop's own orders are in the store: what was
 * sold must not count twice.
 */
export async function isMatching({ shop, source }: Running): Promise<boolean> {
  const isOfPayments = (kind: string) => SOURCE_KINDS.get(kind)?.isPayments ?? false;
  if (!isOfPayments(source.kind)) return false;
  const sources = await listSources(shop.store);
  const ofPayments = new Set(sources.filter(s => isOfPayments(s.kind)).map(s => s.ingestId));
  // The orders of a source that was removed stay, unless they were taken out with it.
  return (await ingestsOfSources(shop.store)).some(id => !ofPayments.has(id));
}

/**
 * Takes a source's payments out of the sales, or forgets those that were only matched: all are read again.
 */
export const changeMatching = ({ shop, source, write }: Running, matches: boolean): Promise<void> =>
  write(async trx => {
    const { name, ingestId } = source;
    if (!matches) await forgetPayments(trx, name);
    const { keys } = await unseenOrders(trx, name, source.run + 1, undefined);
    if (matches && ingestId !== null && keys.length > 0) {
      const prefix = source.settings.keys === 'files' ? '' : `${name}/`;
      await takeOut({ trx, ingestId, keys: { prefix, zone: shop.zone, currency: '' } }, keys);
      await raiseDataVersion(trx);
      await shop.afterChange(trx);
    }
    await forgetOrders(trx, name, keys);
    await noteSource(trx, name, { isMatching: matches, state: null });
  });

/** Notes payments instead of adding them to the sales. @throws SourceError, TakenOver */
export async function readPayments(
  running: Running,
  opened: OrderSource,
  state: unknown,
): Promise<OrdersRead> {
  const { shop, source, signal, write } = running;
  const result: OrdersRead = { read: 0, changed: 0, gone: 0, setAside: 0 };
  const stored = await storedCurrency(shop.store);
  for await (const page of opened.changes(state, signal)) {
    signal.throwIfAborted();
    const payments: SourcePayment[] = [];
    const bad: { readonly key: string; readonly reason: string }[] = [];
    for (const order of page.orders) {
      const currency = stored === undefined ? order.currency : currencyCode(stored);
      const read = readOrder(order, { prefix: '', zone: shop.zone, currency });
      const first = 'reason' in read ? undefined : read.lines[0];
      if ('reason' in read) bad.push({ key: order.key, reason: read.reason });
      else if (first) payments.push(paymentOf(order, first.day));
    }
    await write(async trx => {
      await notePayments(trx, source.name, payments);
      await noteProblems(trx, source.name, shop.now().toISOString(), bad);
      if (page.state !== undefined) await noteSource(trx, source.name, { state: JSON.stringify(page.state) });
    });
    result.read += page.orders.length;
    result.setAside += bad.length;
  }
  return result;
}

const paymentOf = (order: Parameters<typeof readOrder>[0], day: number): SourcePayment => ({
  key: order.key,
  references: order.references ?? [],
  day,
  email: comparableEmail(order.customer?.email) ?? null,
  status: order.status ?? null,
  amount: order.lines[0]?.amount ?? '0',
});

/** A payment, and the order that it is of. */
export interface MatchedPayment extends SourcePayment {
  /** As the store calls it; undefined if none was found. */
  readonly order: string | undefined;
  /** By its number; or by the same e-mail address, day and amount, which is no proof. */
  readonly isCertain: boolean;
}

const AT_ONCE = 2_000;

/** The payments of a source with their orders, as the store is now. */
export async function matchPayments(store: Store, name: string): Promise<readonly MatchedPayment[]> {
  const prefixes = ['', ...(await listSources(store)).filter(s => s.name !== name).map(s => `${s.name}/`)];
  const units = unitsPerMajor((await storedCurrency(store)) ?? 'USD');
  const all = await listPayments(store, name);
  const matched: MatchedPayment[] = [];
  const candidates = new Map<string, readonly OrderOfDay[]>();
  for (let i = 0; i < all.length; i += AT_ONCE) {
    const some = all.slice(i, i + AT_ONCE);
    const keysOf = (p: SourcePayment) =>
      p.references.flatMap(r => prefixes.flatMap(prefix => [`${prefix}${r}`, `${prefix}#${r}`]));
    const known = new Set(await ordersCalled(store, some.flatMap(keysOf)));
    const byNumber = new Map(some.map(p => [p.key, [...new Set(keysOf(p))].filter(key => known.has(key))]));
    const emails = some.flatMap(p => (byNumber.get(p.key)?.length === 1 ? [] : (p.email ?? [])));
    const orders = await ordersOfEmails(store, [...new Set(emails)]);
    for (const payment of some) {
      const found = byNumber.get(payment.key) ?? [];
      const isCertain = found.length === 1;
      matched.push({ ...payment, order: isCertain ? found[0] : undefined, isCertain });
      if (isCertain) continue;
      // A number that several shops have is of one of their orders.
      const ofNumber = found.length === 0 ? orders : orders.filter(o => found.includes(o.key));
      candidates.set(payment.key, likeOrders(payment, ofNumber, units));
    }
  }
  const paid = new Set(matched.map(payment => payment.order));
  return matched.map(payment => {
    const [order, ...others] = (candidates.get(payment.key) ?? []).filter(o => !paid.has(o.key));
    return order && others.length === 0 ? { ...payment, order: order.key } : payment;
  });
}

/** The orders of that e-mail address and day that came to as much, before or after tax. */
function likeOrders(
  { email, day, amount }: SourcePayment,
  orders: readonly OrderOfDay[],
  units: number,
): readonly OrderOfDay[] {
  const paid = Math.round(Number(amount) * units);
  return orders.filter(
    o => o.email === email && o.day === day && (o.amount === paid || o.amount + o.tax === paid),
  );
}
