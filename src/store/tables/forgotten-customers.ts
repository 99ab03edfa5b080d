import { createHmac, randomBytes } from 'node:crypto';
import { idLists, insertRows } from '../engine/bulk.js';
import { knexOf } from '../engine/connection.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';
import { readNote, writeNote } from './store-notes.js';

/** Tells customers who were forgotten by what a file or source calls them. */
export interface ForgottenCustomers {
  /** Whether nobody was forgotten, so that nothing has to be looked at. */
  readonly isEmpty: boolean;
  /** The id that a customer of this id, name or address has since; undefined for anybody else. */
  aliasOf(text: string): string | undefined;
}

const NOBODY: ForgottenCustomers = { isEmpty: true, aliasOf: () => undefined };

/** Who was forgotten so far. */
export async function forgottenCustomers(reader: StoreReader): Promise<ForgottenCustomers> {
  const salt = await readNote(reader, 'forgotten_salt');
  if (salt === undefined) return NOBODY;
  const rows: { mark: string; alias: string }[] = await knexOf(reader)('forgotten_marks').select(
    'mark',
    'alias',
  );
  if (rows.length === 0) return NOBODY;
  const byMark = new Map(rows.map(row => [row.mark, row.alias]));
  return { isEmpty: false, aliasOf: text => byMark.get(markOf(text, salt)) };
}

/** The same whatever the case of a text and the spaces around it; nothing of it can be read from the mark. */
const markOf = (text: string, salt: string): string =>
  createHmac('sha256', salt).update(text.trim().normalize('NFKC').toLowerCase()).digest('hex').slice(0, 40);

/** Keeps marks of what forgotten customers were known by, with the ids that they have since. */
export async function keepMarks(
  trx: WriteTransaction,
  known: readonly { readonly text: string; readonly alias: string }[],
): Promise<void> {
  const salt = (await readNote(trx, 'forgotten_salt')) ?? randomBytes(32).toString('hex');
  await writeNote(trx, 'forgotten_salt', salt);
  await insertRows(
    trx,
    'forgotten_marks',
    [
      { name: 'mark', type: 'text' },
      { name: 'alias', type: 'text' },
    ],
    known.map(({ text, alias }) => [markOf(text, salt), alias]),
    'ignore',
  );
}

/** A customer who is forgotten: the id that they had, and the one in its place (the same to keep it). */
export interface ForgottenCustomer {
  readonly id: number;
  readonly key: string;
  readonly alias: string;
}

/** Takes the names, e-mail addresses and ids of customers away, everywhere but in texts and on lines. */
export async function anonymiseCustomers(
  trx: WriteTransaction,
  customers: readonly ForgottenCustomer[],
): Promise<void> {
  const knex = knexOf(trx);
  for (const ids of idLists(customers.map(c => c.id))) {
    await knex('customers').whereRaw(`id in (${ids})`).update({ name: null, email: null });
    await knex('customer_ties').where({ kind: 'email' }).whereRaw(`customer_id in (${ids})`).delete();
  }
  for (const { id, key, alias } of customers) {
    if (key === alias) continue;
    await knex('customers').where({ id }).update({ key: alias });
    await knex('action_customers').where({ customer_key: key }).update({ customer_key: alias });
  }
}

/**
 * Customers with a name or an e-mail address of whom no line is of this day or later, archived ones included.
 * One who is joined to others counts with them.
 */
export async function customersLastSeenBefore(reader: StoreReader, day: number): Promise<number[]> {
  const knex = knexOf(reader);
  const root = 'coalesce(n.joined_to, n.id)';
  const query = knex({ n: 'customers' })
    .where(any => any.whereNotNull('n.name').orWhereNotNull('n.email').orWhere('n.key', 'like', '%@%'))
    .select(knex.raw(`distinct ${root} as id`));
  const days = { customer_totals: 'last_day', customer_summaries: 'last_day', lines_aside: 'day' };
  for (const [table, column] of Object.entries(days))
    query.whereNotExists(
      knex(table).whereRaw(`${table}.customer_id = ${root}`).where(column, '>=', day).select('customer_id'),
    );
  const rows: { id: number }[] = await query.orderByRaw('1');
  return rows.map(row => row.id);
}

/** These customers and those who are joined to them. */
export async function withJoined(reader: StoreReader, ids: readonly number[]): Promise<number[]> {
  const all: number[] = [];
  for (const list of idLists(ids))
    all.push(
      ...(await knexOf(reader)('customers')
        .whereRaw(`id in (${list}) or joined_to in (${list})`)
        .orderBy('id')
        .pluck('id')),
    );
  return all;
}

/** Other customers with one of these names or e-mail addresses: their ids in the shop. */
export async function othersCalled(
  reader: StoreReader,
  ids: readonly number[],
  names: readonly string[],
): Promise<readonly string[]> {
  const lower = names.map(name => name.toLowerCase());
  if (lower.length === 0) return [];
  const marks = lower.map(() => '?').join(', ');
  return knexOf(reader)('customers')
    .whereNotIn('id', [...ids])
    .whereRaw(`(lower(name) in (${marks}) or lower(email) in (${marks}) or lower(key) in (${marks}))`, [
      ...lower,
      ...lower,
      ...lower,
    ])
    .orderBy('id')
    .pluck('key');
}

/** The tables in which customers are named, beside those with texts. */
export const NAMING_TABLES: readonly string[] = [
  'customers',
  'customer_ties',
  'action_customers',
  'dimension_values',
];
