import type { Knex } from 'knex';
import { IdSet } from '../../core/collections/id-set.js';
import { insertLiterals, insertRows } from '../../store/engine/bulk.js';
import type { Dialect } from '../../store/engine/dialect.js';
import { KeyNumbers } from '../../store/engine/key-numbers.js';
import type { CustomerSummary } from './customer-summary-rows.js';

const CUSTOMER = [
  { name: 'id', type: 'integer' },
  { name: 'key', type: 'text' },
  { name: 'name', type: 'text' },
  { name: 'email', type: 'text' },
] as const;

/** Writes customer summaries within one transaction; of a customer whom the file names twice, the first counts. */
export class SummaryLoader {
  customers = 0;
  orders = 0;
  revenue = 0;
  firstDay = Number.POSITIVE_INFINITY;
  lastDay = Number.NEGATIVE_INFINITY;
  readonly #seen = new IdSet();

  private constructor(
    private readonly trx: Knex,
    private readonly dialect: Dialect,
    private readonly ingestId: number,
    private readonly keys: KeyNumbers,
  ) {}

  static async begin(trx: Knex, dialect: Dialect, ingestId: number): Promise<SummaryLoader> {
    return new SummaryLoader(trx, dialect, ingestId, await KeyNumbers.of(trx, dialect, 'customers'));
  }

  /** @returns how many of them the file had named before */
  async write(summaries: readonly CustomerSummary[]): Promise<number> {
    await this.keys.lookUp(summaries.map(s => s.customer.key));
    const fresh = new Map<number, CustomerSummary>();
    let repeated = 0;
    for (const summary of summaries) {
      const { id } = this.keys.number(summary.customer.key);
      if (this.#seen.has(id)) repeated++;
      else fresh.set(id, summary);
      this.#seen.add(id);
    }
    await insertRows(
      this.trx,
      this.dialect,
      'customers',
      CUSTOMER,
      [...fresh].map(([id, { customer }]) => [id, customer.key, customer.name, customer.email]),
      { key: ['id'], update: ['name', 'email'] },
    );
    await insertLiterals(
      this.trx,
      'customer_summaries',
      ['ingest_id', 'customer_id', 'orders', 'revenue', 'last_day', 'counted_on'],
      [...fresh].map(([id, s]) => [this.ingestId, id, s.orders, s.revenue, s.lastDay, s.countedOn]),
    );
    for (const s of fresh.values()) {
      this.customers++;
      this.orders += s.orders;
      this.revenue += s.revenue;
      this.firstDay = Math.min(this.firstDay, s.lastDay);
      this.lastDay = Math.max(this.lastDay, s.lastDay);
    }
    return repeated;
  }
}
