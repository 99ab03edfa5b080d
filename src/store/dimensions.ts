import type { Knex } from 'knex';
import { z } from 'zod';
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
  /** Inner edges of a number's groups, as the first file that brought it had them; null for text. */
  readonly edges: readonly number[] | null;
}

/** The column of order_lines with the dimension's value ids. */
export const dimensionColumn = (dimension: Pick<Dimension, 'id'>): string => `d${dimension.id}`;

const COLUMNS = ['id', 'key', 'label', 'level', 'edges'] as const;
const edgesSchema = z.array(z.number());

interface Stored extends Omit<Dimension, 'edges'> {
  readonly edges: string | null;
}

const fromStored = (row: Stored): Dimension => ({
  ...row,
  edges: row.edges === null ? null : edgesSchema.parse(JSON.parse(row.edges)),
});

/** All dimensions of the store, in the order they came. */
export async function listDimensions(store: Pick<Store, 'db'>): Promise<Dimension[]> {
  const rows: Stored[] = await store.db('dimensions').select(COLUMNS).orderBy('id');
  return rows.map(fromStored);
}

/** The dimension with this key, made (with its column) where the store has none. */
export async function ensureDimension(
  trx: Knex,
  planned: {
    readonly key: string;
    readonly label: string;
    readonly edges?: readonly number[];
    readonly sourceColumn: string;
  },
): Promise<Dimension> {
  const known: Stored | undefined = await trx('dimensions').where({ key: planned.key }).first(COLUMNS);
  if (known) return fromStored(known);
  const made: Dimension = {
    id: await nextId(trx, 'dimensions'),
    key: planned.key,
    label: planned.label,
    level: 'line',
    edges: planned.edges ?? null,
  };
  const edges = made.edges && JSON.stringify(made.edges);
  await trx('dimensions').insert({ ...made, edges, source_column: planned.sourceColumn });
  await trx.schema.alterTable('order_lines', t => {
    t.integer(dimensionColumn(made));
  });
  return made;
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
