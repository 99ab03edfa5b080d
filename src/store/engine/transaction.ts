import type { CONNECTION, Connection } from './connection.js';

/** What figures are read through: a store, where each statement stands for itself, or a transaction. */
export interface StoreReader {
  readonly [CONNECTION]: Connection;
}

/** All that is read through it is of one moment, whatever other processes write meanwhile. */
export interface ReadTransaction extends StoreReader {
  readonly kind: 'read';
  /** The transaction that sees all, where this one is limited to a part of the shop (`part.ts`). */
  readonly whole?: ReadTransaction;
  /** The transaction that customers and orders are named from, where fewer may be named than are counted. */
  readonly names?: ReadTransaction;
}

/** All that is written through it is written, or none of it. It holds the store's one write lock. */
export interface WriteTransaction extends StoreReader {
  readonly kind: 'write';
}
