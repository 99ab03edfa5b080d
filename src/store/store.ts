import knexFactory, { type Knex } from 'knex';
import { migrationSource } from '../../migrations/index.js';
import { StoreError } from '../errors.js';
import type { Dialect } from './dialect.js';
import { sqlite } from './dialects/sqlite.js';

/** An open store: the connection pool and what its engine does its own way. */
export interface Store {
  readonly db: Knex;
  readonly dialect: Dialect;
  /** A number that grows with every change of the data; answers are cached by it. */
  dataVersion(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Opens the store at `sqlite:PATH`, making and migrating it where needed.
 * @throws StoreError where the URL is not understood or the store cannot be opened
 */
export async function openStore(url: string): Promise<Store> {
  if (!url.startsWith('sqlite:')) {
    throw new StoreError(
      `DATABASE_URL is "${url}", which is no store Shopkeeper knows.`,
      'Use for example DATABASE_URL=sqlite:data/shopkeeper.sqlite',
    );
  }
  let db: Knex | undefined;
  try {
    db = knexFactory(sqlite.connection(url));
    await db.migrate.latest({ migrationSource });
  } catch (error) {
    await db?.destroy();
    throw new StoreError(
      `The store at ${url} cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
      'Check that DATABASE_URL names a file in a folder that can be written to.',
      { cause: error },
    );
  }
  return storeOf(db, sqlite);
}

function storeOf(db: Knex, dialect: Dialect): Store {
  return {
    db,
    dialect,
    dataVersion: async () => {
      const row = await db('store_state').where({ key: 'data_version' }).first('value');
      return Number(row?.value ?? 0);
    },
    close: () => db.destroy(),
  };
}
