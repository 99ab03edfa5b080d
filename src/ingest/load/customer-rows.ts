import { IdSet } from '../../core/collections/id-set.js';
import type { CustomerRow } from '../../store/tables/customer-rows.js';
import type { LineCustomer } from './order-line.js';

/** The customers that a load names, and which of them are to be written: an unchanged one is written once. */
export class NamedCustomers {
  readonly ids = new IdSet();
  /** By id, a hash of the name and address that were written last; 0 where there was none. */
  #written = new Float64Array(1_024);
  #news = new Map<number, CustomerRow>();

  see(id: number, customer: LineCustomer): void {
    if (!this.#isNews(id, customer)) return;
    const before = this.#news.get(id);
    // A line without the name does not take it away.
    this.#news.set(id, [
      id,
      customer.key,
      customer.name ?? before?.[2] ?? null,
      customer.email ?? before?.[3] ?? null,
    ]);
  }

  /** The rows that came up since this was asked last. */
  takeNews(): CustomerRow[] {
    const news = [...this.#news.values()];
    this.#news = new Map();
    return news;
  }

  /** The customers with an id below this one. */
  below(limit: number): IdSet {
    const some = new IdSet();
    for (const id of this.ids) {
      if (id >= limit) break;
      some.add(id);
    }
    return some;
  }

  /** Whether a customer is new to the load, or has another name or address than before. */
  #isNews(id: number, { name, email }: LineCustomer): boolean {
    const isNew = !this.ids.has(id);
    if (isNew) this.ids.add(id);
    if (name === null && email === null) return isNew;
    const now = hashOf(`${name}\n${email}`);
    if (id >= this.#written.length) this.#grow(id);
    if (this.#written[id] === now) return false;
    this.#written[id] = now;
    return true;
  }

  #grow(id: number): void {
    const larger = new Float64Array(Math.max(id + 1, this.#written.length * 2));
    larger.set(this.#written);
    this.#written = larger;
  }
}

/**
 * 53 bits of a text, never 0. A changed name is missed if both have the same hash: once in 10^16
 * changes.
 */
function hashOf(text: string): number {
  let [a, b] = [0x811c9dc5, 0x01234567];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
    b ^= b >>> 13;
  }
  a ^= a >>> 16;
  return (a >>> 0) * 2_097_152 + (b >>> 11) + 1;
}
