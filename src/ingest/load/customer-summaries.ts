import { IdSet } from '../../core/collections/id-set.js';
import { KeyNumbers } from '../../store/engine/key-numbers.js';
import type { WriteTransaction } from '../../store/engine/transaction.js';
import { joinedCustomers } from '../../store/tables/customer-joins.js';
import { writeCustomers } from '../../store/tables/customer-rows.js';
import { insertSummaries } from '../../store/tables/customer-summaries.js';
import { forgottenCustomers } from '../../store/tables/forgotten-customers.js';
import { ForgottenLines } from '../customers/forgotten-lines.js';
import type { CustomerSummary } from './customer-summary-rows.js';

/**
 * Writes customer summaries within one transaction; if the file names a customer twice, the first row counts.
 */
export class SummaryLoader {
  customers = 0;
  orders = 0;
  revenue = 0;
  firstDay = Number.POSITIVE_INFINITY;
  lastDay = Number.NEGATIVE_INFINITY;
  readonly #seen = new IdSet();

  private constructor(
    private readonly trx: WriteTransaction,
    private readonly ingestId: number,
    private readonly keys: KeyNumbers,
    private readonly joined: ReadonlyMap<number, number>,
    private readonly forgotten: ForgottenLines,
  ) {}

  static async begin(trx: WriteTransaction, ingestId: number): Promise<SummaryLoader> {
    return new SummaryLoader(
      trx,
      ingestId,
      await KeyNumbers.of(trx, 'customers'),
      await joinedCustomers(trx),
      new ForgottenLines(await forgottenCustomers(trx)),
    );
  }

  /** @returns how many of them the file had named before */
  async write(asNamed: readonly CustomerSummary[]): Promise<number> {
    const summaries = asNamed.map(s => ({ ...s, customer: this.forgotten.customer(s.customer) }));
    await this.keys.lookUp(summaries.map(s => s.customer.key));
    const fresh = new Map<number, CustomerSummary>();
    let repeated = 0;
    for (const summary of summaries) {
      const { id } = this.keys.number(summary.customer.key);
      const root = this.joined.get(id) ?? id;
      if (this.#seen.has(root)) repeated++;
      else fresh.set(id, summary);
      this.#seen.add(root);
    }
    await writeCustomers(
      this.trx,
      [...fresh].map(([id, { customer }]) => [id, customer.key, customer.name, customer.email]),
    );
    await insertSummaries(
      this.trx,
      this.ingestId,
      [...fresh].map(([id, summary]) => {
        const root = this.joined.get(id);
        return { ...summary, customerId: root ?? id, knownAs: root === undefined ? null : id };
      }),
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
