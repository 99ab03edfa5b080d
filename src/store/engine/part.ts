import type { Knex } from 'knex';
import { ShopkeeperError } from '../../core/errors.js';
import { CONNECTION, type Connection, connectionOf } from './connection.js';
import type { Part } from './part-filter.js';
import type { ReadTransaction, StoreReader } from './transaction.js';

/**
 * The same transaction, which sees a part of the shop only. Lines are read from the columns, which leave all
 * others out. A table is read only by functions that give nothing away (`knexForPartsOf`). Anything else
 * throws, so that a question nobody has thought of is refused, and not answered for the whole shop.
 */
export function readingPart(transaction: ReadTransaction, part: Part): ReadTransaction {
  const { knex, knexForParts, ...rest } = connectionOf(transaction);
  const connection: Connection = {
    ...rest,
    knexForParts: knexForParts ?? knex,
    get knex(): Knex {
      throw notForParts();
    },
    memoized: new Map(),
    part,
  };
  return { kind: 'read', [CONNECTION]: connection, whole: transaction };
}

/** The part of the shop that a reader is limited to; undefined for the whole shop. */
export const partOf = (reader: { readonly [CONNECTION]: Connection }): Part | undefined =>
  connectionOf(reader).part;

/**
 * The reader that sees the whole shop, where one is limited to a part: only for what is cut to the part
 * before it is shown, such as scores, which are given among all customers.
 */
export const wholeOf = (reader: StoreReader & { readonly whole?: StoreReader }): StoreReader =>
  reader.whole ?? reader;

/** The reader that customers and orders are named from: all that is seen, or less. */
export const namesFor = (reader: StoreReader & { readonly names?: StoreReader }): StoreReader =>
  reader.names ?? reader;

/**
 * Those customers who may be named to whoever reads: of the part of the shop that the reader is limited to,
 * or of a smaller one.
 */
export function customersInPart<C extends { readonly id: number }>(
  reader: StoreReader,
  customers: readonly C[],
): readonly C[] {
  const part = partOf(namesFor(reader));
  return part ? customers.filter(({ id }) => part.customers?.[id] === 1) : customers;
}

const notForParts = () =>
  new ShopkeeperError(
    'This cannot be answered for a part of the shop, and you may only see a part of it here.',
    'Ask about sales by a column of your data, or about customers of a segment; or ask whoever may see all.',
  );
