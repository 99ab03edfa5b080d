import { idList, idLists, insertRows } from '../engine/bulk.js';
import { connectionOf, knexOf } from '../engine/connection.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';
import { refuseInView } from './lines-view.js';

/**
 * What ties customers together: an e-mail address that both have, or that a person said so (then the value
 * names the two).
 */
export type TieKind = 'email' | 'hand';

/** A piece of evidence of who a customer is. */
export interface Tie {
  readonly kind: TieKind;
  readonly value: string;
  readonly customer: number;
  /** Where it was seen: the name of a source; null for files, and for what a person said. */
  readonly source: string | null;
  /** ISO 8601. */
  readonly notedAt: string;
}

/** Notes ties; those that are known stay as they were noted first. */
export const noteTies = (trx: WriteTransaction, ties: readonly Tie[]): Promise<void> =>
  insertRows(
    trx,
    'customer_ties',
    [
      { name: 'kind', type: 'text' },
      { name: 'value', type: 'text' },
      { name: 'customer_id', type: 'integer' },
      { name: 'source', type: 'text' },
      { name: 'noted_at', type: 'text' },
    ],
    ties.map(t => [t.kind, t.value, t.customer, t.source, t.notedAt]),
    'ignore',
  );

/** A tie with where its customer stands. */
export interface StandingTie extends Tie {
  /** The customer that they are joined to, or themselves. */
  readonly root: number;
  /** Whether a person split them off. */
  readonly isApart: boolean;
}

/** All ties of these customers, and of others that share a value with them. */
export async function tiesSharedBy(
  reader: StoreReader,
  customers: Iterable<number>,
): Promise<readonly StandingTie[]> {
  const ties: StandingTie[] = [];
  for (const list of idLists(customers)) {
    const shared = knexOf(reader)('customer_ties')
      .whereRaw(`customer_id in (${list})`)
      .distinct('kind', 'value')
      .as('shared');
    const rows = await standing(reader).join(shared, joined =>
      joined.on('shared.kind', 't.kind').on('shared.value', 't.value'),
    );
    ties.push(...rows.map(tieOf));
  }
  return ties;
}

/** All ties. */
export const allTies = async (reader: StoreReader): Promise<readonly StandingTie[]> =>
  (await standing(reader)).map(tieOf);

const standing = (reader: StoreReader) =>
  knexOf(reader)({ t: 'customer_ties' })
    .join({ c: 'customers' }, 'c.id', 't.customer_id')
    .orderBy(['t.kind', 't.value', 't.customer_id'])
    .select({
      kind: 't.kind',
      value: 't.value',
      customer: 't.customer_id',
      source: 't.source',
      notedAt: 't.noted_at',
      joinedTo: 'c.joined_to',
      isApart: 'c.is_apart',
    });

const tieOf = ({ joinedTo, isApart, ...tie }: Tie & { joinedTo: number | null; isApart: unknown }) => ({
  ...tie,
  root: joinedTo ?? tie.customer,
  isApart: Boolean(isApart),
});

/** Whether a source has named a customer with an e-mail address, so that files are compared, too. */
export const hasEmailTies = async (reader: StoreReader): Promise<boolean> =>
  (await knexOf(reader)('customer_ties').where({ kind: 'email' }).first('customer_id')) !== undefined;

/** The customers who are joined to another, with that other. */
export async function joinedCustomers(reader: StoreReader): Promise<ReadonlyMap<number, number>> {
  const rows: { id: number; to: number }[] = await knexOf(reader)('customers')
    .whereNotNull('joined_to')
    .select('id', { to: 'joined_to' });
  return new Map(rows.map(r => [r.id, r.to]));
}

/** A row of customers, with where it stands. */
export interface KnownCustomer {
  readonly id: number;
  readonly key: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly joinedTo: number | null;
  readonly isApart: boolean;
}

const KNOWN = {
  id: 'id',
  key: 'key',
  name: 'name',
  email: 'email',
  joinedTo: 'joined_to',
  isApart: 'is_apart',
};

/** The rows of these customers. */
export async function knownCustomers(
  reader: StoreReader,
  ids: Iterable<number>,
): Promise<readonly KnownCustomer[]> {
  const all: KnownCustomer[] = [];
  for (const list of idLists(ids))
    all.push(...(await knexOf(reader)('customers').whereRaw(`id in (${list})`).orderBy('id').select(KNOWN)));
  return all;
}

/** Every customer with an e-mail address, joined or not. */
export const customersWithEmail = (reader: StoreReader): Promise<readonly KnownCustomer[]> =>
  knexOf(reader)('customers').whereNotNull('email').orderBy('id').select(KNOWN);

/** The customers of exactly these keys. */
export const customersByKey = (
  reader: StoreReader,
  keys: readonly string[],
): Promise<readonly KnownCustomer[]> =>
  knexOf(reader)('customers')
    .whereRaw(`key in (${connectionOf(reader).dialect.textList})`, [JSON.stringify(keys)])
    .orderBy('id')
    .select(KNOWN);

const LINE_TABLES = ['order_lines', 'lines_aside'] as const;

/** The orders that these customers have lines in that count. */
export const ordersOfCustomers = (reader: StoreReader, customers: Iterable<number>): Promise<number[]> =>
  knexOf(reader)('order_lines')
    .whereRaw(`customer_id in (${idList(customers)})`)
    .distinct('order_id')
    .pluck('order_id');

/** Gives the lines and summaries of these customers, and of those joined to them, to another customer. */
export async function giveLines(
  trx: WriteTransaction,
  customers: readonly number[],
  to: number,
): Promise<void> {
  await refuseInView(trx, 'Joining customers');
  const knex = knexOf(trx);
  const list = idList(customers);
  for (const table of LINE_TABLES)
    await knex(table)
      .whereRaw(`customer_id in (${list})`)
      .update({ known_as: knex.raw('coalesce(known_as, customer_id)'), customer_id: to });
  for (const customer of customers)
    await knex('customer_summaries')
      .where({ customer_id: customer })
      .whereNotIn('ingest_id', knex('customer_summaries').where({ customer_id: to }).select('ingest_id'))
      .update({ known_as: knex.raw('coalesce(known_as, customer_id)'), customer_id: to });
  await knex('customers')
    .whereRaw(`id in (${list}) or joined_to in (${list})`)
    .whereNot({ id: to })
    .update({ joined_to: to });
}

/** Gives a customer who was joined to another their own lines and summaries back. */
export async function takeLinesBack(trx: WriteTransaction, customer: number): Promise<void> {
  const knex = knexOf(trx);
  for (const table of [...LINE_TABLES, 'customer_summaries'])
    await knex(table).where({ known_as: customer }).update({ customer_id: customer, known_as: null });
  await knex('customers').where({ id: customer }).update({ joined_to: null });
}

/** Notes whether a customer is kept apart whatever the evidence; what a person said before is forgotten. */
export async function keepApart(trx: WriteTransaction, customer: number, isApart: boolean): Promise<void> {
  await knexOf(trx)('customers').where({ id: customer }).update({ is_apart: isApart });
  if (isApart) {
    const said: string[] = await knexOf(trx)('customer_ties')
      .where({ kind: 'hand', customer_id: customer })
      .pluck('value');
    await knexOf(trx)('customer_ties').where({ kind: 'hand' }).whereIn('value', said).delete();
  }
}
