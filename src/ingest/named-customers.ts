import { ownCopy } from '../store/keys.js';
import type { LineCustomer } from './lines.js';

/** A customer's row: id, key, name, e-mail. */
export type CustomerRow = readonly [number, string, string | null, string | null];

/** The customers that a load names, and which of them are to be written: an unchanged one is written once. */
export class NamedCustomers {
  readonly ids = new Set<number>();
  readonly #written = new Map<number, string>();
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

  /** Whether a customer is new to the load, or has another name or address than before. */
  #isNews(id: number, { name, email }: LineCustomer): boolean {
    const isNew = !this.ids.has(id);
    if (isNew) this.ids.add(id);
    if (name === null && email === null) return isNew;
    const now = `${name}\n${email}`;
    if (this.#written.get(id) === now) return false;
    this.#written.set(id, ownCopy(now));
    return true;
  }
}
