import type { Knex } from 'knex';
import type { LRUCache } from 'lru-cache';
import type { ClickHouse } from './clickhouse/clickhouse.js';
import type { Dialect } from './dialect.js';
import type { KeptColumns } from './kept-columns.js';
import type { Part } from './part-filter.js';

/**
 * What a store and its transactions reach the database by. Only files within src/store may import this one:
 * everybody else is given a `StoreReader` or a transaction, and hands it to the functions of src/store.
 */
export interface Connection {
  /** @throws ShopkeeperError where the reader is limited to a part of the shop */
  readonly knex: Knex;
  /** Set where `knex` throws. */
  readonly knexForParts?: Knex;
  /** The part of the shop that the reader is limited to. */
  readonly part?: Part;
  readonly dialect: Dialect;
  /** Where order lines are, or may be moved, if not in the store itself. */
  readonly clickHouse?: ClickHouse;
  /** What was read within a read transaction, by key; undefined anywhere else. */
  readonly memoized?: Map<string, Promise<unknown>>;
  /** Columns that read transactions have read. A store shares them with its transactions. */
  readonly keptColumns: KeptColumns;
  /** What was computed from the data, by data version and key. A store shares it with its transactions. */
  readonly byVersion: LRUCache<string, Promise<unknown>>;
}

export const CONNECTION = Symbol('connection');

/** What a store or a transaction reaches the database by. */
export const connectionOf = (reader: { readonly [CONNECTION]: Connection }): Connection => reader[CONNECTION];

/** The query builder of a store or a transaction. */
export const knexOf = (reader: { readonly [CONNECTION]: Connection }): Knex => reader[CONNECTION].knex;

/**
 * The same for functions that may be called for a part of the shop: what they return is the same for every
 * part, names nobody outside of it, or is cut to it.
 */
export const knexForPartsOf = (reader: { readonly [CONNECTION]: Connection }): Knex =>
  reader[CONNECTION].knexForParts ?? reader[CONNECTION].knex;
