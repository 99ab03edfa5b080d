import { distance } from 'fastest-levenshtein';
import type { Knex } from 'knex';
import type { Day } from '../../core/calendar/days.js';
import { withoutAccents } from '../../core/text/accents.js';
import { idList } from '../engine/bulk.js';
import { knexForPartsOf, knexOf } from '../engine/connection.js';
import { memoizedPerTransaction } from '../engine/memoize.js';
import { customersInPart } from '../engine/part.js';
import type { StoreReader } from '../engine/transaction.js';

/** A customer as the files name them. */
export interface Customer {
  readonly id: number;
  /** The shop's own id, or the name where the files have no id. */
  readonly key: string;
  readonly name: string;
  /** Where the files had one. */
  readonly email: string | null;
}

/** The customers with these ids, by id. */
export async function customersById(
  reader: StoreReader,
  ids: readonly number[],
): Promise<Map<number, Customer>> {
  const rows: Customer[] = await select(reader).whereRaw(`id in (${idList(ids)})`);
  return new Map(customersInPart(reader, rows).map(r => [r.id, r]));
}

/**
 * Who a text names: the customer of that id or name, whatever the case; otherwise those whose name holds it.
 * `nearest` are the names most like it, where nobody is found.
 */
export async function findCustomers(
  reader: StoreReader,
  text: string,
): Promise<{ found: readonly Customer[]; nearest: readonly string[] }> {
  const called = await customersCalled(reader, text);
  if (called.length > 0) return { found: called, nearest: [] };
  const wanted = fold(text);
  const hasLetters = wanted !== '';
  const all = customersInPart(reader, await select(reader));
  const exact = hasLetters ? all.filter(c => fold(c.key) === wanted || fold(c.name) === wanted) : [];
  if (exact.length > 0) return { found: exact, nearest: [] };
  const holding = hasLetters
    ? all.filter(c => fold(c.name).includes(wanted) || fold(c.key).includes(wanted))
    : all.filter(c => text.trim() !== '' && c.name.includes(text.trim()));
  if (holding.length > 0) return { found: holding, nearest: [] };
  // A name that shares less than half of its letters is no nearer than any other.
  const nearest = all
    .map(c => ({ name: c.name, far: distance(fold(c.name), wanted) }))
    .filter(({ name, far }) => far <= Math.max(wanted.length, fold(name).length) * 0.6)
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(n => n.name);
  return { found: [], nearest };
}

function select(reader: StoreReader): Knex.QueryBuilder<Customer, Customer[]> {
  const knex = knexForPartsOf(reader);
  // A customer who is joined to another is that one.
  return knex('customers')
    .whereNull('joined_to')
    .orderBy('id')
    .select('id', 'key', 'email', knex.raw('coalesce(name, key) as name'));
}

/** Those of exactly this id, else of exactly this id or name but for the case. */
export async function customersCalled(reader: StoreReader, quoted: string): Promise<readonly Customer[]> {
  const text = quoted.trim().replace(/^"(.*)"$/, '$1');
  const called = async (condition: string, bindings: readonly string[]) => {
    const rows: { id: number }[] = await knexForPartsOf(reader)('customers')
      .whereRaw(condition, bindings)
      .select(knexForPartsOf(reader).raw('distinct coalesce(joined_to, id) as id'));
    return rows.length === 0
      ? []
      : [
          ...(
            await customersById(
              reader,
              rows.map(r => r.id),
            )
          ).values(),
        ];
  };
  const byKey = await called('key = ?', [text]);
  if (byKey.length > 0) return byKey;
  const wanted = text.toLowerCase();
  return called(
    // The index of names in lower case finds those that are written the same, too.
    'lower(key) = ? or lower(name) = ? or (lower(name) = lower(?) and name = ?)',
    [wanted, wanted, text, text],
  );
}

/** Most texts that are looked up at once. */
const MOST_TEXTS = 3_000;

/**
 * Those of one of these ids or names, whatever the case.
 * @param withEmail whether an e-mail address names somebody as well
 */
export async function customersCalledOneOf(
  reader: StoreReader,
  texts: readonly string[],
  withEmail: boolean,
): Promise<readonly Customer[]> {
  const all = texts.slice(0, MOST_TEXTS);
  const lower = [...new Set(all.map(text => text.toLowerCase()))];
  if (lower.length === 0) return [];
  const knex = knexForPartsOf(reader);
  const isOneOf = (texts: readonly string[]) => `in (${texts.map(() => '?').join(', ')})`;
  // Databases know the small letters of ASCII alone, so what is written the same is looked up as well.
  const conditions: readonly (readonly [sql: string, bindings: readonly string[]])[] = [
    [`lower(key) ${isOneOf(lower)}`, lower],
    [`lower(name) ${isOneOf(lower)}`, lower],
    [`key ${isOneOf(all)}`, all],
    [`name ${isOneOf(all)}`, all],
    ...(withEmail ? [[`lower(email) ${isOneOf(lower)}`, lower] as const] : []),
  ];
  const rows: { id: number }[] = await knex('customers')
    .whereRaw(
      conditions.map(([sql]) => sql).join(' or '),
      conditions.flatMap(([, bindings]) => [...bindings]),
    )
    .select(knex.raw('distinct coalesce(joined_to, id) as id'));
  if (rows.length === 0) return [];
  const found = await customersById(
    reader,
    rows.map(({ id }) => Number(id)),
  );
  return [...found.values()];
}

/** What a customer can be asked for by: the name where only they have it, otherwise the id. */
export async function nameToAsk(reader: StoreReader, customer: Customer): Promise<string> {
  const found = await customersCalled(reader, customer.name);
  return found.length === 1 && found[0]?.id === customer.id ? customer.name : customer.key;
}

/**
 * Lower-case letters without accents and digits, so that `Reims Collectables` is found as `reims
 * collectables`.
 */
const fold = (text: string): string =>
  withoutAccents(text)
    .replace(/['’]/g, '')
    .replace(/ & /g, ' and ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** All customers, by id. */
export async function allCustomers(reader: StoreReader): Promise<Map<number, Customer>> {
  const rows = customersInPart(reader, await select(reader));
  return new Map(rows.map(r => [r.id, r]));
}

/** The shop's own ids of all customers, by ours. */
export async function customerKeys(reader: StoreReader): Promise<Map<number, string>> {
  const rows: { id: number; key: string }[] = await knexForPartsOf(reader)('customers')
    .whereNull('joined_to')
    .select('id', 'key');
  return new Map(rows.map(row => [row.id, row.key]));
}

/** One order of a customer. Money in minor units. */
export interface CustomerOrder {
  readonly day: Day;
  /** All of its lines, returns subtracted. */
  readonly revenue: number;
  /** Its lines that are no returns; none for an order of returns alone. */
  readonly sales: number;
}

/** A customer's orders, those of returns alone too, the oldest first. */
export async function ordersOf(reader: StoreReader, customerId: number): Promise<CustomerOrder[]> {
  const rows = await knexOf(reader)({ o: 'orders' })
    .join({ l: 'order_lines' }, 'l.order_id', 'o.id')
    .where('o.customer_id', customerId)
    .groupBy('o.id', 'o.day')
    .orderBy(['o.day', 'o.id'])
    .select(
      'o.day',
      knexOf(reader).raw('sum(l.amount) as revenue, sum(case when l.is_return then 0 else 1 end) as sales'),
    );
  return rows.map(r => ({ day: Number(r.day), revenue: Number(r.revenue), sales: Number(r.sales) }));
}

/** Whether any file named a customer. */
export const hasCustomers = async (reader: StoreReader): Promise<boolean> =>
  (await knexForPartsOf(reader)('customers').first('id')) !== undefined;

/** The highest id of a customer, which distinct customers are counted by; 0 if there are none. */
export const highestCustomer = (reader: StoreReader): Promise<number> =>
  memoizedPerTransaction(reader, 'highest customer', async () =>
    Number((await knexForPartsOf(reader)('customers').max({ id: 'id' }).first())?.id ?? 0),
  );
