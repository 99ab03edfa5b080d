import { z } from 'zod';
import type { Ids } from '../../core/collections/id-set.js';
import { idLists } from '../engine/bulk.js';
import { connectionOf, knexForPartsOf, knexOf } from '../engine/connection.js';
import { nextId } from '../engine/key-numbers.js';
import { memoizedPerTransaction } from '../engine/memoize.js';
import { partOf } from '../engine/part.js';
import type { Store } from '../engine/store.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';

/** Something that sales can be broken down by. */
export interface Dimension {
  readonly id: number;
  /** camelCase, as in answers: `productLine`. */
  readonly key: string;
  /** For people: `Product line`. */
  readonly label: string;
  /** `customer` where its value never varies within a customer. */
  readonly level: 'line' | 'customer';
  /**
   * Inner edges of a number's groups, as the first file that brought it had them; empty for numbers as they
   * are, null for text.
   */
  readonly edges: readonly number[] | null;
  /** The column of the file that brought it, as it was written there. */
  readonly sourceColumn?: string | null;
}

/** The column of order_lines with the dimension's value ids. */
export const dimensionColumn = (dimension: Pick<Dimension, 'id'>): `d${number}` => `d${dimension.id}`;

const COLUMNS = ['id', 'key', 'label', 'level', 'edges', 'source_column as sourceColumn'] as const;
const edgesSchema = z.array(z.number());

interface Stored extends Omit<Dimension, 'edges'> {
  readonly edges: string | null;
}

const fromStored = (row: Stored): Dimension => ({
  ...row,
  edges: row.edges === null ? null : edgesSchema.parse(JSON.parse(row.edges)),
});

/** All dimensions of the store, in the order they came. */
export const listDimensions = (reader: StoreReader): Promise<readonly Dimension[]> =>
  memoizedPerTransaction(reader, 'dimensions', async () => {
    const rows: Stored[] = await knexForPartsOf(reader)('dimensions').select(COLUMNS).orderBy('id');
    return rows.map(fromStored);
  });

/** A value of a dimension, with the name that people know it by, where it has one. */
export interface DimensionValue {
  readonly id: number;
  readonly value: string;
  readonly label: string | null;
}

/** All values of a dimension. A question asks for them several times. */
export const listValues = (
  reader: StoreReader,
  { id }: Pick<Dimension, 'id'>,
): Promise<readonly DimensionValue[]> =>
  memoizedPerTransaction<readonly DimensionValue[]>(reader, `values of dimension ${id}`, async () =>
    inPart(
      reader,
      await knexForPartsOf(reader)('dimension_values')
        .where({ dimension_id: id })
        .select('id', 'value', 'label')
        .orderBy('value'),
    ),
  );

/** Those values that occur in the part of the shop that the reader is limited to. */
function inPart<V extends { readonly id: number }>(reader: StoreReader, values: readonly V[]): readonly V[] {
  const part = partOf(reader);
  return part ? values.filter(({ id }) => part.values?.[id] === 1) : values;
}

/** All values of all dimensions, in the order of their dimensions and ids. */
export const listAllValues = (
  reader: StoreReader,
): Promise<readonly { id: number; dimensionId: number; value: string; label: string | null }[]> =>
  knexForPartsOf(reader)('dimension_values')
    .orderBy(['dimension_id', 'id'])
    .select('id', { dimensionId: 'dimension_id' }, 'value', 'label')
    .then((values: { id: number; dimensionId: number; value: string; label: string | null }[]) =>
      inPart(reader, values),
    );

/** The dimension with this key; made, with its column, if there is none. */
export async function ensureDimension(
  trx: WriteTransaction,
  planned: {
    readonly key: string;
    readonly label: string;
    readonly edges?: readonly number[];
    readonly sourceColumn: string;
  },
): Promise<Dimension> {
  const known: Stored | undefined = await knexOf(trx)('dimensions')
    .where({ key: planned.key })
    .first(COLUMNS);
  if (known) return fromStored(known);
  const made: Dimension = {
    id: await nextId(trx, 'dimensions'),
    key: planned.key,
    label: planned.label,
    // Until its values are seen to vary within a customer.
    level: 'customer',
    edges: planned.edges ?? null,
    sourceColumn: planned.sourceColumn,
  };
  const edges = made.edges && JSON.stringify(made.edges);
  const { sourceColumn, ...columns } = made;
  await knexOf(trx)('dimensions').insert({ ...columns, edges, source_column: sourceColumn });
  await addColumns(trx, made.id, 1);
  return made;
}

/** The tables of lines, which have a column for each dimension. */
const LINE_TABLES = ['order_lines', 'lines_aside'] as const;

/** Adds the columns of so many dimensions from this id on, where they are not there yet. */
async function addColumns(trx: WriteTransaction, firstId: number, count: number): Promise<void> {
  for (const table of LINE_TABLES) {
    for (let id = firstId; id < firstId + count; id++) {
      const column = dimensionColumn({ id });
      if (await knexOf(trx).schema.hasColumn(table, column)) continue;
      await knexOf(trx).schema.alterTable(table, t => {
        t.integer(column);
      });
    }
  }
}

/**
 * Adds columns for the dimensions that a file brings, in a short transaction before the load, if adding them
 * in the load would block readers until it ends. Columns that stay unused are there for the next dimension.
 */
export async function makeRoom(store: Store, keys: readonly string[]): Promise<void> {
  if (!connectionOf(store).dialect.changesHoldReaders) return;
  const known = new Set((await listDimensions(store)).map(d => d.key));
  const coming = keys.filter(key => !known.has(key)).length;
  if (coming > 0) await store.write(async trx => addColumns(trx, await nextId(trx, 'dimensions'), coming));
}

/**
 * Marks those of these dimensions as of the line that vary within one of the customers. A dimension that was
 * found to vary once stays of the line.
 */
export async function settleLevels(
  trx: WriteTransaction,
  dimensions: readonly Dimension[],
  customers: Ids,
): Promise<void> {
  for (const dimension of dimensions) {
    if (dimension.level === 'line') continue;
    const column = dimensionColumn(dimension);
    for (const list of idLists(customers)) {
      const varies = await knexOf(trx)('order_lines')
        .whereRaw(`customer_id in (${list})`)
        .groupBy('customer_id')
        .havingRaw('min(??) <> max(??)', [column, column])
        .first('customer_id');
      if (!varies) continue;
      await setLevel(trx, dimension, 'line');
      break;
    }
  }
}

/** Stores whether a dimension is of the line or of the customer. */
export async function setLevel(
  trx: WriteTransaction,
  { id }: Pick<Dimension, 'id'>,
  level: Dimension['level'],
): Promise<void> {
  await knexOf(trx)('dimensions').where({ id }).update({ level });
}

/** Settles the level of every dimension from all lines. */
export async function settleAllLevels(
  trx: WriteTransaction,
  dimensions: readonly Dimension[],
): Promise<void> {
  for (const dimension of dimensions) {
    const column = dimensionColumn(dimension);
    const held = knexOf(trx)('order_lines').whereNotNull('customer_id').whereNotNull(column);
    const varies = await held
      .clone()
      .groupBy('customer_id')
      .havingRaw('min(??) <> max(??)', [column, column])
      .first('customer_id');
    const any = varies ?? (await held.first('customer_id'));
    await setLevel(trx, dimension, varies || !any ? 'line' : 'customer');
  }
}

/** Drops the dimensions that no line has a value of any more, archived lines included. */
export async function dropUnusedDimensions(trx: WriteTransaction): Promise<void> {
  const knex = knexOf(trx);
  for (const dimension of await listDimensions(trx)) {
    const column = dimensionColumn(dimension);
    const used =
      (await knex('order_lines').whereNotNull(column).first('id')) ??
      (await knex('lines_aside').whereNotNull(column).first('id'));
    if (!used) await dropDimension(trx, dimension);
  }
}

async function dropDimension(trx: WriteTransaction, dimension: Dimension): Promise<void> {
  const knex = knexOf(trx);
  const { id } = dimension;
  await knex('dimension_values').where({ dimension_id: id }).delete();
  await knex('line_columns')
    .where({ name: dimensionColumn(dimension) })
    .delete();
  await knex('dimensions').where({ id }).delete();
  // Knex would copy the whole table on SQLite.
  for (const table of LINE_TABLES)
    await knex.raw(`alter table ${table} drop column ${dimensionColumn(dimension)}`);
}
