import type { Knex } from 'knex';
import { connectionOf, knexForPartsOf } from '../engine/connection.js';
import { customersInPart, namesFor, partOf } from '../engine/part.js';
import type { StoreReader } from '../engine/transaction.js';

/** A customer by what a text may call them. */
export interface NamedCustomer {
  readonly id: number;
  readonly value: string;
  readonly label: string | null;
}

/**
 * The customers that texts name, by text: those of exactly this id, otherwise those of this id or name in any
 * case. One query finds ids; a second one, over all customers, is made only for texts that are not ids.
 */
export async function customersNamed(
  reader: StoreReader,
  texts: readonly string[],
): Promise<Map<string, readonly NamedCustomer[]>> {
  const { dialect } = connectionOf(reader);
  const knex = knexForPartsOf(reader);
  const select = () => named(reader);
  const byKey: readonly NamedCustomer[] = customersInPart(
    reader,
    await select().whereRaw(`key in (${dialect.textList})`, [JSON.stringify(texts)]),
  );
  const found = new Map<string, NamedCustomer[]>(byKey.map(c => [c.value, [c]]));
  const left = texts.filter(text => !found.has(text));
  if (left.length === 0) return found;
  const [plain, lower] = [JSON.stringify(left), JSON.stringify(left.map(t => t.toLowerCase()))];
  const all: (NamedCustomer & { lower_key: string; lower_name: string | null })[] = await select()
    .select({ lower_key: knex.raw('lower(key)') }, { lower_name: knex.raw('lower(name)') })
    .whereRaw(
      // A name that is written the same may have letters whose case only some databases know.
      isCalled(
        `lower(key) in (${dialect.textList})`,
        `lower(name) in (${dialect.textList})`,
        `lower(name) in (select lower(value) from (${dialect.textList}) texts)`,
      ),
      [lower, lower, plain],
    );
  for (const text of left) {
    const wanted = text.toLowerCase();
    const called = customersInPart(reader, all).filter(
      c => c.lower_key === wanted || c.lower_name === wanted || c.label === text,
    );
    found.set(
      text,
      called
        .filter((c, i) => called.findIndex(other => other.id === c.id) === i)
        .map(({ id, value, label }) => ({ id, value, label })),
    );
  }
  return found;
}

/** The first customers by id, at most so many. */
export async function firstCustomers(reader: StoreReader, limit: number): Promise<readonly NamedCustomer[]> {
  const all = knexForPartsOf(reader)('customers')
    .whereNull('joined_to')
    .select('id', { value: 'key' }, { label: 'name' })
    .orderBy('id');
  // Which of them are in a part is known for all only.
  if (!partOf(namesFor(reader))) return all.limit(limit);
  return customersInPart<NamedCustomer>(reader, await all).slice(0, limit);
}

/** The customers whose id or name is one of these texts, which are in lower case. By id. */
export async function customersWithNames(
  reader: StoreReader,
  names: readonly string[],
): Promise<readonly NamedCustomer[]> {
  const { dialect } = connectionOf(reader);
  const list = JSON.stringify(names);
  const rows: NamedCustomer[] = await named(reader).whereRaw(
    isCalled(`lower(key) in (${dialect.textList})`, `lower(name) in (${dialect.textList})`),
    [list, list],
  );
  return customersInPart(reader, rows);
}

/** That a customer is found by one of these conditions. Each uses its own index, which `or` would prevent. */
const isCalled = (...conditions: readonly string[]): string =>
  `id in (${conditions.map(condition => `select id from customers where ${condition}`).join(' union all ')})`;

/** Customers by what they may be called; one who is joined to another has the id of that one. */
function named(reader: StoreReader): Knex.QueryBuilder {
  const knex = knexForPartsOf(reader);
  return knex('customers')
    .orderBy('id')
    .select(knex.raw('coalesce(joined_to, id) as id'), { value: 'key' }, { label: 'name' });
}
