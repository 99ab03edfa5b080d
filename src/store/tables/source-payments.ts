import { z } from 'zod';
import { insertRows } from '../engine/bulk.js';
import { connectionOf, knexOf } from '../engine/connection.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';

/** A payment that adds nothing to the sales. */
export interface SourcePayment {
  /** As the source calls it. */
  readonly key: string;
  /** What the order that was paid may be called in the shop. */
  readonly references: readonly string[];
  /** Of its first line. */
  readonly day: number;
  /** As e-mail addresses are compared. */
  readonly email: string | null;
  readonly status: string | null;
  /** What was paid at first, as a decimal. */
  readonly amount: string;
}

const references = z.array(z.string());

/** Notes payments; one that was noted before is replaced. */
export const notePayments = (
  trx: WriteTransaction,
  source: string,
  payments: readonly SourcePayment[],
): Promise<void> =>
  insertRows(
    trx,
    'source_payments',
    [
      { name: 'source', type: 'text' },
      { name: 'key', type: 'text' },
      { name: 'refs', type: 'text' },
      { name: 'day', type: 'integer' },
      { name: 'email', type: 'text' },
      { name: 'status', type: 'text' },
      { name: 'amount', type: 'text' },
    ],
    payments.map(p => [source, p.key, JSON.stringify(p.references), p.day, p.email, p.status, p.amount]),
    { key: ['source', 'key'], update: ['refs', 'day', 'email', 'status', 'amount'] },
  );

/** The payments of a source, the oldest first. */
export async function listPayments(reader: StoreReader, source: string): Promise<readonly SourcePayment[]> {
  const rows: (Omit<SourcePayment, 'references'> & { readonly refs: string })[] = await knexOf(reader)(
    'source_payments',
  )
    .where({ source })
    .orderBy(['day', 'key'])
    .select('key', 'refs', 'day', 'email', 'status', 'amount');
  return rows.map(({ refs, ...row }) => ({ ...row, references: references.parse(JSON.parse(refs)) }));
}

/** Forgets the payments of a source. */
export async function forgetPayments(trx: WriteTransaction, source: string): Promise<void> {
  await knexOf(trx)('source_payments').where({ source }).delete();
}

/** The ingests that sources have brought orders with, also those of sources that were removed since. */
export const ingestsOfSources = (reader: StoreReader): Promise<number[]> =>
  knexOf(reader)('ingests').where('content_hash', 'like', 'source:%').pluck('id');

/** Which of these keys are those of orders in the store. */
export const ordersCalled = (reader: StoreReader, keys: readonly string[]): Promise<string[]> =>
  knexOf(reader)('orders')
    .where('lines', '>', 0)
    .whereRaw(`key in (${connectionOf(reader).dialect.textList})`, [JSON.stringify(keys)])
    .pluck('key');

/** An order of a customer with an e-mail address, with what its lines of a day come to in minor units. */
export interface OrderOfDay {
  readonly key: string;
  readonly day: number;
  readonly email: string;
  readonly amount: number;
  readonly tax: number;
}

/** Orders of customers with these e-mail addresses, by the day of their lines. */
export async function ordersOfEmails(
  reader: StoreReader,
  emails: readonly string[],
): Promise<readonly OrderOfDay[]> {
  const knex = knexOf(reader);
  const rows: OrderOfDay[] = await knex({ l: 'order_lines' })
    .join({ o: 'orders' }, 'o.id', 'l.order_id')
    .join({ c: 'customers' }, 'c.id', 'l.customer_id')
    .whereRaw(`c.email in (${connectionOf(reader).dialect.textList})`, [JSON.stringify(emails)])
    .where('l.is_return', false)
    .groupBy('o.key', 'l.day', 'c.email')
    .select({
      key: 'o.key',
      day: 'l.day',
      email: 'c.email',
      amount: knex.raw('sum(l.amount)'),
      tax: knex.raw('sum(coalesce(l.tax, 0))'),
    });
  return rows.map(r => ({ ...r, day: Number(r.day), amount: Number(r.amount), tax: Number(r.tax) }));
}
