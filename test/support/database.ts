import type { Knex } from 'knex';
import { knexOf } from '../../src/store/engine/connection.js';
import type { StoreReader } from '../../src/store/engine/transaction.js';

/** The database behind a store or a transaction, for tests that look into tables or damage them. */
export const databaseOf = (reader: StoreReader): Knex => knexOf(reader);
