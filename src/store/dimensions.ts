import type { Knex } from 'knex';
import { nextId } from './keys.js';
import type { Store } from './store.js';

/** Something that sales can be broken down by. */
export interface Dimension {
  readonly id: number;
  /** camelCase, as in answers: `productLine`. */
  readonly key: string;
  /** For people: `Product line`. */
  readonly label: string;
  /** `customer` where its value never varies within a customer. */
  readonly level: 'line' | 'customer';
}

/** The column of order_lines with the dimension's value ids. */
export const dimensionColumn = (dimension: Pick<Dimension, 'id'>): string => `d${dimension.id}`;

/** All dimensions of the store, in the order they came. */
export async function listDimensions(store: Pick<Store, 'db'>): Promise<Dimension[]> {
  return store.db('dimensions').select('id', 'key', 'label', 'level').orderBy('id');
}

/** The dimension with this key, made (with its column) where the store has none. */
export async function ensureDimension(
  trx: Knex,
  planned: { readonly key: string; readonly label: string; readonly sourceColumn: string },
): Promise<Dimension> {
  const known: Dimension | undefined = await trx('dimensions')
    .where({ key: planned.key })
    .first('id', 'key', 'label', 'level');
  if (known) return known;
  const id = await nextId(trx, 'dimensions');
  await trx('dimensions').insert({
    id,
    key: planned.key,
    label: planned.label,
    level: 'line',
    source_column: planned.sourceColumn,
  });
  await trx.schema.alterTable('order_lines', t => {
    t.integer(dimensionColumn({ id }));
  });
  return { id, key: planned.key, label: planned.label, level: 'line' };
}

/** Sets each dimension's level from the lines: on the customer where it never varies within one. */
export async function settleLevels(trx: Knex, dimensions: readonly Dimension[]): Promise<void> {
  for (const dimension of dimensions) {
    const column = dimensionColumn(dimension);
    const varies = await trx('order_lines')
      .whereNotNull('customer_id')
      .whereNotNull(column)
      .groupBy('customer_id')
      .havingRaw('min(??) <> max(??)', [column, column])
      .first('customer_id');
    const any =
      varies ??
      (await trx('order_lines').whereNotNull('customer_id').whereNotNull(column).first('customer_id'));
    await trx('dimensions')
      .where({ id: dimension.id })
      .update({ level: varies || !any ? 'line' : 'customer' });
  }
}
