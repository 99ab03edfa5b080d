import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';
import { migrationSource } from '../../../migrations/index.js';
import { StoreError } from '../../core/errors.js';
import type { Dialect } from './dialect.js';

/** How long to wait for other programs: for one that blocks reading, and for one that loads or migrates. */
export interface Patience {
  readonly readMs: number;
  readonly writeMs: number;
}

export interface Migrating {
  readonly dialect: Dialect;
  /** The store's address without its password. */
  readonly shown: string;
  readonly isReadOnly: boolean;
  readonly patience: Patience;
}

const TRY_AGAIN_MS = 100;

/**
 * Brings the tables up to date. The lock is taken only if there is something to do: opening a store must not
 * wait for another process that is loading a file.
 * @throws StoreError if the store is of a newer version, or of an older one and read-only; else the engine's
 * error
 */
export async function migrate(db: Knex, { dialect, shown, isReadOnly, patience }: Migrating): Promise<void> {
  const pending = await untilFree(dialect, patience.readMs, () => pendingIn(db, shown));
  if (pending === 0) return;
  if (isReadOnly)
    throw new StoreError(
      `The store ${shown} was made by an older Shopkeeper and is read-only, so its tables cannot be ` +
        'brought up to date.',
      'Make it writable for one start (shopkeeper doctor is enough), then read-only again.',
    );
  await untilFree(dialect, patience.writeMs, () => migrateOnce(db, dialect));
}

/** How many migrations the store lacks. @throws StoreError if it has one that this version does not know */
export async function pendingIn(db: Knex, shown: string): Promise<number> {
  const all = (await migrationSource.getMigrations([])).map(migration => migration.name);
  if (!(await db.schema.hasTable('knex_migrations'))) return all.length;
  const done: string[] = await db('knex_migrations').orderBy('id').pluck('name');
  const unknown = done.filter(name => !all.includes(name));
  if (unknown.length > 0)
    throw new StoreError(
      `The store ${shown} was made by a newer version of Shopkeeper (this one does not know its ` +
        `${unknown.join(', ')}).`,
      'Upgrade Shopkeeper, or use a backup of the store from before its upgrade.',
    );
  return all.length - done.length;
}

/** @throws what makes `untilFree` try again if another process migrates at this moment */
async function migrateOnce(db: Knex, dialect: Dialect): Promise<void> {
  try {
    await db.migrate.latest({ migrationSource });
  } catch (error) {
    if (!isMigrationLocked(error) || dialect.isBusy(error)) throw error;
    await freeLeftBehind(db);
    await db.migrate.latest({ migrationSource });
  }
}

const isMigrationLocked = (error: unknown): boolean =>
  error instanceof Error && error.name === 'MigrationLocked';

/**
 * Frees a migration lock that was left behind. Each migration takes and frees the lock within one
 * transaction, so a lock that can be seen is not of a running migration: a tool or a person left it. An
 * uncommitted lock is not seen by this statement, and not touched.
 */
async function freeLeftBehind(db: Knex): Promise<void> {
  await db('knex_migrations_lock').where({ is_locked: 1 }).update({ is_locked: 0 });
}

/** Tries something again while another program holds a lock, for that long at most. */
export async function untilFree<T>(dialect: Dialect, patienceMs: number, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!dialect.isBusy(error) || Date.now() >= deadline) throw error;
      await wait(TRY_AGAIN_MS);
    }
  }
}
