import { idList, idLists } from '../engine/bulk.js';
import { knexOf } from '../engine/connection.js';
import { nextId } from '../engine/key-numbers.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';
import { type Dimension, dimensionColumn } from './dimensions.js';

const LINE_TABLES = ['order_lines', 'lines_aside'] as const;

/** A value on lines of a customer. */
export interface ValueOfCustomer {
  readonly customer: number;
  readonly id: number;
  readonly value: string;
  readonly label: string | null;
}

/** The values of a dimension on the lines of these customers, archived ones too; each once. */
export async function valuesOfCustomers(
  reader: StoreReader,
  dimension: Pick<Dimension, 'id'>,
  customers: readonly number[],
): Promise<readonly ValueOfCustomer[]> {
  const knex = knexOf(reader);
  const column = dimensionColumn(dimension);
  const found = new Map<string, ValueOfCustomer>();
  for (const list of idLists(customers))
    for (const table of LINE_TABLES) {
      const rows: ValueOfCustomer[] = await knex({ l: table })
        .join({ v: 'dimension_values' }, 'v.id', `l.${column}`)
        .whereRaw(`l.customer_id in (${list})`)
        .distinct({ customer: 'l.customer_id', id: 'v.id', value: 'v.value', label: 'v.label' });
      for (const row of rows) found.set(`${row.customer} ${row.id}`, row);
    }
  return [...found.values()];
}

/** Gives lines of customers another value in place of these, and deletes values that no line has any more. */
export async function replaceValues(
  trx: WriteTransaction,
  dimension: Pick<Dimension, 'id'>,
  replaced: readonly Pick<ValueOfCustomer, 'customer' | 'id'>[],
  value: string,
): Promise<void> {
  const knex = knexOf(trx);
  const column = dimensionColumn(dimension);
  const id = await valueId(trx, dimension, value);
  for (const { customer, id: old } of replaced)
    for (const table of LINE_TABLES)
      await knex(table)
        .where({ customer_id: customer, [column]: old })
        .update({ [column]: id });
  const ids = [...new Set(replaced.map(r => r.id))].filter(old => old !== id);
  for (const list of idLists(ids)) {
    const used = new Set<number>();
    for (const table of LINE_TABLES)
      for (const one of await knex(table).whereRaw(`${column} in (${list})`).distinct(column).pluck(column))
        used.add(Number(one));
    const unused = list
      .split(',')
      .map(Number)
      .filter(one => !used.has(one));
    await knex('dimension_values')
      .whereRaw(`id in (${idList(unused)})`)
      .delete();
  }
}

async function valueId(
  trx: WriteTransaction,
  dimension: Pick<Dimension, 'id'>,
  value: string,
): Promise<number> {
  const row = { dimension_id: dimension.id, value };
  const known: { id: number } | undefined = await knexOf(trx)('dimension_values').where(row).first('id');
  if (known) return known.id;
  const id = await nextId(trx, 'dimension_values');
  await knexOf(trx)('dimension_values').insert({ id, ...row });
  return id;
}
