import { distance } from 'fastest-levenshtein';
import { withoutAccents } from '../accents.js';
import type { Day } from '../calendar/days.js';
import { idList } from './bulk.js';
import type { Store } from './store.js';

/** A customer as the files name them. */
export interface Customer {
  readonly id: number;
  /** The shop's own id, or the name where the files have no id. */
  readonly key: string;
  readonly name: string;
}

/** The customers with these ids, by id. */
export async function customersById(store: Store, ids: readonly number[]): Promise<Map<number, Customer>> {
  const rows: Customer[] = await store
    .db('customers')
    .select('id', 'key', store.db.raw('coalesce(name, key) as name'))
    .whereRaw(`id in (${idList(ids)})`);
  return new Map(rows.map(r => [r.id, r]));
}

/**
 * Who a text names: the customer of that id or name, whatever the case; otherwise those whose name holds it.
 * `nearest` are the names most like it, where nobody is found.
 */
export async function findCustomers(
  store: Store,
  text: string,
): Promise<{ found: Customer[]; nearest: string[] }> {
  const wanted = fold(text);
  const all: Customer[] = await store
    .db('customers')
    .select('id', 'key', store.db.raw('coalesce(name, key) as name'));
  const exact = all.filter(c => fold(c.key) === wanted || fold(c.name) === wanted);
  if (exact.length > 0) return { found: exact, nearest: [] };
  const holding = all.filter(c => fold(c.name).includes(wanted) || fold(c.key).includes(wanted));
  if (holding.length > 0) return { found: holding, nearest: [] };
  const nearest = all
    .map(c => ({ name: c.name, far: distance(fold(c.name), wanted) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(n => n.name);
  return { found: [], nearest };
}

/** What a customer can be asked for by: the name where only they have it, otherwise the id. */
export async function nameToAsk(store: Store, customer: Customer): Promise<string> {
  const { found } = await findCustomers(store, customer.name);
  return found.length === 1 ? customer.name : customer.key;
}

/** Lower-case letters without accents and digits, so that `Reims Collectables` is found as `reims collectables`. */
const fold = (text: string): string =>
  withoutAccents(text)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** A customer's orders, the oldest first; returns are left out. Money in minor units. */
export async function ordersOf(store: Store, customerId: number): Promise<{ day: Day; revenue: number }[]> {
  const rows = await store
    .db('orders')
    .where({ customer_id: customerId, is_return: false })
    .where('lines', '>', 0)
    .orderBy('day')
    .select('day', 'revenue');
  return rows.map(r => ({ day: Number(r.day), revenue: Number(r.revenue) }));
}
